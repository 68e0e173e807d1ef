"""A fault that a work meets counts only if what it read still holds: reads are of moments apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from core.access import Role
from core.contention import OptimisticUnit
from core.errors import ScannerError
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore
from tests.support.memory_queries import Reference, Snapshot
from wallet.ledger.errors import InsufficientFunds
from wallet.ledger.models import Wallet

FROM, TO = "a" * 20, "b" * 20
TOTAL = 100


@dataclass
class Interrupted(MemoryFirestore):
    """A database to which another instance writes just before a document is read, once."""

    before_read: dict[str, Callable[[], None]] = field(default_factory=dict)

    def snapshot(self, reference: Reference) -> Snapshot:
        """Read one document, after what comes before it."""
        if meanwhile := self.before_read.pop(reference.path, None):
            meanwhile()
        return super().snapshot(reference)


def _wallets() -> tuple[Interrupted, Store]:
    database = Interrupted()
    client: Any = database
    store = Store(client)
    store.run(_make)
    return database, store


def _make(unit: Any) -> None:
    unit.create(Wallet(kind=Role.CLINIC, available=TOTAL), FROM)
    unit.create(Wallet(kind=Role.LAB), TO)


def _move(unit: OptimisticUnit) -> None:
    source, target = unit.get(Wallet, FROM), unit.get(Wallet, TO)
    assert source is not None
    assert target is not None
    unit.change(source, available=source.available - 30)
    unit.change(target, available=target.available + 30)


class _Sum:
    """A work that finds the sum of both wallets, which no commit ever changes."""

    def __init__(self, fault: type[Exception]) -> None:
        self.fault, self.tries = fault, 0

    def __call__(self, unit: OptimisticUnit) -> int:
        self.tries += 1
        found = [unit.get(Wallet, each) for each in (FROM, TO)]
        paise = sum(each.available for each in found if each)
        if paise != TOTAL:
            raise self.fault
        return paise


def test_a_fault_of_reads_that_do_not_fit_together_is_tried_again() -> None:
    database, store = _wallets()
    database.before_read[f"wallets/{TO}"] = lambda: store.compete(_move)
    work = _Sum(AssertionError)
    assert store.compete(work) == TOTAL
    assert work.tries == 2


def test_a_fault_of_reads_that_hold_is_raised_at_once() -> None:
    _, store = _wallets()
    tries = []

    def faulty(unit: OptimisticUnit) -> None:
        unit.get(Wallet, FROM)
        tries.append(store.tally.reads)
        raise AssertionError

    with pytest.raises(AssertionError):
        store.compete(faulty)
    assert len(tries) == 1
    assert store.tally.reads == 2  # the document, and its version once more


def test_a_refusal_costs_no_read_more() -> None:
    database, store = _wallets()
    database.before_read[f"wallets/{TO}"] = lambda: store.compete(_move)
    before, work = store.tally.reads, _Sum(InsufficientFunds)
    with pytest.raises(ScannerError):
        store.compete(work)
    assert work.tries == 1
    assert store.tally.reads == before + 4  # two of its own, two of the other's
