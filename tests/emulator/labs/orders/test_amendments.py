"""What a lab may correct of an order, and how a step that was taken is asked for again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core.firebase import firestore_client
from labs.orders.models import OrderState
from tests.emulator.labs.follow_ups.follow_up_steps import WAYS, brought_to
from tests.support import ids
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import LabFixture, times_done
from tests.support.moments import refused

PARCEL = {"carrier": "Blue Dart", "tracking": "BD 4711"}
OTHER = {"carrier": "Delhivery", "tracking": "DL 99"}


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def event(order_id: str, action: str) -> dict[str, Any]:
    """The last line of a kind in an order's history."""
    path = f"orders/{order_id}/events"
    found = [e.to_dict() or {} for e in firestore_client().collection(path).get()]
    return max((e for e in found if e["action"] == action), key=lambda e: e["at"])


def watched(lab: LabFixture, order_id: str) -> Any:
    """All that a refusal must leave as it is."""
    path = f"orders/{order_id}"
    return snapshot(lab.practice, path, f"wallets/{lab.wallet.id}"), lab.history(order_id)


def test_a_parcel_is_corrected_in_a_step_of_its_own(lab: LabFixture) -> None:
    """The issue's case: `ship` again with another carrier was answered as done, and dropped."""
    order_id = lab.shipped()
    before = watched(lab, order_id)
    refused(lambda: lab.move(order_id, "ship", shipment=OTHER), "done-otherwise",
            fields=["shipment"])  # fmt: skip
    assert watched(lab, order_id) == before
    lab.move(order_id, "ship", shipment=PARCEL)
    assert watched(lab, order_id) == before

    shipped_at = lab.order(order_id).times[OrderState.SHIPPED]
    lab.practice.clock.at += timedelta(hours=1)
    heard = len(lab.practice.inbox("member"))
    lab.move(order_id, "amend", shipment=OTHER)
    assert (lab.practice.tally.reads, lab.practice.tally.writes) == (2, 5)
    order = lab.order(order_id)
    assert order.shipment is not None
    assert order.shipment.model_dump() == OTHER
    assert (order.state, order.times[OrderState.SHIPPED]) == (OrderState.SHIPPED, shipped_at)
    assert event(order_id, "amend")["shipment"] == OTHER
    assert event(order_id, "amend")["due_on"] is None
    assert event(order_id, "ship")["shipment"] == PARCEL
    assert lab.practice.inbox("member")[heard:] == ["order_amended"]

    after = watched(lab, order_id)
    lab.move(order_id, "amend", shipment=OTHER)  # said already
    assert watched(lab, order_id) == after
    refused(lambda: lab.move(order_id, "ship", shipment=PARCEL), "done-otherwise")
    lab.move(order_id, "ship", shipment=OTHER)
    assert watched(lab, order_id) == after


def test_a_promised_day_is_corrected_and_the_first_one_counts(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    assert lab.order(order_id).due_on == "2026-05-09"
    lab.move(order_id, "put_on_hold", reason="question")
    lab.move(order_id, "amend", due_on="2026-05-15")
    order = lab.order(order_id)
    assert (order.due_on, order.promised_on, order.reason) == (
        "2026-05-15", "2026-05-09", "question",
    )  # fmt: skip
    assert event(order_id, "amend")["due_on"] == "2026-05-15"
    lab.move(order_id, "resume", "finish")
    lab.practice.clock.at += timedelta(days=6)  # Sunday the 10th: in time for the second promise
    lab.move(order_id, "ship", shipment=PARCEL)
    assert event(order_id, "ship")["on_time"] is False


def test_a_promise_that_was_kept_is_on_time_though_it_was_moved_forward(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    lab.move(order_id, "amend", due_on="2026-05-07")
    lab.move(order_id, "start", "finish")
    lab.practice.clock.at += timedelta(days=4)  # the 8th
    lab.move(order_id, "ship", shipment=PARCEL)
    assert event(order_id, "ship")["on_time"] is True


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        ("2026-05-03", False),
        ("2026-05-04", True),
        ("2027-05-04", True),
        ("2027-05-05", False),
        ("2099-12-31", False),
    ],
)
def test_a_promise_is_for_today_or_within_a_year(lab: LabFixture, day: str, fits: bool) -> None:
    """The tests' clock stands at the fourth of May 2026."""
    order_id = lab.place()
    lab.move(order_id, "accept")
    before = watched(lab, order_id)
    if fits:
        lab.move(order_id, "amend", due_on=day)
        assert lab.order(order_id).due_on == day
        return
    refused(
        lambda: lab.move(order_id, "amend", due_on=day),
        "day-not-possible", earliest="2026-05-04", latest="2027-05-04",
    )  # fmt: skip
    assert watched(lab, order_id) == before


@pytest.mark.parametrize(
    ("state", "right", "wrong"),
    [
        ("accepted", {"due_on": "2026-05-20"}, {"shipment": OTHER}),
        ("ready", {"due_on": "2026-05-20"}, {"due_on": "2026-05-20", "shipment": OTHER}),
        ("shipped", {"shipment": OTHER}, {"due_on": "2026-05-20"}),
        ("shipped", {"shipment": OTHER}, {}),
    ],
)
def test_what_may_be_corrected_depends_on_where_the_order_stands(
    lab: LabFixture, state: str, right: dict[str, Any], wrong: dict[str, Any]
) -> None:
    order_id = brought_to(lab, state)
    before = watched(lab, order_id)
    refused(lambda: lab.move(order_id, "amend", **wrong), "amendment-needed",
            allowed=[next(iter(right))])  # fmt: skip
    assert watched(lab, order_id) == before
    lab.move(order_id, "amend", **right)
    assert times_done(order_id, "amend") == 1


def test_the_clinic_corrects_nothing_of_the_labs(lab: LabFixture) -> None:
    order_id = lab.shipped()
    before = watched(lab, order_id)
    refused(lambda: lab.move(order_id, "amend", who="member", shipment=OTHER), "role-not-allowed")
    assert watched(lab, order_id) == before
    lab.move(order_id, "amend", shipment=OTHER)


#: Each step that says something: where it leads, what it says, and the same with another content.
REPEATS: dict[str, tuple[str, str, dict[str, Any], dict[str, Any], str]] = {
    "reject": ("rejected", "technician", {"reason": "no_capacity"}, {"reason": "not_feasible"},
               "reason"),
    "put_on_hold": ("on_hold", "technician", {"reason": "question"},
                    {"reason": "material_missing"}, "reason"),
    "request_rescan": ("rescan_requested", "technician", {"reason": "bite_wrong"},
                       {"reason": "margin_unclear"}, "reason"),
    "ship": ("shipped", "technician", {"shipment": {"carrier": "Blue Dart"}}, {"shipment": OTHER},
             "shipment"),
    "request_remake": ("remake_requested", "member", {"reason": "broken"},
                       {"reason": "wrong_shade"}, "reason"),
    "cancel": ("cancelled", "member", {"reason": "not_needed"}, {"reason": "ordered_twice"},
               "reason"),
}  # fmt: skip


@pytest.mark.parametrize("action", REPEATS)
def test_a_step_again_says_the_same_or_is_refused(lab: LabFixture, action: str) -> None:
    state, who, same, other, field = REPEATS[action]
    assert WAYS[state][-1] == (who, action, same)
    order_id = brought_to(lab, state)
    before = watched(lab, order_id)
    lab.move(order_id, action, who=who, **same)
    assert watched(lab, order_id) == before
    refused(lambda: lab.move(order_id, action, who=who, **other), "done-otherwise", fields=[field])
    assert watched(lab, order_id) == before


def test_new_scans_again_are_the_same_scans_or_refused(lab: LabFixture) -> None:
    order_id = brought_to(lab, "rescan_requested")
    newer, another = lab.file(lab.case_id), lab.file(lab.case_id)
    lab.move(order_id, "send_rescan", who="member", file_ids=[newer])
    before = watched(lab, order_id)
    lab.move(order_id, "send_rescan", who="member", file_ids=[newer])
    for files in ([another], [newer, another], [], [ids.document_id()]):
        refused(
            lambda: lab.move(order_id, "send_rescan", who="member", file_ids=files),  # noqa: B023
            "done-otherwise", fields=["file_ids"],
        )  # fmt: skip
    assert watched(lab, order_id) == before
