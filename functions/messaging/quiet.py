"""Quiet hours: when they end, by the clock on the receiver's wall."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from messaging.models import Preferences, QuietHours


def quiet_until(now: datetime, preferences: Preferences) -> datetime | None:
    """Return when the quiet hours that `now` is in end, in UTC; None outside of them.

    An end that the clock skips, when summer time begins, comes as much later as it skips. One that
    it shows twice, when summer time ends, is the first of them that is still to come.
    """
    hours = preferences.quiet
    if hours is None:
        return None
    zone = ZoneInfo(preferences.zone)
    local = now.astimezone(zone)
    if not _holds(local, hours):
        return None
    end = time.fromisoformat(hours.end)
    ends = (
        datetime.combine(local.date() + timedelta(days=after), end.replace(fold=fold), zone)
        for after in (0, 1, 2)  # the third where the clock skips all that is not quiet
        for fold in (0, 1)
    )
    times = (at.astimezone(UTC) for at in ends)
    return min(at for at in times if at > now and not _holds(at.astimezone(zone), hours))


def _holds(local: datetime, hours: QuietHours) -> bool:
    start, end = time.fromisoformat(hours.start), time.fromisoformat(hours.end)
    at = local.time()
    return start <= at < end if start < end else at >= start or at < end
