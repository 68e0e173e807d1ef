"""Days that figures are of, whose they are, and rates of nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from core.access import Caller, Role
from core.clock import day_of, start_of
from core.errors import ScannerError
from core.figures import DateRange, Rate, rate, subject

FIRST = date(2028, 1, 1)  # of a leap year


@pytest.mark.parametrize(
    ("more", "valid"), [(0, True), (365, True), (366, False), (-1, False), (10_000, False)]
)
def test_a_year_is_the_most(more, valid):
    last = FIRST + timedelta(days=more)
    if valid:
        assert DateRange(first_day=FIRST, last_day=last).last_day == last
    else:
        with pytest.raises(ValidationError):
            DateRange(first_day=FIRST, last_day=last)


def test_days_are_those_of_india():
    begin, end = DateRange(first_day=FIRST, last_day=FIRST).moments()
    assert (begin, end) == (
        datetime(2027, 12, 31, 18, 30, tzinfo=UTC),
        datetime(2028, 1, 1, 18, 30, tzinfo=UTC),
    )
    instant = timedelta(microseconds=1)
    assert {day_of(begin), day_of(end - instant)} == {FIRST}
    assert FIRST not in {day_of(begin - instant), day_of(end)}


def test_days_meet_without_a_gap():
    one = DateRange(first_day=FIRST, last_day=FIRST + timedelta(days=30))
    other = DateRange(first_day=FIRST + timedelta(days=31), last_day=FIRST + timedelta(days=31))
    assert one.moments()[1] == other.moments()[0] == start_of(other.first_day)


def test_a_rate_of_nothing_is_none():
    assert rate(0, 0) is None
    assert rate(2, 0) is None
    assert rate(0, 1) == Rate(part=0, whole=1)


def caller(role, org=None):
    return Caller("me", "", email_verified=True, role=role, org=org)


def whose(who, named):
    """Return whose figures these are, or the reason of the refusal."""
    try:
        return subject(who, named, "of")
    except ScannerError as err:
        return err.reason


@pytest.mark.parametrize(
    ("who", "named", "found"),
    [
        (caller(Role.LAB, "lab"), None, "lab"),
        (caller(Role.LAB, "lab"), "lab", "lab"),
        (caller(Role.LAB, "lab"), "other", "role-not-allowed"),
        (caller(Role.LAB, "lab"), "me", "role-not-allowed"),
        (caller(Role.CLINIC, "clinic"), None, "clinic"),
        (caller(Role.OPERATOR), None, "me"),
        (caller(Role.OPERATOR), "me", "me"),
        (caller(Role.OPERATOR), "other", "role-not-allowed"),
        (caller(Role.ADMIN), "anyone", "anyone"),
        (caller(Role.ADMIN), None, "invalid-request"),
    ],
)
def test_whose_figures_somebody_sees(who, named, found):
    assert whose(who, named) == found
