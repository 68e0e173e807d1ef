"""Typed access to Firestore: models in, models out, every read and write counted.

A `Store` reads outside transactions; `Store.run` gives a `UnitOfWork`, one Firestore transaction in
which all reads come before all writes.
"""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from google.api_core import exceptions

from core.errors import Busy
from core.reading import Reader, Tally
from core.units import UnitOfWork

if TYPE_CHECKING:
    from google.cloud.firestore import Client, Transaction

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
        for attempt in range(ATTEMPTS):
            before = replace(self.tally)
            try:
                return self._attempt(work)
            except _Aborted:
                self._undone(before)
                time.sleep(random.uniform(0.02, min(2.0, 0.05 * 2**attempt)))  # noqa: S311
        raise Busy

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
                unit.flush()
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

    def _attempt(self, work: Callable[["UnitOfWork"], T]) -> T:
        from google.cloud import firestore

        self.tally.transactions += 1

        def once(transaction: "Transaction") -> tuple[UnitOfWork, T]:
            unit = UnitOfWork(self, transaction)
            result = work(unit)
            unit.flush()
            return unit, result

        try:
            attempt = self.client.transaction(max_attempts=1)
            unit, result = cast(tuple[UnitOfWork, T], firestore.transactional(once)(attempt))
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


class _Aborted(Exception):
    """Firestore aborted one attempt."""
