"""Paying in: what a clinic starts, what it costs, and the deployed functions from end to end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from core import firebase
from core.context import Context
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import CrashError, DyingGateway, DyingStore, OvertakenGateway
from tests.support.moments import refused
from tests.support.payment_fixture import PaymentFixture, at_the_webhook, top_up
from tools.gateway import KEY_ID, Delivery, act_at, delivery, payment_of, signed
from wallet.payments import top_ups
from wallet.payments.events import CAPTURED, FAILED, ORDER_PAID
from wallet.payments.gateway import Gateway
from wallet.payments.models import PaymentEvent
from wallet.payments.requests import TopUpStarted

# --- the deployed functions ----------------------------------------------------------------------


@pytest.mark.deployed
def test_a_clinic_pays_in_and_finds_it_in_its_wallet(practice: ClinicFixture) -> None:
    member = practice.person("member")
    started = member.call("payments/start_top_up", paise=50_000, idempotency_key="k" * 32)
    assert started == {
        "payment_id": started["payment_id"],
        "order_id": started["order_id"],
        "paise": 50_000,
        "currency": "INR",
        "key_id": KEY_ID,
    }
    assert member.call("wallet/get_balance")["available"] == 0

    assert act_at(started["order_id"], "fail") == [200]
    assert member.call("wallet/get_balance")["available"] == 0
    assert act_at(started["order_id"], "pay") == [200, 200]

    assert member.call("wallet/get_balance")["available"] == 50_000
    (line,) = member.call("wallet/get_statement")["lines"]
    assert (line["kind"], line["available_change"]) == ("top_up", 50_000)
    assert line["reference"] == f"payments/{started['payment_id']}"


@pytest.mark.deployed
def test_the_deployed_webhook_takes_what_the_gateway_signed_and_nothing_else() -> None:
    told = delivery("payment.authorized", payment_of({"id": "o", "amount": 1, "currency": "INR"}))
    forged = signed(told.body, secret="another", event_id=told.headers["x-razorpay-event-id"])
    recorded = firebase.firestore_client().document(
        PaymentEvent.path_for(told.headers["x-razorpay-event-id"])
    )
    assert at_the_webhook(forged) == 401
    assert at_the_webhook(Delivery(told.body, {})) == 401
    assert at_the_webhook(told, "GET") == 405
    assert at_the_webhook(told, "PUT") == 405
    assert at_the_webhook(signed(b" " * 200_001)) == 413
    assert at_the_webhook(signed(b" " * 200_000)) == 200
    assert not recorded.get().exists
    assert at_the_webhook(told) == 200
    assert recorded.get().exists


# --- starting ------------------------------------------------------------------------------------


def test_what_is_started_is_an_order_that_names_nobody(payments: PaymentFixture) -> None:
    started = payments.started(500)
    order = payments.order(started)
    assert (order["amount"], order["currency"]) == (500, "INR")
    assert order["notes"] == []
    payment = payments.payment(started)
    assert (payment.wallet_id, payment.kind) == (payments.practice.tenants.clinic, "clinic")
    assert (payment.paise, payment.state, payment.order_id) == (500, "created", started.order_id)
    assert (payment.transaction_id, payment.gateway_payment, payment.settled_at) == (None,) * 3
    assert payments.entries == []


def test_a_key_is_one_payment_and_one_order(payments: PaymentFixture) -> None:
    asked = top_up(500)
    started = payments.start(asked)
    assert payments.start(asked) == started
    other = asked.model_copy(update={"paise": 501})
    refused(lambda: payments.start(other), "idempotency-key-reused")
    assert list(payments.stand_in.orders) == [started.order_id]
    assert payments.payment(started).paise == 500
    assert [act["action"] for act in payments.practice.acts()].count("wallet.start_top_up") == 1


def test_calls_at_once_answer_with_the_same_order(payments: PaymentFixture) -> None:
    asked = top_up()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: payments.start(asked), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert payments.payment(answers[0]).order_id == answers[0].order_id


def test_a_call_that_was_overtaken_answers_with_the_order_of_the_faster_one(
    payments: PaymentFixture,
) -> None:
    asked, at, faster = top_up(), payments.gateway, list[TopUpStarted]()
    slow = OvertakenGateway(
        at.key_id, at.key_secret, at.url, meanwhile=lambda: faster.append(payments.start(asked))
    )
    assert [payments.start(asked, slow)] == faster
    assert len(payments.stand_in.orders) == 2
    assert payments.payment(faster[0]).order_id == faster[0].order_id


@pytest.mark.parametrize("mishap", ["fail", "drop", "stall"])
def test_a_gateway_that_is_down_is_asked_again_under_the_same_key(
    payments: PaymentFixture, mishap: str
) -> None:
    asked, at = top_up(), payments.gateway
    hasty = Gateway(at.key_id, at.key_secret, at.url, patience=(5.0, 0.3))
    payments.stand_in.mishaps.append(mishap)
    refused(lambda: payments.start(asked, hasty), "payment-gateway-unavailable")
    assert len(payments.stand_in.orders) == (mishap != "fail")
    payments.stand_in.mishaps.append(mishap)
    refused(lambda: payments.start(asked, hasty), "payment-gateway-unavailable")
    started = payments.start(asked)
    assert list(payments.stand_in.orders) == [started.order_id]


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("at", [0, 1])
def test_a_start_that_crashes_is_gone_on_with(
    payments: PaymentFixture, at: int, committed: bool
) -> None:
    asked, ctx = top_up(), payments.practice.ctx()
    dying = Context(DyingStore(at, committed=committed), ctx.caller, ctx.clock)
    with pytest.raises(CrashError):
        top_ups.start(dying, payments.gateway, asked)
    assert len(payments.stand_in.orders) == at
    started = payments.start(asked)
    assert list(payments.stand_in.orders) == [started.order_id]
    assert payments.payment(started).order_id == started.order_id
    assert [act["action"] for act in payments.practice.acts()].count("wallet.start_top_up") == 1


def test_a_crash_between_the_order_and_its_record_makes_no_second_order(
    payments: PaymentFixture,
) -> None:
    asked, at = top_up(), payments.gateway
    with pytest.raises(CrashError):
        payments.start(asked, DyingGateway(at.key_id, at.key_secret, at.url))
    (made,) = payments.stand_in.orders
    started = payments.start(asked)
    assert started.order_id == made
    assert list(payments.stand_in.orders) == [made]
    assert payments.deliver(payments.told(CAPTURED, started)) == 200
    assert payments.balance == 500


# --- what it costs -------------------------------------------------------------------------------


def test_what_each_step_costs(payments: PaymentFixture) -> None:
    def cost() -> tuple[int, int]:
        return payments.tally.reads, payments.tally.writes

    asked = top_up()
    started = payments.start(asked)
    assert (payments.practice.tally.reads, payments.practice.tally.writes) == (2, 3)
    payments.start(asked)
    assert (payments.practice.tally.reads, payments.practice.tally.writes) == (1, 0)

    payments.deliver(payments.told(FAILED, started))
    assert cost() == (3, 2)
    told = payments.told(CAPTURED, started, id="pay_1")
    payments.deliver(told)
    assert cost() == (4, 5 + 1)  # and a notice to the owners
    payments.deliver(told)
    assert cost() == (1, 0)
    payments.deliver(payments.told(ORDER_PAID, started, id="pay_1"))
    assert cost() == (3, 1)
    payments.deliver(payments.told("payment.authorized", started))
    assert cost() == (1, 1)
