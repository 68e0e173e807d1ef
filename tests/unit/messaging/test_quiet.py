"""Quiet hours end when the clock on the receiver's wall says so, whatever that clock does."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import compress, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from messaging.models import Preferences, QuietHours
from messaging.quiet import quiet_until

ZONES = [
    "Asia/Kolkata",  # half an hour off, no summer time
    "Asia/Kathmandu",  # three quarters
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",  # summer time of half an hour
    "America/Santiago",  # changes at midnight
    "Africa/Casablanca",  # winter time in Ramadan
    "Pacific/Apia",  # a day further from Honolulu than it looks
    "Asia/Beirut",
]
MINUTE = timedelta(minutes=1)
_CLOCK = st.times().map(lambda at: f"{at.hour:02d}:{at.minute:02d}")


def chosen(zone: str, start: str = "21:00", end: str = "07:00") -> Preferences:
    return Preferences(zone=zone, quiet=QuietHours(start=start, end=end))


def on_the_wall(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def quiet(at: datetime, zone: str, start: str, end: str) -> bool:
    """Whether it is, written another way: by minutes since the start, around the clock."""
    minutes = [int(t[:2]) * 60 + int(t[3:]) for t in (on_the_wall(at, zone), start, end)]
    now, begins, ends = minutes
    return (now - begins) % 1440 < (ends - begins) % 1440


def moves(zone: str) -> list[datetime]:
    """When the clock is moved there in 2026 and 2027; in each case a first day as well."""
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + n * timedelta(hours=1) for n in range(17_520)]
    offsets = [hour.astimezone(ZoneInfo(zone)).utcoffset() for hour in hours]
    moved = (before != after for before, after in pairwise(offsets))
    return [hours[0], *compress(hours[1:], moved)]


MOVES = [(zone, moved) for zone in ZONES for moved in moves(zone)]


def test_the_clock_is_moved_often_enough() -> None:
    assert len(MOVES) > 2 * len(ZONES)


@settings(max_examples=800)
@example(("America/New_York", datetime(2026, 3, 8, 7, tzinfo=UTC)), -1, "02:01", "02:00")
@given(
    place=st.sampled_from(MOVES),
    minutes=st.integers(-36 * 60, 36 * 60),
    start=_CLOCK,
    end=_CLOCK,
)
def test_the_end_is_to_come_and_is_the_end(
    place: tuple[str, datetime], minutes: int, start: str, end: str
) -> None:
    """Around the nights in which the clock is moved."""
    assume(start != end)
    zone, now = place[0], place[1] + minutes * MINUTE
    until = quiet_until(now, chosen(zone, start, end))
    assert (until is not None) is quiet(now, zone, start, end)
    if until is None:
        return
    assert now < until <= now + timedelta(hours=49)  # a day longer where the clock skips its end
    assert not quiet(until, zone, start, end)
    if on_the_wall(until, zone) == end:  # a skipped end comes later, by what is skipped
        assert quiet(until - MINUTE, zone, start, end) or until - MINUTE < now
    else:
        before, after = (each.astimezone(ZoneInfo(zone)).utcoffset() for each in (now, until))
        assert before != after


@settings(max_examples=60)
@given(
    minutes=st.integers(0, 60 * 24 * 60),
    zone=st.sampled_from(["Asia/Kolkata", "Asia/Kathmandu", "UTC"]),
    start=_CLOCK,
    end=_CLOCK,
)
def test_every_minute_until_the_end_is_quiet(minutes: int, zone: str, start: str, end: str) -> None:
    assume(start != end)
    now = datetime(2026, 5, 4, tzinfo=UTC) + minutes * MINUTE
    until = quiet_until(now, chosen(zone, start, end))
    assume(until is not None)
    at = now
    while until and at < until:
        assert quiet(at, zone, start, end)
        at += MINUTE


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-05-04T15:29", None),  # 20:59 in India
        ("2026-05-04T15:30", "2026-05-05T01:30"),
        ("2026-05-04T18:30", "2026-05-05T01:30"),  # midnight
        ("2026-05-05T01:29", "2026-05-05T01:30"),
        ("2026-05-05T01:30", None),
    ],
)
def test_a_night_in_india(now: str, until: str | None) -> None:
    found = quiet_until(at(now), Preferences())
    assert found == (at(until) if until else None)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-03-08T02:00", "2026-03-08T11:00"),  # 21:00 EST; 07:00 EDT, an hour sooner
        ("2026-11-01T01:00", "2026-11-01T12:00"),  # 21:00 EDT; 07:00 EST, an hour later
    ],
)
def test_nights_in_which_the_clock_is_moved(now: str, until: str) -> None:
    assert quiet_until(at(now), chosen("America/New_York")) == at(until)


def test_an_end_that_the_clock_skips_or_shows_twice() -> None:
    ends_in_the_gap = chosen("America/New_York", "21:00", "02:30")
    assert quiet_until(at("2026-03-08T06:59"), ends_in_the_gap) == at("2026-03-08T07:30")
    ends_twice = chosen("America/New_York", "21:00", "01:30")
    assert quiet_until(at("2026-11-01T05:00"), ends_twice) == at("2026-11-01T05:30")  # the first
    assert quiet_until(at("2026-11-01T06:10"), ends_twice) == at("2026-11-01T06:30")  # the second


def test_hours_within_a_day_and_none_at_all() -> None:
    siesta = chosen("Asia/Kolkata", "13:00", "14:30")
    assert quiet_until(at("2026-05-04T08:00"), siesta) == at("2026-05-04T09:00")
    assert quiet_until(at("2026-05-04T09:00"), siesta) is None
    assert quiet_until(at("2026-05-04T18:30"), Preferences(quiet=None)) is None


def at(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_clock_of_these_tests() -> None:
    assert on_the_wall(at("2026-05-04T18:30"), "Asia/Kolkata") == "00:00"
    assert time.fromisoformat("07:00") == time(7)
