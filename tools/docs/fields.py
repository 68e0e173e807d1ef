"""Turns a model into its JSON Schema, and that into the rows of a field table."""

from __future__ import annotations

import inspect
import json
import re
import tokenize
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from core import text

if TYPE_CHECKING:
    from pydantic_core.core_schema import EnumSchema, LiteralSchema

Schema = dict[str, Any]

#: Lower bound, upper bound -> what is counted.
_BOUNDS = {
    ("minimum", "maximum"): "",
    ("minLength", "maxLength"): " characters",
    ("minItems", "maxItems"): " items",
}
#: Where an enumeration's name waits: pydantic sets `title` of a class after it was asked here.
_NAME = "x-name"
_FORMATS = {"date-time": "time (ISO 8601, with offset)", "email": "e-mail address"}


@dataclass(frozen=True)
class Field:
    """One row: dotted name, type in words, whether it must be given, limits, what it is."""

    name: str
    kind: str
    required: bool
    notes: str
    meaning: str


@dataclass(frozen=True)
class Values:
    """An enumeration whose values have a meaning each."""

    name: str
    meanings: dict[str, str]


@cache
def meanings(kind: type[StrEnum]) -> dict[str, str]:
    """Return each member's value with the comment beside it in the source: its definition."""
    comments: dict[str, str] = {}
    name = ""
    for token in tokenize.generate_tokens(StringIO(inspect.getsource(kind)).readline):
        if token.type == tokenize.NAME and token.string in kind.__members__:
            name = token.string
        elif token.type == tokenize.COMMENT and name:
            comments[name] = token.string.lstrip("# ")
        elif token.type == tokenize.NEWLINE:
            name = ""
    return {member.value: comments.get(member.name, "") for member in kind}


def anchor(heading: str) -> str:
    """Return what GitHub makes of a heading, to link to it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


class Told(GenerateJsonSchema):
    """Tells what enumerations' values mean, and leaves out titles that say nothing new.

    JSON Schema has no keyword for the meaning of a value. `enumDescriptions` is the one of Google's
    discovery documents and of VS Code: a text for each value, in the order of `enum`.
    """

    def field_title_should_be_set(self, schema: object) -> bool:
        """Return that no field gets a title of its own."""
        del schema
        return False

    def enum_schema(self, schema: EnumSchema) -> Schema:
        """Add the meanings of all members."""
        return _with_meanings(super().enum_schema(schema), schema["members"])

    def literal_schema(self, schema: LiteralSchema) -> Schema:
        """Add the meanings of the members that are let in."""
        return _with_meanings(super().literal_schema(schema), schema["expected"])


def _with_meanings(body: Schema, members: list[Any]) -> Schema:
    kinds = {type(member) for member in members}
    if len(members) < 2 or len(kinds) > 1 or not issubclass(kind := kinds.pop(), StrEnum):
        return body
    told = [meanings(kind)[member] for member in members]
    name = f"{kind.__module__.partition('.')[0]}.{kind.__name__}"
    return {**body, _NAME: name, "enumDescriptions": told} if all(told) else body


def schema(model: type[BaseModel], title: str, *, response: bool) -> Schema:
    """Return the JSON Schema of a request, response or document, complete and stably ordered."""
    mode: JsonSchemaMode = "serialization" if response else "validation"
    body = model.model_json_schema(mode=mode, schema_generator=Told)
    for part in _parts(body):
        if _NAME in part:
            part["title"] = part.pop(_NAME)
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


def published(body: Schema) -> Schema:
    """Return a schema as its file has it: how long a list may be is told by `contains`.

    With an empty `contains`, `minContains` and `maxContains` say what `minItems` and `maxItems`
    say (JSON Schema 2020-12, core, 10.3.1.3, and validation, 6.4). For of `minItems` and `maxItems`
    json-schema-to-typescript (16.0.0) makes a union of tuples, one for each length.
    """
    told = deepcopy(body)
    for part in _parts(told):
        if part.get("type") == "array" and part.keys() & {"minItems", "maxItems"}:
            part["contains"] = {}
            part["minContains"] = part.pop("minItems", 0)
            if "maxItems" in part:
                part["maxContains"] = part.pop("maxItems")
    return told


def rows(body: Schema) -> list[Field]:
    """Return one row per field, nested ones dotted and lists marked with `[]`."""
    return list(_rows(body, body.get("$defs", {}), ""))


def part(body: Schema, dotted: str) -> Schema:
    """Return the schema of one field, dotted where it is nested: whole, and without its null."""
    found = body
    for name in dotted.split("."):
        options = _options(found["properties"][name], body.get("$defs", {}))
        (found,) = (option for option in options if option.get("type") != "null")
    return found


def values(bodies: Iterable[Schema]) -> list[Values]:
    """Return the enumerations in some schemas, by name, with the values that any of them has."""
    found: dict[str, dict[str, str]] = {}
    for part in (part for body in bodies for part in _parts(body)):
        if "enumDescriptions" in part:
            told = zip(part["enum"], part["enumDescriptions"], strict=True)
            found.setdefault(part["title"], {}).update(told)
    return [Values(name, told) for name, told in sorted(found.items())]


def _parts(body: object) -> Iterator[Schema]:
    """Yield every object inside a schema, and itself."""
    inner: Iterable[object] = body if isinstance(body, list) else ()
    if isinstance(body, dict):
        yield body
        inner = body.values()
    for each in inner:
        yield from _parts(each)


def _rows(body: Schema, definitions: Schema, prefix: str) -> Iterator[Field]:
    required = set(body.get("required", ()))
    for name, declared in body.get("properties", {}).items():
        options = _options(declared, definitions)
        notes = "; ".join(filter(None, (when_left_out(declared), *map(_notes, options))))
        kind = " or ".join(_kind(option, definitions) for option in options)
        yield Field(
            f"{prefix}{name}", kind, name in required, notes, declared.get("description", "")
        )
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
        listed = ", ".join(f"`{value}`" for value in option["enum"])
        name = option["title"] if "enumDescriptions" in option else ""
        return f"{listed} ([{name}](#{anchor(name)}))" if name else listed
    if option.get("type") == "array":
        return f"list of {_kind(_resolved(option.get('items', {}), definitions), definitions)}"
    return _FORMATS.get(option.get("format", "")) or str(option.get("type", "anything"))


def _notes(option: Schema) -> str:
    found = [limits(option)]
    for pattern, words in ((option, "matches"), (option.get("items", {}), "each matches")):
        if "pattern" in pattern:
            form = pattern["pattern"]
            found.append(text.WORDS.get(form) or f"{words} `{form}`")
    return "; ".join(filter(None, found))


def limits(option: Schema) -> str:
    """Return the bounds of a number, or of a length, in words."""
    found = (_bounds(option, *ends, unit) for ends, unit in _BOUNDS.items())
    return "; ".join(filter(None, found))


def _bounds(option: Schema, lower: str, upper: str, unit: str) -> str:
    low, high = option.get(lower), option.get(upper)
    if low is not None and high is not None:
        return f"{low} to {high}{unit}"
    if low is not None:
        return f"at least {low}{unit}"
    return "" if high is None else f"at most {high}{unit}"


def when_left_out(declared: Schema) -> str:
    """Return what a field is when it is left out, if that is worth telling."""
    default = declared.get("default")
    return "" if default in (None, []) else f"`{json.dumps(default)}` when left out"
