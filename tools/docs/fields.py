"""Turns a model's JSON Schema into the rows of a field table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

Schema = dict[str, Any]

#: Lower bound, upper bound -> what is counted.
_BOUNDS = {
    ("minimum", "maximum"): "",
    ("minLength", "maxLength"): " characters",
    ("minItems", "maxItems"): " items",
}
_FORMATS = {"date-time": "time (ISO 8601, with offset)", "email": "e-mail address"}


@dataclass(frozen=True)
class Field:
    """One row: dotted name, type in words, whether it must be given, limits."""

    name: str
    kind: str
    required: bool
    notes: str


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes of field names; they say nothing new."""

    def field_title_should_be_set(self, schema: object) -> bool:
        """Return that no field gets a title of its own."""
        del schema
        return False


def schema(model: type[BaseModel], title: str, *, response: bool) -> Schema:
    """Return the JSON Schema of a request, response or document, complete and stably ordered."""
    mode: JsonSchemaMode = "serialization" if response else "validation"
    body = model.model_json_schema(mode=mode, schema_generator=_Untitled)
    description = " ".join(body.pop("description", "").split())
    body.pop("title", None)
    examples = {"examples": [model.example]} if hasattr(model, "example") else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
        **dict(sorted(body.items())),
        **examples,
    }


def rows(body: Schema) -> list[Field]:
    """Return one row per field, nested ones dotted and lists marked with `[]`."""
    return list(_rows(body, body.get("$defs", {}), ""))


def _rows(body: Schema, definitions: Schema, prefix: str) -> Iterator[Field]:
    required = set(body.get("required", ()))
    for name, declared in body.get("properties", {}).items():
        options = _options(declared, definitions)
        notes = "; ".join(filter(None, (_default(declared), *map(_notes, options))))
        kind = " or ".join(_kind(option, definitions) for option in options)
        yield Field(f"{prefix}{name}", kind, name in required, notes)
        for option in options:
            inner, suffix = _inside(option, definitions)
            yield from _rows(inner, definitions, f"{prefix}{name}{suffix}.")


def _options(declared: Schema, definitions: Schema) -> list[Schema]:
    """Return the alternatives of a field, references resolved, null last."""
    return [_resolved(option, definitions) for option in declared.get("anyOf", [declared])]


def _resolved(declared: Schema, definitions: Schema) -> Schema:
    if "$ref" not in declared:
        return declared
    found: Schema = definitions[declared["$ref"].removeprefix("#/$defs/")]
    return found


def _inside(option: Schema, definitions: Schema) -> tuple[Schema, str]:
    """Return the object inside an option, and what marks the way to it."""
    if option.get("type") == "array":
        return _resolved(option.get("items", {}), definitions), "[]"
    return option, ""


def _kind(option: Schema, definitions: Schema) -> str:
    if "const" in option:
        return f"`{option['const']}`"
    if "enum" in option:
        return ", ".join(f"`{value}`" for value in option["enum"])
    if option.get("type") == "array":
        return f"list of {_kind(_resolved(option.get('items', {}), definitions), definitions)}"
    return _FORMATS.get(option.get("format", "")) or str(option.get("type", "anything"))


def _notes(option: Schema) -> str:
    found = [_bounds(option, *ends, unit) for ends, unit in _BOUNDS.items()]
    for pattern, words in ((option, "matches"), (option.get("items", {}), "each matches")):
        found.append(f"{words} `{pattern['pattern']}`" if "pattern" in pattern else "")
    return "; ".join(filter(None, found))


def _bounds(option: Schema, lower: str, upper: str, unit: str) -> str:
    low, high = option.get(lower), option.get(upper)
    if low is not None and high is not None:
        return f"{low} to {high}{unit}"
    if low is not None:
        return f"at least {low}{unit}"
    return "" if high is None else f"at most {high}{unit}"


def _default(declared: Schema) -> str:
    default = declared.get("default")
    return "" if default in (None, []) else f"`{json.dumps(default)}` when left out"
