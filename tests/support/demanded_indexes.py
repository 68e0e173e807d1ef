"""Which indexes production demands for a query, worked out from what goes over the wire.

By Firestore's own rules, and not from our declarations:
https://firebase.google.com/docs/firestore/query-data/index-overview. A field is indexed by itself,
in both directions and as an array, in its own collection, unless firestore.indexes.json says
otherwise of it. Equalities alone are served by merging such indexes, one field that is sorted or
compared by its own. All else needs composite indexes: the fields of equalities first, in any order,
then those that are sorted by, then those that are summed up. Some that agree in what follows the
equalities serve one query together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
#: A field and how it is indexed: `ASCENDING`, `DESCENDING` or `CONTAINS`.
Part = tuple[str, str]

#: Each value that is compared with is asked for by itself.
_EQUAL = frozenset({"EQUAL", "IN", "IS_NULL", "IS_NAN"})
_CONTAINS = frozenset({"ARRAY_CONTAINS", "ARRAY_CONTAINS_ANY"})
_NAME = "__name__"


@dataclass(frozen=True)
class Asked:
    """What of a query decides which indexes serve it.

    Attributes:
        collection: the id of the collection.
        scope: `COLLECTION`, or `COLLECTION_GROUP` where all of that name are asked.
        equal: fields that are compared for equality.
        contains: arrays of which a member is asked for.
        order: what is sorted by: named, or by being compared otherwise than for equality.
        summed: fields that are added up.
    """

    collection: str
    scope: str
    equal: frozenset[str]
    contains: frozenset[str]
    order: tuple[Part, ...]
    summed: tuple[str, ...]

    @property
    def fields(self) -> list[Part]:
        """The fields of the index that serves it alone."""
        contained = ((name, "CONTAINS") for name in sorted(self.contains))
        equal = ((name, "ASCENDING") for name in sorted(self.equal))
        summed = ((name, "ASCENDING") for name in self.summed)
        return [*contained, *equal, *self.order, *summed]


def asked(query: Json, aggregations: Sequence[Json] = ()) -> Asked:
    """Read a `StructuredQuery` in its JSON form, and what is to be aggregated over it."""
    ((source),) = query["from"]
    filters = list(_filters(query.get("where", {})))
    equal = {name for name, op in filters if op in _EQUAL}
    contains = {name for name, op in filters if op in _CONTAINS}
    ranged = dict.fromkeys(name for name, op in filters if op not in _EQUAL | _CONTAINS)
    order = [(e["field"]["fieldPath"], _direction(e)) for e in query.get("orderBy", ())]
    named = {name for name, _ in order}
    order += [(name, "ASCENDING") for name in ranged if name not in named]
    summed = {
        e[kind]["field"]["fieldPath"] for e in aggregations for kind in ("sum", "avg") if kind in e
    }
    return Asked(
        source.get("collectionId", ""),  # without one, all there is
        "COLLECTION_GROUP" if source.get("allDescendants") else "COLLECTION",
        frozenset(equal - {_NAME}),
        frozenset(contains),
        tuple(_without_name([part for part in order if part[0] not in equal])),
        tuple(sorted(summed - equal - named)),
    )


def _direction(order: Json) -> str:
    return str(order.get("direction", "ASCENDING"))


def _without_name(order: list[Part]) -> list[Part]:
    """Leave out the id at the end, which every index has, in the direction of the field before."""
    *before, last = order or [(_NAME, "ASCENDING")]
    usual = before[-1][1] if before else "ASCENDING"
    return before if last == (_NAME, usual) else order


def _filters(where: Json) -> Iterator[tuple[str, str]]:
    if "compositeFilter" in where:
        assert where["compositeFilter"].get("op", "AND") == "AND", "a disjunction is not understood"
        for each in where["compositeFilter"]["filters"]:
            yield from _filters(each)
    for kind in ("fieldFilter", "unaryFilter"):
        if kind in where:
            yield where[kind]["field"]["fieldPath"].replace("`", ""), where[kind]["op"]


class Indexes:
    """The indexes that firestore.indexes.json declares, and those of fields by themselves."""

    def __init__(self, file: Json) -> None:
        self._composite: dict[tuple[str, str], list[list[Part]]] = {}
        for each in file["indexes"]:
            place = each["collectionGroup"], each["queryScope"]
            self._composite.setdefault(place, []).append([_part(f) for f in each["fields"]])
        self._own = {
            (each["collectionGroup"], each["fieldPath"]): [
                (i.get("queryScope", "COLLECTION"), i.get("order") or i["arrayConfig"])
                for i in each["indexes"]
            ]
            for each in file["fieldOverrides"]
        }

    def missing(self, query: Asked) -> Json | None:
        """Return an index that would serve a query which none serves; None where one does."""
        fields = query.fields
        if len(fields) < 2 or not (query.order or query.contains or query.summed):
            lacking = (part for part in fields if not self._has_own(query, part))
            return next((_shown(query, [part]) for part in lacking), None)
        if query.summed or query.contains or not self._merged(query):
            return None if self._whole(query) else _shown(query, fields)
        return None

    def _has_own(self, query: Asked, part: Part) -> bool:
        """Tell whether a field has the index by itself; the direction is nothing to an equality."""
        name, kind = part
        if name == _NAME:
            return kind == "ASCENDING"
        places = [name.rsplit(".", cut)[0] for cut in range(name.count(".") + 1)]
        said = (self._own.get((query.collection, place)) for place in places)
        overridden = next((found for found in said if found is not None), None)
        if overridden is None:
            return query.scope == "COLLECTION"
        kinds = {"ASCENDING", "DESCENDING"} if name in query.equal else {kind}
        return any((query.scope, k) in overridden for k in kinds)

    def _whole(self, query: Asked) -> bool:
        """Tell whether one index has all: what is compared for equality, then the rest in order."""
        first = query.equal | query.contains
        rest = query.fields[len(first) :]
        return any(
            {name for name, _ in held[: len(first)]} == first
            and {n for n, kind in held if kind == "CONTAINS"} == query.contains
            and _same(held[len(first) :], rest, len(query.order))
            for held in self._candidates(query)
        )

    def _merged(self, query: Asked) -> bool:
        """Tell whether indexes that sort alike have together what is compared for equality."""
        order, served = list(query.order), set[str]()
        single = len(order) == 1 and self._has_own(query, order[0])
        found = single
        for held in self._candidates(query):
            cut = len(held) - len(order)
            names = {name for name, _ in held[:cut]}
            if held[cut:] == order and names <= query.equal:
                served |= names
                found = True
        return found and served == query.equal

    def _candidates(self, query: Asked) -> Iterable[list[Part]]:
        return self._composite.get((query.collection, query.scope), ())


def _part(field: Json) -> Part:
    return field["fieldPath"], field.get("order") or field["arrayConfig"]


def _same(held: Sequence[Part], rest: Sequence[Part], ordered: int) -> bool:
    """Compare what follows the equalities; the direction of what is only summed up is free."""
    names = [name for name, _ in held] == [name for name, _ in rest]
    return names and list(held[:ordered]) == list(rest[:ordered])


def _shown(query: Asked, fields: list[Part]) -> Json:
    return {
        "collectionGroup": query.collection,
        "queryScope": query.scope,
        "fields": [
            {"fieldPath": name, "arrayConfig" if kind == "CONTAINS" else "order": kind}
            for name, kind in fields
        ],
    }
