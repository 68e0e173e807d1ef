"""Documents and queries of the Firestore in memory, as its client hands them out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from google.cloud.firestore_v1.types import StructuredQuery

from tests.support.memory_values import MISSING, Fields, comparable, kept, value_at

if TYPE_CHECKING:
    from tests.support.memory_firestore import MemoryFirestore

Operator = StructuredQuery.UnaryFilter.Operator

_ORDERED: dict[str, Callable[[Any, Any], bool]] = {
    ">=": lambda has, value: has >= value,
    "<=": lambda has, value: has <= value,
    ">": lambda has, value: has > value,
    "<": lambda has, value: has < value,
}


def _fits(has: Any, op: str, value: Any) -> bool:
    """Tell whether a value that a field has meets a filter."""
    if op == Operator.IS_NULL:  # what the client makes of `== None`
        return has is None
    if op == "array_contains":
        return isinstance(has, list) and comparable(value) in map(comparable, has)
    if op == "in":
        return any(comparable(has) == comparable(each) for each in value)
    (kind, mine), (other, theirs) = comparable(has), comparable(value)
    if op == "==":
        return (kind, mine) == (other, theirs)
    if op == "!=":
        return has is not None and (kind, mine) != (other, theirs)
    return kind == other != "" and _ORDERED[op](mine, theirs)


#: Operators that an index serves.
_RANGES = frozenset({"==", ">=", "<=", ">", "<"})


@dataclass(frozen=True)
class Snapshot:
    """A document as it was read."""

    reference: Reference
    fields: Fields | None
    update_time: datetime | None
    read_time: datetime

    @property
    def exists(self) -> bool:
        """Whether there is one."""
        return self.fields is not None

    @property
    def id(self) -> str:
        """The last part of its path."""
        return self.reference.id

    def to_dict(self) -> Fields | None:
        """Its fields, the reader's own."""
        return None if self.fields is None else kept(self.fields)

    def get(self, name: str) -> Any:
        """One field, by its path."""
        found = value_at(self.fields or {}, name)
        if found is MISSING:
            raise KeyError(name)
        return found


@dataclass(frozen=True)
class Reference:
    """The address of a document."""

    client: MemoryFirestore
    path: str

    @property
    def id(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    def get(self, transaction: Any = None) -> Snapshot:
        """Read it."""
        found = self.client.snapshot(self)
        if transaction is not None:
            transaction.read(found)
        return found

    def create(self, data: Fields) -> None:
        """Make it, alone."""
        self._alone(lambda batch: batch.create(self, data))

    def update(self, data: Fields) -> None:
        """Change it, alone."""
        self._alone(lambda batch: batch.update(self, data))

    def delete(self) -> None:
        """Take it away, alone."""
        self._alone(lambda batch: batch.delete(self))

    def _alone(self, write: Callable[[Any], None]) -> None:
        batch = self.client.batch()
        write(batch)
        batch.commit()


@dataclass(frozen=True)
class MemoryQuery:
    """A query of a collection, or of all of a name where `group` is set."""

    client: MemoryFirestore
    collection: str
    group: bool = False
    filters: tuple[Any, ...] = ()
    order: tuple[tuple[str, str], ...] = ()
    most: int | None = None
    after: Fields | None = None

    def document(self, document_id: str | None = None) -> Reference:
        """The address of a document in it; a fresh one without an id."""
        return self.client.document(f"{self.collection}/{document_id or self.client.new_id()}")

    def where(self, *, filter: Any) -> MemoryQuery:  # noqa: A002 (as the SDK names it)
        """Narrow it down."""
        return self._with(filters=(*self.filters, filter))

    def order_by(self, name: str, direction: str = "ASCENDING") -> MemoryQuery:
        """Order by a field, after those before."""
        return self._with(order=(*self.order, (name, direction)))

    def limit(self, most: int) -> MemoryQuery:
        """Find no more than this."""
        return self._with(most=most)

    def start_after(self, fields: Fields) -> MemoryQuery:
        """Go on behind these values of the fields that it is ordered by."""
        return self._with(after=fields)

    def stream(self, transaction: Any = None) -> Iterator[Snapshot]:
        """Find documents."""
        found: Iterator[Snapshot] = filter(self._matches, self._candidates())
        if not self._in_order():
            ordered = list(found)
            for name, direction in reversed(self.order):
                down = direction == "DESCENDING"
                ordered.sort(key=lambda s, name=name: _key(s, name), reverse=down)  # type: ignore[misc]
            found = iter(ordered)
        after = self.after
        if after is not None:
            found = (s for s in found if self._follows(s, after))
        found = itertools.islice(found, self.most)
        if transaction is None:
            return found
        guarded = [transaction.read(each) for each in found]
        transaction.found(self, [each.reference.path for each in guarded])
        return iter(guarded)

    def count(self, alias: str) -> Aggregation:
        """Count what it finds."""
        return Aggregation(self).count(alias)

    def sum(self, name: str, alias: str) -> Aggregation:
        """Add a field up."""
        return Aggregation(self).sum(name, alias)

    def _with(self, **changes: Any) -> MemoryQuery:
        return MemoryQuery(**{**vars(self), **changes})

    def _candidates(self) -> Iterator[Snapshot]:
        """What may match: by the index of the first filter that has one, in its order."""
        first = self._indexed()
        if first is None:
            paths: Iterator[str] = self.client.paths(self.collection, group=self.group)
        else:
            name, operator, value = first
            down = self._in_order() and bool(self.order) and self.order[0][1] == "DESCENDING"
            paths = self.client.indexed((self.collection, name), operator, value, down=down)
        return (self.client.snapshot(self.client.document(path)) for path in paths)

    def _indexed(self) -> tuple[str, str, Any] | None:
        """The field, operator and value that an index is asked for; None where there is none.

        That is the first filter. A page of what is only ordered begins where the last one ended, as
        Firestore's does: otherwise each page would go through all before it.
        """
        for each in self.filters if not self.group else ():
            if each.op_string in _RANGES and each.field_path != "__name__":
                return each.field_path, each.op_string, each.value
        if self.group or self.after is None or self.order[0][0] == "__name__":
            return None
        name, direction = self.order[0]
        return name, "<=" if direction == "DESCENDING" else ">=", self.after[name]

    def _in_order(self) -> bool:
        """Whether candidates come in the order that is asked for."""
        first, names = self._indexed(), [name for name, _ in self.order]
        by = [first[0]] if first is not None else []
        same = len({direction for _, direction in self.order}) <= 1
        return (
            names in ([], ["__name__"][len(by) :], by, [*by, "__name__"])
            and same
            and (first is not None or not self.order or self.order[0][1] == "ASCENDING")
        )

    def _matches(self, found: Snapshot) -> bool:
        fields = found.fields or {}
        for name, _ in self.order:
            if name != "__name__" and value_at(fields, name) is MISSING:
                return False
        for each in self.filters:
            name, value = each.field_path, each.value
            if name == "__name__":
                has: Any = found.reference.path
                value = [v.path for v in value] if each.op_string == "in" else value.path
            else:
                has = value_at(fields, name)
            if has is MISSING or not _fits(has, each.op_string, value):
                return False
        return True

    def _follows(self, found: Snapshot, after: Fields) -> bool:
        for name, direction in self.order:
            value = after[name].path if isinstance(after[name], Reference) else after[name]
            if name == "__name__" and "/" not in value:
                value = f"{self.collection}/{value}"
            mine, value = _key(found, name), comparable(value)
            if mine != value:
                return bool(mine < value if direction == "DESCENDING" else mine > value)
        return False


def _key(found: Snapshot, name: str) -> tuple[str, Any]:
    """Return what a document is ordered by."""
    value = found.reference.path if name == "__name__" else value_at(found.fields or {}, name)
    return comparable(value)


@dataclass(frozen=True)
class Aggregation:
    """Counts and sums over what a query finds."""

    query: MemoryQuery
    wanted: tuple[tuple[str, str | None], ...] = ()

    def count(self, alias: str) -> Aggregation:
        """Count what the query finds."""
        return Aggregation(self.query, (*self.wanted, (alias, None)))

    def sum(self, name: str, alias: str) -> Aggregation:
        """Add a field up."""
        return Aggregation(self.query, (*self.wanted, (alias, name)))

    def get(self) -> list[list[Any]]:
        """Work them out."""
        found = [s.fields or {} for s in self.query.stream()]
        # What has not all of the fields is counted by none of the aggregations.
        names = [name for _, name in self.wanted if name is not None]
        counted = [e for e in found if all(value_at(e, name) is not MISSING for name in names)]
        sums = {
            alias: len(counted) if name is None else sum(value_at(each, name) for each in counted)
            for alias, name in self.wanted
        }
        return [[SimpleNamespace(alias=alias, value=value) for alias, value in sums.items()]]
