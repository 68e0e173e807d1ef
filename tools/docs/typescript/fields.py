"""What requests are made of, as data: forms are drawn from it, and values are checked by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from core import text
from tools.docs.models import Models, specs, target
from tools.docs.typescript.source import comment, imports, key, literal, quoted
from tools.docs.words.names import CHOICES

if TYPE_CHECKING:
    from tools.docs.fields import Schema
    from tools.docs.surface import Surface

_KEY = "idempotency_key"
#: The types of JSON, and what they are called here.
_SIMPLE = {"string": "text", "integer": "whole", "number": "number", "boolean": "yes_no"}
#: Strings that have a control of their own, by their format or pattern.
_FORMATS = {"date": "day", "date-time": "moment"}
#: Patterns of such a length stand once in the module.
_SHARED = {text.LINE: "LINE", text.LINES: "LINES", text.FILE_NAME: "FILE_NAME"}
_NUMBERS = frozenset({"integer", "number"})
#: How many of what a number counts, as the descriptions of fields say it.
_UNITS = (
    (re.compile(r"\bin paise\b"), "paise"),
    (re.compile(r"\bin bytes\b"), "bytes"),
    (re.compile(r"\bin basis points\b"), "basis_points"),
    (re.compile(r"\bhow many hours\b"), "hours"),
    (re.compile(r"\bHow many of .* working days\b"), "working_days"),
)
#: What JSON Schema calls a lower and an upper bound: of lengths, of values.
_LEAST = ("minLength", "minItems", "minimum")
_MOST = ("maxLength", "maxItems", "maximum")


def render(surface: Surface, models: Models) -> str:
    """Return the module of fields: those of each request, and those of the records in them."""
    printer = Printer(models)
    called = specs(surface)
    requests = {models.request(spec) for spec in called}
    asked = "".join(
        f"  {quoted(spec.name)}: {printer.fields(models.request(spec), spec.name)},\n"
        for spec in called
    )
    nested = sorted(models.asked - requests)
    records = "".join(f"  {name}: {printer.fields(name, name)},\n" for name in nested)
    typed = "".join(f"  {name}: {name};\n" for name in nested)
    values = "".join(
        f"  {name}: {literal(models.enumerations[name]['enum'])},\n"
        for name in sorted(printer.enumerations)
    )
    patterns = "".join(
        f"export const {name} = {quoted(pattern)};\n" for pattern, name in _SHARED.items()
    )
    return "\n".join(
        [
            imports({"FieldsOf"}, "../fields.js")
            + imports({"CallableRequests"}, "./callables.js")
            + imports(nested, "./wire.js"),
            f"{comment('Patterns of lines of text, of several lines, and of names of files.')}"
            f"{patterns}",
            f"const VALUES = {{\n{values}}} as const;\n",
            f"{comment('The records that stand in requests.')}"
            f"export interface Records {{\n{typed}}}\n",
            f"{comment('The fields of each callable, without the idempotency key.')}"
            f"export const FIELDS: {{ readonly [N in keyof CallableRequests]: "
            f"FieldsOf<CallableRequests[N]> }} = {{\n{asked}}};\n",
            f"{comment('The fields of each record that stands in requests.')}"
            f"export const RECORDS: {{ readonly [R in keyof Records]: FieldsOf<Records[R]> }} = "
            f"{{\n{records}}};\n",
        ]
    )


@dataclass
class Printer:
    """Prints the fields of records, and notes which enumerations they use whole."""

    models: Models

    def __post_init__(self) -> None:
        self.enumerations: set[str] = set()

    def fields(self, name: str, place: str) -> str:
        """Return the fields of a record as an expression.

        Args:
            name: the record.
            place: what its choices are known by: the callable, or the record itself.
        """
        body = self.models.wire[name]
        required = set(body.get("required", ()))
        lines = "".join(
            f"    {key(field)}: {self.field((place, field), declared, field in required)},\n"
            for field, declared in body.get("properties", {}).items()
            if field != _KEY
        )
        return f"{{\n{lines}  }}" if lines else "{}"

    def field(self, path: tuple[str, str], declared: Schema, required: bool) -> str:
        """Return one field as an expression.

        Args:
            path: where it stands, and its name.
            declared: its schema.
            required: whether it has to be given.

        Raises:
            ValueError: the schema is of a form that no request had so far.
            KeyError: it is a choice of no enumeration, and nothing says how its values are called.
        """
        options = declared.get("anyOf", [declared])
        given = [option for option in options if option.get("type") != "null"]
        if len(given) != 1:
            raise ValueError(f"{'.'.join(path)} is one of several kinds: {declared}")
        (body,) = given
        facts = {"kind": "", "required": str(required).lower()}
        if len(options) > 1:
            facts["nullable"] = "true"
        facts |= self._facts(path, body)
        if declared.get("default") not in (None, [], {}):
            facts["default"] = literal(declared["default"])
        said = declared.get("description", body.get("description", ""))
        if body.get("type") in _NUMBERS and (unit := _unit(said)):
            facts["unit"] = quoted(unit)
        return f"{{ {', '.join(f'{name}: {value}' for name, value in facts.items())} }}"

    def _facts(self, path: tuple[str, str], body: Schema) -> dict[str, str]:
        if "$ref" in body:
            return self._named(target(body["$ref"]))
        if "enum" in body:
            place, name = path
            kind = body["x-name"].rpartition(".")[2] if "x-name" in body else CHOICES[place][name]
            return _choice(kind, literal(body["enum"]))
        match body.get("type"):
            case "array":
                inner = self.field(path, body["items"], required=True)
                return {"kind": "'list'", **_bounds(body), "of": inner}
            case "object" if "propertyNames" in body:
                names = self.field(path, body["propertyNames"], required=True)
                inner = self.field(path, body["additionalProperties"], required=True)
                return {"kind": "'map'", "keys": names, "of": inner}
            case str(kind) if kind in _SIMPLE:
                return _simple(body)
        raise ValueError(f"{'.'.join(path)} is of no kind that is known: {body}")

    def _named(self, name: str) -> dict[str, str]:
        if name not in self.models.enumerations:
            return {"kind": "'record'", "record": quoted(name)}
        self.enumerations.add(name)
        return _choice(name, f"VALUES.{name}")


def _choice(enumeration: str, values: str) -> dict[str, str]:
    return {"kind": "'choice'", "enumeration": quoted(enumeration), "values": values}


def _simple(body: Schema) -> dict[str, str]:
    pattern, format_ = body.get("pattern", ""), body.get("format", "")
    special = _FORMATS.get(format_) or _written().get(pattern)
    facts = {"kind": quoted(special or _SIMPLE[body["type"]]), **_bounds(body)}
    if pattern and not special:
        facts["pattern"] = _SHARED.get(pattern) or quoted(pattern)
    if pattern == text.LINES:
        facts["lines"] = "true"
    if format_ == "email":
        facts["format"] = "'email'"
    return facts


@cache
def _written() -> dict[str, str]:
    """Return the kinds of strings that are known by the pattern of their type."""
    from labs.catalogue.models import Day
    from messaging.models import TimeOfDay
    from wallet.invoices.requests import Month

    return {_pattern(Day): "day", _pattern(Month): "month", _pattern(TimeOfDay): "time"}


def _pattern(kind: Any) -> str:  # noqa: ANN401 - an annotated type
    return next(str(m.pattern) for m in kind.__metadata__ if hasattr(m, "pattern"))


def _bounds(body: Schema) -> dict[str, str]:
    """Return the bounds; of whole numbers all are inclusive."""
    if body.get("type") == "integer" and "exclusiveMinimum" in body:
        body = {**body, "minimum": body["exclusiveMinimum"] + 1}
    found = (
        ("least", next((body[name] for name in _LEAST if name in body), None)),
        ("most", next((body[name] for name in _MOST if name in body), None)),
    )
    return {name: str(bound) for name, bound in found if bound is not None}


def _unit(description: str) -> str | None:
    return next((unit for said, unit in _UNITS if said.search(description)), None)
