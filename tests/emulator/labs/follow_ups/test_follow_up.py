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
def workshop(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def job(workshop: LabFixture, order_id: str) -> Job:
    """The order's promise."""
    found = workshop.practice.ctx().store.get(Job, f"order-{order_id}")
    assert found is not None
    return found


def wake(workshop: LabFixture, order_id: str) -> JobState | None:
    """Do what the alarm's task does."""
    return running.run(workshop.practice.as_caller(SYSTEM), f"order-{order_id}")


def told(workshop: LabFixture, kind: str = "order_overdue") -> tuple[int, int]:
    """How often the clinic's person and the lab's were told of a late order."""
    boxes = (workshop.practice.inbox(name) for name in ("member", "technician"))
    clinic, lab = (box.count(kind) for box in boxes)
    return clinic, lab


def test_both_sides_hear_of_a_late_order_once(workshop: LabFixture) -> None:
    order_id = workshop.place()
    assert workshop.practice.ctx().store.get(Job, f"order-{order_id}") is None
    workshop.move(order_id, "accept", "start")
    due_on = date.fromisoformat(workshop.order(order_id).due_on or "")
    assert job(workshop, order_id).due_at == start_of(due_on + DAY)
    workshop.practice.clock.at = start_of(due_on + DAY) - timedelta(seconds=1)
    assert wake(workshop, order_id) is None
    assert told(workshop) == (0, 0)
    workshop.practice.clock.at += timedelta(seconds=1)
    assert wake(workshop, order_id) is JobState.DONE
    assert (workshop.practice.tally.reads, workshop.practice.tally.writes) == (3, 3)
    assert wake(workshop, order_id) is None
    assert told(workshop) == (1, 1)


@pytest.mark.parametrize("end", ["shipped", "cancelled"])
def test_what_left_the_lab_is_not_late(workshop: LabFixture, end: str) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept")
    if end == "cancelled":
        workshop.move(order_id, "cancel", who="member", reason="not_needed")
    else:
        workshop.move(order_id, "start", "finish")
        workshop.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    workshop.practice.clock.at = job(workshop, order_id).due_at
    assert wake(workshop, order_id) is JobState.DONE
    assert told(workshop) == (0, 0)


def test_new_scans_move_the_day(workshop: LabFixture) -> None:
    order_id = workshop.place()
    workshop.move(order_id, "accept")
    before = job(workshop, order_id).due_at
    workshop.move(order_id, "request_rescan", reason="bite_wrong")
    workshop.practice.clock.at += 3 * DAY
    again = workshop.file(workshop.case_id)
    workshop.move(order_id, "send_rescan", who="member", file_ids=[again])
    assert job(workshop, order_id).due_at > before
    workshop.practice.clock.at = before
    assert wake(workshop, order_id) is None


def test_a_delivered_order_that_nobody_faults_is_completed(workshop: LabFixture) -> None:
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", who="member")
    delivered = workshop.practice.clock.at
    assert job(workshop, order_id).due_at == delivered + 14 * DAY
    workshop.practice.clock.at = delivered + 14 * DAY - timedelta(seconds=1)
    assert wake(workshop, order_id) is None
    assert workshop.order(order_id).state == "delivered"
    workshop.practice.clock.at += timedelta(seconds=1)
    assert wake(workshop, order_id) is JobState.DONE
    assert workshop.order(order_id).state == "completed"
    assert ("complete", "completed") in workshop.history(order_id)
    assert told(workshop, "order_moved")[0] > 0


def test_a_remake_is_not_completed_by_the_first_delivery(workshop: LabFixture) -> None:
    """The day is that of the delivery which counts, however often there was one."""
    order_id = workshop.shipped()
    workshop.move(order_id, "deliver", who="member")
    first = job(workshop, order_id).due_at
    workshop.move(order_id, "request_remake", who="member", reason="broken")
    workshop.practice.clock.at = first
    assert wake(workshop, order_id) is JobState.DONE
    assert workshop.order(order_id).state == "remake_requested"
    workshop.move(order_id, "accept", "start", "finish")
    workshop.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    workshop.move(order_id, "deliver", who="member")
    assert job(workshop, order_id).due_at == first + 14 * DAY
    assert job(workshop, order_id).state is JobState.DUE
