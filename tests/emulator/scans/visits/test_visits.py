"""Assigning operators: who is free, who would be best, and what the others lose."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from core.access import Role, Status
from core.errors import ScannerError
from scans.visits import actions, roster
from scans.visits.models import Operator, VisitSlot, VisitState
from scans.visits.requests import (
    ListVisits,
    RescheduleVisit,
    SetServiceArea,
    ShowVisit,
    VisitRow,
)
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import DAY, HOUR, NOW, QUARTER, hour, key, moved, offered, refused


@pytest.mark.parametrize("by", [timedelta(), QUARTER, -QUARTER, HOUR - QUARTER, QUARTER - HOUR])
def test_two_visits_at_the_same_time_are_too_many(practice: ClinicFixture, by: timedelta) -> None:
    first, second = practice.asked(DAY), practice.asked(moved(by))
    practice.assign(first)
    before = snapshot(practice, f"visits/{second}")
    refused(lambda: practice.assign(second, slot=moved(by)), "operator-busy")
    assert snapshot(practice, f"visits/{second}") == before
    practice.assign(second, "other operator", moved(by))


@pytest.mark.parametrize("by", [HOUR, -HOUR])
def test_one_visit_after_the_other_is_fine(practice: ClinicFixture, by: timedelta) -> None:
    first, second = practice.asked(DAY), practice.asked(moved(by))
    practice.assign(first)
    practice.assign(second, slot=moved(by))
    assert practice.booked() == {first, second}


def test_of_two_assignments_at_once_that_overlap_one_wins(practice: ClinicFixture) -> None:
    both = [practice.asked(DAY), practice.asked(moved(QUARTER))]
    slots = dict(zip(both, (DAY, moved(QUARTER)), strict=True))

    def assign(visit_id: str) -> str:
        try:
            practice.assign(visit_id, slot=slots[visit_id])
        except ScannerError as err:
            return err.reason
        return "assigned"

    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(both, pool.map(assign, both), strict=True))
    assert sorted(answers.values()) == ["assigned", "operator-busy"]
    (winner,) = practice.booked()
    assert answers[winner] == "assigned"
    assert [practice.visit_of(v).assignee for v in both if v != winner] == [None]


def test_assigning_again_is_assigning_once(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    practice.assign(visit_id)
    before = snapshot(practice, f"visits/{visit_id}")
    practice.assign(visit_id)
    assert snapshot(practice, f"visits/{visit_id}") == before


def test_another_operator_takes_the_firsts_place(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    practice.assign(visit_id)
    practice.move(visit_id, "accept")
    practice.assign(visit_id, "other operator")
    assert (practice.booked(), practice.booked("other operator")) == (set(), {visit_id})
    found = practice.visit_of(visit_id)
    assert (found.state, found.assignee) == ("assigned", practice.uid("other operator"))
    assert sorted(practice.inbox("operator")) == ["visit_assigned", "visit_cancelled"]
    assert practice.inbox("other operator") == ["visit_assigned"]
    refused(lambda: practice.move(visit_id, "accept"), "visit-not-found")
    practice.move(visit_id, "accept", who="other operator")


def test_the_same_operator_at_another_slot_keeps_one_booking(practice: ClinicFixture) -> None:
    visit_id = practice.request(slots=[offered(DAY), offered(moved(QUARTER))]).visit_id
    practice.assign(visit_id, slot=DAY)
    practice.assign(visit_id, slot=moved(QUARTER))
    found = practice.ctx().store.get(Operator, practice.uid("operator"))
    assert found is not None
    assert [(b.visit_id, b.starts_at) for b in found.bookings] == [
        (visit_id, moved(QUARTER).starts_at)
    ]


def test_only_a_slot_that_the_clinic_offered(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    for wrong in (
        moved(QUARTER),
        VisitSlot(starts_at=DAY.starts_at, ends_at=DAY.ends_at - QUARTER),
        hour(48),
    ):
        refused(lambda slot=wrong: practice.assign(visit_id, slot=slot), "slot-not-offered")
    assert practice.booked() == set()
    practice.assign(visit_id, slot=DAY)


def test_no_slot_in_the_past(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    practice.clock.at = DAY.starts_at
    refused(lambda: practice.assign(visit_id), "slot-in-past")
    past = [offered(DAY)]
    refused(lambda: practice.request(slots=past), "slot-in-past")
    form = RescheduleVisit(visit_id=visit_id, slots=past, idempotency_key=key())
    refused(lambda: actions.reschedule(practice.ctx(), form), "slot-in-past")
    assert practice.visit_of(visit_id).state == "requested"
    practice.clock.at = DAY.starts_at - timedelta(seconds=1)
    assert practice.request(slots=past)
    practice.assign(visit_id)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ACTIVE])
def test_only_an_active_operator(practice: ClinicFixture, status: Status) -> None:
    visit_id = practice.asked(DAY)
    practice.join("third", Role.OPERATOR, status=status)
    refused(lambda: practice.assign(visit_id, "third"), "operator-not-active")
    practice.assign(visit_id)


@pytest.mark.parametrize("who", ["member", "admin", "lab"])
def test_nobody_but_an_operator(practice: ClinicFixture, who: str) -> None:
    visit_id = practice.asked(DAY)
    refused(lambda: practice.assign(visit_id, who), "operator-not-active")
    assert practice.visit_of(visit_id).assignee is None


def test_a_no_show_is_not_reported_before_the_hour(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    practice.assign(visit_id)
    practice.move(visit_id, "accept", "depart", "arrive")
    practice.clock.at = DAY.starts_at - timedelta(seconds=1)
    for who in ("operator", "admin"):
        refused(lambda who=who: practice.move(visit_id, "report_no_show", who=who), "too-early")
    practice.clock.at = DAY.starts_at
    practice.move(visit_id, "report_no_show")
    assert practice.visit_of(visit_id).state == "no_show"


def test_nothing_is_finished_before_a_file_is_ready(practice: ClinicFixture) -> None:
    opened = practice.scanning()
    practice.slot("operator", visit_id=opened.visit_id)
    refused(lambda: practice.move(opened.visit_id, "finish"), "nothing-scanned")
    assert practice.visit_of(opened.visit_id).state == "scanning"


def test_what_an_operator_sees_is_what_is_declared_for_it(practice: ClinicFixture) -> None:
    found = practice.visit_of(practice.request(notes="Bridge; afraid of needles").visit_id)
    assert found.clinic.model_dump() == {
        "name": "Smile Dental", "address": "12 MG Road", "city": "Pune", "pincode": "411001",
    }  # fmt: skip
    assert set(found.patient.model_dump()) == {"reference"}
    assert "needles" not in found.model_dump_json()
    assert "Meera" not in found.model_dump_json()


def test_a_service_area_keeps_the_bookings(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    practice.assign(visit_id)
    area = SetServiceArea(city="  Navi   Mumbai", pincode="400703", available=True)
    for _ in range(2):
        answer = roster.set_area(practice.ctx("operator"), area)
    assert answer.model_dump() == {
        "city": "Navi   Mumbai", "pincode": "400703", "available": True,
    }  # fmt: skip
    found = practice.ctx().store.get(Operator, practice.uid("operator"))
    assert found is not None
    assert (found.city_key, found.district) == ("navi mumbai", "400")
    assert practice.booked() == {visit_id}


def test_the_list_of_a_state_goes_page_by_page(practice: ClinicFixture) -> None:
    mine = []
    for minutes in range(3):
        practice.clock.at = NOW + timedelta(minutes=minutes)
        mine.append(practice.asked(hour(48)))
    practice.assign(mine[1], slot=hour(48))
    seen: list[VisitRow] = []
    cursor = None
    while not seen or cursor:
        request = ListVisits(state=VisitState.REQUESTED, limit=100, cursor=cursor)
        page = actions.list_visits(practice.ctx("admin"), request)
        seen, cursor = seen + page.visits, page.cursor
    assert [row.visit_id for row in seen if row.visit_id in mine] == [mine[0], mine[2]]
    times = [row.requested_at for row in seen]
    assert times == sorted(times), "the longest waiting first"


def test_an_admin_is_shown_a_visit_in_any_state_on_record(practice: ClinicFixture) -> None:
    visit_id = practice.asked(DAY)
    before = practice.visit_of(visit_id)
    asked = ShowVisit(visit_id=visit_id)
    row = actions.show(practice.ctx("admin"), asked).visit
    assert (row.visit_id, row.state, row.assignee) == (visit_id, VisitState.REQUESTED, None)
    assert (row.slots[0].starts_at, row.slots[0].ends_at) == (DAY.starts_at, DAY.ends_at)
    assert practice.visit_of(visit_id) == before
    practice.assign(visit_id)
    row = actions.show(practice.ctx("admin"), asked).visit
    assert (row.state, row.assignee) == (VisitState.ASSIGNED, practice.uid("operator"))
    looks = [act for act in practice.acts() if act["action"] == "scans.show_visit"]
    assert [(act["actor"], act["subject"]) for act in looks] == [
        (practice.uid("admin"), f"visits/{visit_id}")
    ] * 2
    unknown = ShowVisit(visit_id=visit_id[::-1])
    refused(lambda: actions.show(practice.ctx("admin"), unknown), "visit-not-found")
    assert len([act for act in practice.acts() if act["action"] == "scans.show_visit"]) == 2
