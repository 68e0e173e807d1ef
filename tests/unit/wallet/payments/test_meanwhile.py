"""Another instance settles an event of the same payment between two reads of this one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations
from types import SimpleNamespace
from typing import Any

import pytest

from core.access import Role
from core.store import Store
from tests.support.memory_firestore import MemoryFirestore
from tests.support.memory_queries import Reference, Snapshot
from tests.unit.wallet.payments.payment_shelf import (
    NOW,
    PAISE,
    ToldEvent,
    captured,
    dispute,
    refund,
)
from wallet.payments import settlement
from wallet.payments.models import Payment

#: Whatever comes between: 300 refunded, 400 of a disputed 500 lost.
LEFT = PAISE - 300 - 400


def _story() -> dict[str, ToldEvent]:
    return {
        "captured": captured(),
        "refunded": refund("processed"),
        "disputed": dispute("created", amount=500),
        "lost": dispute("lost", amount=500, deducted=400),
    }


class _Beside(MemoryFirestore):
    """A database where, before the `at`-th read of a settlement, another one happens."""

    at = -1
    event: str | None = None

    def snapshot(self, reference: Reference) -> Snapshot:
        """Read one document, and let the other go first where it is its turn."""
        self.at -= 1
        if self.at == 0 and self.event:
            _deliver(self, self.event, "other")
        return super().snapshot(reference)


def _deliver(database: MemoryFirestore, name: str, by: str = "mine") -> None:
    client: Any = database
    clock: Any = SimpleNamespace(now=lambda: NOW + timedelta(seconds=1))
    queues: Any = SimpleNamespace(enqueue=lambda *_, **__: None)
    event = _story()[name].read()
    settlement.settle(Store(client, queues), clock, f"{by}-{name}", event)


def _started() -> _Beside:
    database = _Beside()
    client: Any = database
    payment = Payment(
        wallet_id="c1",
        kind=Role.CLINIC,
        paise=PAISE,
        order_id="order_1",
        started_by="u1",
        started_at=NOW,
        fingerprint="f",
    )
    Store(client).run(lambda unit: unit.create(payment, "p1"))
    return database


def _orders() -> Iterator[tuple[str, ...]]:
    yield from permutations(_story())


@pytest.mark.parametrize("order", list(_orders()), ids="-".join)
def test_an_event_between_any_two_reads_books_each_thing_once(order: tuple[str, ...]) -> None:
    """The last two of each order are settled at once, the one before each read of the other."""
    *before, other, mine = order
    for at in range(1, 12):
        database = _started()
        for name in before:
            _deliver(database, name)
        database.at, database.event = at, other
        _deliver(database, mine)
        database.event = None
        for name in order:  # delivered once more, as the gateway does without an answer
            _deliver(database, name)
        wallet, _ = database.documents["wallets/c1"]
        assert (wallet["available"], wallet["held"]) == (LEFT, 0), (order, at)


@pytest.mark.parametrize("mine", ["captured", "refunded", "disputed", "lost"])
def test_the_same_event_between_any_two_reads_counts_once(mine: str) -> None:
    """As the gateway delivers one event twice at once, under ids of their own."""
    for at in range(1, 12):
        database = _started()
        for name in _story():
            if name == mine:
                database.at, database.event = at, mine
            _deliver(database, name)
            database.event = None
        wallet, _ = database.documents["wallets/c1"]
        assert (wallet["available"], wallet["held"]) == (LEFT, 0), at
