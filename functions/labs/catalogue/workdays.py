"""A working day is a day on which the lab works; due days are counted in them."""

from datetime import date, timedelta
from itertools import islice

from labs.catalogue.models import WorkCalendar

#: Days ahead that work is ordered and promised for at most: a year.
_AHEAD = timedelta(days=365)


def latest_from(day: date) -> date:
    """Return the last day that may be wished for, or promised, on some day."""
    return day + _AHEAD


def is_open(day: date, calendar: WorkCalendar) -> bool:
    """Tell whether the lab works on a day."""
    closed = day.weekday() in calendar.closed_weekdays or day.isoformat() in calendar.closed_days
    return not closed


def due_on(received: date, days: int, calendar: WorkCalendar) -> date:
    """Return the day that so many working days end on; the day of receipt does not count.

    Work that takes none is due on the first day from the receipt on that the lab works.
    """
    wanted = max(days, 1)
    first = received + timedelta(days=1 if days else 0)
    # A week has a weekday on which the lab works, and a closed day takes one such day away.
    span = 7 * (wanted + len(calendar.closed_days))
    ahead = (first + timedelta(days=after) for after in range(span))
    return next(islice((day for day in ahead if is_open(day, calendar)), wanted - 1, None))
