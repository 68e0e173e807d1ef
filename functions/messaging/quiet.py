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
    day = local.date() + timedelta(days=0 if local.time() < end else 1)
    both = (datetime.combine(day, end.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    return min(at for at in both if at > now and not _holds(at.astimezone(zone), hours))


def _holds(local: datetime, hours: QuietHours) -> bool:
    start, end = time.fromisoformat(hours.start), time.fromisoformat(hours.end)
    at = local.time()
    return start <= at < end if start < end else at >= start or at < end
