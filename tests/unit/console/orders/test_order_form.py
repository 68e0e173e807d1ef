"""The console's form of an order: its days are the backend's, and it waits for what is missing."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from core.machines import Party
from labs.catalogue.models import Per, WorkCalendar, WorkType
from labs.catalogue.workdays import due_on
from labs.catalogue.works import WORKS
from labs.orders.models import OrderState
from labs.orders.states import ORDER, OrderAction
from labs.orders.transitions import REASONS
from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("order.mjs")
_DAYS = 2000

CROWN = {
    "id": "crown", "name": "Crown", "work": "crown", "materials": ["zirconia", "pmma"],
    "shade_guide": "vita_classical", "per": "tooth", "price": 250_000, "active": True,
}  # fmt: skip
#: A line that lacks its material, one that is whole, and one whose service was withdrawn.
LINES = [
    {"service_id": "crown", "teeth": [11], "material": None, "shade": None, "notes": ""},
    {"service_id": "crown", "teeth": [26], "material": "zirconia", "shade": "A2", "notes": " x "},
    {"service_id": "gone", "teeth": [36], "material": "pmma", "shade": "B1", "notes": ""},
]

WELL = {"ready": True, "problems": [], "findings": [], "price": 250_000}
#: An order that can be placed.
WHOLE = {
    "lab": True, "lines": 1, "sendable": 1, "files": 2, "checked": WELL, "signed": True,
    "waiting": False,
}  # fmt: skip


def refused(reason: str) -> dict[str, Any]:
    return {**WELL, "ready": False, "problems": [{"reason": reason, "at": "", "sentence": "No."}]}


#: What is changed in the whole order, and what the form then asks for.
PROGRESS: list[tuple[dict[str, Any], bool | str]] = [
    ({}, True),
    ({"lab": False}, "labFirst"),
    ({"lines": 0, "sendable": 0}, "linesFirst"),
    ({"lines": 2}, "linesFirst"),
    ({"files": 0}, "filesFirst"),
    ({"files": 20}, True),
    ({"files": 21}, "tooManyFiles"),
    ({"checked": None}, "checkFirst"),
    ({"waiting": True}, "compareFirst"),
    ({"signed": False}, "signFirst"),
    ({"checked": refused("insufficient-funds")}, "mendFirst"),
    # What a sign-off answers is no reason to hold an order back that has one.
    ({"checked": refused("case-has-findings")}, True),
    ({"checked": refused("file-has-warnings")}, True),
    # One thing at a time, in the order of the page.
    ({"files": 0, "signed": False, "waiting": True}, "filesFirst"),
]


def finding(code: str, severity: str, file_ids: list[str], teeth: list[int]) -> dict[str, Any]:
    return {"code": code, "severity": severity, "file_ids": file_ids, "teeth": teeth}


HOLE = finding("case-hole-at-tooth", "warning", ["b", "a"], [27])
WARNED = [
    {"findings": [HOLE], "files": []},
    # The same again, its files in another order; then another tooth, and another scan.
    {"findings": [{**HOLE, "file_ids": ["a", "b"]}], "files": []},
    {"findings": [{**HOLE, "teeth": [26]}], "files": []},
    {"findings": [{**HOLE, "file_ids": ["a", "c"]}], "files": []},
    {"findings": [{**HOLE, "severity": "note"}], "files": []},
    {
        "findings": [],
        "files": [
            {"id": "u", "findings": [{"code": "stl-many-pieces", "severity": "warning"}]},
            {"id": "l", "findings": [{"code": "stl-name", "severity": "note"}]},
        ],
    },
]

#: The steps of a lab.
LABS = [
    (state.value, action.value)
    for (state, action), step in ORDER.table.items()
    if state and Party.LAB in step.who
]
WORK_PRICES = [(work.value, per.value) for work in WorkType for per in Per]
#: Four steps of a clinic, then those of a lab.
STEPS = [("placed", "cancel"), ("lost", "cancel"), ("lost", "accept"), ("delivered", "complete")]
STEPS += LABS


def calendars(dice: random.Random) -> list[tuple[date, int, WorkCalendar]]:
    found = []
    for _ in range(_DAYS):
        received = date(2026, 1, 1) + timedelta(days=dice.randrange(800))
        closed = dice.sample(range(7), dice.randrange(7))
        near = (received + timedelta(days=dice.randrange(-2, 40)) for _ in range(dice.randrange(9)))
        days = [each.isoformat() for each in near]
        calendar = WorkCalendar(closed_weekdays=closed, closed_days=days)
        found.append((received, dice.randrange(61), calendar))
    return found


@pytest.fixture(scope="module")
def asked() -> list[tuple[date, int, WorkCalendar]]:
    return calendars(random.Random(22))


@pytest.fixture(scope="module")
def answers(asked: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    questions = {
        "days": [
            {
                "received": received.isoformat(),
                "turnaround": days,
                "calendar": calendar.model_dump(mode="json"),
            }
            for received, days, calendar in asked
        ],
        "progress": [
            {name: value for name, value in {**WHOLE, **change}.items() if value is not None}
            for change, _ in PROGRESS
        ],
        "lines": LINES,
        "services": [CROWN],
        "problems": [{"at": at} for at in ("items.0.shade", "items.0", "wanted_on", "items.7")],
        "warned": WARNED,
        "steps": STEPS,
        "works": WORK_PRICES,
    }
    return answers_of(PART, tmp_path_factory.mktemp("order"), questions)


def test_the_first_day_is_the_one_that_the_backend_would_promise(asked: Any, answers: Any) -> None:
    expected = [due_on(*each).isoformat() for each in asked]
    assert answers["days"] == expected


def test_a_form_asks_for_one_thing_at_a_time(answers: Any) -> None:
    assert answers["progress"] == [expected for _, expected in PROGRESS]


def test_only_whole_lines_go_out_and_problems_find_their_line(answers: Any) -> None:
    line = {"service_id": "crown", "teeth": [26], "material": "zirconia", "shade": "A2"}
    assert answers["sent"] == [{"number": 1, **line, "notes": "x"}]
    # The one line that was sent is the second of the form; there was no eighth.
    assert answers["placed"] == ["items.1.shade", "items.1", "wanted_on", "items.7"]


def test_another_lab_asks_for_the_services_anew_and_for_nothing_else(answers: Any) -> None:
    assert answers["same"]
    kept = [{name: each.get(name) for name in LINES[0]} for each in answers["elsewhere"]]
    assert kept == [{**line, "service_id": None} for line in LINES]


def test_a_sign_off_is_for_one_finding(answers: Any) -> None:
    hole, again, tooth, scan, note, gate = answers["warnings"]
    assert hole == again
    assert len({*hole, *tooth, *scan}) == 3
    assert note == []
    assert gate == ["stl-many-pieces u"]


def test_reasons_are_those_of_the_step_and_of_a_lost_parcel(answers: Any) -> None:
    cancelled, lost, accepted, completed = map(set, answers["reasons"][:4])
    assert cancelled == {"not_needed", "ordered_twice", "patient_unavailable"}
    assert lost == {*cancelled, "parcel_lost"}
    assert accepted == completed == set()


def test_each_state_says_what_comes_next_and_each_step_what_was_done(answers: Any) -> None:
    assert set(answers["states"]) == {state.value for state in OrderState}
    assert set(answers["actions"]) == {action.value for action in OrderAction}


def test_a_lab_is_told_what_comes_next_and_what_each_of_its_steps_does(answers: Any) -> None:
    assert set(answers["lab"]["states"]) == {state.value for state in OrderState}
    assert set(answers["lab"]["about"]) == {action for _, action in LABS}


def asked_of(state: str, action: str) -> list[str]:
    if action == "ship":
        return ["shipment"]
    if action == "amend":
        return ["shipment"] if state == "shipped" else ["due_on"]
    return ["reason"] if OrderAction(action) in REASONS else []


def test_a_labs_step_asks_for_what_the_backend_needs(answers: Any) -> None:
    assert answers["asks"][4:] == [asked_of(*step) for step in LABS]


def test_a_price_stays_where_the_work_may_have_it(answers: Any) -> None:
    def expected(work: WorkType, per: Per) -> str:
        prices = WORKS[work].prices
        if per in prices:
            return per.value
        return next(iter(prices)).value if len(prices) == 1 else ""

    assert answers["priced"] == [expected(work, per) for work in WorkType for per in Per]
