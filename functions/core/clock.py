"""The time, as something that is handed in: services never ask the machine."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Protocol

#: Days are those of the clinics: India has one zone and no summer time.
IST = timezone(timedelta(hours=5, minutes=30), "IST")


def day_of(moment: datetime) -> date:
    """Return the day of a moment in India."""
    return moment.astimezone(IST).date()


def start_of(day: date) -> datetime:
    """Return the moment, in UTC, when a day begins in India."""
    return datetime.combine(day, time(), IST).astimezone(UTC)


class Clock(Protocol):
    """Anything that can tell the time."""

    def now(self) -> datetime:
        """Return the present moment, timezone-aware, in UTC."""


class SystemClock:
    """The machine's clock, what deployed functions run on."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
