"""The gateway's signatures and events, and its orders through the real SDK."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.moments import refused
from tools.gateway import (
    KEY_ID,
    KEY_SECRET,
    WEBHOOK_SECRET,
    StandIn,
    delivery,
    dispute_of,
    payment_of,
    refund_of,
    signed,
)
from wallet.payments.events import OF_DISPUTES, OF_PAYMENTS, OF_REFUNDS, read_event
from wallet.payments.gateway import Gateway, event_id_of, is_genuine, webhook_secret

ORDER: dict[str, Any] = {"id": "order_1", "amount": 500, "currency": "INR"}
PAYMENT = payment_of(ORDER, id="pay_1")
REFUND, DISPUTE = refund_of(PAYMENT), dispute_of(PAYMENT)
TOLD = delivery("payment.captured", PAYMENT)
SIGNATURE = TOLD.headers["X-Razorpay-Signature"]


# --- signatures ----------------------------------------------------------------------------------


def test_what_the_gateway_signed_is_genuine_and_the_slightest_change_of_it_is_not() -> None:
    assert is_genuine(TOLD.body, SIGNATURE, WEBHOOK_SECRET)
    for place in range(len(TOLD.body)):
        flipped = bytearray(TOLD.body)
        flipped[place] ^= 1
        assert not is_genuine(bytes(flipped), SIGNATURE, WEBHOOK_SECRET), place
    assert not is_genuine(TOLD.body + b" ", SIGNATURE, WEBHOOK_SECRET)


@pytest.mark.parametrize(
    "signature",
    [
        "",
        SIGNATURE[:-1],
        SIGNATURE.upper(),
        f"{SIGNATURE} ",
        "0" * 64,
        "é" * 64,
        signed(TOLD.body, secret="another").headers["X-Razorpay-Signature"],
    ],
    ids=["none", "cut short", "capitals", "a space more", "zeros", "no ASCII", "another secret"],
)
def test_another_signature_is_refused(signature: str) -> None:
    assert not is_genuine(TOLD.body, signature, WEBHOOK_SECRET)
    assert is_genuine(TOLD.body, SIGNATURE, WEBHOOK_SECRET)


def test_what_is_no_text_is_refused_and_not_tripped_over() -> None:
    told = signed(b"\xff\xfe")
    assert not is_genuine(told.body, told.headers["X-Razorpay-Signature"], WEBHOOK_SECRET)


def test_signatures_are_compared_in_constant_time() -> None:
    """Of all ways to compare two texts, only `compare_digest` takes as long for any difference."""
    from razorpay.utility import Utility

    names = Utility.verify_signature.__code__.co_names
    assert "compare_digest" in names
    assert "verify_webhook_signature" in is_genuine.__code__.co_names


@pytest.mark.parametrize("missing", ["RAZORPAY_KEY_ID", "RAZORPAY_WEBHOOK_SECRET"])
def test_without_an_account_there_is_no_secret(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A secret that is there because one had to be given must not open the webhook."""
    monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
    monkeypatch.setenv("RAZORPAY_WEBHOOK_SECRET", WEBHOOK_SECRET)
    assert webhook_secret() == WEBHOOK_SECRET
    monkeypatch.setenv(missing, "")
    refused(webhook_secret, "online-payment-not-configured")


@pytest.mark.parametrize("missing", ["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET"])
def test_without_keys_there_is_no_gateway(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAZORPAY_KEY_ID", KEY_ID)
    monkeypatch.setenv("RAZORPAY_KEY_SECRET", KEY_SECRET)
    assert Gateway.configured() == Gateway(KEY_ID, KEY_SECRET, "https://api.razorpay.com")
    monkeypatch.setenv(missing, "")
    refused(Gateway.configured, "online-payment-not-configured")
    monkeypatch.delenv(missing)
    refused(Gateway.configured, "online-payment-not-configured")


def test_the_key_is_not_shown() -> None:
    assert KEY_SECRET not in repr(Gateway(KEY_ID, KEY_SECRET, ""))


# --- events --------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", sorted(OF_PAYMENTS))
def test_an_event_says_what_was_paid_and_nothing_of_who_paid(event: str) -> None:
    read = read_event(delivery(event, PAYMENT).body)
    assert read is not None
    assert read.type == event
    assert read.payment is not None
    assert read.payment.model_dump() == {
        "id": "pay_1",
        "order_id": "order_1",
        "amount": 500,
        "currency": "INR",
        "status": "captured",
    }


def test_of_other_events_only_the_name_is_read() -> None:
    read = read_event(b'{"event": "payment.authorized", "payload": 7}')
    assert read is not None
    assert (read.type, read.payment) == ("payment.authorized", None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b'{"event": 1}',
        b'{"event": "Asha Rao"}',
        b"[" * 100_000,
        json.dumps({"event": "payment.captured"}).encode(),
        delivery("payment.captured", {**PAYMENT, "amount": "500"}).body,
        delivery("payment.captured", {**PAYMENT, "amount": 500.5}).body,
        delivery("payment.captured", {**PAYMENT, "amount": True}).body,
        delivery("payment.captured", {**PAYMENT, "id": "../x"}).body,
        delivery("payment.captured", {**PAYMENT, "order_id": "a/b"}).body,
        delivery("payment.captured", {**PAYMENT, "currency": "rupees"}).body,
        delivery("refund.processed", PAYMENT).body,
        delivery("refund.processed", PAYMENT, claim=DISPUTE).body,
        delivery("refund.processed", PAYMENT, claim={**REFUND, "payment_id": "pay_2"}).body,
        delivery("refund.processed", PAYMENT, claim={**REFUND, "amount": True}).body,
        delivery("payment.dispute.lost", PAYMENT, claim=REFUND).body,
        delivery("payment.dispute.lost", PAYMENT, claim={**DISPUTE, "payment_id": "pay_2"}).body,
        delivery("payment.dispute.lost", PAYMENT, claim={**DISPUTE, "amount_deducted": -1}).body,
    ],
)
def test_what_cannot_be_read_is_no_event(body: bytes) -> None:
    assert read_event(body) is None


@pytest.mark.parametrize("event", sorted(OF_REFUNDS | OF_DISPUTES))
def test_an_event_of_a_refund_or_dispute_has_its_payment_beside_it(event: str) -> None:
    claim = REFUND if event in OF_REFUNDS else DISPUTE
    read = read_event(delivery(event, PAYMENT, claim=claim).body)
    assert read is not None
    assert read.payment is not None
    assert read.claim is not None
    assert (read.payment.id, read.claim.id) == (PAYMENT["id"], claim["id"])
    assert (read.claim.amount, read.claim.currency) == (PAYMENT["amount"], "INR")


def test_a_delivery_is_known_by_the_gateways_id_or_else_by_its_body() -> None:
    assert event_id_of("evt_1-A", b"x") == "evt_1-A"
    for odd in ("", ".", "..", "a/b", "__x__", "x" * 65, "é"):
        assert event_id_of(odd, b"x") == event_id_of("", b"x")
    assert event_id_of("", b"x") != event_id_of("", b"y")


# --- orders --------------------------------------------------------------------------------------


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """A gateway of the test's own."""
    with StandIn() as stand_in:
        yield stand_in


def gateway(stand_in: StandIn, **changes: Any) -> Gateway:
    """The gateway under its own keys."""
    known = {"key_id": KEY_ID, "key_secret": KEY_SECRET, "url": stand_in.url}
    return Gateway(**{**known, **changes})


def test_an_order_is_made_and_found_again_by_its_receipt(stand_in: StandIn) -> None:
    at = gateway(stand_in)
    assert at.find_order("r" * 40) is None
    order_id = at.make_order("r" * 40, 500)
    made = stand_in.orders[order_id]
    assert (made["amount"], made["currency"], made["receipt"]) == (500, "INR", "r" * 40)
    assert made["notes"] == []
    assert at.find_order("r" * 40) == order_id
    assert at.find_order("r" * 39) is None


def test_of_two_orders_under_a_receipt_the_first_is_found(stand_in: StandIn) -> None:
    at = gateway(stand_in)
    first = at.make_order("r", 500)
    at.make_order("r", 500)
    assert at.find_order("r") == first


@pytest.mark.parametrize("mishap", ["fail", "drop", "stall"])
def test_a_gateway_that_does_not_answer_is_unavailable(stand_in: StandIn, mishap: str) -> None:
    hasty, patient = gateway(stand_in, patience=(5.0, 0.3)), gateway(stand_in)
    calls: list[Callable[[Gateway], object]] = [
        lambda at: at.make_order("r", 500),
        lambda at: at.find_order("r"),
    ]
    for call in calls:
        stand_in.mishaps.append(mishap)
        refused(lambda: call(hasty), "payment-gateway-unavailable")  # noqa: B023
        call(patient)


def test_what_the_gateway_refuses_is_unavailable_too(
    stand_in: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """Amounts and keys are checked before; what is wrong all the same is an operator's to see."""
    refused(lambda: gateway(stand_in).make_order("r", 99), "payment-gateway-unavailable")
    refused(
        lambda: gateway(stand_in, key_secret="x").find_order("r"), "payment-gateway-unavailable"
    )
    refused(lambda: gateway(stand_in).make_order("r" * 41, 500), "payment-gateway-unavailable")
    assert stand_in.orders == {}
    log = capsys.readouterr()
    assert (log.out + log.err).count("payment gateway unavailable") == 3
    assert KEY_SECRET not in log.out + log.err


def test_where_nobody_listens_the_gateway_is_unavailable() -> None:
    with StandIn() as stand_in:
        at = gateway(stand_in)
    refused(lambda: at.make_order("r", 500), "payment-gateway-unavailable")
