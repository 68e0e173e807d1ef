"""Typed access to Firestore: models in, models out, every read and write counted.

A `Store` reads outside transactions; `Store.run` gives a `UnitOfWork`, one Firestore transaction in
which all reads come before all writes.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from google.api_core import exceptions

from core.attempts import Attempt
from core.errors import Busy
from core.queries import Search
from core.reading import Key, Reader, Searched, parted, run
from core.side_by_side import side_by_side
from core.tally import Tally
from core.units import UnitOfWork

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentSnapshot

    from core.contention import OptimisticUnit
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
        self._opened: _Opened | None = None

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

    def run(self, work: Callable[["UnitOfWork"], T]) -> T:
        """Run `work` in a transaction, again with jittered back-off when Firestore aborts it.

        `work` must be repeatable: everything it does goes through its `UnitOfWork`.

        Raises:
            Busy: every attempt was aborted.
        """
        opened, self._opened = self._opened, None
        if opened is None:
            return self._repeated(lambda: self._attempt(work, None))
        self._count(opened, -1)  # it counts as part of the attempt that it is used in
        unused = [opened]

        def attempt() -> T:
            if unused:
                self._count(opened, 1)
                return self._attempt(work, unused.pop())
            again = self._begun(opened.wanted)
            first = _path(opened.wanted[0])
            self._ahead[first] = again.known[first]
            try:
                opened.admit()
            except BaseException:
                again.attempt.roll_back()
                raise
            finally:
                self._ahead.pop(first, None)
            return self._attempt(work, again)

        return self._repeated(attempt)

    def open(self, first: Key, *more: Key | Search) -> None:
        """Begin the transaction of the next `run` with a read of documents, all in one request.

        The work finds them read; where it has to be tried again, they are read again. What is read
        outside of the transaction finds the first, once. A read each; `close` lets go of what
        nobody ran.

        A search is made beside it, before there is a transaction to make it in. So it is of
        lasting documents alone: the transaction is as if it came before any that it did not find.

        Raises:
            Busy: every attempt was aborted.
        """
        self._opened = opened = self._repeated(lambda: self._begun((first, *more)))
        path = _path(first)
        self._ahead[path] = opened.known[path]

    def guard(self, admit: Callable[[], object]) -> None:
        """Have something asked, which may refuse, before work on what was opened is tried again.

        Whoever wrote the first document may be why the attempt before was aborted.
        """
        if self._opened is not None:
            self._opened = replace(self._opened, admit=admit)

    def close(self) -> None:
        """Let go of what was opened and not used."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.attempt.roll_back()

    def compete(self, work: Callable[["OptimisticUnit"], T]) -> T:
        """Run `work` on documents that many write at once; see core/contention.py.

        `work` must be repeatable, reads by id alone and writes whatever it reads.

        Raises:
            Busy: others were faster for `PATIENCE` seconds.
            Exception: what `work` raises; unless it is meant for a caller, of reads that hold.
        """
        from core.contention import LOST, Later, OptimisticUnit

        deadline = time.monotonic() + PATIENCE
        pause = 0.01
        while True:
            unit, before = OptimisticUnit(self), replace(self.tally)
            try:
                result = unit.attempt(work)
                unit.commit()
            except LOST as err:
                self._undone(before)
                if time.monotonic() > deadline:
                    raise Busy from err
                time.sleep(random.uniform(0, pause))  # noqa: S311
                pause = min(0.4, 1.5 * pause)
            except Later as err:
                if time.monotonic() > deadline:
                    raise Busy from err
                time.sleep(err.seconds)
            else:
                unit.committed()
                return result

    def _begun(self, wanted: "tuple[Key, *tuple[Key | Search, ...]]") -> "_Opened":
        attempt, before = Attempt(self.client, self.tally), replace(self.tally)
        paths, searches = parted(wanted)
        if any(not each.query.model.lasting for each in searches):
            raise AssertionError("only lasting documents may be searched for outside of it")
        queries = [run(self.built(each)) for each in searches]
        works: list[Callable[[], Any]] = [lambda: attempt.read(paths), *queries]
        try:
            known, *found = side_by_side(works)
            self.tally.reads += len(paths)
            searched = self.counted(searches, found)
        except BaseException:
            attempt.roll_back()
            raise
        reads, trips = self.tally.reads - before.reads, self.tally.trips - before.trips
        return _Opened(wanted, attempt, known, searched, reads, trips)

    def _count(self, opened: "_Opened", times: int) -> None:
        self.tally.reads += times * opened.reads
        self.tally.trips += times * opened.trips

    def _attempt(self, work: Callable[[UnitOfWork], T], opened: "_Opened | None") -> T:
        self.tally.transactions += 1
        attempt = opened.attempt if opened else Attempt(self.client, self.tally)
        known = (opened.known, opened.searched) if opened else ()
        unit = UnitOfWork(self, attempt, *known)
        try:
            result = work(unit)
            unit.commit()
        except BaseException:
            attempt.roll_back()
            raise
        unit.committed()
        return result

    def _repeated(self, act: Callable[[], T]) -> T:
        for attempt in range(ATTEMPTS):
            before = replace(self.tally)
            try:
                return act()
            except exceptions.Aborted:
                self._undone(before)
                time.sleep(random.uniform(0.02, min(2.0, 0.05 * 2**attempt)))  # noqa: S311
        raise Busy

    def _undone(self, before: Tally) -> None:
        """Take an attempt that was aborted out of the tally, which others hold as well."""
        vars(self.tally).update(vars(before) | {"aborted": before.aborted + 1})


@dataclass(frozen=True)
class _Opened:
    """A transaction that was begun before its work is known, and what was read in it by path."""

    wanted: "tuple[Key, *tuple[Key | Search, ...]]"
    attempt: Attempt
    known: "dict[str, DocumentSnapshot]"
    searched: list[Searched]
    #: What all of it cost, and the requests that were waited for.
    reads: int
    trips: int
    admit: Callable[[], object] = lambda: None


def _path(key: Key) -> str:
    model, *ids = key
    return model.path_for(*ids)
