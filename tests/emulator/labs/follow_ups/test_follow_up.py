"""Orders that are looked at again: late ones are told of, delivered ones completed in the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.access import SYSTEM
from core.clock import start_of
from core.jobs import Job, JobState
from jobs import running
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture

DAY = timedelta(days=1)


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def job(lab: LabFixture, order_id: str) -> Job:
    """The order's promise."""
    found = lab.practice.ctx().store.get(Job, f"order-{order_id}")
    assert found is not None
    return found


def wake(lab: LabFixture, order_id: str) -> JobState | None:
    """Do what the alarm's task does."""
    return running.run(lab.practice.as_caller(SYSTEM), f"order-{order_id}")


def told(lab: LabFixture, kind: str = "order_overdue") -> tuple[int, int]:
    """How often the clinic's person and the lab's were told of a late order."""
    boxes = (lab.practice.inbox(name) for name in ("member", "technician"))
    of_clinic, of_lab = (box.count(kind) for box in boxes)
    return of_clinic, of_lab


def test_both_sides_hear_of_a_late_order_once(lab: LabFixture) -> None:
    order_id = lab.place()
    assert lab.practice.ctx().store.get(Job, f"order-{order_id}") is None
    lab.move(order_id, "accept", "start")
    due_on = date.fromisoformat(lab.order(order_id).due_on or "")
    assert job(lab, order_id).due_at == start_of(due_on + DAY)
    lab.practice.clock.at = start_of(due_on + DAY) - timedelta(seconds=1)
    assert wake(lab, order_id) is None
    assert told(lab) == (0, 0)
    lab.practice.clock.at += timedelta(seconds=1)
    assert wake(lab, order_id) is JobState.DONE
    assert (lab.practice.tally.reads, lab.practice.tally.writes) == (3, 3)
    assert wake(lab, order_id) is None
    assert told(lab) == (1, 1)


@pytest.mark.parametrize("end", ["shipped", "cancelled"])
def test_what_left_the_lab_is_not_late(lab: LabFixture, end: str) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    if end == "cancelled":
        lab.move(order_id, "cancel", who="member", reason="not_needed")
    else:
        lab.move(order_id, "start", "finish")
        lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    lab.practice.clock.at = job(lab, order_id).due_at
    assert wake(lab, order_id) is JobState.DONE
    assert told(lab) == (0, 0)


def test_new_scans_move_the_day(lab: LabFixture) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept")
    before = job(lab, order_id).due_at
    lab.move(order_id, "request_rescan", reason="bite_wrong")
    lab.practice.clock.at += 3 * DAY
    again = lab.file(lab.case_id)
    lab.move(order_id, "send_rescan", who="member", file_ids=[again])
    assert job(lab, order_id).due_at > before
    lab.practice.clock.at = before
    assert wake(lab, order_id) is None


def test_a_delivered_order_that_nobody_faults_is_completed(lab: LabFixture) -> None:
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    delivered = lab.practice.clock.at
    assert job(lab, order_id).due_at == delivered + 14 * DAY
    lab.practice.clock.at = delivered + 14 * DAY - timedelta(seconds=1)
    assert wake(lab, order_id) is None
    assert lab.order(order_id).state == "delivered"
    lab.practice.clock.at += timedelta(seconds=1)
    assert wake(lab, order_id) is JobState.DONE
    assert lab.order(order_id).state == "completed"
    assert ("complete", "completed") in lab.history(order_id)
    assert told(lab, "order_moved")[0] > 0


def test_a_remake_is_not_completed_by_the_first_delivery(lab: LabFixture) -> None:
    """The day is that of the delivery which counts, however often there was one."""
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    first = job(lab, order_id).due_at
    lab.move(order_id, "request_remake", who="member", reason="broken")
    lab.practice.clock.at = first
    assert wake(lab, order_id) is JobState.DONE
    assert lab.order(order_id).state == "remake_requested"
    lab.move(order_id, "accept", "start", "finish")
    lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    lab.move(order_id, "deliver", who="member")
    assert job(lab, order_id).due_at == first + 14 * DAY
    assert job(lab, order_id).state is JobState.DUE
