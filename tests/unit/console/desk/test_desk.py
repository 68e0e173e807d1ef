"""What the desk of admins makes of visits, days and documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scans.visits.states import ENDED, WAITING
from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("desk.mjs")

#: The fourth of May in India, as the board asks for it: from and until, in UTC.
FROM, UNTIL = "2026-05-03T18:30:00Z", "2026-05-04T18:30:00Z"
#: Visits by id: who is assigned, and when each begins. `first` and `late` are on the day's edges.
VISITS = {
    "noon": ("ravi", "2026-05-04T06:30:00Z"),
    "first": ("sunita", "2026-05-03T18:30:00Z"),
    "early": ("ravi", "2026-05-04T03:00:00Z"),
    "offset": ("ravi", "2026-05-04T10:00:00+05:30"),
    "before": ("ravi", "2026-05-03T18:29:59Z"),
    "late": ("ravi", "2026-05-04T18:30:00Z"),
    "left": (None, "2026-05-04T07:00:00Z"),
    "open": (None, None),
}
ROUNDS = [["sunita", ["first"]], ["ravi", ["early", "offset", "noon"]], [None, ["left"]]]

NOW = "2026-05-04T06:30:00Z"
SLOTS = ["2026-05-05T03:30:00Z", NOW, "2026-05-04T06:31:00Z", "2026-05-01T03:30:00Z"]

#: First and last days, and whether the functions count them: 366 at most, both included.
DAYS = [
    ("2026-05-01", "2026-05-01", True),
    ("2026-05-02", "2026-05-01", False),
    ("2026-01-01", "2027-01-01", True),
    ("2026-01-01", "2027-01-02", False),
    ("", "2026-05-01", False),
    ("2026-05-01", "", False),
]

#: Paths of documents, and the pages that admins have of them.
PATHS = {
    "users/u1": "/accounts/u1",
    "visits/v1": "/visits/v1",
    "clinics/c1": "/organisations/c1",
    "labs/l1": "/organisations/l1",
    "clinics/c1/patients/p1": None,
    "cases/c1": None,
    "users": None,
    "constructor/c1": None,
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    asked = {
        "visits": [
            {"id": name, "assignee": who, "slot": begins and {"starts_at": begins}}
            for name, (who, begins) in VISITS.items()
        ],
        "from": FROM,
        "until": UNTIL,
        "slots": [{"starts_at": starts, "ends_at": starts} for starts in SLOTS],
        "now": NOW,
        "days": [[first, last] for first, last, _ in DAYS],
        "paths": list(PATHS),
    }
    return answers_of(PART, tmp_path_factory.mktemp("desk"), asked)


def test_a_day_is_shown_by_operator_and_hour(answers: dict[str, Any]) -> None:
    assert answers["rounds"] == ROUNDS


def test_nobody_is_sent_to_a_time_that_has_begun(answers: dict[str, Any]) -> None:
    assert answers["ahead"] == [SLOTS[2], SLOTS[0]]


def test_visits_are_sorted_by_who_has_to_act(answers: dict[str, Any]) -> None:
    assert set(answers["unassigned"]) == {str(state) for state in WAITING}
    assert not set(answers["under_way"]) & {str(state) for state in WAITING | ENDED}
    assert len(answers["under_way"]) == 6


def test_days_are_asked_for_that_can_be_counted(answers: dict[str, Any]) -> None:
    assert answers["days"] == [fine for *_, fine in DAYS]


def test_a_document_leads_to_the_page_that_admins_have_of_it(answers: dict[str, Any]) -> None:
    assert answers["paths"] == list(PATHS.values())
