"""On which days labs are paid by themselves: the schedule of the settings, as days of India."""

from datetime import date, datetime, timedelta

from core.clock import day_of, start_of

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = timedelta(days=1)
#: A schedule has a day in every month, so that one is found among so many.
_MOST_DAYS = 31


def is_payday(schedule: str, day: date) -> bool:
    """Tell whether a schedule has a day: a weekday by name, a day of the month by number.

    Raises:
        ValueError: it is neither, nor empty.
    """
    wanted = schedule.strip().lower()
    if wanted in WEEKDAYS:
        return WEEKDAYS[day.weekday()] == wanted
    if wanted and not 1 <= int(wanted) <= 28:
        raise ValueError("a day that every month has is 1 to 28")
    return bool(wanted) and day.day == int(wanted)


def next_day(schedule: str, now: datetime) -> datetime:
    """Return the beginning of the next payday after today; today's where there is none.

    Raises:
        ValueError: as `is_payday`.
    """
    today = day_of(now)
    days = (today + n * _DAY for n in range(1, _MOST_DAYS + 1))
    return start_of(next((day for day in days if is_payday(schedule, day)), today))
