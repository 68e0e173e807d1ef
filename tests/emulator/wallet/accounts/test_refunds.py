"""Refunds: a captured fee goes back whole or in parts, tax and all, and never twice."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import refused
from tests.support.wallet_fixture import FEE, LIST, WalletFixture
from wallet.ledger.charges import Charge
from wallet.ledger.models import Transaction, TransactionKind
from wallet.ledger.terms import SaleItem


@pytest.fixture
def wallet(practice: ClinicFixture) -> WalletFixture:
    """A wallet that paid for one visit."""
    wallet = WalletFixture(practice)
    wallet.complete(wallet.scanned().visit_id)
    return wallet


def captured(wallet: WalletFixture) -> Transaction:
    """What was booked for the visit."""
    return next(t for t in wallet.transactions() if t.kind is TransactionKind.CAPTURE)


def test_a_fee_goes_back_whole(wallet: WalletFixture) -> None:
    paid = captured(wallet)
    wallet.refund(paid.id)
    assert wallet.balance == (1_000_000, 0)
    refund = wallet.transactions()[-1]
    assert (refund.revenue, refund.tax) == (-150_000, -27_000)
    assert (refund.follows, refund.reference) == (paid.follows, paid.reference)
    assert refund.sale is not None
    assert refund.sale.item is SaleItem.VISIT
    refused(lambda: wallet.refund(paid.id, 100), "amount-too-large", limit_paise=0)
    refused(lambda: wallet.refund(paid.id), "amount-too-large", limit_paise=0)
    assert wallet.balance == (1_000_000, 0)


@pytest.mark.parametrize("parts", [(33_333, 100, 71_717), (100, 100, FEE - 300)])
def test_parts_of_a_fee_add_up_to_it(wallet: WalletFixture, parts: tuple[int, ...]) -> None:
    paid = captured(wallet)
    for part in parts:
        wallet.refund(paid.id, part)
        refund = Charge.of(wallet.transactions()[-1].postings)
        assert refund.gross == -part
        assert refund.cgst == refund.sgst
    left = FEE - sum(parts)
    refused(lambda: wallet.refund(paid.id, left + 1), "amount-too-large", limit_paise=left)
    wallet.refund(paid.id)
    refunds = [
        Charge.of(t.postings) for t in wallet.transactions() if t.kind is TransactionKind.REFUND
    ]
    sums = [sum(parts) for parts in zip(*map(astuple, refunds), strict=True)]
    assert Charge(*sums) == -Charge.of(paid.postings)
    assert wallet.balance == (1_000_000, 0)


def test_less_than_a_rupee_goes_back_only_as_the_last_of_it(wallet: WalletFixture) -> None:
    paid = captured(wallet)
    before = snapshot(wallet.practice, f"wallets/{wallet.id}")
    refused(lambda: wallet.refund(paid.id, 99), "amount-too-small", limit_paise=FEE)
    assert snapshot(wallet.practice, f"wallets/{wallet.id}") == before
    wallet.refund(paid.id, 100)
    wallet.refund(paid.id, FEE - 199)
    refused(lambda: wallet.refund(paid.id, 98), "amount-too-small", limit_paise=99)
    wallet.refund(paid.id, 99)
    assert wallet.balance == (1_000_000, 0)


def test_only_a_captured_fee_of_that_wallet_goes_back(wallet: WalletFixture) -> None:
    paid = captured(wallet)
    before = snapshot(wallet.practice, f"wallets/{wallet.id}")
    held = next(t for t in wallet.transactions() if t.kind is TransactionKind.HOLD)
    for transaction_id in (held.id, ids.document_id()):
        refused(lambda at=transaction_id: wallet.refund(at), "transaction-not-found")  # type: ignore[misc]
    other = WalletFixture(ClinicFixture(), listed=LIST)
    refused(lambda: other.refund(paid.id), "transaction-not-found")
    assert snapshot(wallet.practice, f"wallets/{wallet.id}") == before
    wallet.refund(paid.id)
    assert wallet.practice.tally.reads == 4
    assert wallet.practice.tally.writes == 5
    given_back = wallet.transactions()[-1]
    refused(lambda: wallet.refund(given_back.id), "transaction-not-found")
