"""Turns a JSON Schema of ours into a TypeScript type."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.docs import fields
from tools.docs.models import target
from tools.docs.typescript.source import comment, key, literal

if TYPE_CHECKING:
    from tools.docs.fields import Schema

_SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}


@dataclass
class Printer:
    """Prints types, and notes which enumerations and helpers they use.

    Attributes:
        enumerations: the names of all enumerations.
        moment: the type of a point in time.
        day: the type of a day.
        open: whether values of enumerations may be of a newer release.
        limits: whether comments tell the bounds that are held to.
        used: the names that were used and stand in other modules.
    """

    enumerations: frozenset[str]
    moment: str
    day: str
    open: bool
    limits: bool = True
    used: set[str] = field(default_factory=set)

    def type(self, body: Schema) -> str:
        """Return the type of a schema.

        Raises:
            ValueError: the schema is of a form that no model had so far.
        """
        if "$ref" in body:
            return self._named(target(body["$ref"]))
        if "anyOf" in body:
            return " | ".join(dict.fromkeys(map(self.type, body["anyOf"])))
        if "const" in body:
            return literal(body["const"])
        if "enum" in body:
            listed = " | ".join(map(literal, body["enum"]))
            return self._opened(listed) if self.open else listed
        return self._by_type(body)

    def _by_type(self, body: Schema) -> str:
        match body.get("type"):
            case None:
                return "unknown"
            case "null":
                return "null"
            case "array":
                return self._list(body)
            case "object" if "properties" not in body:
                return self._map(body)
            case "string" if body.get("format") == "date-time":
                return self._noted(self.moment)
            case "string" if body.get("format") == "date":
                return self._noted(self.day)
            case str(kind) if kind in _SIMPLE:
                return _SIMPLE[kind]
        raise ValueError(f"no type is known for {body}")

    def _list(self, body: Schema) -> str:
        if "prefixItems" in body:
            return f"[{', '.join(map(self.type, body['prefixItems']))}]"
        inner = self.type(body.get("items", {}))
        return f"({inner})[]" if " " in inner else f"{inner}[]"

    def _map(self, body: Schema) -> str:
        inner = body.get("additionalProperties", {})
        value = self.type(inner) if isinstance(inner, dict) else "unknown"
        if "propertyNames" in body:
            keys = self.type(body["propertyNames"])
            return f"Partial<Record<{keys}, {value}>>" if keys != "string" else _record(value)
        return _record(value)

    def _named(self, name: str) -> str:
        if name not in self.enumerations:
            return name
        self.used.add(name)
        return self._opened(name) if self.open else name

    def _opened(self, listed: str) -> str:
        self.used.add("Open")
        return f"Open<{listed}>"

    def _noted(self, name: str) -> str:
        self.used.add(name)
        return name

    def record(
        self,
        name: str,
        body: Schema,
        required: Container[str],
        *also: str,
    ) -> str:
        """Return the interface of an object.

        Args:
            name: its name.
            body: its schema.
            required: the fields that may not be left out.
            also: paragraphs of the comment beside the description.
        """
        lines = []
        for each, declared in body.get("properties", {}).items():
            mark = "" if each in required else "?"
            said = comment(
                declared.get("description", ""),
                _limits(declared) if self.limits else "",
                indent="  ",
            )
            lines.append(f"{said}  {key(each)}{mark}: {self.type(declared)};\n")
        described = comment(body.get("description", ""), *also)
        if not lines:
            return f"{described}export type {name} = Record<string, never>;\n"
        return f"{described}export interface {name} {{\n{''.join(lines)}}}\n"


def _record(value: str) -> str:
    return f"Record<string, {value}>"


def _limits(declared: Schema) -> str:
    """Return the bounds of a field, and what it is when left out, as sentences."""
    options = declared.get("anyOf", [declared])
    found = dict.fromkeys(filter(None, (fields.limits(option) for option in options)))
    bounds = [f"Limits: {'; '.join(found)}."] if found else []
    left_out = fields.when_left_out(declared)
    return " ".join([*bounds, *([f"{left_out}."] if left_out else [])])
