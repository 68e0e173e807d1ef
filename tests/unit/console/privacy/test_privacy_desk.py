"""The clocks of the privacy desk, and what its reviews show as changed from month to month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.console_parts import answers_of

PART = Path(__file__).with_name("privacy.mjs")

AWARE = datetime(2026, 5, 4, 4, 0, tzinfo=UTC)
DEADLINE = AWARE + timedelta(hours=72)
#: How long after somebody knew of a breach, and what its clock of 72 hours says then: used, per
#: cent, whether it is over, the unit, and how many of it.
CLOCKS: list[tuple[timedelta, tuple[int, bool, str, int]]] = [
    (timedelta(0), (0, False, "days", 3)),
    (timedelta(hours=24), (33, False, "days", 2)),
    (timedelta(hours=24, seconds=1), (33, False, "hours", 47)),
    (timedelta(hours=36), (50, False, "hours", 36)),
    (timedelta(hours=70), (97, False, "hours", 2)),
    (timedelta(hours=71), (99, False, "hour", 1)),
    (timedelta(hours=72), (100, True, "hour", 0)),
    (timedelta(hours=74), (100, True, "hours", 2)),
    (timedelta(hours=120), (100, True, "days", 2)),
    (timedelta(hours=-1), (0, False, "days", 3)),
]

MONTHS = {"2026-05": "2026-04", "2026-01": "2025-12", "2026-12": "2026-11"}

NOW, BEFORE = {"admin/active": 2, "lab/active": 1}, {"admin/active": 1, "clinic/pending": 3}
ALONE = [
    {"of": "admin/active", "now": 2, "before": None},
    {"of": "lab/active", "now": 1, "before": None},
]
BESIDE = [
    {"of": "admin/active", "now": 2, "before": 1},
    {"of": "clinic/pending", "now": 0, "before": 3},
    {"of": "lab/active", "now": 1, "before": 0},
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    times = [[each.isoformat() for each in (AWARE, DEADLINE, AWARE + after)] for after, _ in CLOCKS]
    asked = {
        "clocks": times,
        "months": list(MONTHS),
        "counts": [[NOW, None], [NOW, BEFORE]],
    }
    return answers_of(PART, tmp_path_factory.mktemp("privacy"), asked)


def test_a_clock_says_what_is_left_and_since_when_it_is_over(answers: dict[str, Any]) -> None:
    names = ("used", "over", "unit", "count")
    assert [tuple(each[name] for name in names) for each in answers["clocks"]] == [
        said for _, said in CLOCKS
    ]


def test_a_review_is_compared_with_the_month_before(answers: dict[str, Any]) -> None:
    assert answers["months"] == list(MONTHS.values())


def test_what_was_there_in_one_month_alone_is_shown(answers: dict[str, Any]) -> None:
    assert answers["counts"] == [ALONE, BESIDE]
