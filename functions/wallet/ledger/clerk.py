"""Books what waits for one wallet in one commit, so that requests do not contend for it.

An instance serves many requests at once. Each puts its work into the wallet's queue; whoever gets
the wallet's lock books all that waits, in one read and one commit, as databases commit in groups.
Instances still compete with each other, one commit each.
"""

import threading
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from core.clock import Clock
from core.contention import OptimisticUnit
from core.errors import ScannerError
from core.store import Store
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction

#: Works booked in one commit: each writes at most four documents of Firestore's 500.
MOST = 100


@dataclass(frozen=True)
class Waiting:
    """A piece of work on a wallet, and where its outcome goes."""

    order: PostingRequest
    work: Callable[[Journal], Transaction]
    answer: "Future[Transaction]" = field(default_factory=Future)


class Clerk:
    """Books works on wallets. One for a process."""

    def __init__(self) -> None:
        self._queues: dict[str, deque[Waiting]] = defaultdict(deque)
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)

    def queue(self, wallet_id: str) -> deque[Waiting]:
        """Return what waits for a wallet."""
        return self._queues[wallet_id]

    def book(
        self,
        store: Store,
        clock: Clock,
        wallet_id: str,
        order: PostingRequest,
        work: Callable[[Journal], Transaction],
    ) -> Transaction:
        """Book what `work` posts, unless the order's key was answered before.

        `work` must be repeatable; where it raises, nothing of it is booked.

        Raises:
            KeyReused: the key was used for something else.
            ScannerError: what `work` raises.
            Busy: other instances were faster for too long.
        """
        mine = Waiting(order, work)
        self.queue(wallet_id).append(mine)
        with self._locks[wallet_id]:
            while not mine.answer.done():  # more may wait before it than one commit takes
                self._drain(store, clock, wallet_id)
        return mine.answer.result()

    def _drain(self, store: Store, clock: Clock, wallet_id: str) -> None:
        queue = self.queue(wallet_id)
        taken = [queue.popleft() for _ in range(min(len(queue), MOST))]
        try:
            outcomes = store.compete(lambda unit: _book_all(unit, clock, taken))
        except Exception as err:  # noqa: BLE001 (handed to those who wait, who raise it)
            for waiting in taken:
                waiting.answer.set_exception(err)
            return
        for waiting, outcome in zip(taken, outcomes, strict=True):
            if isinstance(outcome, ScannerError):
                waiting.answer.set_exception(outcome)
            else:
                waiting.answer.set_result(outcome)


def _book_all(
    unit: OptimisticUnit, clock: Clock, taken: list[Waiting]
) -> list[Transaction | ScannerError]:
    """Book each work by itself in one journal; an error stands for a work that booked nothing."""
    journal = Journal(unit, clock.now())
    keys = sorted({waiting.order.transaction_id for waiting in taken})
    found = unit.get_all(Transaction, *((key,) for key in keys))
    journal.recall(dict(zip(keys, found, strict=True)))
    outcomes: list[Transaction | ScannerError] = []
    for waiting in taken:
        try:
            outcomes.append(journal.answered(waiting.order) or waiting.work(journal))
        except ScannerError as err:
            outcomes.append(err)
    journal.write()
    return outcomes
