"""Typed access to Firestore: models in, models out, every read and write counted.

A `Store` reads outside transactions; `Store.run` gives a `Unit`, one Firestore transaction in
which all reads come before all writes.
"""

import random
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from google.api_core import exceptions

from core import unknown
from core.documents import Document
from core.errors import Busy
from core.queries import Query
from core.reading import D, Reader, Tally, load
from core.unknown import stored

if TYPE_CHECKING:
    from google.cloud.firestore import Client, Transaction

    from core.contention import Contender
    from core.queues import Queues

T = TypeVar("T")

#: Firestore aborts a transaction that meets contention. Twelve tries with full jitter between
#: 20 ms and 2 s let tens of writers on one document finish; past that the caller is told.
ATTEMPTS = 12

#: Seconds that a writer competes for a document before it gives up.
PATIENCE = 25.0


class Store(Reader):
    """Reads outside a transaction, and the way into one."""

    def __init__(self, client: "Client", queues: "Queues | None" = None) -> None:
        super().__init__(client)
        self._queues = queues

    @property
    def queues(self) -> "Queues":
        """Where work for later is handed in: Cloud Tasks, unless something stands for it."""
        if self._queues is None:
            from core.queues import CloudTasks

            self._queues = CloudTasks()
        return self._queues

    def new_id(self) -> str:
        """Return a fresh random document id, as Firestore makes them."""
        return str(self.client.collection("_").document().id)

    def run(self, work: Callable[["Unit"], T]) -> T:
        """Run `work` in a transaction, again with jittered back-off when Firestore aborts it.

        `work` must be repeatable: everything it does goes through its `Unit`.

        Raises:
            Busy: every attempt was aborted.
        """
        for attempt in range(ATTEMPTS):
            before = replace(self.tally)
            try:
                return self._attempt(work)
            except _Aborted:
                self._undone(before)
                time.sleep(random.uniform(0.02, min(2.0, 0.05 * 2**attempt)))  # noqa: S311
        raise Busy

    def compete(self, work: Callable[["Contender"], T]) -> T:
        """Run `work` on documents that many write at once; see core/contention.py.

        `work` must be repeatable, reads by id alone and writes whatever it reads.

        Raises:
            Busy: others were faster for `PATIENCE` seconds.
        """
        from core.contention import LOST, Contender

        deadline = time.monotonic() + PATIENCE
        pause = 0.01
        while True:
            unit, before = Contender(self), replace(self.tally)
            try:
                result = work(unit)
                unit.flush()
            except LOST as err:
                self._undone(before)
                if time.monotonic() > deadline:
                    raise Busy from err
                time.sleep(random.uniform(0, pause))  # noqa: S311
                pause = min(0.4, 1.5 * pause)
            else:
                unit.committed()
                return result

    def _attempt(self, work: Callable[["Unit"], T]) -> T:
        from google.cloud import firestore

        self.tally.transactions += 1

        def once(transaction: "Transaction") -> tuple[Unit, T]:
            unit = Unit(self, transaction)
            result = work(unit)
            unit.flush()
            return unit, result

        try:
            attempt = self.client.transaction(max_attempts=1)
            unit, result = cast(tuple[Unit, T], firestore.transactional(once)(attempt))
        except exceptions.Aborted as err:
            raise _Aborted from err
        except ValueError as err:
            # The SDK wraps the abort of its last attempt in a ValueError.
            if isinstance(err.__cause__, exceptions.Aborted):
                raise _Aborted from err
            raise
        unit.committed()
        return result

    def _undone(self, before: Tally) -> None:
        """Take an attempt that was aborted out of the tally, which others hold as well."""
        vars(self.tally).update(vars(before) | {"aborted": before.aborted + 1})


class Unit:
    """One Firestore transaction: reads go out at once, writes are held until the work is done."""

    def __init__(self, store: Store, transaction: "Transaction") -> None:
        self._store = store
        self._transaction = transaction
        self._writes: list[Callable[[], None]] = []
        self._afterwards: list[Callable[[], None]] = []

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document inside the transaction."""
        if self._writes:
            raise AssertionError("read before you write: Firestore allows no read after a write")
        self._store.tally.reads += 1
        reference = self._store.client.document(model.path_for(*ids))
        return load(model, ids, reference.get(transaction=self._transaction))

    def find(
        self,
        query: Query,
        *values: object,
        limit: int,
        under: str = "",
        after: Document | None = None,
        lenient: bool = False,
    ) -> list[Any]:
        """Run a declared query inside the transaction; all as `Store.find` has it."""
        if self._writes:
            raise AssertionError("read before you write: Firestore allows no read after a write")
        built = self._store.build(query, values, under)
        built = self._store.following(built, query, after).limit(limit)
        return self._store.fetch(built, query, self._transaction, lenient=lenient)

    def create(self, document: Document, *ids: str) -> None:
        """Write a document that must not exist yet: what it declares, and nothing else."""
        reference = self._store.client.document(document.path_for(*ids))
        fields = document.model_dump(mode="python")
        self._writes.append(lambda: self._transaction.create(reference, fields))

    def put(self, document: Document, *ids: str) -> None:
        """Write all that a document declares, over what stands there, read or not.

        Fields that the model does not know stay as they are. Those in the elements of a list stay
        if the document was read. Ids default to where it was.
        """
        reference = self._store.client.document(document.path_for(*(ids or document.ids)))
        declared = unknown.paths(document)
        fields = stored(document) if document.was_read else document.model_dump(mode="python")
        self._writes.append(lambda: self._transaction.set(reference, fields, merge=declared))

    def change(self, document: D, **fields: object) -> D:
        """Update some fields of a document that was read in this transaction; returns it anew.

        A record that takes the place of another takes over what the model does not know in it.
        """
        changed = unknown.carried(document, self._with(document, fields))
        self._update(changed, fields.keys(), stored(changed))
        return changed

    def reduce(self, document: Document, *gone: str, **fields: object) -> None:
        """Update some fields of a document to what the model declares and no more.

        What is unknown in their records goes, and what is unknown under the names in `gone`.
        """
        from google.cloud.firestore import DELETE_FIELD
        from google.cloud.firestore_v1.field_path import FieldPath

        changed = self._with(document, fields)
        without = {FieldPath(name).to_api_repr(): DELETE_FIELD for name in gone}
        self._update(changed, fields.keys(), changed.model_dump(mode="python"), without)

    def delete(self, document: Document) -> None:
        """Delete a document that was read in this transaction."""
        reference = self._store.client.document(document.path_for(*document.ids))
        self._writes.append(lambda: self._transaction.delete(reference))

    def afterwards(self, act: Callable[[], None]) -> None:
        """Have something done once, and only if, the transaction is committed.

        It may be lost, with the instance, and must not fail: what was committed stays so.
        """
        self._afterwards.append(act)

    def _with(self, document: D, fields: Mapping[str, object]) -> D:
        changed = type(document).model_validate({**dict(document), **fields})
        return changed.placed(*document.ids)

    def _update(
        self,
        document: Document,
        fields: Iterable[str],
        values: Mapping[str, Any],
        more: Mapping[str, Any] | None = None,
    ) -> None:
        """Update fields, and those that follow from others, to their values; and more."""
        reference = self._store.client.document(document.path_for(*document.ids))
        names = {*fields, *type(document).model_computed_fields}
        update = {name: value for name, value in values.items() if name in names} | dict(more or {})
        self._writes.append(lambda: self._transaction.update(reference, update))

    def flush(self) -> None:
        """Hand the writes to the transaction; the store calls this before it commits."""
        for write in self._writes:
            write()
        self._store.tally.writes += len(self._writes)

    def committed(self) -> None:
        """Do what was left for afterwards; the store calls this after it committed."""
        for act in self._afterwards:
            act()


class _Aborted(Exception):
    """Firestore aborted one attempt."""
