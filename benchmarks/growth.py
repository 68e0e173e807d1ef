"""How what goes through whole collections grows: sizes doubled on the emulator, then extrapolated.

Verifying the audit, handing in a month's billing and compiling the access review, in a database of
their own. Processor time of this process and documents read are measured; what grows in proportion
is extrapolated to `AIMED`, and said to be. The emulator's own time is no part of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import ROOT

#: What is expected at 10,000 clinics and a million cases a year.
AIMED = {"audit entries": 100_000_000, "wallets": 10_000, "accounts": 50_000}
#: Sizes that are measured: each twice the one before.
SIZES = {
    "audit entries": (5_000, 10_000, 20_000),
    "wallets": (500, 1_000, 2_000),
    "accounts": (250, 500, 1_000),
}
#: The most that the time of one document may grow while there are four times as many.
FLAT = 1.5
_BATCH = 500
_NOW = datetime(2026, 5, 31, 20, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Cost:
    """What going through a collection cost: processor seconds, documents read, tasks handed in."""

    size: int
    seconds: float
    reads: int
    tasks: int = 0

    @property
    def each(self) -> float:
        """Processor seconds for one document."""
        return self.seconds / self.size


class NotedQueues:
    """Takes tasks and keeps them, as a queue that is not dispatched."""

    def __init__(self) -> None:
        self.tasks: dict[str, dict[str, str]] = {}

    def add(
        self, function: str, name: str, data: dict[str, str], at: datetime | None = None
    ) -> bool:
        """Keep a task; False where one of its name is there."""
        del function, at
        fresh = name not in self.tasks
        self.tasks.setdefault(name, data)
        return fresh


class _Standing:
    """A clock that stands."""

    def now(self) -> datetime:
        """Return the night of the billing."""
        return _NOW


def run(console: Console) -> bool:
    """Measure on an emulator suite of its own; returns whether all grows in proportion."""
    console.print("collections of doubled sizes, on emulators of their own: two minutes")
    suite = [sys.executable, "-m", "tools.emulators", "run", "--"]
    inner = [sys.executable, "-m", "benchmarks.growth"]
    return subprocess.run([*suite, *inner], cwd=ROOT, check=False).returncode == 0


def measure(console: Console) -> bool:
    """Measure on the emulators that the environment names."""
    trials: Mapping[str, Callable[[int], Cost]] = {
        "audit entries": _verified,
        "wallets": _billed,
        "accounts": _reviewed,
    }
    for trial in trials.values():
        trial(_BATCH // 2)  # what is loaded once is no part of it
    costs = {name: [trial(size) for size in SIZES[name]] for name, trial in trials.items()}
    results.show(console, "growth", _table(costs))
    met = True
    for name, found in costs.items():
        ratio = found[-1].each / found[0].each
        told = results.Result(
            "growth",
            f"processor time of one of the {name}, at four times as many",
            f"{found[-1].each * 1e6:.0f} µs",
            f"{found[0].each * 1e6:.0f} µs at a quarter",
            "",
            ratio,
            aim=FLAT,
        )
        met = results.tell(told) and met
    return met


def _table(costs: Mapping[str, list[Cost]]) -> Table:
    table = Table(title="Going through whole collections; the last line of each is extrapolated")
    for heading in ("", "documents", "processor s", "µs each", "reads", "tasks"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, found in costs.items():
        last, aimed = found[-1], AIMED[name]
        times = aimed / last.size
        far = Cost(
            aimed, last.seconds * times, round(last.reads * times), round(last.tasks * times)
        )
        for cost in (*found, far):
            table.add_row(
                name if cost is not far else f"{name}, extrapolated",
                f"{cost.size:,}",
                f"{cost.seconds:,.1f}",
                f"{cost.each * 1e6:.0f}",
                f"{cost.reads:,}",
                f"{cost.tasks:,}" if cost.tasks else "",
            )
    return table


def _database() -> Any:  # noqa: ANN401
    """Return a client of an empty project on the Firestore emulator."""
    from google.auth.credentials import AnonymousCredentials
    from google.cloud import firestore

    if not os.environ.get("FIRESTORE_EMULATOR_HOST"):
        raise RuntimeError("this runs on emulators: use python -m benchmarks growth")
    name = f"demo-growth-{uuid.uuid4().hex[:12]}"
    return firestore.Client(name, credentials=AnonymousCredentials())


def _put(client: Any, documents: Mapping[str, Mapping[str, object]]) -> None:  # noqa: ANN401
    paths = list(documents)
    for start in range(0, len(paths), _BATCH):
        batch = client.batch()
        for path in paths[start : start + _BATCH]:
            batch.set(client.document(path), documents[path])
        batch.commit()


def _verified(size: int) -> Cost:
    """Verify an audit of so many entries, in full seals."""
    from core.audit import AuditEntry
    from core.store import Store
    from core.unknown import stored
    from privacy.audit import chain, verification
    from privacy.models import Evidence, Seal

    client, began = _database(), _NOW - timedelta(days=60)
    documents: dict[str, dict[str, object]] = {}
    entries: list[Evidence] = []
    for place in range(size):
        said = stored(
            AuditEntry(
                actor=f"{place % 97:028}",
                action="scans.open_case",
                subject=f"cases/{place:020}",
                at=began + place * timedelta(seconds=7),
                refs={"file": f"{place:020}"},
            )
        )
        entry = Evidence.model_validate(said).placed(f"{uuid.uuid4().hex[:20]}")
        entries.append(entry)
        documents[entry.path_for(entry.id)] = said
    last: Seal | None = None
    for start in range(0, size, chain.MOST):
        window = entries[start : start + chain.MOST]
        horizon = window[-1].at + timedelta(seconds=1)
        last = chain.follow(last, window, horizon, horizon)
        documents[last.path_for(last.id)] = stored(last)
    _put(client, documents)
    store, started = Store(client), time.process_time()
    found = list(verification.faults(store, _NOW))
    seconds = time.process_time() - started
    if found:
        raise RuntimeError(f"an honest audit has findings: {found[:3]}")
    return Cost(size, seconds, store.tally.reads)


def _billed(size: int) -> Cost:
    """Hand in the wallets of a month, page by page."""
    from core.access import Role
    from core.store import Store
    from core.unknown import stored
    from wallet.invoices import monthly_billing
    from wallet.ledger.models import Wallet

    client, queues = _database(), NotedQueues()
    wallet = stored(Wallet(kind=Role.CLINIC, sequence=5, invoiced=3))
    _put(client, {f"wallets/{uuid.uuid4().hex[:20]}": wallet for _ in range(size)})
    store, done = Store(client, queues), 0
    started = time.process_time()
    monthly_billing.start_due(store, _Standing())
    while done < len(queues.tasks):
        task = list(queues.tasks.values())[done:]
        done += len(task)
        for each in task:
            if "after" in each:
                monthly_billing.take(store, _Standing(), each)
    seconds = time.process_time() - started
    wallets = sum("wallet_id" in each for each in queues.tasks.values())
    if wallets != size:
        raise RuntimeError(f"{wallets} of {size} wallets were handed in")
    return Cost(size, seconds, store.tally.reads, len(queues.tasks))


def _reviewed(size: int) -> Cost:
    """Compile the access review of so many accounts, run after run."""
    from accounts.models import User
    from core.access import SYSTEM, Role
    from core.context import Context
    from core.store import Store
    from core.unknown import stored
    from privacy.access_reviews import compilation
    from privacy.directory import SignIn
    from tests.support import account_records, tokens

    client = _database()
    user = account_records.Tenants().account(tokens.person(), role=Role.OPERATOR)
    listed = [SignIn(f"{place:028}", user.claims(), _NOW) for place in range(size)]
    _put(client, {User.path_for(each.uid): stored(user) for each in listed})

    class Listing:
        """Accounts as Auth lists them."""

        def page(self, token: str | None, most: int) -> tuple[list[SignIn], str | None]:
            """Return a page, and where the next one begins."""
            start = int(token or 0)
            end = start + most
            return listed[start:end], str(end) if end < size else None

    store, started = Store(client), time.process_time()
    while compilation.review_access(Context(store, SYSTEM, _Standing()), Listing()):
        pass
    return Cost(size, time.process_time() - started, store.tally.reads)


if __name__ == "__main__":
    sys.exit(0 if measure(Console()) else 1)
