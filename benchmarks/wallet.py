"""Debits of one wallet by many at once: the ledger beside a plain transaction of the SDK.

Both do the same on the same emulator: read the wallet and whether the key was answered, refuse what
the balance does not cover, write the wallet, its entry and the transaction. The peer is what one
would write first: `google.cloud.firestore.transactional` with its own retries, and called again
when it gives up, as a client with a retry button would.

The rounds take turns, so that a busy moment meets both. The peer stops after `SECONDS`, for it may
take minutes; what it resolved until then counts, per second.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import ROOT

if TYPE_CHECKING:
    from google.cloud.firestore import Client, DocumentReference
    from google.cloud.firestore import Transaction as Attempt

WRITERS = 32
DEBITS = 100
#: What the wallet holds: enough for this many of the 3,200 debits; the others must be refused.
COVERED = 2_400
ROUNDS = 1
SECONDS = 20.0
#: Resolved debits per second, at the least.
TARGET = 100.0

_DONE, _REFUSED, _GAVE_UP = "done", "refused", "gave up"


@dataclass(frozen=True)
class Outcome:
    """What came of a round: answers by kind, the seconds it took, the balance at its end."""

    answers: Counter[str]
    seconds: float
    balance: int

    @property
    def rate(self) -> float:
        """Debits that were done or refused, per second."""
        return (self.answers[_DONE] + self.answers[_REFUSED]) / self.seconds


def run(console: Console) -> bool:
    """Measure on an emulator suite of its own; returns whether the ledger met its target."""
    console.print("Debits of one wallet, on emulators of their own: about a minute")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.wallet"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0


def measure(console: Console) -> bool:
    """Run the rounds on the emulators that the environment names."""
    from core.firebase import firestore_client

    client = firestore_client()
    ours, plain = [], []
    for _ in range(ROUNDS):
        ours.append(_round(_ledger(client), seconds=None))
        plain.append(_round(_plain(client), seconds=SECONDS))
    best, peer = max(ours, key=lambda o: o.rate), max(plain, key=lambda o: o.rate)
    results.show(console, "wallet", _table(best, peer))
    told = results.Result(
        "wallet",
        f"{WRITERS} writers debit one wallet",
        f"{best.rate:.0f} a second",
        f"{peer.rate:.1f}, a plain transaction",
        "",
        best.rate,
        TARGET,
        at_most=False,
        unit=" a second",
    )
    return results.tell(told) and all(_is_right(outcome) for outcome in ours)


def _is_right(outcome: Outcome) -> bool:
    """Tell whether all resolved, and the wallet was spent to the last paisa and no further."""
    expected = Counter({_DONE: COVERED, _REFUSED: WRITERS * DEBITS - COVERED})
    return outcome.answers == expected and outcome.balance == 0


@dataclass(frozen=True)
class Till:
    """A wallet: how to take a paisa from it, and what it holds."""

    debit: Callable[[], str]
    balance: Callable[[], int]


def _ledger(client: Client) -> Till:
    from core.access import Role
    from core.clock import SystemClock
    from core.store import Store
    from wallet.ledger import operations
    from wallet.ledger.clerk import Clerk
    from wallet.ledger.errors import InsufficientFunds
    from wallet.ledger.journal import Journal, PostingRequest
    from wallet.ledger.models import Transaction, Wallet

    clerk, wallet_id = Clerk(), uuid.uuid4().hex

    def book(paise: int) -> str:
        order = PostingRequest("benchmark", uuid.uuid4().hex, "same")

        def work(journal: Journal) -> Transaction:
            wallet = journal.wallet(wallet_id, Role.CLINIC)
            return operations.adjust(journal, order, wallet, paise, "benchmark")

        try:
            clerk.book(Store(client), SystemClock(), wallet_id, order, work)
        except InsufficientFunds:
            return _REFUSED
        return _DONE

    def balance() -> int:
        found = Store(client).get(Wallet, wallet_id)
        return found.available if found else 0

    book(COVERED)
    return Till(lambda: book(-1), balance)


def _plain(client: Client) -> Till:
    from google.cloud import firestore

    wallet = client.collection("plain_wallets").document()
    wallet.set({"available": COVERED, "sequence": 0})

    @firestore.transactional  # type: ignore[untyped-decorator]
    def debit(transaction: Attempt, answer: DocumentReference) -> str:
        answered = answer.get(transaction=transaction)
        found = wallet.get(transaction=transaction).to_dict() or {}
        if answered.exists or found["available"] < 1:
            return _REFUSED
        number, left = found["sequence"] + 1, found["available"] - 1
        entry = wallet.collection("entries").document(f"{number:012d}")
        transaction.create(answer, {"postings": [-1, 1], "at": firestore.SERVER_TIMESTAMP})
        transaction.create(entry, {"number": number, "change": -1, "available": left})
        transaction.update(wallet, {"available": left, "sequence": number})
        return _DONE

    def call() -> str:
        answer = client.collection("plain_transactions").document()
        try:
            return str(debit(client.transaction(), answer))
        except Exception:  # noqa: BLE001 (whatever it is, the caller got no answer)
            return _GAVE_UP

    return Till(call, lambda: int((wallet.get().to_dict() or {})["available"]))


def _round(till: Till, seconds: float | None) -> Outcome:
    """Have all writers debit at once, until each has its answers or the time is over."""
    answers: list[Counter[str]] = [Counter() for _ in range(WRITERS)]
    begin = threading.Barrier(WRITERS + 1)

    def write(mine: Counter[str]) -> None:
        begin.wait()
        while mine[_DONE] + mine[_REFUSED] < DEBITS and time.monotonic() < deadline:
            mine[till.debit()] += 1

    deadline = float("inf")
    threads = [threading.Thread(target=write, args=(mine,), daemon=True) for mine in answers]
    for thread in threads:
        thread.start()
    started = time.monotonic()
    deadline = started + seconds if seconds else deadline
    begin.wait()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    return Outcome(sum(answers, Counter()), took, till.balance())


def _table(ours: Outcome, plain: Outcome) -> Table:
    table = Table(title=f"{WRITERS} writers, {DEBITS} debits each, on one wallet")
    for heading in ("", "done", "refused", "gave up", "seconds", "resolved/s"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, outcome in (("the ledger", ours), ("a plain SDK transaction", plain)):
        counted = (str(outcome.answers[kind]) for kind in (_DONE, _REFUSED, _GAVE_UP))
        table.add_row(name, *counted, f"{outcome.seconds:.1f}", f"{outcome.rate:.1f}")
    return table


if __name__ == "__main__":
    sys.exit(0 if measure(Console()) else 1)
