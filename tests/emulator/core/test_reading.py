"""Reading several documents at once, and sums: what comes back, and what it costs."""

from __future__ import annotations

from datetime import timedelta

from core.queries import Query, Total
from core.store import Store
from tests.support import ids
from tests.support.account_records import MADE, Tenants
from tests.support.queries import unregistered
from wallet.ledger.models import Posting, Transaction, TransactionKind

#: All of one actor, whom every test makes up anew.
OF_ACTOR = unregistered(Query(Transaction, where=(("actor", "=="),)))
SUM = Total(OF_ACTOR, "revenue")
Total.registry.remove(SUM)


def booked(actor: str, paise: int) -> Transaction:
    """Revenue of somebody."""
    return Transaction(
        kind=TransactionKind.ADJUSTMENT,
        postings=[
            Posting(account="platform/revenue", paise=paise),
            Posting(account="platform/gateway", paise=-paise),
        ],
        reference="x",
        actor=actor,
        fingerprint="x",
        at=MADE + timedelta(days=9999),
    ).placed(ids.document_id())


def test_several_come_in_the_order_asked_for_with_gaps(store: Store) -> None:
    one, other = booked(ids.uid(), 1), booked(ids.uid(), 2)
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
    actor = ids.uid()
    assert store.total(SUM, actor) == 0
    assert store.tally.reads == 1
    Tenants().seed(booked(actor, 700), booked(actor, -1), booked(ids.uid(), 50))
    assert store.total(SUM, actor) == 699
    assert store.tally.reads == 2


def test_a_sum_costs_a_read_for_each_thousand(store: Store) -> None:
    actor = ids.uid()
    for _ in range(3):
        Tenants().seed(*(booked(actor, 1) for _ in range(334)))
    assert store.total(SUM, actor) == 1_002
    assert store.tally.reads == 2
