"""Firestore's client in memory, as far as `core.store` uses it: for long runs without an emulator.

It keeps what the code relies on: preconditions on versions, creates that fail on what exists, reads
before writes, batches and transactions that are whole or nothing, queries in the order of their
fields and then of their paths. Threads may share it, for one commit is made at a time.
Transactions are optimistic, as the emulator's are not: one whose documents changed is aborted. What
a query did not find is not guarded. `before_commit` may write in between, or die, as another
instance or a crash would.
"""

from __future__ import annotations

import bisect
import copy
import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from google.api_core import exceptions

Fields = dict[str, Any]
Write = Callable[[], None]

_OPS: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda has, value: has == value,
    "!=": lambda has, value: has is not None and has != value,
    ">=": lambda has, value: has is not None and has >= value,
    "<=": lambda has, value: has is not None and has <= value,
    ">": lambda has, value: has is not None and has > value,
    "<": lambda has, value: has is not None and has < value,
    "in": lambda has, value: has in value,
    "array_contains": lambda has, value: value in (has or ()),
}

#: Operators that an index serves.
_RANGES = frozenset({"==", ">=", "<=", ">", "<"})

#: The step of the database's clock: each commit has a time of its own.
_TICK = timedelta(microseconds=1)


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
        return copy.deepcopy(self.fields)

    def get(self, name: str) -> Any:
        """One field."""
        return (self.fields or {})[name]


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
        return found if transaction is None else map(transaction.read, found)

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
            at = (self.collection, first.field_path)
            down = self._in_order() and bool(self.order) and self.order[0][1] == "DESCENDING"
            paths = self.client.indexed(at, first.op_string, first.value, down=down)
        return (self.client.snapshot(self.client.document(path)) for path in paths)

    def _indexed(self) -> Any:
        indexed = [f for f in self.filters if f.op_string in _RANGES and not self.group]
        return indexed[0] if indexed else None

    def _in_order(self) -> bool:
        """Whether candidates come in the order that is asked for."""
        first, names = self._indexed(), [name for name, _ in self.order]
        by = [first.field_path] if first is not None else []
        same = len({direction for _, direction in self.order}) <= 1
        return (
            names in ([], ["__name__"][len(by) :], by, [*by, "__name__"])
            and same
            and (first is not None or not self.order or self.order[0][1] == "ASCENDING")
        )

    def _matches(self, found: Snapshot) -> bool:
        fields = found.fields or {}
        ordered = all(name in fields for name, _ in self.order if name != "__name__")
        return ordered and all(
            each.field_path in fields and _OPS[each.op_string](fields[each.field_path], each.value)
            for each in self.filters
        )

    def _follows(self, found: Snapshot, after: Fields) -> bool:
        for name, direction in self.order:
            value = after[name].path if isinstance(after[name], Reference) else after[name]
            if name == "__name__" and "/" not in value:
                value = f"{self.collection}/{value}"
            mine = _key(found, name)
            if mine != value:
                return bool(mine < value if direction == "DESCENDING" else mine > value)
        return False


def _key(found: Snapshot, name: str) -> Any:
    return found.reference.path if name == "__name__" else (found.fields or {})[name]


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
        sums = {
            alias: len(found) if name is None else sum(fields[name] for fields in found)
            for alias, name in self.wanted
        }
        return [[SimpleNamespace(alias=alias, value=value) for alias, value in sums.items()]]


class Batch:
    """Writes that are made together, or not at all."""

    def __init__(self, client: MemoryFirestore) -> None:
        self._client = client
        self._seen: dict[str, datetime | None] = {}
        self._writes: list[tuple[str, Callable[[Fields | None], Fields | None], Any]] = []

    def create(self, reference: Reference, data: Fields) -> None:
        """Make what must not exist."""

        def made(before: Fields | None) -> Fields:
            if before is not None:
                raise exceptions.AlreadyExists(reference.path)
            return copy.deepcopy(data)

        self._writes.append((reference.path, made, None))

    def set(self, reference: Reference, data: Fields, merge: list[str]) -> None:
        """Put fields over what stands there; all of them are of the document's own."""

        def put(before: Fields | None) -> Fields:
            assert all("." not in name for name in merge)
            return {**(before or {}), **copy.deepcopy(data)}

        self._writes.append((reference.path, put, None))

    def update(self, reference: Reference, data: Fields, option: Any = None) -> None:
        """Change fields of what must exist."""

        def changed(before: Fields | None) -> Fields:
            if before is None:
                raise exceptions.NotFound(reference.path)
            return {**before, **copy.deepcopy(data)}

        self._writes.append((reference.path, changed, option))

    def delete(self, reference: Reference, option: Any = None) -> None:
        """Take a document away."""
        self._writes.append((reference.path, lambda _: None, option))

    def commit(self) -> list[Any]:
        """Make the writes; each has the time of the commit."""
        at = self._client.commit(self._writes)
        return [SimpleNamespace(update_time=at) for _ in self._writes]


class MemoryTransaction(Batch):
    """A transaction, as the SDK's decorator drives it."""

    _max_attempts = 1
    _read_only = False
    _id = b"memory"

    def read(self, found: Snapshot) -> Snapshot:
        """Guard what was read."""
        self._seen[found.reference.path] = found.update_time
        return found

    def _clean_up(self) -> None:
        self._writes, self._seen = [], {}

    def _begin(self, retry_id: bytes | None = None) -> None:
        del retry_id

    def _commit(self) -> None:
        self._client.commit(self._writes, self._seen)

    def _rollback(self) -> None:
        self._writes = []


@dataclass
class MemoryFirestore:
    """The database: documents by path, each with the time when it was last written."""

    documents: dict[str, tuple[Fields, datetime]] = field(default_factory=dict)
    #: Called before each commit: what another instance does, or a crash.
    before_commit: Callable[[], None] = lambda: None
    #: Called after each commit: a crash whose work was done.
    after_commit: Callable[[], None] = lambda: None
    #: What its own clock says; each commit is later than the one before, whatever it says.
    clock: Callable[[], datetime] = lambda: datetime(2026, 1, 1, tzinfo=UTC)

    def __post_init__(self) -> None:
        self._indexes: dict[tuple[str, str], list[tuple[Any, str]]] = {}
        self._last = self.clock()
        self._lock = threading.RLock()
        self._sorted: dict[str, list[str]] = {}
        self._ids = itertools.count(1)

    def new_id(self) -> str:
        """A fresh id; they are numbered, so that runs can be repeated."""
        return f"n{next(self._ids):019d}"

    def document(self, path: str) -> Reference:
        """The address of a document."""
        return Reference(self, path)

    def collection(self, path: str) -> MemoryQuery:
        """All of a collection."""
        return MemoryQuery(self, path)

    def collection_group(self, name: str) -> MemoryQuery:
        """All of the collections of a name."""
        return MemoryQuery(self, name, group=True)

    def get_all(self, references: list[Reference]) -> Iterator[Snapshot]:
        """Read several."""
        return map(self.snapshot, references)

    def batch(self) -> Batch:
        """Begin a batch."""
        return Batch(self)

    def transaction(self, max_attempts: int = 1) -> MemoryTransaction:
        """Begin a transaction."""
        del max_attempts
        return MemoryTransaction(self)

    def write_option(self, *, last_update_time: datetime | None) -> Any:
        """A condition on the version of a document."""
        return SimpleNamespace(at=last_update_time)

    def snapshot(self, reference: Reference) -> Snapshot:
        """Read one document."""
        fields, at = self.documents.get(reference.path, (None, None))
        return Snapshot(reference, fields, at, max(self._last, self.clock()))

    def paths(self, collection: str, *, group: bool) -> Iterator[str]:
        """The paths of a collection's documents, sorted; or of all collections of the name."""
        if not group:
            return iter(list(self._sorted.get(collection, ())))
        names = [c for c in self._sorted if c.rpartition("/")[2] == collection]
        return iter(sorted(path for c in names for path in self._sorted[c]))

    def indexed(self, at: tuple[str, str], op: str, value: Any, *, down: bool) -> Iterator[str]:
        """The paths of a collection in the order of a field, as far as that compares so."""
        collection, name = at
        index = self._indexes.get(at)
        if index is None:
            paths = self._sorted.get(collection, ())
            index = sorted((_comparable(self.documents[p][0].get(name)), p) for p in paths)
            self._indexes[at] = index
        key = _comparable(value)
        low = bisect.bisect_left(index, (key, ""))
        high = bisect.bisect_right(index, (key, _LAST))
        spans = {"==": (low, high), ">=": (low, None), ">": (high, None)}
        begin, end = spans.get(op) or {"<": (0, low), "<=": (0, high)}[op]
        places = range(begin, len(index) if end is None else end)
        return (index[place][1] for place in (reversed(places) if down else places))

    def commit(
        self,
        writes: list[tuple[str, Any, Any]],
        seen: dict[str, datetime | None] | None = None,
    ) -> datetime:
        """Make writes if their conditions hold, and what was seen stands as it was; returns when."""
        self.before_commit()
        with self._lock:
            if any(
                self.documents.get(path, (None, None))[1] != at for path, at in (seen or {}).items()
            ):
                raise exceptions.Aborted("another transaction was faster")
            after: dict[str, Fields | None] = {}
            for path, write, option in writes:
                before, at = self.documents.get(path, (None, None))
                if option is not None and option.at != at:
                    raise exceptions.FailedPrecondition(path)
                after[path] = write(after.get(path, before))
            self._last = now = max(self._last + _TICK, self.clock())
            for path, fields in after.items():
                self._put(path, fields, now)
        self.after_commit()
        return now

    def _put(self, path: str, fields: Fields | None, now: datetime) -> None:
        collection = path.rpartition("/")[0]
        before, _ = self.documents.get(path, (None, None))
        for (of, name), index in self._indexes.items():
            if of != collection:
                continue
            if before is not None:
                del index[bisect.bisect_left(index, (_comparable(before.get(name)), path))]
            if fields is not None:
                bisect.insort(index, (_comparable(fields.get(name)), path))
        paths = self._sorted.setdefault(collection, [])
        if fields is None:
            self.documents.pop(path, None)
            if before is not None:
                del paths[bisect.bisect_left(paths, path)]
            return
        self.documents[path] = (fields, now)
        if before is None:
            bisect.insort(paths, path)


#: Follows each path.
_LAST = "\U0010ffff"


def _comparable(value: Any) -> tuple[str, Any]:
    """A value beside those of other types, none of which are compared."""
    return ("", 0) if value is None else (type(value).__name__, value)
