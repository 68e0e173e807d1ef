"""Until when something stays that erasure leaves: the last day, reckoned from the erasure.

The clock of each rule starts with an event; an erasure comes after it, so that nothing stays longer
than what is told here.
"""

from datetime import date, datetime, timedelta

from core.clock import day_of
from core.privacy import Retention

_YEAR = timedelta(days=365)

#: The longest that each rule keeps something, from the day of the erasure on.
LONGEST: dict[Retention, timedelta] = {
    Retention.CASE: timedelta(days=7 * 365 + 2),
    Retention.LANDING: timedelta(days=2),
    Retention.INBOX: timedelta(days=180),
    Retention.AUDIT: _YEAR,
    Retention.REQUEST: timedelta(days=7),
    Retention.JOB: timedelta(days=30),
}


def until(rule: Retention, now: datetime) -> date:
    """Return the last day that a rule keeps what is there now."""
    today = day_of(now)
    if rule is Retention.FINANCIAL:  # a financial year ends on 31 March; eight follow it
        return date(today.year + (today.month > 3) + 8, 3, 31)
    return today + LONGEST.get(rule, _YEAR)
