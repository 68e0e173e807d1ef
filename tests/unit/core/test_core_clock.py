"""Anniversaries, by the calendar of India."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.clock import SKEW, months_later, past
from core.errors import TimeInFuture


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "months", "later"),
    [
        ("2024-05-04T09:30", 24, "2026-05-04T09:30"),
        ("2024-02-29T09:30", 12, "2025-02-28T09:30"),
        ("2024-02-29T09:30", 48, "2028-02-29T09:30"),
        ("2026-01-31T09:30", 1, "2026-02-28T09:30"),
        ("2025-12-15T00:00", 1, "2026-01-15T00:00"),
        # The last evening of a month in UTC is the first morning of the next one in India.
        ("2026-01-30T20:00", 1, "2026-02-27T20:00"),
        ("2026-01-31T20:00", 1, "2026-02-28T20:00"),
        ("2026-05-04T09:30", 0, "2026-05-04T09:30"),
    ],
)
def test_an_anniversary_is_by_the_calendar(moment: str, months: int, later: str) -> None:
    assert months_later(at(moment), months) == at(later)


def test_a_clients_clock_may_run_ahead_by_five_minutes() -> None:
    now, tick = at("2026-05-04T09:30"), timedelta.resolution
    assert timedelta(minutes=5) == SKEW
    assert past(now - tick, now) == now - tick
    for ahead in (timedelta(0), tick, timedelta(seconds=0.5), SKEW):
        assert past(now + ahead, now) == now
    with pytest.raises(TimeInFuture):
        past(now + SKEW + tick, now)
