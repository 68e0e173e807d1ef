"""Periods of retention: anniversaries and financial years by hand, and what holds of all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core import periods
from core.clock import IST, start_of
from core.periods import PERIODS, Days, FinancialYears, Years
from core.privacy import Erasure, Retention
from privacy.audit import chain
from tests.support.registry import models

CLOCKED = [rule for rule in Retention if PERIODS[rule].span is not None]
MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001
    datetime(2060, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
TICK = datetime.resolution


def ist(*parts: int) -> datetime:
    """A moment on the clocks of India."""
    return datetime(*parts, tzinfo=IST)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("span", "event", "due"),
    [
        # Kept to the end of the anniversary, whatever the time of day.
        (Years(7), ist(2026, 5, 4, 0, 0), ist(2033, 5, 5)),
        (Years(7), ist(2026, 5, 4, 23, 59, 59), ist(2033, 5, 5)),
        # Half past six in the evening in UTC is midnight in India.
        (Years(7), datetime(2026, 5, 4, 18, 29, 59, tzinfo=UTC), ist(2033, 5, 5)),
        (Years(7), datetime(2026, 5, 4, 18, 30, tzinfo=UTC), ist(2033, 5, 6)),
        # 29 February: 1 March where there is none, and the day itself where there is.
        (Years(7), ist(2024, 2, 29, 12), ist(2031, 3, 2)),
        (Years(7), ist(2024, 2, 28, 12), ist(2031, 3, 1)),
        (Years(7), ist(2024, 3, 1, 12), ist(2031, 3, 2)),
        (Years(4), ist(2024, 2, 29, 12), ist(2028, 3, 1)),
        (Years(1), ist(2027, 2, 28, 12), ist(2028, 2, 29)),
        (Years(1), ist(2027, 12, 31, 12), ist(2029, 1, 1)),
        # Not a number of days: two leap days lie in some seven years and one in others.
        (Years(7), ist(2027, 1, 1), ist(2034, 1, 2)),
        # The financial year of 31 March 2026 ends with that day; eight more follow it.
        (FinancialYears(8), ist(2026, 3, 31, 23, 59, 59), ist(2034, 4, 1)),
        (FinancialYears(8), ist(2026, 4, 1), ist(2035, 4, 1)),
        (FinancialYears(8), ist(2026, 12, 31), ist(2035, 4, 1)),
        (FinancialYears(8), ist(2027, 1, 1), ist(2035, 4, 1)),
        (Days(2), ist(2026, 5, 4, 12), ist(2026, 5, 6, 12)),
    ],
)
def test_when_it_is_due(span: periods.Span, event: datetime, due: datetime) -> None:
    assert span.due(event) == due
    assert event < span.cutoff(due)
    assert not event < span.cutoff(due - TICK)


@pytest.mark.parametrize("rule", CLOCKED)
@given(event=MOMENTS, now=MOMENTS)
@example(event=datetime(2024, 2, 29, 12, tzinfo=UTC), now=datetime(2031, 3, 1, 18, 30, tzinfo=UTC))
@example(event=datetime(2024, 2, 29, 12, tzinfo=UTC), now=datetime(2025, 2, 28, 18, 30, tzinfo=UTC))
@example(event=datetime(2024, 2, 29, 12, tzinfo=UTC), now=datetime(2025, 3, 1, 18, 30, tzinfo=UTC))
def test_what_lies_before_the_cutoff_is_due_and_nothing_else(
    rule: Retention, event: datetime, now: datetime
) -> None:
    assert (event < periods.cutoff(rule, now)) is (periods.due(rule, event) <= now)
    due = periods.due(rule, event)
    for moment in (due - TICK, due, due + TICK):
        assert (event < periods.cutoff(rule, moment)) is (due <= moment)


@pytest.mark.parametrize("rule", CLOCKED)
@given(one=MOMENTS, other=MOMENTS)
def test_what_happened_later_is_not_due_earlier(
    rule: Retention, one: datetime, other: datetime
) -> None:
    first, second = sorted((one, other))
    assert periods.due(rule, first) <= periods.due(rule, second)
    assert periods.cutoff(rule, first) <= periods.cutoff(rule, second)
    assert periods.due(rule, one) > one


@pytest.mark.parametrize("rule", CLOCKED)
@given(event=MOMENTS)
def test_the_last_day_is_the_one_before_it_is_due(rule: Retention, event: datetime) -> None:
    last = periods.until(rule, event)
    assert start_of(last) < periods.due(rule, event) <= start_of(last + timedelta(days=1))


def test_the_last_days_by_hand() -> None:
    now = ist(2026, 5, 4, 15)
    assert periods.until(Retention.CASE, now) == date(2033, 5, 4)
    assert periods.until(Retention.FINANCIAL, now) == date(2035, 3, 31)
    assert periods.until(Retention.AUDIT, now) == date(2027, 5, 4)
    assert periods.until(Retention.INBOX, now) == date(2026, 10, 31)


def test_every_rule_has_its_period_and_its_ground() -> None:
    assert set(PERIODS) == set(Retention)
    assert all(len(period.ground) > 10 and period.since for period in PERIODS.values())


def test_what_erasure_keeps_has_a_last_day() -> None:
    """Else a receipt could not say until when it stays."""
    kept = {
        declared.kept
        for model in models()
        for _, declared in model.declarations()
        if declared is not None and declared.erased is Erasure.KEEP
    }
    assert kept <= set(CLOCKED)
    with pytest.raises(ValueError, match="no clock runs"):
        periods.due(Retention.ACCOUNT, ist(2026, 5, 4))


@given(event=MOMENTS)
def test_the_audit_is_kept_for_as_long_as_its_verification_wants(event: datetime) -> None:
    assert periods.due(Retention.AUDIT, event) - event >= chain.KEPT
