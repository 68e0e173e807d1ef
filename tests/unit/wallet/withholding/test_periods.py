"""The periods of returns: months and quarters of India's financial year."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from wallet.withholding.periods import first_and_last, moments
from wallet.withholding.requests import GetWithholding


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026Q1", "2026-04-01", "2026-06-30"),
        ("2026Q2", "2026-07-01", "2026-09-30"),
        ("2026Q3", "2026-10-01", "2026-12-31"),
        ("2026Q4", "2027-01-01", "2027-03-31"),
    ],
)
def test_a_period_has_its_days(period: str, first: str, last: str) -> None:
    assert tuple(map(str, first_and_last(period))) == (first, last)


def test_periods_meet_at_midnight_in_india() -> None:
    start, end = moments("2026-05")
    assert f"{start:%F %H:%M}" == "2026-04-30 18:30"
    assert end == moments("2026-06")[0]
    assert moments("2026Q1")[1] == moments("2026Q2")[0]
    assert moments("2026Q4")[1] == moments("2027Q1")[0]
    assert moments("2026Q4")[1] - moments("2026Q1")[0] == timedelta(days=365)


@pytest.mark.parametrize("period", ["2026Q5", "2026Q0", "2026-13", "2026", "1999-12", "2026-Q1"])
def test_no_other_period_can_be_asked_for(period: str) -> None:
    assert GetWithholding(period="2026Q1").period == "2026Q1"
    with pytest.raises(ValidationError):
        GetWithholding(period=period)
