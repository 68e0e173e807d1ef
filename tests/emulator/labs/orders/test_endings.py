"""Orders that end without the work: given back, lost, called off; and who pays, on every path.

What is expected is written by hand: before the first delivery the clinic gets back what was set
aside; after it, it gets all back where the lab or the carrier is the cause, and nothing otherwise.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.firebase import firestore_client
from labs.orders.models import OrderState, Settlement
from tests.emulator.labs.follow_ups.follow_up_steps import WAYS, brought_to
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.concurrency import refusals_at_once
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture, times_done
from tests.support.moments import refused
from wallet.accounts import admin_operations
from wallet.accounts.requests import Adjust
from wallet.ledger import verification
from wallet.ledger.models import Wallet

PAID_IN = 1_000_000
PARCEL = {"shipment": {"carrier": "Blue Dart"}}
EARNED = PRICE - COMMISSION - TAX

#: The remake of what was delivered, and paid for: how it gets to each state.
AGAIN: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "remake_requested": WAYS["remake_requested"],
    **{
        state: [*WAYS["remake_requested"], *WAYS[state]]
        for state in ("accepted", "in_production", "on_hold", "rescan_requested", "ready",
                      "shipped", "lost")
    },
}  # fmt: skip


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def brought_again(lab: LabFixture, state: str) -> str:
    """Place an order, have it delivered, and take its remake to a state; its id."""
    order_id = lab.place()
    for who, action, more in AGAIN[state]:
        lab.move(order_id, action, who=who, **more)
    assert (lab.earned(), lab.wallet.balance) == (EARNED, (PAID_IN - PRICE, 0))
    return order_id


def last(order_id: str) -> dict[str, Any]:
    """The last line of an order's history that ends it."""
    path = f"orders/{order_id}/events"
    found = [e.to_dict() or {} for e in firestore_client().collection(path).get()]
    return next(e for e in found if e["state"] in {"rejected", "cancelled"})


def answered(lab: LabFixture, state: str) -> None:
    """Let the three days go by in which a lab may answer a loss."""
    if state == "lost":
        lab.practice.clock.at += timedelta(days=3)


def in_balance(lab: LabFixture) -> None:
    """Both wallets add up, and what was booked sums to nothing."""
    ctx = lab.practice.ctx()
    for wallet_id in (lab.wallet.id, lab.practice.tenants.lab):
        found = ctx.store.get(Wallet, wallet_id)
        assert found is None or list(verification.faults(ctx.store, found)) == []
    for booked in lab.wallet.transactions():
        assert sum(posting.paise for posting in booked.postings) == 0
    assert lab.wallet.balance[0] + lab.wallet.balance[1] + _platform(lab) + lab.earned() == PAID_IN


def _platform(lab: LabFixture) -> int:
    return sum(booked.revenue + booked.tax for booked in lab.wallet.transactions())


#: Who may end an order where, with what reason, and whose affair it is.
ENDS: list[tuple[str, str, str, str, str]] = [
    *[(state, "technician", "give_back", "not_feasible", "lab")
      for state in ("accepted", "in_production", "on_hold", "rescan_requested")],
    ("lost", "technician", "give_back", "parcel_lost", "carrier"),
    ("lost", "technician", "give_back", "no_capacity", "carrier"),
    ("lost", "member", "cancel", "parcel_lost", "carrier"),
    ("lost", "admin", "cancel", "parcel_lost", "carrier"),
    *[(state, "member", "cancel", "not_needed", "clinic")
      for state in ("accepted", "rescan_requested")],
    ("accepted", "member", "cancel", "patient_unavailable", "patient"),
    *[(state, "admin", "cancel", "not_needed", "platform")
      for state in ("accepted", "in_production", "on_hold", "rescan_requested", "ready",
                    "shipped")],
]  # fmt: skip
AFTERWARDS = [("remake_requested", "technician", "give_back", "no_capacity", "lab"), *ENDS]


@pytest.mark.parametrize(("state", "who", "action", "reason", "cause"), ENDS)
def test_before_the_delivery_the_clinic_gets_back_what_was_set_aside(
    lab: LabFixture, state: str, who: str, action: str, reason: str, cause: str
) -> None:
    order_id = brought_to(lab, state)
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)
    answered(lab, state)
    lab.move(order_id, action, who=who, reason=reason)
    assert (lab.practice.tally.reads, lab.practice.tally.writes) == (4, 9 + (who == "admin"))
    order = lab.order(order_id)
    assert order.state is (OrderState.REJECTED if action == "give_back" else OrderState.CANCELLED)
    assert (order.reason, order.settlement) == (reason, Settlement.RELEASED)
    assert (last(order_id)["cause"], last(order_id)["reason"]) == (cause, reason)
    assert (lab.wallet.balance, lab.earned()) == ((PAID_IN, 0), 0)
    in_balance(lab)
    lab.move(order_id, action, who=who, reason=reason)
    assert lab.wallet.balance == (PAID_IN, 0)


@pytest.mark.parametrize(("state", "who", "action", "reason", "cause"), AFTERWARDS)
def test_after_a_delivery_who_caused_the_end_pays(
    lab: LabFixture, state: str, who: str, action: str, reason: str, cause: str
) -> None:
    order_id = brought_again(lab, state)
    answered(lab, state)
    lab.move(order_id, action, who=who, reason=reason)
    back = cause in {"lab", "carrier"}
    order = lab.order(order_id)
    assert order.settlement is (Settlement.REFUNDED if back else Settlement.KEPT)
    assert last(order_id)["cause"] == cause
    assert lab.wallet.balance == (PAID_IN if back else PAID_IN - PRICE, 0)
    assert lab.earned() == (0 if back else EARNED)
    if back:  # the lab its share, the platform commission and tax
        refund = lab.wallet.transactions()[-1]
        assert (refund.payable, refund.revenue, refund.tax) == (-EARNED, -COMMISSION, -TAX)
    in_balance(lab)
    lab.move(order_id, action, who=who, reason=reason)
    assert lab.wallet.balance == (PAID_IN if back else PAID_IN - PRICE, 0)


def test_every_end_that_the_table_allows_is_walked() -> None:
    from core.machines import Party
    from labs.orders.settlement import ENDING
    from labs.orders.states import ORDER

    sides = {"technician": Party.LAB, "member": Party.CLINIC, "admin": Party.ADMIN}
    walked = {(state, action, sides[who]) for state, who, action, _, _ in AFTERWARDS}
    allowed = {
        (state.value, action.value, party)
        for (state, action), step in ORDER.table.items()
        for party in step.who - {Party.SYSTEM}
        if state and action in ENDING and state is not OrderState.PLACED
    }
    assert walked == allowed


# --- giving back ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("reason", "fits"), [("no_capacity", True), ("not_needed", False),
                                              ("parcel_lost", False), (None, False)])  # fmt: skip
def test_a_lab_says_why_it_gives_back(lab: LabFixture, reason: str | None, fits: bool) -> None:
    order_id = brought_to(lab, "accepted")
    if fits:
        lab.move(order_id, "give_back", reason=reason)
        assert "order_moved" in lab.practice.inbox("member")
        return
    before = snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}")
    refused(
        lambda: lab.move(order_id, "give_back", reason=reason), "reason-needed",
        allowed=["material_missing", "no_capacity", "not_feasible"],
    )  # fmt: skip
    assert snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}") == before


@pytest.mark.parametrize(("state", "reason"), [
    ("placed", "wrong-order-state"), ("ready", "wrong-order-state"),
    ("shipped", "wrong-order-state"), ("delivered", "wrong-order-state"),
])  # fmt: skip
def test_what_was_not_accepted_or_is_made_is_not_given_back(
    lab: LabFixture, state: str, reason: str
) -> None:
    order_id = brought_to(lab, state)
    before = snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}")
    refused(lambda: lab.move(order_id, "give_back", reason="no_capacity"), reason)
    assert snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}") == before


def test_a_lab_that_has_spent_its_share_gives_nothing_back_yet(lab: LabFixture) -> None:
    order_id = brought_again(lab, "lost")
    answered(lab, "lost")
    adjust(lab, -1)
    before = snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}")
    refused(lambda: lab.move(order_id, "cancel", who="member", reason="parcel_lost"),
            "lab-cannot-refund")  # fmt: skip
    assert snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}") == before
    adjust(lab, 1)
    lab.move(order_id, "cancel", who="member", reason="parcel_lost")
    assert lab.wallet.balance == (PAID_IN, 0)
    assert lab.earned() == 0


def test_what_an_admin_gave_back_before_is_not_given_back_again(lab: LabFixture) -> None:
    order_id = brought_again(lab, "remake_requested")
    captured = lab.wallet.transactions()[-1]
    lab.wallet.refund(captured.id, PRICE // 2)
    lab.move(order_id, "give_back", reason="no_capacity")
    assert lab.wallet.balance == (PAID_IN, 0)
    in_balance(lab)


def test_given_back_and_called_off_at_once_is_one_end(lab: LabFixture) -> None:
    order_id = brought_to(lab, "accepted")
    both = refusals_at_once(
        lambda: lab.move(order_id, "give_back", reason="no_capacity"),
        lambda: lab.move(order_id, "cancel", who="member", reason="not_needed"),
    )
    assert sorted(both) == ["", "wrong-order-state"]
    assert lab.wallet.balance == (PAID_IN, 0)
    in_balance(lab)


def adjust(lab: LabFixture, paise: int) -> None:
    """Credit or debit the lab's wallet by hand."""
    from tests.support.moments import key

    body = Adjust(wallet_id=lab.practice.tenants.lab, kind="lab", paise=paise, reason="A test.",
                  idempotency_key=key())  # fmt: skip
    admin_operations.adjust(lab.practice.ctx("admin"), body)


# --- lost -----------------------------------------------------------------------------------------


def test_a_clinic_waits_a_week_before_it_reports_a_loss_and_a_lab_does_not(
    lab: LabFixture,
) -> None:
    order_id, other = lab.shipped(), lab.shipped()
    before = snapshot(lab.practice, f"orders/{order_id}")
    earliest = lab.practice.clock.at + timedelta(days=7)
    lab.practice.clock.at = earliest - timedelta(seconds=1)
    report = lambda: lab.move(order_id, "report_lost", who="member")  # noqa: E731
    refused(report, "parcel-under-way", earliest=earliest.isoformat())
    assert snapshot(lab.practice, f"orders/{order_id}") == before
    lab.practice.clock.at = earliest
    report()
    assert (lab.order(order_id).state, lab.order(order_id).settlement) == (OrderState.LOST, None)
    assert "order_moved" in lab.practice.inbox("technician")
    lab.move(other, "report_lost")
    assert lab.order(other).state is OrderState.LOST
    assert lab.wallet.balance == (PAID_IN - 2 * PRICE, 2 * PRICE), "what was set aside stays"


def test_a_clinic_ends_no_order_for_a_loss_before_the_lab_could_answer(lab: LabFixture) -> None:
    """Else delivered work, which nobody confirmed, would be had for nothing in two taps."""
    order_id = brought_to(lab, "lost")
    before = snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}")
    earliest = lab.practice.clock.at + timedelta(days=3)
    lab.practice.clock.at = earliest - timedelta(seconds=1)
    cancel = lambda: lab.move(order_id, "cancel", who="member", reason="parcel_lost")  # noqa: E731
    refused(cancel, "loss-unanswered", earliest=earliest.isoformat())
    assert snapshot(lab.practice, f"orders/{order_id}", f"wallets/{lab.wallet.id}") == before
    lab.practice.clock.at = earliest
    cancel()
    assert lab.wallet.balance == (PAID_IN, 0)


def test_what_was_lost_is_made_anew_without_a_charge(lab: LabFixture) -> None:
    order_id = brought_to(lab, "lost")
    lab.practice.clock.at += timedelta(days=7)
    lab.move(order_id, "accept", "start", "finish")
    assert lab.order(order_id).due_on == "2026-05-16"
    lab.move(order_id, "ship", shipment={"carrier": "Delhivery"})
    lab.move(order_id, "deliver", who="member")
    order = lab.order(order_id)
    assert (order.paid, order.remakes, order.settlement) == (True, 0, None)
    assert (lab.wallet.balance, lab.earned()) == ((PAID_IN - PRICE, 0), EARNED)
    assert times_done(order_id, "ship") == 2
    in_balance(lab)


def test_a_parcel_that_turns_up_is_delivered_and_paid_for(lab: LabFixture) -> None:
    order_id = brought_to(lab, "lost")
    lab.move(order_id, "deliver", who="member")
    assert lab.order(order_id).state is OrderState.DELIVERED
    assert (lab.wallet.balance, lab.earned()) == ((PAID_IN - PRICE, 0), EARNED)


def test_lost_and_delivered_at_once_end_where_the_table_says(lab: LabFixture) -> None:
    """Lost first, it turns up; delivered first, it cannot be lost any more."""
    order_id = lab.shipped()
    lost, delivered = refusals_at_once(
        lambda: lab.move(order_id, "report_lost"),
        lambda: lab.move(order_id, "deliver", who="member"),
    )
    assert delivered == ""
    assert lost in {"", "wrong-order-state"}
    assert lab.order(order_id).state is OrderState.DELIVERED
    assert lab.earned() == EARNED


def test_a_loss_is_no_reason_where_nothing_is_lost(lab: LabFixture) -> None:
    order_id = brought_to(lab, "accepted")
    refused(lambda: lab.move(order_id, "cancel", who="member", reason="parcel_lost"),
            "reason-needed")  # fmt: skip
    assert lab.order(order_id).state is OrderState.ACCEPTED
    lab.move(order_id, "cancel", who="member", reason="not_needed")
