"""Refunds, disputes and the reconciliation in Firestore: at once, and what they cost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from typer.testing import CliRunner

from core import firebase
from core.access import Role
from core.clock import day_of, start_of
from core.store import Store
from tests.support.payment_fixture import PaymentFixture
from tools.gateway import Delivery, Json, delivery, dispute_of, payment_of, refund_of
from tools.scannerctl.app import app
from wallet.accounts import expiry
from wallet.ledger import operations
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import NEVER, Hold, HoldState, Transaction
from wallet.payments import reconciliation
from wallet.payments.requests import TopUpStarted


def payment_at(payments: PaymentFixture, started: TopUpStarted, **changes: Any) -> Json:
    """Have the gateway take a payment for an order."""
    made = payment_of(payments.order(started), **changes)
    payments.stand_in.payments[made["id"]] = made
    return made


def told(event: str, payment: Json, claim: Json | None = None) -> Delivery:
    """What the gateway would deliver."""
    return delivery(event, payment, claim=claim)


def reconciled(
    payments: PaymentFixture, first: date, last: date
) -> reconciliation.ReconciliationReport:
    """Reconcile, with a store of its own."""
    store = Store(firebase.firestore_client())
    clock = payments.practice.clock
    return reconciliation.reconcile(store, clock, payments.gateway, first, last, seconds=60)


def test_all_events_of_a_payment_at_once_book_each_thing_once(payments: PaymentFixture) -> None:
    """The capture among them: whichever comes first, the others wait for its document."""
    started = payments.started(1_000)
    payment = payment_at(payments, started)
    refund = refund_of(payment, amount=300)
    dispute = dispute_of(payment, amount=500)
    events = [
        told("payment.captured", payment),
        told("refund.processed", payment, refund),
        told("payment.dispute.created", payment, dispute),
        told("payment.dispute.lost", payment, {**dispute, "amount_deducted": 400}),
    ]
    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(payments.deliver, events * 3)) == {200}
    assert payments.balance == 1_000 - 300 - 400
    kinds = sorted(str(entry.kind) for entry in payments.entries)
    assert kinds == ["dispute_hold", "dispute_loss", "payment_refund", "top_up"]


def test_a_reconciliation_beside_the_webhook_books_nothing_twice(payments: PaymentFixture) -> None:
    payments.practice.clock.at = datetime(2027, 2, 3, 9, 30, tzinfo=UTC)  # no other test's
    made = {"created_at": int(payments.practice.clock.now().timestamp())}
    payment = payment_at(payments, payments.started(1_000), **made)
    refund = refund_of(payment, amount=300, **made)
    payments.stand_in.refunds[refund["id"]] = refund
    today = day_of(payments.practice.clock.now())
    events = [told("payment.captured", payment), told("refund.processed", payment, refund)]
    with ThreadPoolExecutor(6) as pool:
        runs = [pool.submit(reconciled, payments, today, today) for _ in range(2)]
        assert set(pool.map(payments.deliver, events * 2)) == {200}
        found = [run.result() for run in runs]
    assert payments.balance == 700
    assert [str(entry.kind) for entry in payments.entries] == ["top_up", "payment_refund"]
    ours = {payment["id"], refund["id"]}
    assert not [d for report in found for d in report.differences if d.subject in ours]


def test_a_disputes_hold_outlasts_every_expiry(payments: PaymentFixture) -> None:
    """Beside one that expires: only the end of the dispute gives the money back."""
    payment = payment_at(payments, payments.started(1_000))
    dispute = dispute_of(payment, amount=400)
    payments.deliver(told("payment.captured", payment))
    payments.deliver(told("payment.dispute.created", payment, dispute))
    practice, store = payments.practice, payments.practice.ctx().store
    wallet_id = practice.tenants.clinic
    order, now = PostingRequest("test", dispute["id"], ""), practice.clock.now()
    made = Hold(reference="visits/v1", amount=100, made_at=now, expires_at=now + timedelta(days=1))

    def hold(journal: Journal) -> Transaction:
        return operations.hold(journal, order, journal.wallet(wallet_id, Role.CLINIC), made)

    Clerk().book(store, practice.clock, wallet_id, order, hold)
    practice.clock.at += timedelta(days=4_000)
    assert expiry.release_expired(store, practice.clock, Clerk(), wallet_id=wallet_id) == 1
    under = f"wallets/{wallet_id}"
    found = store.find(expiry.EXPIRED_IN_ONE, HoldState.OPEN, NEVER, limit=5, under=under)
    assert [hold.amount for hold in found] == [400]
    assert payments.balance == 600
    payments.deliver(told("payment.dispute.won", payment, dispute))
    assert payments.balance == 1_000
    ended = store.get(Hold, wallet_id, found[0].id)
    assert ended is not None
    assert (ended.state, ended.expires_at) == (HoldState.RELEASED, practice.clock.now())


def test_what_refunds_and_disputes_cost(payments: PaymentFixture) -> None:
    def cost(event: str, claim: Json) -> tuple[int, int]:
        assert payments.deliver(told(event, payment, claim)) == 200
        return payments.tally.reads, payments.tally.writes

    payment = payment_at(payments, payments.started(1_000))
    payments.deliver(told("payment.captured", payment))
    refund, dispute = refund_of(payment, amount=300), dispute_of(payment, amount=400)
    # Written: event, refund, payment, transaction, entry, wallet, and notices to owners and admins;
    # for a dispute the hold, too.
    assert cost("refund.processed", refund) == (4, 8)
    assert cost("payment.dispute.created", dispute) == (5, 9)
    assert cost("payment.dispute.lost", dispute) == (7, 9)


@pytest.fixture
def of_this_gateway(payments: PaymentFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the command line ask the test's own stand-in, where nothing of other tests is."""
    monkeypatch.setenv("SCANNER_GATEWAY_PORT", str(payments.stand_in.port))
    monkeypatch.setenv("COLUMNS", "200")


@pytest.mark.usefixtures("of_this_gateway")
def test_the_command_books_what_is_missing_and_fails_while_anything_differs(
    payments: PaymentFixture,
) -> None:
    """Of days long ago, on which no other test books."""
    day = date(2021, 3, 4)
    at = int(start_of(day).timestamp()) + 3_600
    payment = payment_at(payments, payments.started(1_000), created_at=at)
    command = ["wallet", "reconcile", "--from", "2021-03-03", "--to", "2021-03-05"]

    first = CliRunner().invoke(app, command)
    assert first.exit_code == 0, first.output
    assert "booked now" in first.stdout
    assert payment["id"] in first.stdout
    assert payments.balance == 1_000
    again = CliRunner().invoke(app, command)
    assert (again.exit_code, "booked now" in again.stdout) == (0, False)

    stray = payment_of({"id": "order_x", "amount": 700, "currency": "INR"}, created_at=at)
    payments.stand_in.payments[stray["id"]] = stray
    differing = CliRunner().invoke(app, command)
    assert differing.exit_code == 1
    assert f"{stray['id']}  there 700, here -" in differing.stdout
    payments.stand_in.mishaps.append("fail")
    cut_off = CliRunner().invoke(app, command)
    assert cut_off.exit_code == 1
    assert "go on with --from 2021-03-03" in cut_off.stdout
