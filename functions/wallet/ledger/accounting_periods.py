"""Months and financial years of accounting: those of India, where the money is."""

from datetime import date, datetime, timedelta

from core.clock import day_of, start_of

_APRIL = 4


def month_after(month: str) -> date:
    """Return the first day after a month, which is named such as `2026-05`."""
    first = date.fromisoformat(f"{month}-01")
    return (first + timedelta(days=31)).replace(day=1)


def month_of(moment: datetime) -> str:
    """Name the month of a moment, such as `2026-05`."""
    return f"{day_of(moment):%Y-%m}"


def end_of(month: str) -> datetime:
    """Return the moment at which a month is over."""
    return start_of(month_after(month))


def month_before(moment: datetime) -> str:
    """Name the last month that is over at a moment."""
    first = day_of(moment).replace(day=1)
    return f"{first - timedelta(days=1):%Y-%m}"


def first_of_year(moment: datetime) -> date:
    """Return the first of April with which the financial year of a moment began."""
    day = day_of(moment)
    return date(day.year if day.month >= _APRIL else day.year - 1, _APRIL, 1)


def financial_year(moment: datetime) -> str:
    """Name the financial year of a moment, April to March, such as `2627` for 2026-27."""
    first = first_of_year(moment).year
    return f"{first % 100:02d}{(first + 1) % 100:02d}"
