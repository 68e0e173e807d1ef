"""Orders whose consent is withdrawn: which of them end and how, twice, half way, and in time.

Where a test takes the trigger's part, the deployed one hears nothing: `withdraw_unheard`.
"""

from __future__ import annotations

from typing import Any

import pytest

from core import firebase
from core.machines import Party
from core.store import Store
from core.triggers import FailedError
from labs.follow_ups import open_orders
from labs.follow_ups import stop as follow_up_stop
from labs.orders.models import OrderState, Reason
from labs.orders.states import ORDER, STOPPED_BY
from tests.emulator.labs.follow_ups.follow_up_steps import (
    WAYS,
    acts_of_the_system,
    brought_to,
    cost,
    standing,
)
from tests.support import lab_records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.concurrency import refusals_at_once
from tests.support.crashes import DyingStore
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture, problems
from tools.client import wait_for

PAID_IN = 1_000_000

CANCELLED = {
    "placed", "accepted", "in_production", "on_hold", "rescan_requested", "ready", "shipped",
    "lost", "accepted again",
}  # fmt: skip
ENDS = dict.fromkeys(CANCELLED, "cancelled") | {"remake_requested": "completed"}
PAID = {"delivered", "completed", "remake_requested", "accepted again"}


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def stop(lab: LabFixture, consent_id: str, store: Store | None = None) -> int:
    """Take the trigger's part; how many orders were ended."""
    lab.practice.tally = (store := store or Store(firebase.firestore_client())).tally
    return follow_up_stop.stop(store, lab.practice.clock, consent_id)


def test_every_state_has_its_way() -> None:
    assert {str(state) for state in OrderState} == set(WAYS) - {"accepted again"}
    open_to_system = {
        s for s in OrderState
        if ORDER.allows(s, "cancel") and Party.SYSTEM in ORDER.must(s, "cancel").who  # type: ignore[arg-type]
    }  # fmt: skip
    assert set(STOPPED_BY) == open_to_system | {OrderState.REMAKE_REQUESTED}


@pytest.mark.parametrize("state", WAYS)
def test_what_becomes_of_an_order(lab: LabFixture, state: str) -> None:
    order_id = brought_to(lab, state)
    before, consent_id = standing(lab, order_id), lab.withdraw_unheard()
    stopped = stop(lab, consent_id)
    after = standing(lab, order_id)
    paid = state in PAID
    assert lab.wallet.balance == (PAID_IN - PRICE if paid else PAID_IN, 0)
    assert lab.earned() == (PRICE - COMMISSION - TAX if paid else 0)
    if state not in ENDS:
        assert stopped == 0
        assert after == before
        assert acts_of_the_system(order_id) == []
        return
    order, end = lab.order(order_id), ENDS[state]
    assert stopped == 1
    assert (order.state, order.reason, order.paid) == (end, "consent_withdrawn", paid)
    assert order.times[order.state] == lab.practice.clock.now()
    action = STOPPED_BY[before[0].state].value
    assert after[1] - before[1] == {(action, end)}
    assert acts_of_the_system(order_id) == [f"labs.{action}_order"]
    told = {
        name: len(practice_after) - len(practice_before)
        for name, practice_before, practice_after in zip(
            lab.practice.people, before[4], after[4], strict=True
        )
    }
    side = "lab owner" if state == "placed" else "technician"
    assert {name: more for name, more in told.items() if more} == {"member": 1, side: 1}


def test_a_consent_that_stands_stops_nothing(lab: LabFixture) -> None:
    """What is read is the consent as it stands: an event of another change of it does nothing."""
    order_id = lab.place()
    before = standing(lab, order_id)
    assert stop(lab, lab.case().consent_id) == 0
    assert cost(lab) == (1, 0)
    assert standing(lab, order_id) == before
    assert stop(lab, lab.withdraw_unheard()) == 1


def test_a_second_delivery_changes_nothing(lab: LabFixture) -> None:
    order_id = brought_to(lab, "in_production")
    consent_id = lab.withdraw_unheard()
    assert stop(lab, consent_id) == 1
    once = standing(lab, order_id)
    assert stop(lab, consent_id) == 0
    assert cost(lab) == (2, 0)
    assert standing(lab, order_id) == once
    both = refusals_at_once(*[lambda: stop(lab, consent_id)] * 3)
    assert both == [""] * 3
    assert standing(lab, order_id) == once


def test_two_at_once_end_an_order_once(lab: LabFixture) -> None:
    order_id = brought_to(lab, "accepted")
    consent_id = lab.withdraw_unheard()
    assert refusals_at_once(*[lambda: stop(lab, consent_id)] * 4) == [""] * 4
    assert acts_of_the_system(order_id) == ["labs.cancel_order"]
    assert lab.wallet.balance == (PAID_IN, 0)


def test_all_cases_of_the_consent_and_no_others(lab: LabFixture) -> None:
    other_case, other_file = lab.scanned()
    apart_case, apart_file = lab.scanned()
    mine = [lab.place(), lab.place(case_id=other_case, file_ids=[other_file])]
    apart = lab.place(case_id=apart_case, file_ids=[apart_file])
    before = standing(lab, apart)[:2]
    assert stop(lab, lab.withdraw_unheard(lab.case_id, other_case)) == 2
    assert {lab.order(each).state for each in mine} == {OrderState.CANCELLED}
    assert standing(lab, apart)[:2] == before
    assert lab.wallet.balance == (PAID_IN - PRICE, PRICE)


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("done", [0, 1, 2])
def test_what_a_run_that_died_left_the_next_one_does(
    lab: LabFixture, done: int, *, committed: bool
) -> None:
    orders = [lab.place() for _ in range(3)]
    consent_id = lab.withdraw_unheard()
    with pytest.raises(FailedError):
        stop(lab, consent_id, DyingStore(done, committed=committed))
    ended = sum(lab.order(each).state is OrderState.CANCELLED for each in orders)
    assert ended == (3 if committed else done)
    assert lab.wallet.balance == (PAID_IN - (3 - ended) * PRICE, (3 - ended) * PRICE)
    assert stop(lab, consent_id) == 3 - ended
    assert lab.wallet.balance == (PAID_IN, 0)
    for each in orders:
        assert acts_of_the_system(each) == ["labs.cancel_order"]


class StumblingStore(Store):
    """A store that fails at its first transaction."""

    fails = True

    def run(self, work: Any) -> Any:
        """Fail, the first time."""
        if self.fails:
            self.fails = False
            raise LookupError("Meera Joshi")
        return super().run(work)


def test_an_order_that_cannot_be_ended_keeps_no_other(lab: LabFixture) -> None:
    orders = [lab.place(), lab.place()]
    consent_id = lab.withdraw_unheard()
    with pytest.raises(FailedError):
        stop(lab, consent_id, StumblingStore(firebase.firestore_client()))
    states = sorted(lab.order(each).state for each in orders)
    assert states == [OrderState.CANCELLED, OrderState.PLACED]
    assert stop(lab, consent_id) == 1


def test_more_orders_than_a_page_holds(lab: LabFixture) -> None:
    made = [lab_records.order(lab.practice.tenants) for _ in range(open_orders.PAGE + 1)]
    orders = [
        o.model_copy(update={"case_id": lab.case_id, "accepted_by": "x"}).placed(o.id) for o in made
    ]
    lab.practice.tenants.seed(*orders)
    assert stop(lab, lab.withdraw_unheard()) == open_orders.PAGE + 1
    assert {lab.order(o.id).state for o in orders} == {OrderState.CANCELLED}


def test_what_stopping_costs(lab: LabFixture) -> None:
    """The consent; the case's open orders; the order and its hold, accepted or not."""
    brought_to(lab, "in_production")
    assert stop(lab, lab.withdraw_unheard()) == 1
    assert cost(lab) == (1 + 1 + 3, 9)
    brought = LabFixture(ClinicFixture())
    brought.place()
    assert stop(brought, brought.withdraw_unheard()) == 1
    assert cost(brought) == (1 + 1 + 3, 9)
    remade = LabFixture(ClinicFixture())
    brought_to(remade, "remake_requested")
    assert stop(remade, remade.withdraw_unheard()) == 1
    assert cost(remade) == (1 + 1 + 1, 5)


def test_placed_at_the_same_time(practice: ClinicFixture) -> None:
    """Placing reads the consent in its transaction: it is first, and stopped, or it is refused."""
    lab = LabFixture(practice)
    for _ in range(4):
        case_id, file_id = lab.scanned()
        consent_id = practice.case_of(case_id).consent_id
        orders: list[str] = []

        def place() -> None:
            orders.append(lab.place(case_id=case_id, file_ids=[file_id]))  # noqa: B023

        placed, withdrawn = refusals_at_once(place, lambda: practice.withdraw(consent_id))  # noqa: B023
        assert withdrawn == ""
        assert placed == ("" if orders else "order-refused")
        stop(lab, consent_id)
        for order_id in orders:
            assert lab.order(order_id).state is OrderState.CANCELLED
        assert lab.wallet.balance == (PAID_IN, 0)
        assert problems(place) == {"": "consent-withdrawn"}


def test_no_remake_is_asked_for_once_it_is_withdrawn(lab: LabFixture) -> None:
    """It would stay open: no lab may accept it, and no trigger comes any more."""
    order_id = brought_to(lab, "delivered")
    before = standing(lab, order_id)
    lab.withdraw_unheard()
    ask = {"who": "member", "reason": "broken"}
    found = problems(lambda: lab.move(order_id, "request_remake", **ask))
    assert found == {"": "consent-withdrawn"}
    assert standing(lab, order_id) == before
    lab.move(order_id, "complete", who="member")
    twin = LabFixture(ClinicFixture())
    again = brought_to(twin, "delivered")
    twin.move(again, "request_remake", **ask)
    assert twin.order(again).state is OrderState.REMAKE_REQUESTED


def test_no_side_gives_the_systems_reason(lab: LabFixture) -> None:
    order_id = lab.place()
    for who in ("member", "admin"):
        with pytest.raises(Exception, match="reason-needed"):
            lab.move(order_id, "cancel", who=who, reason=Reason.CONSENT_WITHDRAWN)
    assert lab.order(order_id).state is OrderState.PLACED


@pytest.mark.deployed
def test_the_deployed_trigger_hears_of_a_withdrawal(lab: LabFixture) -> None:
    order_id = brought_to(lab, "in_production")
    member = lab.practice.person("member")
    request = {"consent_id": lab.case().consent_id, "idempotency_key": order_id}
    member.call("scans/withdraw_consent", **request)
    wait_for(lambda: lab.order(order_id).state is OrderState.CANCELLED)
    assert lab.order(order_id).reason is Reason.CONSENT_WITHDRAWN
    assert lab.wallet.balance == (PAID_IN, 0)
    assert acts_of_the_system(order_id) == ["labs.cancel_order"]
