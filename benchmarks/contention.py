"""Eight instances that debit one wallet at once: the ledger beside that of an earlier commit.

Each instance is a process with four threads, as few requests at once as an instance may serve. The
network between it and the Firestore emulator takes 4 ms each way, about what lies between an
instance and Firestore in one region. The earlier commit is the one that `BASE` names, or 55637e5,
which the aim speaks of; the same program books by either's code.

The rounds take turns, so that a busy moment meets both, and the best of each counts. A wallet
covers all debits but those of the last round, in which most must be refused.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import ROOT, BaseError, base
from benchmarks.waiting import delayed

PROGRAM = ROOT / "benchmarks" / "debiting.py"
#: The commit that the ledger is held to, where the environment names no other.
EARLIER = "55637e5"
INSTANCES, THREADS = 8, 4
SECONDS = 10
ROUNDS = 2
#: Seconds, each way.
NETWORK = 0.004
#: Debits resolved a second, of those of the earlier commit.
TARGET = 5.0
#: What a wallet holds in the rounds that are timed, and in the one that spends all of it.
ENOUGH, LITTLE = 10_000_000, 200


@dataclass(frozen=True)
class Outcome:
    """What came of a round.

    Attributes:
        answers: how many debits ended in which way.
        seconds: from the start to the last answer.
        p95: 95 of 100 debits took no longer than this, in seconds.
        balance: what the wallet held at the end, in paise.
        paid: what was paid into it.
    """

    answers: dict[str, int]
    seconds: float
    p95: float
    balance: int
    paid: int

    @property
    def rate(self) -> float:
        """Debits that were done or refused, per second."""
        return (self.answers.get("done", 0) + self.answers.get("refused", 0)) / self.seconds

    @property
    def adds_up(self) -> bool:
        """Whether each debit that was done took a paisa, and nothing fell below zero."""
        return self.balance == self.paid - self.answers.get("done", 0) >= 0


def run(console: Console) -> bool:
    """Measure on an emulator suite of its own; returns whether the target was met."""
    console.print(f"{INSTANCES} instances at one wallet, on emulators of their own: two minutes")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.contention"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0


def measure(console: Console) -> bool:
    """Run the rounds on the emulators that the environment names.

    Raises:
        BaseError: the earlier commit is none of this repository's.
    """
    ours, theirs = [], []
    here = ROOT / "functions"
    older = base() or base(EARLIER)
    if older is None:
        raise BaseError(EARLIER)
    emulator = os.environ["FIRESTORE_EMULATOR_HOST"]
    with delayed(emulator, NETWORK) as firestore:
        os.environ["FIRESTORE_EMULATOR_HOST"] = firestore
        for _ in range(ROUNDS):
            ours.append(_round(here, ENOUGH))
            theirs.append(_round(older.functions, ENOUGH))
        spent = _round(here, LITTLE, seconds=3)
    os.environ["FIRESTORE_EMULATOR_HOST"] = emulator
    best, peer = max(ours, key=lambda o: o.rate), max(theirs, key=lambda o: o.rate)
    table = _table({"the ledger": best, older.name: peer, "spent to the last paisa": spent})
    results.show(console, "contention", table)
    right = all(outcome.adds_up for outcome in (*ours, *theirs, spent)) and spent.balance == 0
    figures = (f"{best.rate:.0f}", "", f"{peer.rate:.0f}", best.rate / peer.rate)
    told = results.Result(
        "contention", "debits of one wallet a second", *figures, aim=TARGET, at_most=False
    )
    return results.tell(told) and right


def _round(functions: Path, paid: int, seconds: float = SECONDS) -> Outcome:
    wallet_id = uuid.uuid4().hex
    paid_in = [paid] + [1] * (INSTANCES - 1)
    instances = [_instance(functions, wallet_id, paise, seconds) for paise in paid_in]
    for instance in instances:
        assert instance.stdout is not None  # noqa: S101 (it is a pipe)
        if instance.stdout.readline() != "ready\n":
            raise RuntimeError(f"{functions} does not book")
    started = time.monotonic()
    for instance in instances:
        print("go", file=instance.stdin, flush=True)
    answers: dict[str, list[float]] = {}
    for instance in instances:
        told, _ = instance.communicate()
        for answer, times in json.loads(told).items():
            answers.setdefault(answer, []).extend(times)
    took = time.monotonic() - started
    everything = [each for times in answers.values() for each in times]
    return Outcome(
        {answer: len(times) for answer, times in answers.items()},
        took,
        statistics.quantiles(everything, n=20)[-1],
        _balance(wallet_id),
        sum(paid_in),
    )


def _instance(functions: Path, wallet_id: str, paise: int, seconds: float) -> subprocess.Popen[str]:
    """Start an instance, and have it pay in."""
    arguments = [str(functions), wallet_id, str(paise), str(THREADS), str(seconds)]
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _balance(wallet_id: str) -> int:
    from core.firebase import firestore_client

    found = firestore_client().collection("wallets").document(wallet_id).get()
    return int(found.get("available"))


def _table(outcomes: dict[str, Outcome]) -> Table:
    table = Table(title=f"{INSTANCES} instances with {THREADS} threads each, on one wallet")
    for heading in ("", "done", "refused", "gave up", "seconds", "resolved/s", "p95"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, outcome in outcomes.items():
        counted = (str(outcome.answers.get(each, 0)) for each in ("done", "refused", "busy"))
        figures = (f"{outcome.seconds:.1f}", f"{outcome.rate:.1f}", f"{outcome.p95:.2f} s")
        table.add_row(name, *counted, *figures)
    return table


if __name__ == "__main__":
    sys.exit(0 if measure(Console()) else 1)
