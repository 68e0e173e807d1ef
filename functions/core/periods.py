"""How long each retention rule keeps something, from which event on, and on what ground: one table.

The data map prints it; expiry fields, the daily retention and the last days that an erasure tells
are reckoned from it. Years are anniversaries and days are those of India: what happened in the
afternoon of 4 May is kept to the end of that day, seven years later.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from core.clock import day_of, start_of
from core.privacy import Retention

_DAY = timedelta(days=1)
#: In a financial year of India: it ends on 31 March.
_APRIL = 4


class Span(Protocol):
    """A stretch of time, forwards from an event and backwards from now."""

    def due(self, event: datetime) -> datetime:
        """Return the first moment at which what is kept from an event on has to go."""

    def cutoff(self, now: datetime) -> datetime:
        """Return the moment before which events are due now, and from which on they are not."""


@dataclass(frozen=True)
class Days:
    """So many times 24 hours."""

    count: int

    def due(self, event: datetime) -> datetime:
        """Add them."""
        return event + self.count * _DAY

    def cutoff(self, now: datetime) -> datetime:
        """Take them off."""
        return now - self.count * _DAY + datetime.resolution

    def __str__(self) -> str:
        return f"{self.count} days"


@dataclass(frozen=True)
class Years:
    """To the end of the day that has the event's date so many years later.

    The anniversary of 29 February is 1 March where there is none.
    """

    count: int

    def due(self, event: datetime) -> datetime:
        """Return the beginning of the day after the anniversary."""
        day = day_of(event)
        return start_of(_on(day.year + self.count, day, date(1, 3, 1)) + _DAY)

    def cutoff(self, now: datetime) -> datetime:
        """Return the end of the last day whose anniversary is over."""
        over = day_of(now) - _DAY
        return start_of(_on(over.year - self.count, over, date(1, 2, 28)) + _DAY)

    def __str__(self) -> str:
        return f"{self.count} year{'s' if self.count > 1 else ''}"


@dataclass(frozen=True)
class FinancialYears:
    """To the end of the financial year that comes so many after the event's own."""

    count: int

    def due(self, event: datetime) -> datetime:
        """Return the beginning of the 1 April that follows them."""
        return start_of(date(_closes(day_of(event)) + self.count, _APRIL, 1))

    def cutoff(self, now: datetime) -> datetime:
        """Return the end of the last financial year that is over for so long."""
        return start_of(date(_closes(day_of(now)) - 1 - self.count, _APRIL, 1))

    def __str__(self) -> str:
        return f"{self.count} financial years"


@dataclass(frozen=True)
class Period:
    """How long one rule keeps something.

    Attributes:
        span: how long; None where no clock runs: it goes with what it belongs to.
        since: from which event on; without a span, while what it is kept.
        ground: why so long.
    """

    span: Span | None
    since: str
    ground: str

    def __str__(self) -> str:
        return f"{self.span} {self.since}" if self.span else self.since


_POLICY = "privacy policy, section 5"

PERIODS: dict[Retention, Period] = {
    Retention.ACCOUNT: Period(None, "as long as the account is active", _POLICY),
    Retention.ORGANISATION: Period(
        None, "as long as the clinic or lab has a member", f"{_POLICY}: it serves its members"
    ),
    Retention.CASE: Period(
        Years(7),
        "after the case closed; a patient without a case, after the last act",
        f"{_POLICY}: clinics answer for a treatment for years (legal claims)",
    ),
    Retention.LANDING: Period(
        Days(2), "after the slot expired", "only until the file was looked at, or given up"
    ),
    Retention.INBOX: Period(Days(180), "after it was sent", "to be read; the acts are elsewhere"),
    Retention.MESSAGE: Period(
        Days(30), "after it was handed over", "to find out what became of it"
    ),
    Retention.SUPPORT: Period(
        Years(1), "after the ticket was closed", "questions that come up again"
    ),
    Retention.AUDIT: Period(
        Years(1),
        "after the act, or after what was asked was answered",
        "security of processing: logs of at least one year (DPDP Rules 2025, rule 6)",
    ),
    Retention.REQUEST: Period(Days(7), "after the first call", "answers to retried calls"),
    Retention.COUNT: Period(
        Days(62), "after the day that is counted", "the month's access review looks at it"
    ),
    Retention.INVITE: Period(
        Days(30), "after the invitation lapsed", "to tell who was invited from who was not"
    ),
    Retention.FINANCIAL: Period(
        FinancialYears(8),
        "after the one that it was booked in",
        "books of account (Companies Act 2013, section 128(5))",
    ),
    Retention.JOB: Period(Days(30), "after it was done", "to find out what became of it"),
}


def due(rule: Retention, event: datetime) -> datetime:
    """Return the first moment at which what a rule keeps from an event on has to go.

    Monotone: of two events the later one is not due earlier.

    Raises:
        ValueError: no clock runs for the rule.
    """
    return _span(rule).due(event)


def cutoff(rule: Retention, now: datetime) -> datetime:
    """Return the moment that events have to lie before to be due now, and only then are.

    Raises:
        ValueError: no clock runs for the rule.
    """
    return _span(rule).cutoff(now)


def until(rule: Retention, now: datetime) -> date:
    """Return the last day that a rule keeps what happens now.

    Raises:
        ValueError: no clock runs for the rule.
    """
    return day_of(due(rule, now) - datetime.resolution)


def _span(rule: Retention) -> Span:
    span = PERIODS[rule].span
    if span is None:
        raise ValueError("this is kept as long as what it belongs to, and no clock runs")
    return span


def _on(year: int, day: date, instead: date) -> date:
    """Return a day of the year in another year, and 29 February as another day."""
    try:
        return day.replace(year=year)
    except ValueError:
        return instead.replace(year=year)


def _closes(day: date) -> int:
    """Return the year in whose March the financial year of a day ends."""
    return day.year + (day.month >= _APRIL)
