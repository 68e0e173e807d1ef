"""Firestore's client in memory, as far as `core.store` uses it: for long runs without an emulator.

It keeps what the code relies on: preconditions on versions, creates that fail on what exists, reads
before writes, batches and transactions that are whole or nothing, queries in the order of their
fields and then of their paths. Threads may share it, for one commit is made at a time.
Transactions are optimistic, as the emulator's are not: one whose documents changed is aborted, and
one whose queries would find something else. `before_commit` may write in between, or die, as
another instance or a crash would. `../emulator/core/test_memory_firestore.py` holds it to the
emulator.
"""

from __future__ import annotations

import bisect
import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from google.api_core import exceptions

from tests.support.memory_queries import Fields, MemoryQuery, Reference, Snapshot
from tests.support.memory_values import MISSING, comparable, kept, put_at, value_at

Write = Callable[[], None]


#: The step of the database's clock: each commit has a time of its own.
_TICK = timedelta(microseconds=1)


class Batch:
    """Writes that are made together, or not at all."""

    def __init__(self, client: MemoryFirestore) -> None:
        self._client = client
        self._seen: dict[str, datetime | None] = {}
        self._found: list[tuple[MemoryQuery, list[str]]] = []
        self._writes: list[tuple[str, Callable[[Fields | None], Fields | None], Any]] = []

    def create(self, reference: Reference, data: Fields) -> None:
        """Make what must not exist."""

        def made(before: Fields | None) -> Fields:
            if before is not None:
                raise exceptions.AlreadyExists(reference.path)
            return copied

        copied = kept(data)
        self._writes.append((reference.path, made, None))

    def set(self, reference: Reference, data: Fields, merge: list[str]) -> None:
        """Put what stands in `data` at these paths over what stands there, and nothing else."""
        values = {name: value_at(data, name) for name in merge}
        absent = [name for name, value in values.items() if value is MISSING]
        if absent:  # as the client, which compares the two
            raise ValueError("a merge path is not in the data")

        def put(before: Fields | None) -> Fields:
            after = dict(before or {})
            for name, value in values.items():
                put_at(after, name, value)
            return after

        self._writes.append((reference.path, put, None))

    def update(self, reference: Reference, data: Fields, option: Any = None) -> None:
        """Change fields of what must exist, each named by its path."""

        def changed(before: Fields | None) -> Fields:
            if before is None:
                raise exceptions.NotFound(reference.path)
            after = dict(before)
            for name, value in data.items():
                put_at(after, name, value)
            return after

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

    def found(self, query: MemoryQuery, paths: list[str]) -> None:
        """Guard what a query found, and that it found no more."""
        self._found.append((query, paths))

    def _clean_up(self) -> None:
        self._writes, self._seen, self._found = [], {}, []

    def _begin(self, retry_id: bytes | None = None) -> None:
        del retry_id

    def _commit(self) -> None:
        self._client.commit(self._writes, self._seen, self._found)

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
    #: Told of each document that a commit made, changed or took away: its path, before and after.
    changed: Callable[[str, Fields | None, Fields | None], None] = lambda *_: None
    #: What its own clock says; each commit is later than the one before, whatever it says.
    clock: Callable[[], datetime] = lambda: datetime(2026, 1, 1, tzinfo=UTC)

    def __post_init__(self) -> None:
        self._indexes: dict[str, dict[str, list[tuple[Any, str]]]] = {}
        self._last = self.clock()
        self._lock = threading.RLock()
        self._sorted: dict[str, list[str]] = {}
        self._ids = itertools.count(1)
        #: When each document was made: one of the same path may have gone before.
        self.made: dict[str, datetime] = {}

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

    def get_all(self, references: list[Reference], transaction: Any = None) -> Iterator[Snapshot]:
        """Read several."""
        return (reference.get(transaction) for reference in references)

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
        index = self._indexes.setdefault(collection, {}).get(name)
        if index is None:
            paths = self._sorted.get(collection, ())
            index = sorted((comparable(value_at(self.documents[p][0], name)), p) for p in paths)
            self._indexes[collection][name] = index
        key = comparable(value)
        low = bisect.bisect_left(index, (key, ""))
        high = bisect.bisect_right(index, (key, _LAST))
        spans = {"==": (low, high), ">=": (low, None), ">": (high, None)}
        begin, end = spans.get(op) or {"<": (0, low), "<=": (0, high)}[op]
        places = range(begin, len(index) if end is None else end)
        return (index[place][1] for place in (reversed(places) if down else places))

    def put_back(self, documents: dict[str, tuple[Fields, datetime]]) -> None:
        """Have the documents of a backup, and no others: as a restore does."""
        with self._lock:
            self.documents = dict(documents)
            self._indexes, self._sorted = {}, {}
            for path in sorted(documents):
                self._sorted.setdefault(path.rpartition("/")[0], []).append(path)

    def commit(
        self,
        writes: list[tuple[str, Any, Any]],
        seen: dict[str, datetime | None] | None = None,
        found: Sequence[tuple[MemoryQuery, list[str]]] = (),
    ) -> datetime:
        """Make writes if their conditions hold and what was seen is as it was; returns when."""
        self.before_commit()
        with self._lock:
            if any(
                self.documents.get(path, (None, None))[1] != at for path, at in (seen or {}).items()
            ):
                raise exceptions.Aborted("another transaction was faster")
            if any([s.reference.path for s in query.stream()] != paths for query, paths in found):
                raise exceptions.Aborted("a query would find something else")
            after: dict[str, Fields | None] = {}
            for path, write, option in writes:
                before, at = self.documents.get(path, (None, None))
                if option is not None and option.at != at:
                    raise exceptions.FailedPrecondition(path)
                after[path] = write(after.get(path, before))
            self._last = now = max(self._last + _TICK, self.clock())
            for path, fields in after.items():
                before = self.documents.get(path, (None, None))[0]
                self._put(path, fields, now)
                self.changed(path, before, fields)
        self.after_commit()
        return now

    def _put(self, path: str, fields: Fields | None, now: datetime) -> None:
        collection = path.rpartition("/")[0]
        before, _ = self.documents.get(path, (None, None))
        for name, index in self._indexes.get(collection, {}).items():
            if before is not None:
                del index[bisect.bisect_left(index, (comparable(value_at(before, name)), path))]
            if fields is not None:
                bisect.insort(index, (comparable(value_at(fields, name)), path))
        paths = self._sorted.setdefault(collection, [])
        if fields is None:
            self.documents.pop(path, None)
            if before is not None:
                del paths[bisect.bisect_left(paths, path)]
            return
        self.documents[path] = (fields, now)
        if before is None:
            self.made[path] = now
            bisect.insort(paths, path)


#: Follows each path.
_LAST = "\U0010ffff"
