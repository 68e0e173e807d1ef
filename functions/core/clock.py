"""The clock that services are handed, and how far a client's clock is believed."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Protocol

from core.errors import TimeInFuture

#: Days are those of the clinics: India has one zone and no summer time.
IST = timezone(timedelta(hours=5, minutes=30), "IST")


#: How far the clock of a phone may run ahead of the server's: five minutes.
SKEW = timedelta(minutes=5)


def past(at: datetime, now: datetime) -> datetime:
    """Return when something happened that a client says has: the earlier of its time and now.

    A retry is compared by what the client said; call this for what is stored.

    Raises:
        TimeInFuture: it lies more than `SKEW` ahead.
    """
    if at > now + SKEW:
        raise TimeInFuture
    return min(at, now)


def day_of(moment: datetime) -> date:
    """Return the day of a moment in India."""
    return moment.astimezone(IST).date()


def start_of(day: date) -> datetime:
    """Return the moment, in UTC, when a day begins in India."""
    return datetime.combine(day, time(), IST).astimezone(UTC)


def months_later(moment: datetime, months: int) -> datetime:
    """Return the anniversary of a moment, in UTC: so many months later, the same time in India.

    A month that has no such day has it on its last one.
    """
    local = moment.astimezone(IST)
    year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
    day = min(local.day, monthrange(year, month + 1)[1])
    return local.replace(year=year, month=month + 1, day=day).astimezone(UTC)


class Clock(Protocol):
    """Anything that can tell the time."""

    def now(self) -> datetime:
        """Return the present moment, timezone-aware, in UTC."""


class SystemClock:
    """The machine's clock, what deployed functions run on."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
