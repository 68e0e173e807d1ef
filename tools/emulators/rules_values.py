"""Turns Firestore REST documents into the values that Firebase rules compute with.

The rules evaluator reads its values as JSON of ``ExpressionValue``, with one key naming the
kind; Firestore's REST documents have one key naming the kind too, by other names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

Json = dict[str, Any]

# Kinds whose content is written alike on both sides; integers are strings in both.
_SAME_CONTENT = {
    "stringValue": "string_value",
    "integerValue": "int_value",
    "doubleValue": "float_value",
    "booleanValue": "bool_value",
    "timestampValue": "timestamp_value",
    "bytesValue": "bytes_value",
    "geoPointValue": "latlng_value",
    "nullValue": "null_value",
}


def document_path(segments: Sequence[str]) -> str:
    """Joins path segments for the Firestore REST API, which ``(default)`` passes unescaped."""
    return "".join("/" + quote(segment, safe="()") for segment in segments)


def path_value(path: str) -> Json:
    """A rules path made of a slash-separated string."""
    return {"path_value": {"segments": [{"simple": part} for part in path.split("/") if part]}}


def expression_value(value: Mapping[str, Any]) -> Json:
    """The rules value of one Firestore REST value."""
    ((kind, content),) = value.items()
    if kind in _SAME_CONTENT:
        return {_SAME_CONTENT[kind]: content}
    if kind == "mapValue":
        return map_value(content.get("fields", {}))
    if kind == "arrayValue":
        return {
            "list_value": {"values": [expression_value(item) for item in content.get("values", [])]}
        }
    if kind == "referenceValue":
        return path_value(_below_project(content))
    raise ValueError(f"Firestore value of unknown kind: {kind}")


def map_value(fields: Mapping[str, Any]) -> Json:
    """The rules map of a Firestore document's fields."""
    return {"map_value": {"fields": {name: expression_value(v) for name, v in fields.items()}}}


def resource_value(document: Mapping[str, Any]) -> Json:
    """What ``firestore.get()`` answers: the fields under ``data``, the id, the full path."""
    path = _below_project(document["name"])
    return {
        "map_value": {
            "fields": {
                "data": map_value(document.get("fields") or {}),
                "id": {"string_value": path.rsplit("/", 1)[-1]},
                "__name__": path_value(path),
            }
        }
    }


def _below_project(name: str) -> str:
    """``/databases/...`` out of ``projects/PROJECT/databases/...``, as rules write paths."""
    return "/" + name.split("/", 2)[2]
