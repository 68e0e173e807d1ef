"""Days, months and financial years in India, and the numbers that invoices get in them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import IST, start_of
from wallet.invoices.models import Paper
from wallet.invoices.numbers import kind_of, number_in, series_of
from wallet.invoices.requests import GetInvoiceLink
from wallet.ledger.accounting_periods import financial_year, month_after, month_before

#: Rule 46(b) of the CGST Rules.
LAWFUL = re.compile(r"[A-Z0-9/-]{1,16}")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        # Midnight in India is half past six in the evening in UTC.
        (datetime(2027, 3, 31, 18, 29, 59, 999999, tzinfo=UTC), "2627"),
        (datetime(2027, 3, 31, 18, 30, tzinfo=UTC), "2728"),
        (datetime(2026, 3, 31, 18, 30, tzinfo=UTC), "2627"),
        (datetime(2026, 12, 31, 18, 30, tzinfo=UTC), "2627"),
        (datetime(2027, 1, 1, tzinfo=IST), "2627"),
        (datetime(2099, 4, 1, tzinfo=IST), "9900"),
    ],
)
def test_the_financial_year_begins_in_april_in_india(moment: datetime, year: str) -> None:
    assert financial_year(moment) == year


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2026, 5, 31, 18, 29, 59, tzinfo=UTC), "2026-04"),
        (datetime(2026, 5, 31, 18, 30, tzinfo=UTC), "2026-05"),
        (datetime(2026, 12, 31, 20, 30, tzinfo=UTC), "2026-12"),
    ],
)
def test_the_month_that_is_over(moment: datetime, month: str) -> None:
    assert month_before(moment) == month


@pytest.mark.parametrize(
    ("month", "after"),
    [("2026-05", date(2026, 6, 1)), ("2026-12", date(2027, 1, 1)), ("2028-02", date(2028, 3, 1))],
)
def test_a_month_ends_where_the_next_begins(month: str, after: date) -> None:
    assert month_after(month) == after
    assert month_before(start_of(after)) == month
    assert month_before(start_of(after) - timedelta(microseconds=1)) != month


def test_a_day_begins_at_midnight_in_india() -> None:
    assert start_of(date(2026, 6, 1)) == datetime(2026, 5, 31, 18, 30, tzinfo=UTC)


@given(MOMENTS, st.sampled_from(Paper), st.integers(1, 99_999_999))
def test_every_number_is_lawful_and_can_be_asked_for(moment: datetime, kind: Paper, n: int) -> None:
    number = number_in(series_of(kind, moment), n)
    assert LAWFUL.fullmatch(number)
    assert GetInvoiceLink(invoice_id=number).invoice_id == number


@given(MOMENTS, st.integers(1, 99_999_999), st.integers(1, 99_999_999))
def test_numbers_differ_where_anything_does(moment: datetime, one: int, other: int) -> None:
    names = [series_of(kind, moment) for kind in Paper]
    assert len({number_in(name, one) for name in names}) == len(names) == 5
    assert [kind_of(name) for name in names] == list(Paper)
    invoices = names[0]
    assert (number_in(invoices, one) == number_in(invoices, other)) == (one == other)
    next_year = series_of(Paper.INVOICE, moment + timedelta(days=366))
    assert number_in(next_year, one) != number_in(invoices, one)


@given(MOMENTS)
def test_a_year_has_twelve_months(moment: datetime) -> None:
    """Every month lies in one financial year, and April begins it."""
    local = moment.astimezone(IST)
    first = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    assert financial_year(first) == financial_year(moment)
    before = financial_year(first - timedelta(microseconds=1))
    assert (before != financial_year(first)) == (local.month == 4)
