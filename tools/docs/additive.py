"""Tells whether stored documents that were good before are good still: schemas in, changes out.

A change is additive where every document that the earlier schema describes fits the later one: a
field more that may be missing, a value more, a bound that is wider. Every other change is told, in
words that stay the same as long as it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Schema = dict[str, Any]

#: Bounds that are tighter when they are higher, and when they are lower.
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minContains", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxContains", "maxProperties")
#: What cannot be compared but for being the same.
_FIXED = ("pattern", "format", "multipleOf", "uniqueItems", "contentEncoding")

#: What stands in lists and in maps, by how it is told.
_INSIDE = {"items": "[]", "additionalProperties": "{}", "propertyNames": "{}"}
_UNSAID: Schema = {"propertyNames": {"type": "string"}}


def changes(before: Mapping[str, Schema], after: Mapping[str, Schema]) -> list[str]:
    """Return each change that is not additive, by collection and field; none where all are."""
    found: list[str] = []
    for name, schema in sorted(before.items()):
        if name not in after:
            found.append(f"{name}: the collection is gone")
        else:
            found += (f"{name}.{told}" for told in _changes(schema, after[name]))
    return found


def _changes(before: Schema, after: Schema) -> Iterator[str]:
    yield from _Pair(before.get("$defs", {}), after.get("$defs", {})).objects("", before, after)


class _Pair:
    """Two schemas that are compared, each with the definitions that it refers to."""

    def __init__(self, before: Schema, after: Schema) -> None:
        self._before, self._after = before, after

    def objects(self, way: str, before: Schema, after: Schema) -> Iterator[str]:
        """Compare the fields of two records."""
        fields, required = after.get("properties", {}), set(after.get("required", ()))
        known = before.get("properties", {})
        for name, declared in known.items():
            here = f"{way}{name}"
            if name not in fields:
                yield f"{here}: is gone"
                continue
            if name in required and name not in before.get("required", ()):
                yield f"{here}: has to be there"
            yield from self.fields(here, declared, fields[name])
        yield from (
            f"{way}{n}: is new and has to be there" for n in sorted(required - known.keys())
        )

    def fields(self, way: str, before: Schema, after: Schema) -> Iterator[str]:
        """Compare what may stand in a field: each alternative of before needs one that takes it."""
        taking = [_resolved(option, self._after) for option in _options(after)]
        for option in (_resolved(option, self._before) for option in _options(before)):
            told = [list(self._values(way, option, each)) for each in taking if _kin(option, each)]
            yield from min(told, key=len, default=[f"{way}: {_kind(option)} is not taken"])

    def _values(self, way: str, before: Schema, after: Schema) -> Iterator[str]:
        """Compare two alternatives of one type."""
        yield from _sets(way, before, after)
        yield from _bounds(way, before, after)
        if "properties" in before or "properties" in after:
            yield from self.objects(f"{way}.", before, after)
        for part, mark in _INSIDE.items():
            earlier, later = before.get(part), after.get(part)
            if isinstance(later, dict):
                earlier = earlier if isinstance(earlier, dict) else _UNSAID.get(part, {})
                yield from self.fields(f"{way}{mark}", earlier, later)


def _options(declared: Schema) -> list[Schema]:
    found: list[Schema] = declared.get("anyOf", [declared])
    return found


def _resolved(declared: Schema, definitions: Schema) -> Schema:
    if "$ref" not in declared:
        return declared
    found: Schema = definitions[declared["$ref"].removeprefix("#/$defs/")]
    return found


def _kin(before: Schema, after: Schema) -> bool:
    """Tell whether values of one type are of the other; without a type, all are."""
    one, other = before.get("type"), after.get("type")
    return other is None or one == other or (one, other) == ("integer", "number")


def _kind(declared: Schema) -> str:
    return str(declared.get("type", "any value"))


def _sets(way: str, before: Schema, after: Schema) -> Iterator[str]:
    """Compare the values of a set; what was not one may not become one."""
    earlier, later = _members(before), _members(after)
    if later is None:
        return
    if earlier is None:
        yield f"{way}: takes values of a set alone"
        return
    yield from (f"{way}: {value} is no value any more" for value in earlier if value not in later)


def _members(declared: Schema) -> list[Any] | None:
    found: list[Any] | None = declared.get("enum")
    return [declared["const"]] if "const" in declared else found


def _bounds(way: str, before: Schema, after: Schema) -> Iterator[str]:
    for names, sign in ((_LOWER, 1), (_UPPER, -1)):
        for name in names:
            bound = name in after and (name, after[name]) != ("minContains", 0)
            if bound and (name not in before or sign * after[name] > sign * before[name]):
                yield f"{way}: {name} is {after[name]}"
    for name in _FIXED:
        if name in after and after[name] != before.get(name):
            yield f"{way}: {name} is {after[name]}"
