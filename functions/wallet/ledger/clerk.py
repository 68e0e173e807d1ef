"""Books what waits for one wallet in one commit, so that requests do not contend for it.

An instance serves many requests at once. Each puts its work into the wallet's queue; one of them
books all that waits, in one read and one commit, as databases commit in groups. Instances that
contend with each other take turns; see wallet/ledger/turns.py.
"""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable

from core.clock import Clock
from core.errors import Busy
from core.store import Store
from wallet.ledger.group_commit import MOST, MOST_DOCUMENTS, GroupCommit, Waiting
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction
from wallet.ledger.turns import TurnTaking

#: Seconds that a commit in an instance's turn waits for those whom the last one answered, who may
#: ask for more: a fraction of what a commit takes.
GATHERING = 0.005


class _Queue:
    """What waits for a wallet in this instance, and who books it."""

    def __init__(self) -> None:
        self.waiting: deque[Waiting] = deque()
        self.turns = TurnTaking()
        self.changed = threading.Condition()
        self.busy = False


class Clerk:
    """Books works on wallets. One for a process."""

    def __init__(self) -> None:
        self._queues: dict[str, _Queue] = defaultdict(_Queue)

    def queue(self, wallet_id: str) -> deque[Waiting]:
        """Return what waits for a wallet."""
        return self._queues[wallet_id].waiting

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
        mine, queue = Waiting(order, work), self._queues[wallet_id]
        queue.waiting.append(mine)
        with queue.changed:
            queue.changed.wait_for(lambda: mine.answer.done() or not queue.busy)
            if mine.answer.done():
                return mine.answer.result()
            queue.busy = True
        try:
            while not mine.answer.done():  # more may wait before it than one commit takes
                self._drain(store, clock, wallet_id, queue)
        finally:
            with queue.changed:
                queue.busy = False
                queue.changed.notify_all()
        return mine.answer.result()

    def _drain(self, store: Store, clock: Clock, wallet_id: str, queue: _Queue) -> None:
        if queue.turns.kept:
            until = time.monotonic() + GATHERING
            while len(queue.waiting) < queue.turns.size and time.monotonic() < until:
                time.sleep(GATHERING / 5)
        group = GroupCommit(clock, wallet_id, queue.turns, queue.waiting)
        group.take()
        self._book_together(store, group)

    def _book_together(self, store: Store, group: GroupCommit) -> None:
        """Book works in one commit; where that fails, each half in one of its own, and so on.

        What cannot be committed fails by itself in the end, and no other with it. Where others were
        faster for too long, halves would wait as long again: that is everybody's.
        """
        try:
            outcomes = store.compete(group)
        except Exception as err:  # noqa: BLE001 (handed to who waits, who raises it)
            if len(group.taken) > 1 and not isinstance(err, Busy):
                for half in group.halves():
                    self._book_together(store, half)
                return
            outcomes = [err] * len(group.taken)
        for waiting, outcome in zip(group.taken, outcomes, strict=True):
            if isinstance(outcome, Exception):
                waiting.answer.set_exception(outcome)
            else:
                waiting.answer.set_result(outcome)


__all__ = ["GATHERING", "MOST", "MOST_DOCUMENTS", "Clerk", "Waiting"]
