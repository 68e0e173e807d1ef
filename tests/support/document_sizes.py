"""What documents take in Firestore, by the published rules: themselves, and their index entries.

The rules are those of https://firebase.google.com/docs/firestore/storage-size. A document has an
entry in an ascending and in a descending index for each field that is not exempt, one for each
element of an array, and one in each composite index whose fields it has.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from tests.support.sources import ROOT

#: Beside the names and values of a document, and beside those of an index entry.
_DOCUMENT, _ENTRY = 32, 32
#: Beside the parts of a document's name.
_NAME = 16
#: Bytes of a value that an index entry has at most.
_INDEXED = 1500


@dataclass(frozen=True)
class Size:
    """How many documents, and the bytes of them and of their entries in indexes of both kinds."""

    count: int = 0
    bytes: int = 0
    single: int = 0
    composite: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(
            self.count + other.count,
            self.bytes + other.bytes,
            self.single + other.single,
            self.composite + other.composite,
        )


def size(path: str, fields: Mapping[str, Any]) -> Size:
    """Reckon one document."""
    itself = _name(path) + _DOCUMENT + sum(_text(key) + _value(v) for key, v in fields.items())
    leaves = dict(_leaves("", fields))
    return Size(1, itself, sum(_single(path, leaves)), sum(_composite(path, leaves)))


def _single(path: str, leaves: Mapping[str, Any]) -> Iterator[int]:
    collection, fixed = path.split("/")[-2], _fixed(path)
    single, _ = _indexes()
    for field, value in leaves.items():
        of_value = min(_value(value), _INDEXED) if not isinstance(value, list) else 0
        for array in _indexed(single, collection, field):
            if not array and not isinstance(value, list):
                yield fixed + _text(field) + of_value
            if array and isinstance(value, list):
                yield from (fixed + _text(field) + min(_value(each), _INDEXED) for each in value)


def _indexed(
    single: Mapping[tuple[str, str], list[bool]], collection: str, field: str
) -> Sequence[bool]:
    """Return the indexes of a field: its own, else those of the map that it stands in, else all."""
    while field:
        if (collection, field) in single:
            return single[collection, field]
        field = field.rpartition(".")[0]
    return (False, False, True)


def _composite(path: str, leaves: Mapping[str, Any]) -> Iterator[int]:
    collection, fixed = path.split("/")[-2], _fixed(path)
    _, composite = _indexes()
    for names in composite.get(collection, ()):
        if all(name in leaves for name in names):
            yield fixed + sum(min(_value(leaves[name]), _INDEXED) for name in names)


def _fixed(path: str) -> int:
    """Return what each entry of a document has beside its values: its name and its parent's."""
    return _name(path) + _name("/".join(path.split("/")[:-2])) + _ENTRY


@cache
def _indexes() -> tuple[dict[tuple[str, str], list[bool]], dict[str, list[list[str]]]]:
    """The indexes of single fields that are not as for all, arrays or not, and the composite."""
    declared = json.loads((ROOT / "firestore.indexes.json").read_text(encoding="utf-8"))
    single = {
        (each["collectionGroup"], each["fieldPath"]): [
            "arrayConfig" in index for index in each["indexes"]
        ]
        for each in declared["fieldOverrides"]
    }
    composite: dict[str, list[list[str]]] = {}
    for each in declared["indexes"]:
        names = [field["fieldPath"] for field in each["fields"]]
        composite.setdefault(each["collectionGroup"], []).append(names)
    return single, composite


def _leaves(before: str, fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in fields.items():
        if isinstance(value, Mapping):
            yield from _leaves(f"{before}{key}.", value)
        else:
            yield f"{before}{key}", value


def _name(path: str) -> int:
    return _NAME + sum(_text(part) for part in path.split("/") if part)


def _text(text: str) -> int:
    return len(text.encode()) + 1


def _value(value: object) -> int:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return sum(_text(key) + _value(each) for key, each in value.items())
    if isinstance(value, list):
        return sum(map(_value, value))
    if isinstance(value, bytes):
        return len(value)
    if value is None or isinstance(value, bool):
        return 1
    if isinstance(value, (int, float, datetime)):
        return 8
    raise TypeError(f"no rule says how large a {type(value).__name__} is")
