"""Writes days and moments as people in India write them on paper."""

from datetime import date, datetime

from core.clock import IST, day_of


def day(moment: datetime) -> str:
    """Return the day of a moment in India, such as `4 May 2026`."""
    return named(day_of(moment))


def named(day_: date) -> str:
    """Return a day in words, such as `4 May 2026`."""
    return f"{day_.day} {day_:%b %Y}"


def minute(moment: datetime) -> str:
    """Return a moment in India to the minute, such as `4 May 2026, 15:07`; the zone is not said."""
    return f"{day(moment)}, {moment.astimezone(IST):%H:%M}"
