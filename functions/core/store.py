"""Typed access to Firestore: models in, models out, every read and write counted.

A `Store` reads outside transactions; `Store.run` gives a `Unit`, one Firestore transaction in
which all reads come before all writes. The `Tally` is what an operation cost; the callable
wrapper logs it and the tests bound it.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from google.api_core import exceptions

from core import log
from core.documents import Document
from core.errors import Busy, CursorInvalid
from core.queries import Query, Total, decode_cursor, encode_cursor

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot, Transaction

    from core.contention import Contender
    from core.queues import Queues

D = TypeVar("D", bound=Document)
T = TypeVar("T")

#: Firestore aborts a transaction that meets contention. Twelve tries with full jitter between
#: 20 ms and 2 s let tens of writers on one document finish; past that the caller is told.
ATTEMPTS = 12

#: Documents that are read at a time where all are wanted.
PAGE = 200

#: Seconds that a writer competes for a document before it gives up.
PATIENCE = 25.0


@dataclass
class Tally:
    """What an operation cost: billed document reads and writes, and transactions.

    Attempts that Firestore aborted are counted apart: what they read is billed as well, but how
    many there are says how busy the documents are, and not what the operation does.
    """

    reads: int = 0
    writes: int = 0
    transactions: int = 0
    aborted: int = 0


@dataclass(frozen=True)
class Page(Generic[D]):
    """One page of a listing and, where more may follow, the cursor for the next."""

    items: tuple[D, ...]
    cursor: str | None


class Store:
    """Reads outside a transaction, and the way into one."""

    def __init__(self, client: "Client", queues: "Queues | None" = None) -> None:
        self.client = client
        self.tally = Tally()
        self._queues = queues

    @property
    def queues(self) -> "Queues":
        """Where work for later is handed in: Cloud Tasks, unless something stands for it."""
        if self._queues is None:
            from core.queues import CloudTasks

            self._queues = CloudTasks()
        return self._queues

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document; None when there is none. Costs one read either way."""
        self.tally.reads += 1
        return load(model, ids, self.client.document(model.path_for(*ids)).get())

    def several(self, model: type[D], *ids: str) -> list[D | None]:
        """Read documents of a root collection in one request, in the order of their ids."""
        references = [self.client.document(model.path_for(each)) for each in ids]
        found = {s.reference.path: s for s in self.client.get_all(references)} if ids else {}
        self.tally.reads += len(found)
        return [
            load(model, (each,), found[reference.path])
            for each, reference in zip(ids, references, strict=True)
        ]

    def total(self, total: Total, *values: object) -> int:
        """Add a field up over a declared query; costs a read per 1,000 entries of its index."""
        built = self._build(total.query, values, "").sum(total.field, alias="sum")
        return self._added_up(built.count(alias="count"))["sum"]

    def count(self, query: Query, *values: object) -> int:
        """Count what a declared query finds; costs a read per 1,000 entries of its index."""
        return self._added_up(self._build(query, values, "").count(alias="count"))["count"]

    def find(
        self,
        query: Query,
        *values: object,
        limit: int,
        under: str = "",
        after: Document | None = None,
        lenient: bool = False,
    ) -> list[Any]:
        """Run a declared query with a value per filter; costs a read per document, at least one.

        `under` is the path of the parent document where the collection is a subcollection, `after`
        a document that was found before: what follows it is found then. `lenient`, what does not
        load, as another version of the code may have written it, is logged and left out: where one
        document must not stand in the way of all others.
        """
        built = self._following(self._build(query, values, under), query, after)
        return self._fetch(built.limit(limit), query, None, lenient=lenient)

    def page(
        self,
        query: Query,
        *values: object,
        limit: int,
        cursor: str | None,
        under: str = "",
    ) -> Page[Any]:
        """Run a declared, ordered query from where the last page ended; `under` as in `find`.

        Raises:
            CursorInvalid: the cursor was not made here.
        """
        # Ties are broken by id in the direction of the last sort field, as its index has them.
        built = self._build(query, values, under).order_by("__name__", direction=query.order[-1][1])
        built = built.limit(limit)
        if cursor is not None:
            after, last_id = decode_cursor(cursor)
            if len(after) != len(query.order):
                raise CursorInvalid
            name = query.model.collection()
            path = f"{under}/{name}" if under else name
            reference = self.client.collection(path).document(last_id)
            keys = [name for name, _ in query.order] + ["__name__"]
            built = built.start_after(dict(zip(keys, [*after, reference], strict=False)))
        items = self._fetch(built, query, None)
        full = len(items) == limit
        last = [getattr(items[-1], name) for name, _ in query.order] if full else []
        return Page(tuple(items), encode_cursor(last, items[-1].id) if full else None)

    def each(self, query: Query, *values: object, under: str = "") -> Iterator[Any]:
        """Yield all that a query of equalities finds, by id, a page at a time. A read each.

        Documents may go while it runs; `under` as in `find`. No composite index is needed: ids are
        the order of every index.
        """
        path = f"{under}/{query.model.collection()}" if under else query.model.collection()
        built = self._build(query, values, under).order_by("__name__").limit(PAGE)
        page = self._fetch(built, query, None)
        while page:
            yield from page
            if len(page) < PAGE:
                return
            last = self.client.collection(path).document(page[-1].id)
            page = self._fetch(built.start_after({"__name__": last}), query, None)

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
            unit = Contender(self)
            try:
                result = work(unit)
                unit.flush()
            except LOST as err:
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

    def _build(self, query: Query, values: Sequence[object], under: str) -> Any:  # noqa: ANN401
        from google.cloud.firestore import FieldFilter

        collection = query.model.collection()
        path = f"{under}/{collection}" if under else collection
        group = self.client.collection_group
        built: Any = group(collection) if query.group else self.client.collection(path)
        for (field, op), value in zip(query.where, values, strict=True):
            built = built.where(filter=FieldFilter(field, op, value))
        for field, direction in query.order:
            built = built.order_by(field, direction=direction)
        return built

    def _following(self, built: Any, query: Query, after: Document | None) -> Any:  # noqa: ANN401
        """Have a query go on behind a document that it found, ties broken by path."""
        if after is None:
            return built
        last = {name: getattr(after, name) for name, _ in query.order}
        last["__name__"] = self.client.document(after.path_for(*after.ids))
        direction = query.order[-1][1] if query.order else "ASCENDING"
        return built.order_by("__name__", direction=direction).start_after(last)

    def _added_up(self, aggregation: Any) -> dict[str, int]:  # noqa: ANN401
        (results,) = aggregation.get()
        found = {result.alias: int(result.value) for result in results}
        self.tally.reads += max(1, -(-found["count"] // 1000))
        return found

    def _fetch(
        self,
        built: Any,  # noqa: ANN401
        query: Query,
        transaction: Any,  # noqa: ANN401
        *,
        lenient: bool = False,
    ) -> list[Any]:
        found = list(built.stream(transaction=transaction))
        self.tally.reads += max(1, len(found))  # an empty result is billed as one read
        read = _read if lenient else load
        loaded = (read(query.model, _ids(s.reference.path), s) for s in found)
        return [document for document in loaded if document is not None]


class Unit:
    """One transaction: reads go out at once, writes are held until the work is done."""

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
        built = self._store._build(query, values, under)
        built = self._store._following(built, query, after).limit(limit)
        return self._store._fetch(built, query, self._transaction, lenient=lenient)

    def create(self, document: Document, *ids: str) -> None:
        """Write a document that must not exist yet."""
        reference = self._store.client.document(document.path_for(*ids))
        self._writes.append(lambda: self._transaction.create(reference, stored(document)))

    def put(self, document: Document, *ids: str) -> None:
        """Write a document whole, over what stands there; ids default to where it was read."""
        reference = self._store.client.document(document.path_for(*(ids or document.ids)))
        self._writes.append(lambda: self._transaction.set(reference, stored(document)))

    def change(self, document: D, **fields: object) -> D:
        """Update some fields of a document that was read in this transaction; returns it anew."""
        changed = type(document).model_validate({**dict(document), **fields}).placed(*document.ids)
        reference = self._store.client.document(document.path_for(*document.ids))
        names = fields.keys() | type(document).model_computed_fields.keys()
        update = {name: value for name, value in stored(changed).items() if name in names}
        self._writes.append(lambda: self._transaction.update(reference, update))
        return changed

    def delete(self, document: Document) -> None:
        """Delete a document that was read in this transaction."""
        reference = self._store.client.document(document.path_for(*document.ids))
        self._writes.append(lambda: self._transaction.delete(reference))

    def afterwards(self, act: Callable[[], None]) -> None:
        """Have something done once, and only if, the transaction is committed.

        It may be lost, with the instance, and must not fail: what was committed stays so.
        """
        self._afterwards.append(act)

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


def stored(document: Document) -> dict[str, Any]:
    """Return the document as Firestore stores it."""
    return document.model_dump(mode="python")


def _ids(path: str) -> tuple[str, ...]:
    return tuple(path.split("/")[1::2])


def load(model: type[D], ids: tuple[str, ...], snapshot: "DocumentSnapshot") -> D | None:
    """Return a snapshot as its model; None where there is no document."""
    if not snapshot.exists:
        return None
    return model.model_validate(snapshot.to_dict()).placed(*ids)


def _read(model: type[D], ids: tuple[str, ...], snapshot: "DocumentSnapshot") -> D | None:
    """Return a snapshot as its model; None, and a line in the log, where it does not load."""
    try:
        return load(model, ids, snapshot)
    except ValueError as err:
        log.failure("document does not load", err, collection=model.path, id=ids[-1])
        return None
