"""What the payment gateway tells is booked once, in any order, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from google.api_core import exceptions

from core.errors import Busy
from tests.support.clinic_fixture import snapshot
from tests.support.crashes import AilingStore, DyingStore
from tests.support.payment_fixture import PaymentFixture
from tools.gateway import Delivery, signed
from wallet.ledger import chart
from wallet.ledger.models import Transaction, TransactionKind
from wallet.payments.events import CAPTURED, FAILED, ORDER_PAID
from wallet.payments.models import PaymentState
from wallet.payments.requests import TopUpStarted


def nothing_happens(
    payments: PaymentFixture, started: TopUpStarted, told: Delivery, status: int = 200
) -> None:
    """Deliver what must leave payment, wallet, entries and everybody's inbox as they are."""
    watched = payments.watched(started)
    before = snapshot(payments.practice, *watched)
    assert payments.deliver(told) == status
    assert snapshot(payments.practice, *watched) == before


@pytest.mark.parametrize("event", [CAPTURED, ORDER_PAID])
def test_what_was_paid_is_booked(payments: PaymentFixture, event: str) -> None:
    started = payments.started(500)
    told = payments.told(event, started, id="pay_1")
    assert payments.deliver(told) == 200
    payment = payments.payment(started)
    assert (payment.state, payment.gateway_payment) == (PaymentState.PAID, "pay_1")
    assert payment.settled_at == payments.practice.clock.now()
    (entry,) = payments.entries
    assert (entry.kind, entry.available) == (TransactionKind.TOP_UP, 500)
    assert entry.transaction_id == payment.transaction_id
    transaction = payments.practice.ctx().store.get(Transaction, entry.transaction_id)
    assert transaction is not None
    assert transaction.reference == f"payments/{started.payment_id}"
    assert transaction.actor == payments.practice.uid("member")
    assert [posting.account for posting in transaction.postings] == [
        chart.GATEWAY,
        chart.available("clinic", payments.practice.tenants.clinic),
    ]
    assert payments.outcome(told) == "booked"


def test_one_order_is_booked_once_whatever_is_told_of_it(payments: PaymentFixture) -> None:
    started = payments.started()
    paid = {"id": "pay_1"}
    captured = payments.told(CAPTURED, started, **paid)
    assert payments.deliver(captured) == 200
    for told in (captured, payments.told(ORDER_PAID, started, **paid)):
        nothing_happens(payments, started, told)
    again = payments.told(CAPTURED, started, **paid)
    nothing_happens(payments, started, again)
    assert payments.outcome(again) == "already_booked"
    assert payments.outcome(captured) == "booked"
    assert payments.balance == 500


def test_events_delivered_at_once_and_often_book_once(payments: PaymentFixture) -> None:
    started = payments.started()
    kinds = [payments.told(kind, started, id="pay_1") for kind in (CAPTURED, ORDER_PAID)]
    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(payments.deliver, kinds * 10)) == {200}
    assert [entry.available for entry in payments.entries] == [500]
    assert {payments.outcome(told) for told in kinds} == {"booked", "already_booked"}


def test_one_event_delivered_by_twenty_at_once_books_once(payments: PaymentFixture) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(payments.deliver, [told] * 20)) == {200}
    assert [entry.available for entry in payments.entries] == [500]


def test_many_payments_into_one_wallet_at_once_are_all_booked(payments: PaymentFixture) -> None:
    events = [payments.told(CAPTURED, payments.started(100 + n)) for n in range(12)]
    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(payments.deliver, events)) == {200}
    assert payments.balance == sum(100 + n for n in range(12))
    assert len(payments.entries) == 12


def test_a_failed_attempt_may_still_be_paid_and_a_paid_one_not_fail(
    payments: PaymentFixture,
) -> None:
    started = payments.started()
    for _ in range(2):
        failed = payments.told(FAILED, started)
        assert payments.deliver(failed) == 200
        assert payments.outcome(failed) == "failed"
        assert payments.payment(started).state is PaymentState.FAILED
        assert payments.balance == 0
    assert payments.deliver(payments.told(CAPTURED, started)) == 200
    assert payments.payment(started).state is PaymentState.PAID
    late = payments.told(FAILED, started)
    nothing_happens(payments, started, late)
    assert payments.outcome(late) == "too_late"
    assert payments.balance == 500


MISFITS: list[tuple[str, dict[str, Any], str, bool]] = [
    (CAPTURED, {"amount": 501}, "wrong_amount", True),
    (CAPTURED, {"amount": 499}, "wrong_amount", True),
    (ORDER_PAID, {"amount": 50_000}, "wrong_amount", True),
    (CAPTURED, {"currency": "USD"}, "wrong_currency", True),
    (CAPTURED, {"order_id": "order_of_somebody_else"}, "unknown_order", True),
    (CAPTURED, {"order_id": None}, "unknown_order", True),
    (FAILED, {"order_id": "order_of_somebody_else"}, "unknown_order", True),
    ("payment.authorized", {}, "unhandled", False),
    ("refund.processed", {}, "malformed", True),
    (CAPTURED, {"amount": "500"}, "malformed", True),
    (CAPTURED, {"id": None}, "malformed", True),
]


@pytest.mark.parametrize(("event", "changes", "outcome", "alarming"), MISFITS)
def test_what_does_not_fit_is_recorded_and_books_nothing(
    payments: PaymentFixture,
    event: str,
    changes: dict[str, Any],
    outcome: str,
    alarming: bool,
    capsys: pytest.CaptureFixture[str],
) -> None:
    started = payments.started(500)
    told = payments.told(event, started, **changes)
    capsys.readouterr()
    nothing_happens(payments, started, told)
    assert payments.outcome(told) == outcome
    log = "".join(capsys.readouterr())
    assert ("payment not booked" in log) is alarming
    assert not any(word in log for word in ("example.com", "+9198", "upi"))
    twin = payments.told(event if event in {CAPTURED, ORDER_PAID} else CAPTURED, started)
    assert payments.deliver(twin) == 200
    assert payments.balance == 500


@pytest.mark.parametrize("body", [b"", b"no json", b"{}", b"[]", b"[" * 99_999, b"\xc3\xa9"])
def test_what_is_signed_and_no_event_is_recorded_as_that(
    payments: PaymentFixture, body: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    told = signed(body)
    assert payments.deliver(told) == 200
    assert payments.outcome(told) == "malformed"
    assert "payment not booked" in "".join(capsys.readouterr())


def test_a_body_of_unannounced_length_is_measured_too(payments: PaymentFixture) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    unannounced = {"CONTENT_LENGTH": "", "wsgi.input_terminated": True}
    long = signed(told.body + b" " * 200_000)
    assert payments.deliver(long, environ_overrides=unannounced) == 413
    assert payments.event(long) is None
    assert payments.deliver(told, environ_overrides=unannounced) == 200
    assert payments.balance == 500


def test_a_second_payment_for_an_order_is_for_people_to_look_into(
    payments: PaymentFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    started = payments.started()
    assert payments.deliver(payments.told(CAPTURED, started, id="pay_1")) == 200
    capsys.readouterr()
    second = payments.told(CAPTURED, started, id="pay_2")
    nothing_happens(payments, started, second)
    assert payments.outcome(second) == "paid_twice"
    assert "payment not booked" in "".join(capsys.readouterr())


def test_an_unsigned_event_leaves_no_trace(payments: PaymentFixture) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    name = "X-Razorpay-Signature"
    forged = signed(told.body, secret="another").headers[name]
    for headers in (
        {**told.headers, name: forged},
        {**told.headers, name: ""},
        {k: v for k, v in told.headers.items() if k != name},
    ):
        nothing_happens(payments, started, Delivery(told.body, headers), 401)
    nothing_happens(payments, started, Delivery(told.body + b" ", told.headers), 401)
    assert payments.event(told) is None
    assert payments.deliver(told) == 200
    assert payments.balance == 500


def test_without_an_event_id_the_body_tells_a_replay(payments: PaymentFixture) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    headers = {k: v for k, v in told.headers.items() if k != "x-razorpay-event-id"}
    assert payments.deliver(Delivery(told.body, headers)) == 200
    assert payments.tally.writes == 6
    assert payments.deliver(Delivery(told.body, headers)) == 200
    assert (payments.tally.reads, payments.tally.writes) == (1, 0)
    assert payments.balance == 500


@pytest.mark.parametrize("missing", ["RAZORPAY_WEBHOOK_SECRET", "RAZORPAY_KEY_ID"])
def test_without_keys_nothing_is_taken_in(
    payments: PaymentFixture,
    missing: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    with monkeypatch.context() as bare:
        bare.setenv(missing, "")
        nothing_happens(payments, started, told, 503)
        empty = signed(told.body, secret="")  # what anybody could sign
        nothing_happens(payments, started, empty, 503)
    assert "payment webhook without a secret" in "".join(capsys.readouterr())
    assert payments.deliver(told) == 200
    assert payments.balance == 500


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Busy(), 503),
        (exceptions.ServiceUnavailable("for the test"), 500),  # type: ignore[no-untyped-call]
    ],
)
def test_what_firestore_did_not_take_is_delivered_again(
    payments: PaymentFixture, error: Exception, status: int
) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    assert payments.deliver(told, AilingStore(error)) == status
    assert payments.event(told) is None
    assert payments.deliver(told) == 200
    assert payments.balance == 500


@pytest.mark.parametrize("committed", [False, True])
def test_a_crash_while_booking_and_a_second_delivery_book_once(
    payments: PaymentFixture, committed: bool
) -> None:
    started = payments.started()
    told = payments.told(CAPTURED, started)
    assert payments.deliver(told, DyingStore(0, committed=committed)) == 500
    assert payments.balance == (500 if committed else 0)
    assert (payments.event(told) is not None) is committed
    assert payments.deliver(told) == 200
    assert [entry.available for entry in payments.entries] == [500]
    assert payments.outcome(told) == "booked"
