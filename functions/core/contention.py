"""Optimistic units of work, for documents that many write at once.

Firestore's transactions lock what they read, and under contention spend their time waiting for
locks and giving up. A commit with preconditions locks nothing: whoever comes first wins, the
others read anew. See docs/decisions for the measurement.
"""

from typing import TYPE_CHECKING, Any

from google.api_core import exceptions

from core.reading import D, Reader, load
from core.units import UnitOfWork

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentReference

#: What a commit meets when a document is not as it was read.
LOST = (
    exceptions.FailedPrecondition,
    exceptions.AlreadyExists,
    exceptions.NotFound,
    exceptions.Aborted,
)


class OptimisticUnit(UnitOfWork):
    """A unit of work without locks: it commits if all that it writes is still as it was read.

    What is read and not written is not guarded: it may lead to a refusal, never to a write.
    """

    def __init__(self, reader: Reader) -> None:
        guard = _Guard(reader)
        super().__init__(reader, guard)
        self._guard = guard

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document and remember its version."""
        if self._writes:
            raise AssertionError("read before you write, as in a transaction")
        self._reader.tally.reads += 1
        reference = self._reader.client.document(model.path_for(*ids))
        snapshot = reference.get()
        self._guard.seen[reference.path] = snapshot.update_time if snapshot.exists else None
        return load(model, ids, snapshot)

    def get_all(self, model: type[D], *ids: tuple[str, ...]) -> list[D | None]:
        """Read several documents of a collection in one request, in the order of their ids."""
        if self._writes:
            raise AssertionError("read before you write, as in a transaction")
        references = [self._reader.client.document(model.path_for(*each)) for each in ids]
        found = {s.reference.path: s for s in self._reader.client.get_all(references)}
        self._reader.tally.reads += len(references)
        snapshots = [found[reference.path] for reference in references]
        for s in snapshots:
            self._guard.seen[s.reference.path] = s.update_time if s.exists else None
        return [load(model, each, s) for each, s in zip(ids, snapshots, strict=True)]

    def find(self, *_: object, **__: object) -> list[Any]:
        """Refuse: what a query did not find cannot be guarded."""
        raise AssertionError("queries belong in a transaction")

    def flush(self) -> None:
        """Commit the writes, if there are any, each on condition that its document is as read."""
        super().flush()
        if self._writes:
            self._guard.commit()


class _Guard:
    """A batch of writes, each on condition that its document is as it was read."""

    def __init__(self, reader: Reader) -> None:
        self.seen: dict[str, Any] = {}
        self._client = reader.client
        self._batch = reader.client.batch()

    def create(self, reference: "DocumentReference", data: dict[str, Any]) -> None:
        self._batch.create(reference, data)

    def set(
        self, reference: "DocumentReference", data: dict[str, Any], *, merge: list[str]
    ) -> None:
        del merge  # what is made is made whole
        if self.seen.get(reference.path) is not None:
            raise AssertionError("change what exists: a whole document is put blindly")
        self.create(reference, data)

    def update(self, reference: "DocumentReference", data: dict[str, Any]) -> None:
        self._batch.update(reference, data, option=self._unchanged(reference))

    def delete(self, reference: "DocumentReference") -> None:
        self._batch.delete(reference, option=self._unchanged(reference))

    def commit(self) -> None:
        self._batch.commit()

    def _unchanged(self, reference: "DocumentReference") -> Any:  # noqa: ANN401
        return self._client.write_option(last_update_time=self.seen[reference.path])
