"""The periods of returns: months for GSTR-8, quarters of the financial year for income tax."""

from datetime import date, datetime, timedelta

from core.clock import start_of
from wallet.ledger.accounting_periods import month_after

#: The quarters of a financial year by the month that they begin in: it begins in April.
_FIRST_MONTHS = {"Q1": 4, "Q2": 7, "Q3": 10, "Q4": 1}


def first_and_last(period: str) -> tuple[date, date]:
    """Return the first and the last day of a period.

    A month is such as `2026-05`. A quarter is such as `2026Q1`, April to June 2026: it is named
    after the year in which its financial year begins, so that `2026Q4` is January to March 2027.
    """
    if "Q" not in period:
        return date.fromisoformat(f"{period}-01"), month_after(period) - timedelta(days=1)
    year, month = int(period[:4]), _FIRST_MONTHS[period[4:]]
    first = date(year + (month == 1), month, 1)
    return first, month_after(f"{first.year}-{first.month + 2:02d}") - timedelta(days=1)


def moments(period: str) -> tuple[datetime, datetime]:
    """Return when a period begins in India, and when it is over."""
    first, last = first_and_last(period)
    return start_of(first), start_of(last + timedelta(days=1))
