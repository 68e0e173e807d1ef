"""Working days, held to a count made day by day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.clock import day_of
from labs.catalogue.models import WorkCalendar
from labs.catalogue.workdays import due_on, is_open

MONDAY = date(2026, 5, 4)
DAY = timedelta(days=1)
SUNDAYS = WorkCalendar(closed_weekdays=[6])
ALWAYS = WorkCalendar(closed_weekdays=[])

near = st.integers(0, 400).map(lambda after: MONDAY + after * DAY)
calendars = st.builds(
    WorkCalendar,
    closed_weekdays=st.lists(st.integers(0, 6), max_size=6, unique=True),
    closed_days=st.lists(near.map(date.isoformat), max_size=60),
)
#: One weekday is left, and the next sixty of it are closed.
NARROWEST = WorkCalendar(
    closed_weekdays=[0, 1, 2, 3, 4, 5],
    closed_days=[(MONDAY + (6 + 7 * week) * DAY).isoformat() for week in range(60)],
)


def open_one_by_one(day, calendar):
    closed = {date.fromisoformat(each) for each in calendar.closed_days}
    return day.weekday() not in calendar.closed_weekdays and day not in closed


def due_one_by_one(received, days, calendar):
    """Wait for a day on which as many have gone by as were asked for, and on which it works."""
    day, gone = received, 0
    while gone < days or not open_one_by_one(day, calendar):
        day += DAY
        gone += open_one_by_one(day, calendar)
    return day


@example(MONDAY, 60, NARROWEST)
@example(MONDAY, 0, NARROWEST)
@given(near, st.integers(0, 60), calendars)
def test_a_promise_is_that_of_a_count_day_by_day(received, days, calendar):
    due = due_on(received, days, calendar)
    assert due == due_one_by_one(received, days, calendar)
    assert is_open(due, calendar)


@pytest.mark.parametrize(
    ("received", "days", "calendar", "due"),
    [
        (MONDAY, 1, SUNDAYS, date(2026, 5, 5)),
        (MONDAY, 6, SUNDAYS, date(2026, 5, 11)),  # over a Sunday
        (MONDAY, 6, ALWAYS, date(2026, 5, 10)),
        (MONDAY, 0, SUNDAYS, MONDAY),
        (date(2026, 5, 10), 0, SUNDAYS, date(2026, 5, 11)),  # received on a Sunday
        (date(2026, 5, 10), 1, SUNDAYS, date(2026, 5, 11)),
        (MONDAY, 1, WorkCalendar(closed_days=["2026-05-05"]), date(2026, 5, 6)),
        # A closed day that is a Sunday counts once.
        (date(2026, 5, 9), 1, WorkCalendar(closed_days=["2026-05-10"]), date(2026, 5, 11)),
        (date(2027, 12, 31), 1, ALWAYS, date(2028, 1, 1)),
        (date(2028, 2, 28), 1, ALWAYS, date(2028, 2, 29)),
    ],
)
def test_days_on_a_calendar(received, days, calendar, due):
    assert due_on(received, days, calendar) == due


def test_a_day_is_one_of_india():
    """It begins at half past six in the evening of the day before, in UTC."""
    evening = datetime(2026, 5, 4, 18, 29, 59, tzinfo=UTC)
    assert day_of(evening) == MONDAY
    assert day_of(evening + timedelta(seconds=1)) == MONDAY + DAY


@pytest.mark.parametrize(
    ("fields", "valid"),
    [
        ({"closed_weekdays": [0, 1, 2, 3, 4, 5]}, True),
        ({"closed_weekdays": [0, 1, 2, 3, 4, 5, 6]}, False),  # it would never be done
        ({"closed_weekdays": []}, True),
        ({"closed_weekdays": [6, 6]}, False),
        ({"closed_weekdays": [6, 5]}, True),
        ({"closed_weekdays": [7]}, False),
        ({"closed_weekdays": [-1]}, False),
        ({"closed_days": ["2028-02-29"]}, True),
        ({"closed_days": ["2027-02-29"]}, False),
        ({"closed_days": ["2026-1-26"]}, False),
        ({"closed_days": ["20260126"]}, False),
        ({"closed_days": ["2026-01-26"] * 60}, True),
        ({"closed_days": ["2026-01-26"] * 61}, False),
    ],
)
def test_a_calendar_leaves_days_to_work_on(fields, valid):
    if valid:
        assert due_on(MONDAY, 60, WorkCalendar(**fields)) > MONDAY
    else:
        with pytest.raises(ValidationError):
            WorkCalendar(**fields)
