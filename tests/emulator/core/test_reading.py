"""Reading several documents at once, and sums: what comes back, and what it costs."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.store import Store
from tests.support import ids
from tests.support.account_records import MADE, Tenants
from wallet.invoices.totals import REVENUE
from wallet.ledger.models import Posting, Transaction, TransactionKind


def day(number: int) -> tuple[datetime, datetime]:
    """A day of a test's own, and where it ends; what is booked anywhere else is years before."""
    begins = MADE + timedelta(days=9999 + number)
    return begins, begins + timedelta(days=1)


def booked(number: int, paise: int) -> Transaction:
    """Revenue of a day."""
    return Transaction(
        kind=TransactionKind.ADJUSTMENT,
        postings=[
            Posting(account="platform/revenue", paise=paise),
            Posting(account="platform/gateway", paise=-paise),
        ],
        reference="x",
        actor=ids.uid(),
        fingerprint="x",
        at=day(number)[0],
    ).placed(ids.document_id())


def test_several_come_in_the_order_asked_for_with_gaps(store: Store) -> None:
    one, other = booked(0, 1), booked(0, 2)
    Tenants().seed(one, other)
    missing = ids.document_id()
    assert store.several(Transaction, other.id, missing, one.id, other.id) == [
        other,
        None,
        one,
        other,
    ]
    assert store.tally.reads == 3, "what is named twice is read once"
    assert store.several(Transaction) == []
    assert store.tally.reads == 3


def test_a_sum_is_of_what_the_query_finds(store: Store) -> None:
    assert store.total(REVENUE, *day(1)) == 0
    assert store.tally.reads == 1
    Tenants().seed(booked(1, 700), booked(1, -1), booked(2, 50))
    assert store.total(REVENUE, *day(1)) == 699
    assert store.tally.reads == 2


def test_a_sum_costs_a_read_for_each_thousand(store: Store) -> None:
    for _ in range(3):
        Tenants().seed(*(booked(3, 1) for _ in range(334)))
    assert store.total(REVENUE, *day(3)) == 1_002
    assert store.tally.reads == 2
