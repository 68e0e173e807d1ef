"""What stops a payout on its way, and what the gateway tells that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from core.access import Role, Standing, Status
from tests.support.moments import refused
from tests.unit.wallet.ledger.shelf import NOW
from tests.unit.wallet.payouts.payout_shelf import (
    LARGE,
    PAISE,
    PAYOUT_ID,
    PayoutShelf,
    gateway,
    told,
)
from tools.gateway import StandIn
from wallet.payouts import approving, catching_up, gateway_events, results, sending
from wallet.payouts.models import Payout, PayoutMethod, PayoutState
from wallet.payouts.payout_gateway import GatewayPayout, GatewayRefusedError, PayoutGateway
from wallet.payouts.requests.payouts import ApprovePayout
from wallet.payouts.requests.results import RecordPayoutResult, SendPayouts

_S = PayoutState


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    """A gateway of the test's own."""
    with StandIn() as stand_in:
        yield stand_in


def approve(at: PayoutShelf, uid: str = "a1") -> str:
    return approving.approve(at.ctx(uid), ApprovePayout(payout_id=PAYOUT_ID)).state


def send(at: PayoutShelf, by: PayoutGateway) -> str:
    (sent,) = sending.send(at.ctx(), by, SendPayouts(payout_ids=[PAYOUT_ID])).payouts
    return sent.outcome


def record(at: PayoutShelf, result: str, **said: str) -> str:
    body = RecordPayoutResult.model_validate({"payout_id": PAYOUT_ID, "result": result, **said})
    return results.record(at.ctx(), body).state


# --- a lab that owes ----------------------------------------------------------------------------


def test_a_lab_that_owes_is_not_paid_out(stand_in: StandIn) -> None:
    """What was paid in and spent was taken back at the gateway: the lab has what it set aside."""
    asked, by = PayoutShelf(_S.REQUESTED), gateway(stand_in)
    asked.owe(1)
    refused(lambda: approve(asked), "lab-in-debt", owed_paise=1)
    assert asked.payout.state is _S.REQUESTED
    asked.owe(0)
    assert approve(asked) == "approved"

    asked.owe(1)
    assert send(asked, by) == "not_ready"
    assert (asked.payout.state, stand_in.payouts.payouts) == (_S.APPROVED, {})
    asked.owe(0)
    assert send(asked, by) == "sent"


def test_a_debt_between_two_attempts_stops_the_second(stand_in: StandIn) -> None:
    at, by = PayoutShelf(_S.APPROVED), gateway(stand_in)
    stand_in.mishaps.append("fail")
    assert send(at, by) == "unanswered"
    at.owe(1)
    assert send(at, by) == "unanswered"
    assert (at.payout.state, stand_in.payouts.payouts) == (_S.SENT, {})
    at.owe(0)
    assert send(at, by) == "sent"


# --- two admins ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "standing",
    [
        Standing(status=Status.SUSPENDED, role=Role.ADMIN),
        Standing(status=Status.ACTIVE, role=Role.CLINIC, org="c1"),
    ],
    ids=["suspended", "another role"],
)
def test_what_a_former_admin_endorsed_is_endorsed_anew(standing: Standing) -> None:
    at = PayoutShelf(_S.REQUESTED, LARGE)
    assert approve(at, "a1") == "endorsed"
    at.put(standing, "a1")
    assert approve(at, "a2") == "endorsed"
    assert at.payout.approvers == ["a2"]
    assert approve(at, "a2") == "endorsed", "the same admin again"
    assert approve(at, "a3") == "approved"
    assert at.payout.approvers == ["a2", "a3"]


# --- what somebody says of what the gateway has ---------------------------------------------------


@pytest.mark.parametrize("result", ["failed", "returned"])
def test_what_the_gateway_has_nobody_else_gives_up(result: str) -> None:
    at = PayoutShelf(_S.SENT, gateway_id="pout_1")
    refused(lambda: record(at, result, failure="other"), "payout-at-gateway")
    assert (at.payout.state, at.balance) == (_S.SENT, (0, PAISE))
    for twin in (PayoutShelf(_S.SENT), PayoutShelf(_S.EXPORTED, batch_id="b1")):
        assert record(twin, result, failure="other") == result
        assert twin.balance == (PAISE, 0)


def test_what_the_gateway_paid_may_be_said_before_it_says_so() -> None:
    at = PayoutShelf(_S.SENT, gateway_id="pout_1")
    assert record(at, "paid", utr="HDFCN52026050412") == "paid"


# --- what the gateway tells that does not fit -----------------------------------------------------


@pytest.mark.parametrize(
    ("payout", "status", "outcome"),
    [
        ({"state": _S.FAILED}, "processing", "conflict"),  # given up by hand, and it leaves
        ({"state": _S.FAILED}, "queued", "conflict"),
        ({"state": _S.FAILED}, "processed", "conflict"),
        ({"state": _S.FAILED}, "failed", "already"),
        ({"state": _S.FAILED, "gateway_id": "pout_1"}, "processing", "unhandled"),  # told late
        ({"state": _S.REJECTED}, "processing", "conflict"),
        ({"state": _S.APPROVED}, "processing", "conflict"),
        ({"state": _S.EXPORTED, "batch_id": "b1"}, "processing", "conflict"),
        ({"state": _S.PAID, "batch_id": "b1"}, "processed", "conflict"),  # paid by the file as well
        ({"state": _S.PAID}, "processed", "noted"),
        ({"state": _S.SENT}, "processing", "noted"),
        ({"state": _S.SENT, "gateway_id": "pout_2"}, "processing", "conflict"),
    ],
)
def test_what_does_not_fit_is_told_to_admins_once(
    payout: dict[str, Any], status: str, outcome: str
) -> None:
    at = PayoutShelf(**payout)
    state = at.payout.state
    assert gateway_events.tell(at.ctx(), told(status)) == outcome
    assert at.alarms() == ({"payout.conflict": 1} if outcome == "conflict" else {})
    gateway_events.tell(at.ctx(), told(status))
    assert at.alarms().total() == (outcome == "conflict")
    assert (at.payout.state, at.balance) == (state, (0, PAISE))


@pytest.mark.parametrize(("status", "alarms"), [("processed", 1), ("processing", 0)])
@pytest.mark.parametrize("named", ["0" * 40, None])
def test_what_left_the_account_for_nobody_here_is_told_to_admins(
    named: str | None, status: str, alarms: int
) -> None:
    at = PayoutShelf(_S.SENT)
    said = told(status, reference_id=named)
    assert gateway_events.tell(at.ctx(), said) == "unknown"
    assert at.alarms()["payout.unknown"] == alarms


def test_an_event_that_cannot_be_read_is_told_to_admins() -> None:
    at = PayoutShelf(_S.SENT)
    assert gateway_events.receive(at.ctx(), "e1", b'{"event": "payout.processed"}') == "malformed"
    assert at.alarms() == {"payout.malformed": 1}


# --- what no event told ---------------------------------------------------------------------------


def caught_up(at: PayoutShelf, stand_in: StandIn) -> int:
    return catching_up.catch_up(at.ctx(), gateway(stand_in), seconds=60)


@pytest.mark.parametrize(
    ("status", "state", "balance"),
    [
        ("processed", "paid", (0, 0)),
        ("failed", "failed", (PAISE, 0)),
        ("reversed", "returned", (PAISE, 0)),
    ],
)
def test_every_night_what_no_event_told_is_booked(
    stand_in: StandIn, status: str, state: str, balance: tuple[int, int]
) -> None:
    at = PayoutShelf(_S.APPROVED)
    assert send(at, gateway(stand_in)) == "sent"
    assert caught_up(at, stand_in) == 0
    stand_in.payouts.settle(PAYOUT_ID, status)
    assert caught_up(at, stand_in) == 1
    assert (at.payout.state, at.balance) == (state, balance)
    assert caught_up(at, stand_in) == 0
    assert at.alarms() == {}


def test_without_an_account_at_the_gateway_there_is_nothing_to_catch_up_with(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, by = PayoutShelf(_S.APPROVED), gateway(stand_in)
    send(at, by)
    stand_in.payouts.settle(PAYOUT_ID, "processed")
    for name, value in (("_KEY_ID", by.key_id), ("_KEY_SECRET", by.key_secret), ("_URL", by.url)):
        monkeypatch.setenv(f"RAZORPAY{name}", value)
    monkeypatch.setenv("RAZORPAYX_ACCOUNT", "")
    assert catching_up.nightly(at.ctx(), seconds=60) is None
    assert at.payout.state is _S.SENT
    monkeypatch.setenv("RAZORPAYX_ACCOUNT", by.account)
    assert catching_up.nightly(at.ctx(), seconds=60) == 1
    assert at.payout.state is _S.PAID


@pytest.mark.parametrize(("days", "state"), [(29, "returned"), (31, "paid")])
def test_what_was_paid_and_came_back_unheard_is_booked(
    stand_in: StandIn, days: int, state: str
) -> None:
    at = PayoutShelf(_S.APPROVED)
    send(at, gateway(stand_in))
    stand_in.payouts.settle(PAYOUT_ID, "processed")
    assert caught_up(at, stand_in) == 1
    stand_in.payouts.settle(PAYOUT_ID, "reversed")
    at.put(at.payout.model_copy(update={"ended_at": NOW - timedelta(days=days)}), PAYOUT_ID)
    assert caught_up(at, stand_in) == (days < 30)
    assert at.payout.state == state


def test_what_was_sent_and_is_not_there_is_told_to_admins_once(stand_in: StandIn) -> None:
    at = PayoutShelf(_S.APPROVED)
    stand_in.mishaps.append("fail")
    assert send(at, gateway(stand_in)) == "unanswered"
    assert (caught_up(at, stand_in), caught_up(at, stand_in)) == (0, 0)
    assert at.alarms() == {"payout.not_there": 1}
    assert (at.payout.state, at.balance) == (_S.SENT, (0, PAISE))


def test_what_a_file_paid_is_not_looked_for(stand_in: StandIn) -> None:
    at = PayoutShelf(_S.PAID, batch_id="b1", ended_at=NOW)
    assert caught_up(at, stand_in) == 0
    assert at.alarms() == {}
    at.put(at.payout.model_copy(update={"batch_id": None}), PAYOUT_ID)
    caught_up(at, stand_in)
    assert at.alarms() == {"payout.not_there": 1}


def test_one_answer_that_fails_stops_no_other(stand_in: StandIn) -> None:
    at = PayoutShelf(_S.APPROVED)
    send(at, gateway(stand_in))
    first = at.payout.model_copy(update={"id": ""})
    at.put(first, "a" * 40)  # looked for before the other
    stand_in.payouts.settle(PAYOUT_ID, "processed")
    stand_in.mishaps.append("fail")
    assert caught_up(at, stand_in) == 1
    assert at.store.get(Payout, PAYOUT_ID).state == "paid"  # type: ignore[union-attr]


# --- two admins at once ---------------------------------------------------------------------------


class BusyGateway(PayoutGateway):
    """One that refuses a request because another call makes the same at this moment."""

    def make(self, payout: Payout, method: PayoutMethod) -> GatewayPayout:
        """Make it for the other call."""
        super().make(payout, method)
        raise GatewayRefusedError


def test_what_another_call_makes_meanwhile_is_not_given_up(stand_in: StandIn) -> None:
    at, by = PayoutShelf(_S.APPROVED), gateway(stand_in)
    busy = BusyGateway(by.key_id, by.key_secret, by.account, by.url)
    assert send(at, busy) == "sent"
    assert (at.payout.state, at.balance) == (_S.SENT, (0, PAISE))
    assert len(stand_in.payouts.payouts) == 1
    refusing = PayoutGateway(by.key_id, by.key_secret, "000", by.url)
    twin = PayoutShelf(_S.APPROVED)
    assert send(twin, refusing) == "refused"
    assert (twin.payout.state, twin.balance) == (_S.FAILED, (PAISE, 0))
