"""What of the gateway's events is about payouts, and what the stand-in for it demands."""

from __future__ import annotations

from typing import Any

import pytest

from tools.gateway import (
    ACCOUNT,
    Json,
    PayoutBook,
    RefusedError,
    delivery,
    payment_of,
    payout_delivery,
)
from wallet.payouts import gateway_events
from wallet.payouts.gateway_events import Told
from wallet.payouts.states import PAYOUT, PayoutAction

ORDER = {"id": "order_1", "amount": 500, "currency": "INR"}


def test_an_event_about_a_payout_is_told_from_others() -> None:
    told, _ = payout_delivery("payout.processed", {"id": "pout_1"})
    payment, _ = delivery("payment.captured", payment_of(ORDER))
    assert gateway_events.is_of_payout(told)
    assert not gateway_events.is_of_payout(payment)
    for body in (b"", b"{}", b"[]", b'{"event": 1}', b"\xff"):
        assert not gateway_events.is_of_payout(body)


def test_what_somebody_has_to_look_into_is_whatever_does_not_fit() -> None:
    fits = {Told.BOOKED, Told.NOTED, Told.ALREADY, Told.UNHANDLED}
    assert fits == set(Told) - gateway_events.ALARMS


def test_what_left_can_end_in_each_way_and_what_did_not_in_none() -> None:
    """A bank or gateway tells of what it was handed, and of nothing else."""
    told = {PayoutAction.PAY, PayoutAction.FAIL}
    states = {state for state, action in PAYOUT.table if action in told}
    assert states == {"exported", "sent"}
    returns = {state for state, action in PAYOUT.table if action is PayoutAction.RETURN}
    assert returns == {"exported", "sent", "paid"}


# --- the stand-in --------------------------------------------------------------------------------

BODY: Json = {
    "account_number": ACCOUNT,
    "amount": 20_000_000,
    "currency": "INR",
    "mode": "RTGS",
    "purpose": "payout",
    "fund_account": {
        "account_type": "bank_account",
        "bank_account": {
            "name": "Pearl Lab",
            "ifsc": "HDFC0001234",
            "account_number": "0501001234",
        },
        "contact": {"name": "Pearl Lab", "type": "vendor"},
    },
    "queue_if_low_balance": True,
    "reference_id": "p" * 40,
    "narration": "Scanner payout",
    "idempotency": "k" * 36,
}


def test_the_same_key_is_the_same_payout_and_another_body_is_refused() -> None:
    book = PayoutBook()
    made = book.answer("POST", {}, BODY)
    assert book.answer("POST", {}, BODY) == made
    with pytest.raises(RefusedError):
        book.answer("POST", {}, {**BODY, "amount": 20_000_001})
    assert len(book.payouts) == 1
    asked = {"account_number": [ACCOUNT], "reference_id": ["p" * 40]}
    assert book.answer("GET", asked, {})["items"] == [made]
    assert book.answer("GET", {**asked, "reference_id": ["q" * 40]}, {})["items"] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"idempotency": ""},
        {"idempotency": "k" * 37},
        {"account_number": "1"},
        {"amount": 99},
        {"amount": 19_999_999},
        {"mode": "UPI"},
        {"currency": "USD"},
        {"narration": "x" * 31},
        {"narration": "a_b"},
        {"reference_id": "p" * 41},
        {"fund_account": {}},
        {"fund_account": {**BODY["fund_account"], "bank_account": {"name": "Pearl Lab"}}},
        {"fund_account": {**BODY["fund_account"], "contact": {}}},
    ],
)
def test_the_stand_in_refuses_what_the_gateway_would(changes: dict[str, Any]) -> None:
    book = PayoutBook()
    with pytest.raises(RefusedError):
        book.answer("POST", {}, {**BODY, **changes})
    assert book.payouts == {}
    assert book.answer("POST", {}, BODY)["status"] == "processing"


def test_what_there_is_too_little_for_waits_or_is_refused() -> None:
    book = PayoutBook(balance=19_999_999)
    assert book.answer("POST", {}, BODY)["status"] == "queued"
    assert book.balance == 19_999_999
    asked = {**BODY, "queue_if_low_balance": False, "idempotency": "other"}
    with pytest.raises(RefusedError):
        book.answer("POST", {}, asked)


def test_a_processed_payout_may_only_be_reversed() -> None:
    book = PayoutBook()
    made = book.answer("POST", {}, BODY)
    assert book.settle(made["id"], "processed")["utr"]
    with pytest.raises(RefusedError):
        book.settle(made["id"], "failed")
    assert book.settle("p" * 40, "reversed")["status"] == "reversed"
