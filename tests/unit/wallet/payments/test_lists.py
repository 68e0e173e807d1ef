"""The gateway's lists through the real SDK, and what its stand-in refuses as the gateway does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
import requests

from tests.support.moments import refused
from tools.gateway import KEY_ID, KEY_SECRET, StandIn, dispute_of, payment_of, refund_of
from wallet.payments.entities import GatewayPayment, ReportedDispute, ReportedRefund, Unreadable
from wallet.payments.gateway import Gateway

PAYMENT = payment_of(
    {"id": "order_1", "amount": 500, "currency": "INR"}, id="pay_00000000000001", created_at=100
)
REFUND = refund_of(PAYMENT, id="rfnd_00000000000001", created_at=100)
DISPUTE = dispute_of(PAYMENT, id="disp_00000000000001", created_at=100, respond_by=200)


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """A gateway of the test's own, with a payment, a refund and a dispute."""
    with StandIn() as stand_in:
        stand_in.payments[PAYMENT["id"]] = dict(PAYMENT)
        stand_in.refunds[REFUND["id"]] = dict(REFUND)
        stand_in.disputes[DISPUTE["id"]] = dict(DISPUTE)
        yield stand_in


def at(stand_in: StandIn, secret: str = KEY_SECRET) -> Gateway:
    """The gateway under its keys."""
    return Gateway(KEY_ID, secret, stand_in.url)


def test_lists_and_single_reads_say_the_same_and_nothing_of_who_paid(stand_in: StandIn) -> None:
    found = at(stand_in)
    payment = GatewayPayment(
        id=PAYMENT["id"], order_id="order_1", amount=500, currency="INR", status="captured"
    )
    assert found.payments(100, 100, 0) == [payment]
    assert found.payment(PAYMENT["id"]) == payment
    refund = ReportedRefund(
        id=REFUND["id"], payment_id=PAYMENT["id"], amount=500, currency="INR", status="processed"
    )
    assert found.refunds(100, 100, 0) == [refund]
    assert found.refund(REFUND["id"]) == refund
    dispute = ReportedDispute(
        id=DISPUTE["id"],
        payment_id=PAYMENT["id"],
        amount=500,
        currency="INR",
        status="open",
        respond_by=200,
    )
    assert found.disputes(100, 100, 0) == [dispute]
    assert found.dispute(DISPUTE["id"]) == dispute


def test_lists_are_of_a_span_and_come_page_by_page(stand_in: StandIn) -> None:
    found = at(stand_in)
    assert found.payments(101, 200, 0) == found.payments(0, 99, 0) == []
    assert found.payments(100, 100, 1) == []
    assert found.settlements(0, 200, 0) == []
    assert found.settled_items(date(2026, 5, 4), 0) == []


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"id": "pay_1"}, "pay_1"),
        ({"entity_id": "pay_1", "amount": None}, "pay_1"),
        ({"id": "../x"}, None),
        ({"id": 7.5}, None),
        ("Asha Rao", None),
        (None, None),
    ],
)
def test_what_cannot_be_read_is_named_by_its_id_or_a_hash(said: object, named: str | None) -> None:
    """The name is part of a document's id, and says nothing of a person."""
    found = Unreadable.of(said).id
    assert found == (named or found)
    assert re.fullmatch("[a-z0-9_]{5,32}", found)
    assert found == Unreadable.of(said).id
    assert found != Unreadable.of({"id": "?"}).id


@pytest.mark.parametrize("payment_id", ["pay_00000000000002", "pay_1", "order_1"])
def test_what_the_gateway_does_not_have_is_none(stand_in: StandIn, payment_id: str) -> None:
    assert at(stand_in).payment(payment_id) is None


def test_what_it_refuses_otherwise_is_no_answer(stand_in: StandIn) -> None:
    """A wrong key must not make what is booked look as if it were not there."""
    wrong = at(stand_in, "another")
    refused(lambda: wrong.payment(PAYMENT["id"]), "payment-gateway-unavailable")
    refused(lambda: wrong.payments(0, 1, 0), "payment-gateway-unavailable")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("payments?count=100", 200),
        ("payments?count=101", 400),
        ("payments?count=0", 400),
        ("payments?skip=-1", 400),
        ("payments?since=1", 400),
        ("payments/pay_00000000000001", 200),
        ("payments/pay_1", 400),
        ("payments/rfnd_00000000000001", 400),
        ("settlements/recon/combined?year=2026&month=5&count=1000", 200),
        ("settlements/recon/combined?year=2026&month=5&count=1001", 400),
        ("settlements/recon/combined?month=5", 400),
        ("payouts", 400),
    ],
)
def test_the_stand_in_refuses_what_the_gateway_does(
    stand_in: StandIn, path: str, status: int
) -> None:
    url = f"{stand_in.url}/v1/{path}"
    assert requests.get(url, auth=(KEY_ID, KEY_SECRET), timeout=10).status_code == status
    assert requests.get(url, timeout=10).status_code == 401


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("payments/pay_00000000000002/refund", 400),
        ("payments/pay_00000000000001/refund", 400),  # all of it was given back
        ("payments/pay_00000000000001/dispute?amount=501&unheard=1", 400),
        ("payments/pay_00000000000001/dispute?amount=99&unheard=1", 400),
        ("payments/pay_00000000000001/dispute?amount=500&unheard=1", 200),
        ("disputes/disp_00000000000001/lose?unheard=1", 200),
        ("disputes/disp_00000000000001/refund?unheard=1", 400),
        ("refunds/rfnd_00000000000001/fail?unheard=1", 200),
    ],
)
def test_people_can_do_there_what_they_can_do_in_the_dashboard(
    stand_in: StandIn, path: str, status: int
) -> None:
    assert requests.post(f"{stand_in.url}/stand-in/{path}", timeout=10).status_code == status
