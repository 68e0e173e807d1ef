"""Books what waits for one wallet in one commit, so that requests do not contend for it.

An instance serves many requests at once. Each puts its work into the wallet's queue; whoever gets
the wallet's lock books all that waits, in one read and one commit, as databases commit in groups.
Instances still compete with each other, one commit each.
"""

import threading
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from core.clock import Clock
from core.contention import LOST, OptimisticUnit
from core.errors import Busy
from core.store import Store
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction

#: Works booked in one commit: each writes at most four documents of Firestore's 500.
MOST = 100


@dataclass(frozen=True)
class Waiting:
    """A piece of work on a wallet, and its outcome once it is booked."""

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
        self._book_together(store, clock, taken)

    def _book_together(self, store: Store, clock: Clock, taken: Sequence[Waiting]) -> None:
        """Book works in one commit; where that fails, each half in one of its own, and so on.

        What cannot be committed fails by itself in the end, and no other with it. Where others were
        faster for too long, halves would wait as long again: that is everybody's.
        """
        try:
            outcomes = store.compete(lambda unit: _book_all(unit, clock, taken))
        except Exception as err:  # noqa: BLE001 (handed to who waits, who raises it)
            if len(taken) > 1 and not isinstance(err, Busy):
                half = len(taken) // 2
                self._book_together(store, clock, taken[:half])
                self._book_together(store, clock, taken[half:])
                return
            outcomes = [err] * len(taken)
        for waiting, outcome in zip(taken, outcomes, strict=True):
            if isinstance(outcome, Exception):
                waiting.answer.set_exception(outcome)
            else:
                waiting.answer.set_result(outcome)


def _book_all(
    unit: OptimisticUnit, clock: Clock, taken: Sequence[Waiting]
) -> list[Transaction | Exception]:
    """Book each work by itself in one journal; an error stands for a work that booked nothing.

    Whatever a work raises, and wherever, is its own: what it posted before is undone.
    """
    journal = Journal(unit, clock.now())
    keys = sorted({waiting.order.transaction_id for waiting in taken})
    found = unit.get_all(Transaction, *((key,) for key in keys))
    journal.recall(dict(zip(keys, found, strict=True)))
    outcomes: list[Transaction | Exception] = []
    for waiting in taken:
        undo = journal.kept()
        try:
            outcomes.append(journal.answered(waiting.order) or waiting.work(journal))
        except LOST:
            raise  # the whole is tried again
        except Exception as err:  # noqa: BLE001 (as above)
            undo()
            outcomes.append(err)
    journal.write()
    return outcomes
