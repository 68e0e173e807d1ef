"""One commit of many works on a wallet, tried until nobody else was faster."""

import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from core.clock import Clock
from core.contention import LOST, Later, OptimisticUnit, Version
from core.errors import ScannerError
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction, Wallet
from wallet.ledger.turns import TurnTaking

#: Documents that a work writes at most, beside the wallet that all of them share: a refund of what
#: a lab got a share of writes its transaction, two entries, the hold, the lab's wallet and an audit
#: entry.
MOST_DOCUMENTS = 6
#: Works booked in one commit. Firestore writes 500 documents in one at most.
#: Source: https://firebase.google.com/docs/firestore/manage-data/transactions (batched writes).
MOST = (500 - 1) // MOST_DOCUMENTS

Outcomes = list[Transaction | Exception]


@dataclass(frozen=True)
class Waiting:
    """A piece of work on a wallet, and its outcome once it is booked."""

    order: PostingRequest
    work: Callable[[Journal], Transaction]
    answer: "Future[Transaction]" = field(default_factory=Future)


@dataclass
class GroupCommit:
    """What `core.store.Store.compete` tries: all works that wait for a wallet, in one journal.

    What comes while it waits for its turn is taken in. The first try in an instance's turn reads
    neither the wallet nor the keys: the wallet is as the last commit left it, and keys are new. The
    commit fails where that is not so; and as what is presumed is no ground for a refusal, neither
    is it one here: both have all of it read and tried again.

    Attributes:
        waiting: works that are not taken yet.
        taken: works that are booked by this commit.
    """

    clock: Clock
    wallet_id: str
    turns: TurnTaking
    waiting: deque[Waiting]
    taken: list[Waiting] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)
    _tries: int = 0
    _contended: bool = False
    _committing: bool = False

    def take(self) -> None:
        """Take what waits, as far as a commit may hold it."""
        while self.waiting and len(self.taken) < MOST:
            self.taken.append(self.waiting.popleft())

    def halves(self) -> list["GroupCommit"]:
        """Return the works in two groups, which take in no others."""
        half = len(self.taken) // 2
        parts = (self.taken[:half], self.taken[half:])
        return [GroupCommit(self.clock, self.wallet_id, self.turns, deque(), p) for p in parts]

    def __call__(self, unit: OptimisticUnit) -> Outcomes:
        """Book each work by itself; an error stands for a work that booked nothing.

        Raises:
            Later: it is another's turn, or what was presumed may be wrong.
            Outdated: a work failed, and what was read is no more as it was.
        """
        self._tries += 1
        self._contended |= self._committing  # it is tried again, so that commit was lost
        self._committing = False
        kept, self.turns.kept = self.turns.kept, None
        self._await_turn(unit)
        self.take()
        presumed = kept if self._tries == 1 else None
        journal = Journal(unit, self.clock.now())
        if presumed:
            unit.presume(Wallet, self.wallet_id, version=presumed)
            journal.recall(dict.fromkeys(self._keys()))
        else:
            found = unit.get_all(Transaction, *((key,) for key in self._keys()))
            journal.recall(dict(zip(self._keys(), found, strict=True)))
        outcomes = _booked(journal, self.taken)
        if presumed and any(isinstance(each, Exception) for each in outcomes):
            raise Later(0)
        if any(not isinstance(each, Transaction | ScannerError) for each in outcomes):
            unit.verify_reads()  # what is no refusal may come of reads that do not fit together
        self._take_turn(unit, journal, presumed)
        journal.write()
        self._committing = True
        return outcomes

    def _keys(self) -> list[str]:
        return sorted({waiting.order.transaction_id for waiting in self.taken})

    def _await_turn(self, unit: OptimisticUnit) -> None:
        """Stay away after the own turn, and while it is another's. The first try does not ask."""
        pause, self.turns.pause = self.turns.pause, 0.0
        if not pause and self._tries > 1:
            pause = self._behind(unit)
        if pause:
            self._contended = True
            raise Later(pause)

    def _behind(self, unit: OptimisticUnit) -> float:
        found = unit.version(Wallet, self.wallet_id)
        return self.turns.behind(found, time.monotonic() - self._began)

    def _take_turn(
        self, unit: OptimisticUnit, journal: Journal, presumed: Version[Wallet] | None
    ) -> None:
        """Have the commit say whose turn it is, where there is one; no read, whatever comes of it.

        Raises:
            Later: it is another's turn, which the first try learns only here.
        """
        if not journal.changed(self.wallet_id):
            return
        found = unit.version(Wallet, self.wallet_id)
        if not presumed and (pause := self.turns.behind(found, 0)):
            self._contended = True
            raise Later(pause)
        contended = self._contended and len(self.taken) > 1
        turn = self.turns.taken(found, contended=contended, goes_on=bool(presumed))
        journal.set_turn(self.wallet_id, turn)
        if turn is None:
            return

        def keep() -> None:
            written_at = unit.written_at(Wallet, self.wallet_id)
            self.turns.kept = Version(journal.left(self.wallet_id), written_at)
            self.turns.size = len(self.taken)

        unit.afterwards(keep)


def _booked(journal: Journal, taken: list[Waiting]) -> Outcomes:
    """Do each work by itself: whatever one raises, and wherever, is its own, and is undone."""
    outcomes: Outcomes = []
    for waiting in taken:
        undo = journal.kept()
        try:
            outcomes.append(journal.answered(waiting.order) or waiting.work(journal))
        except LOST:
            raise  # the whole is tried again
        except Exception as err:  # noqa: BLE001 (handed to who waits, who raises it)
            undo()
            outcomes.append(err)
    return outcomes
