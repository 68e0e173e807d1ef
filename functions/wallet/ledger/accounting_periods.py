"""Months and financial years of accounting: those of India, where the money is."""

from datetime import date, datetime, timedelta

from core.clock import day_of

_APRIL = 4


def month_after(month: str) -> date:
    """Return the first day after a month, which is named such as `2026-05`."""
    first = date.fromisoformat(f"{month}-01")
    return (first + timedelta(days=31)).replace(day=1)


def month_before(moment: datetime) -> str:
    """Name the last month that is over at a moment."""
    first = day_of(moment).replace(day=1)
    return f"{first - timedelta(days=1):%Y-%m}"


def financial_year(moment: datetime) -> str:
    """Name the financial year of a moment, April to March, such as `2627` for 2026-27."""
    day = day_of(moment)
    first = day.year if day.month >= _APRIL else day.year - 1
    return f"{first % 100:02d}{(first + 1) % 100:02d}"
