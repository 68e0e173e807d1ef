"""Optimistic units of work, for documents that many write at once.

Firestore's transactions lock what they read, and under contention spend their time waiting for
locks and giving up. A commit with preconditions locks nothing: whoever comes first wins, the
others read anew. See docs/decisions for the measurement.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from google.api_core import exceptions

from core.errors import ScannerError
from core.reading import Reader
from core.snapshots import D, load
from core.units import UnitOfWork

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentReference, DocumentSnapshot

T = TypeVar("T")


class Outdated(Exception):
    """Raised where what was read is no more as it was: the unit is to be tried again."""


#: What a commit meets when a document is not as it was read.
LOST = (
    exceptions.FailedPrecondition,
    exceptions.AlreadyExists,
    exceptions.NotFound,
    exceptions.Aborted,
    Outdated,
)


class Later(Exception):
    """Raised by a work that somebody else is to go before: it is to be tried again after a while.

    Attributes:
        seconds: how long it waits.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


@dataclass(frozen=True)
class Version(Generic[D]):
    """A document as it was read or committed.

    Attributes:
        document: None where there was none.
        written_at: when it was last written, by Firestore's clock; None where there was none.
        read_at: when it was read, by the same clock.
    """

    document: D | None
    written_at: datetime | None = None
    read_at: datetime | None = None


class OptimisticUnit(UnitOfWork):
    """A unit of work without locks: it commits if all that it writes is still as it was read.

    What is read and not written is not guarded: it may lead to a refusal, never to a write. What is
    read one after the other is of different moments, too, and may not fit together: no fault that
    a work meets is believed before `verify_reads`.
    """

    def __init__(self, reader: Reader) -> None:
        guard = _Guard(reader)
        super().__init__(reader, guard)  # type: ignore[arg-type]  # as far as a unit knows it
        self._guard = guard
        self._versions: dict[str, Version[Any]] = {}

    def presume(self, model: type[D], *ids: str, version: Version[D]) -> None:
        """Take a document as known without reading it; the commit fails where it is not so.

        What is presumed and not written is not guarded, not even as of a time: whoever does not
        write it may not decide by it.
        """
        self._versions[model.path_for(*ids)] = version
        reference = self._reader.client.document(model.path_for(*ids))
        self._guard.seen[reference.path] = version.written_at

    def version(self, model: type[D], *ids: str) -> Version[D]:
        """Return a document with its times: read once in a unit, and after the commit as written.

        One read where it was not read or presumed before.
        """
        path = model.path_for(*ids)
        if path not in self._versions:
            snapshot = self._snapshots([path])[path]
            written_at = snapshot.update_time if snapshot.exists else None
            found = load(model, ids, snapshot)
            self._versions[path] = Version(found, written_at, snapshot.read_time)
        return self._versions[path]

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document and remember its version."""
        return self.version(model, *ids).document

    def attempt(self, work: "Callable[[OptimisticUnit], T]") -> T:
        """Run `work`; a fault of its that is no refusal counts only if all it read still holds.

        Raises:
            Outdated: it failed, and something was written since it was read.
        """
        try:
            return work(self)
        except (ScannerError, Later, *LOST):
            raise
        except Exception:
            self.verify_reads()
            raise

    def verify_reads(self) -> None:
        """Read the versions of all that was read once more, in one request.

        Raises:
            Outdated: something was written since it was read.
        """
        seen = self._guard.seen
        client, tally = self._reader.client, self._reader.tally
        tally.reads += len(seen)
        tally.trips += 1
        for s in client.get_all([client.document(path) for path in seen]):
            if (s.update_time if s.exists else None) != seen[s.reference.path]:
                raise Outdated

    def written_at(self, model: type[D], *ids: str) -> datetime | None:
        """Return when a document was written by this unit's commit, by Firestore's clock."""
        path = self._reader.client.document(model.path_for(*ids)).path
        return self._guard.written_at.get(path)

    def find(self, *_: object, **__: object) -> list[Any]:
        """Refuse: what a query did not find cannot be guarded."""
        raise AssertionError("queries belong in a transaction")

    def _at_once(self, *_: object) -> Any:  # noqa: ANN401
        """Refuse likewise, whatever is read beside it."""
        return self.find()

    def _fetched(self, paths: list[str]) -> "dict[str, DocumentSnapshot]":
        """Read without a lock, and remember what must still be so when it is written."""
        found = self._reader.snapshots(paths)
        for path, snapshot in found.items():
            self._guard.seen[path] = snapshot.update_time if snapshot.exists else None
        return found


class _Guard:
    """A batch of writes, each on condition that its document is as it was read.

    To a unit it is what an attempt is, without reads.
    """

    def __init__(self, reader: Reader) -> None:
        self.seen: dict[str, Any] = {}
        self.written_at: dict[str, datetime] = {}
        self.writes = self
        self._client, self._tally = reader.client, reader.tally
        self._batch = reader.client.batch()
        self._paths: list[str] = []

    def create(self, reference: "DocumentReference", data: dict[str, Any]) -> None:
        self._batch.create(reference, data)
        self._paths.append(reference.path)

    def set(
        self, reference: "DocumentReference", data: dict[str, Any], *, merge: list[str]
    ) -> None:
        del merge  # what is made is made whole
        if self.seen.get(reference.path) is not None:
            raise AssertionError("change what exists: a whole document is put blindly")
        self.create(reference, data)

    def update(self, reference: "DocumentReference", data: dict[str, Any]) -> None:
        self._batch.update(reference, data, option=self._unchanged(reference))
        self._paths.append(reference.path)

    def delete(self, reference: "DocumentReference") -> None:
        self._batch.delete(reference, option=self._unchanged(reference))
        self._paths.append(reference.path)

    def commit(self, *, writes: bool) -> None:
        if not writes:
            return
        self._tally.trips += 1
        results = self._batch.commit()
        self.written_at = {
            path: result.update_time for path, result in zip(self._paths, results, strict=True)
        }

    def _unchanged(self, reference: "DocumentReference") -> Any:  # noqa: ANN401
        return self._client.write_option(last_update_time=self.seen[reference.path])
