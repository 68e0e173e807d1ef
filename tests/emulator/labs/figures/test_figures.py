"""Figures on labs: counted again by hand over generated histories; by day, by side, at a cost."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.clock import start_of
from core.store import Store
from labs.figures import performance
from labs.figures.requests import GetLabFigures, LabFigures
from labs.orders.models import OrderEvent, OrderState
from labs.orders.states import OrderAction
from labs.orders.transitions import REASONS
from scans.gate.models import FileKind
from tests.support import ids, lab_records, records
from tests.support.account_records import Tenants
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key, refused
from tools.client import CallError

DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
MAY = date(2026, 5, 1)
#: What the emulator answers on one page: eleven counts.
COUNTS = 11


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def asked(practice: ClinicFixture, who: str = "lab", **changes: Any) -> LabFigures:
    """Ask for the figures of May."""
    request = {"first_day": MAY, "last_day": date(2026, 5, 31), **changes}
    return performance.figures(practice.ctx(who), GetLabFigures.model_validate(request))


def line(tenants: Tenants, action: str, at: datetime, **changes: Any) -> OrderEvent:
    """A line of the history of one of the lab's orders."""
    made = lab_records.event(tenants)
    return made.model_copy(update={"action": action, "at": at, **changes}).placed(*made.ids)


def lived(tenants: Tenants, chance: random.Random) -> list[OrderEvent]:
    """A month and a bit of a lab's life: whatever may be done, at any time, often at midnight."""
    lines = []
    for _ in range(90):
        action = chance.choice([str(action) for action in OrderAction])
        midnight = start_of(MAY + chance.randint(-3, 34) * DAY)
        at = midnight + chance.choice([-INSTANT, timedelta(), chance.random() * DAY])
        reasons = sorted(REASONS.get(OrderAction(action), ()))
        changes = {
            "lab_id": chance.choice([tenants.lab, tenants.lab, tenants.other_lab]),
            "reason": chance.choice(reasons) if reasons else None,
            "on_time": chance.choice([True, False, None]) if action == "ship" else None,
        }
        lines.append(line(tenants, action, at, **changes))
    return lines


def by_hand(lines: list[OrderEvent], lab_id: str, first: date, last: date) -> dict[str, Any]:
    """Count what the figures count, line by line, by the calendar of Pune."""

    def day(line: OrderEvent) -> date:
        return (line.at.astimezone(UTC) + timedelta(hours=5, minutes=30)).date()

    mine = [each for each in lines if each.lab_id == lab_id and first <= day(each) <= last]
    promised = [each.on_time for each in mine if each.on_time is not None]
    delivered = sum(each.action == "deliver" for each in mine)

    def why(action: OrderAction) -> dict[str, int]:
        given = [each.reason for each in mine if each.action == action]
        return {str(reason): given.count(reason) for reason in REASONS[action]}

    def of(part: int, whole: int) -> dict[str, int] | None:
        return {"part": part, "whole": whole} if whole else None

    remakes = why(OrderAction.REQUEST_REMAKE)
    return {
        "lab_id": lab_id,
        "on_time": of(sum(promised), len(promised)),
        "remakes": of(sum(remakes.values()), delivered),
        "remake_reasons": remakes,
        "rescan_reasons": why(OrderAction.REQUEST_RESCAN),
    }


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_those_of_a_count_by_hand(practice: ClinicFixture, seed: int) -> None:
    chance, tenants = random.Random(seed), practice.tenants
    lines = lived(tenants, chance)
    tenants.seed(*lines, records.event(tenants))
    spans = [(MAY, date(2026, 5, 31)), (MAY, MAY), (MAY - 3 * DAY, MAY + 34 * DAY)]
    spans += [(MAY + n * DAY, MAY + (n + chance.randint(0, 9)) * DAY) for n in range(0, 30, 6)]
    for first, last in spans:
        for who, lab_id in (("lab", tenants.lab), ("admin", tenants.other_lab)):
            named = {"lab_id": lab_id} if who == "admin" else {}
            found = asked(practice, who, first_day=first, last_day=last, **named)
            assert found.model_dump(mode="json") == by_hand(lines, lab_id, first, last)


def test_nothing_done_is_no_rate(practice: ClinicFixture) -> None:
    found = asked(practice)
    assert (found.on_time, found.remakes) == (None, None)
    assert set(found.remake_reasons.values()) | set(found.rescan_reasons.values()) == {0}


def test_asking_twice_gives_the_same_and_writes_nothing(practice: ClinicFixture) -> None:
    practice.tenants.seed(*lived(practice.tenants, random.Random(7)))
    once = asked(practice)
    assert asked(practice) == once
    assert (practice.tally.reads, practice.tally.writes) == (COUNTS, 0)


def test_a_thousand_lines_are_a_read(practice: ClinicFixture) -> None:
    at = start_of(MAY)
    for size in (400, 400, 200):
        practice.tenants.seed(*(line(practice.tenants, "deliver", at) for _ in range(size)))
    assert asked(practice).remakes is not None
    assert practice.tally.reads == COUNTS
    practice.tenants.seed(line(practice.tenants, "deliver", at))
    found = asked(practice)
    assert found.remakes is not None
    assert found.remakes.whole == 1_001
    assert practice.tally.reads == COUNTS + 1


@pytest.mark.parametrize(("after", "kept"), [(-INSTANT, True), (timedelta(), False)])
def test_the_day_of_the_promise_ends_at_midnight_in_india(
    lab: LabFixture, after: timedelta, *, kept: bool
) -> None:
    order_id = lab.place()
    lab.move(order_id, "accept", "start", "finish")
    due = lab.order(order_id).due_on
    assert due is not None
    lab.practice.clock.at = start_of(date.fromisoformat(due) + DAY) + after
    lab.move(order_id, "ship", shipment={"carrier": "Blue Dart"})
    found = asked(lab.practice).on_time
    assert found is not None
    assert (found.part, found.whole) == (int(kept), 1)


def test_the_figures_of_an_orders_life(lab: LabFixture) -> None:
    """New scans, a shipment that is late, a remake that is not, and an order without a promise."""
    practice, order_id = lab.practice, lab.place()
    lab.move(order_id, "accept")
    lab.move(order_id, "request_rescan", reason="margin_unclear")
    lab.move(order_id, "send_rescan", who="member", file_ids=[lab.file_id])
    lab.move(order_id, "start", "finish")
    practice.clock.at += 20 * DAY
    ship = {"shipment": {"carrier": "Blue Dart"}}
    lab.move(order_id, "ship", **ship)
    lab.move(order_id, "deliver", who="member")
    lab.move(order_id, "request_remake", who="member", reason="wrong_shade")
    lab.move(order_id, "accept", "start", "finish")
    lab.move(order_id, "ship", **ship)
    lab.move(order_id, "deliver", who="member")
    never = lab_records.order(practice.tenants)
    ready = {"state": OrderState.READY, "case_id": lab.case_id}
    practice.tenants.seed(never.model_copy(update=ready).placed(never.id))
    lab.move(never.id, "ship", **ship)
    found = asked(practice).model_dump(mode="json")
    assert found["on_time"] == {"part": 1, "whole": 2}
    assert found["remakes"] == {"part": 1, "whole": 2}
    assert {why: n for why, n in found["remake_reasons"].items() if n} == {"wrong_shade": 1}
    assert {why: n for why, n in found["rescan_reasons"].items() if n} == {"margin_unclear": 1}


def test_a_lab_sees_its_own_and_admins_see_the_one_they_name(lab: LabFixture) -> None:
    practice, tenants = lab.practice, lab.practice.tenants
    tenants.seed(line(tenants, "deliver", start_of(MAY)))
    mine = asked(practice, "technician", lab_id=tenants.lab)
    assert mine == asked(practice, "lab owner") == asked(practice, "admin", lab_id=tenants.lab)
    assert mine.remakes is not None
    refused(lambda: asked(practice, "technician", lab_id=tenants.other_lab), "role-not-allowed")
    assert practice.tally.reads == 0
    refused(lambda: asked(practice, "admin"), "invalid-request")
    assert asked(practice, "other lab", lab_id=tenants.other_lab).remakes is None


@pytest.mark.deployed
def test_nobody_elses_role_gets_any(lab: LabFixture) -> None:
    practice, lab_id = lab.practice, lab.practice.tenants.lab
    days = {"first_day": "2026-05-01", "last_day": "2026-05-31", "lab_id": lab_id}
    assert practice.person("technician").call("labs/get_figures", days)["lab_id"] == lab_id
    for who in ("member", "operator"):
        with pytest.raises(CallError) as caught:
            practice.person(who).call("labs/get_figures", days)
        assert caught.value.reason == "role-not-allowed"


@pytest.mark.deployed
def test_days_that_are_too_many_are_refused(lab: LabFixture) -> None:
    """A leap year is 366 days, the first and the last one counted."""
    person = lab.practice.person("technician")
    days = {"first_day": "2028-01-01", "last_day": "2028-12-31"}
    assert person.call("labs/get_figures", days)["on_time"] is None
    with pytest.raises(CallError) as caught:
        person.call("labs/get_figures", days | {"last_day": "2029-01-01"})
    assert caught.value.reason == "invalid-request"


def test_a_rescan_is_put_down_to_who_made_the_scans_and_the_lab_learns_of_nobody(
    lab: LabFixture,
) -> None:
    practice = lab.practice
    operator = practice.uid("operator")
    at_visit = {"visit_id": ids.document_id(), "uploaded_by": operator}
    file_ids = [lab.file_id, *(lab.file(lab.case_id, **at_visit) for _ in range(2))]
    photo = lab.file(lab.case_id, kind=FileKind.IMAGE, uploaded_by=key(), visit_id=key())
    order_id = lab.place(file_ids=[*file_ids, photo])
    lab.move(order_id, "accept")
    lab.move(order_id, "request_rescan", reason="bite_wrong")
    assert (practice.tally.reads, practice.tally.writes) == (2 + 4, 5 + 2)
    lines = [e for e in practice.events(lab.case_id) if e["kind"] == "rescan_request"]
    sides = {(e["scan"]["by"], e["scan"]["verdict"], e["refs"]["order"]) for e in lines}
    # The file that the tenants' visit made is of a visit, too; a photograph is nobody's scan.
    first = lab.file_of(lab.file_id).uploaded_by
    assert sides == {(by, "rescan", order_id) for by in (operator, first)}
    assert len(lines) == 2
    store: Store = practice.ctx().store
    told = [e.to_dict() for e in store.client.collection(f"orders/{order_id}/events").get()]
    assert operator not in str((lab.order(order_id), told))
