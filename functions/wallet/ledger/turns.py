"""Turns of instances at one wallet: who met contention keeps the wallet for a while, others wait.

An instance that lost a commit, and has several works to book, writes into the wallet with its next
commit that the turn is its own. It then books all that comes to it, commit after commit, without
reading the wallet anew. The others look from time to time, the more often the longer they have
waited, so that they come one after the other. Where nobody contends no turn is taken, and nothing
more is read or written.

A turn is advice: what is booked is guarded by the versions of documents alone, as it always was. It
is judged by Firestore's clock, which dates what is written and read, so that the clocks of
instances need not agree. A turn whose holder wrote nothing for `SILENCE` is over, as is one that
has lasted for `TURN` and a little more: an instance that dies blocks nobody for longer.
"""

import random
import time
import uuid
from datetime import timedelta

from core.contention import Version
from wallet.ledger.models import Turn, Wallet

#: How long an instance books before it lets others go first: some ten commits, so that what the
#: change of turns costs is a small share. Eight instances come round in about two seconds.
TURN = timedelta(milliseconds=250)
#: How long a holder may write nothing: a commit that takes several times as long as is usual.
#: Shorter, slow commits would end turns that go on.
SILENCE = timedelta(milliseconds=250)
#: Seconds between two looks at the wallet, of one who just came and of one who has waited `LONG`.
SELDOM, OFTEN = 0.3, 0.01
#: Seconds of waiting after which an instance looks most often: about a round of eight.
LONG = 1.5
#: Seconds for which an instance stays away after its turn: time for those who look often.
PAUSE = 0.05


class TurnTaking:
    """The turns of one instance at one wallet. Used by one thread at a time."""

    def __init__(self) -> None:
        self._holder = uuid.uuid4().hex
        self._ends = 0.0  # by the monotonic clock
        #: The wallet as this instance's last commit left it, while the turn is its own.
        self.kept: Version[Wallet] | None = None
        #: How many works the last commit of the turn booked.
        self.size = 0
        #: Seconds to stay away, once a turn is over.
        self.pause = 0.0

    def behind(self, found: Version[Wallet], waited: float) -> float:
        """Return for how many seconds to leave a wallet to another; 0 where it is nobody's turn.

        `waited` are the seconds since this instance began to wait.
        """
        turn = found.document.turn if found.document else None
        if turn is None or turn.holder == self._holder:
            return 0
        if found.read_at is None or found.written_at is None:
            return 0
        silent, lasted = found.read_at - found.written_at, found.read_at - turn.since
        if silent >= SILENCE or lasted >= TURN + SILENCE:
            return 0
        look = max(OFTEN, SELDOM * (1 - waited / LONG)) * random.uniform(0.5, 1.5)  # noqa: S311
        return min(look, max(0.0, (TURN - lasted).total_seconds()) + OFTEN)

    def taken(self, found: Version[Wallet], *, contended: bool, goes_on: bool) -> Turn | None:
        """Return the turn that a commit writes: the one that goes on, or a new one, or none.

        `contended` says that others wrote the wallet meanwhile, or have the turn; `goes_on`, that
        the last commit was this instance's, in its turn.
        """
        turn = found.document.turn if found.document else None
        mine = turn is not None and turn.holder == self._holder
        now = time.monotonic()
        if mine and now < self._ends:
            return turn
        if goes_on:
            self.pause = PAUSE
        if not contended or found.read_at is None:
            return None
        self._ends = now + TURN.total_seconds()
        return Turn(holder=self._holder, since=found.read_at)
