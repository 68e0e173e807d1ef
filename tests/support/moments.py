"""A clock that stands, hours after it, and what else every request of a test needs."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from core.errors import ScannerError
from scans.visits.models import VisitSlot
from scans.visits.requests import SlotOffered

#: A Monday, 15:00 in Pune: there is more of the day to come, there and in UTC.
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
HOUR, QUARTER = timedelta(hours=1), timedelta(minutes=15)


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    at: datetime = NOW

    def now(self) -> datetime:
        """Return where it stands."""
        return self.at


def key() -> str:
    """A fresh idempotency key."""
    return uuid.uuid4().hex


def refused(call: Callable[[], object], reason: str, **details: object) -> None:
    """Make a call that must fail for this reason, with at least these details."""
    with pytest.raises(ScannerError) as caught:
        call()
    assert caught.value.reason == reason
    assert caught.value.details.items() >= details.items()


def hour(after: float, opens: datetime = NOW) -> VisitSlot:
    """The hour that begins so many hours from NOW, or from another time."""
    starts = opens + after * HOUR
    return VisitSlot(starts_at=starts, ends_at=starts + HOUR)


def offered(slot: VisitSlot) -> SlotOffered:
    """The same hour in a request."""
    return SlotOffered(starts_at=slot.starts_at, ends_at=slot.ends_at)


#: The hour of tomorrow that most visits of the tests are for.
DAY = hour(24)


def moved(by: timedelta) -> VisitSlot:
    """An hour that begins so much after that of DAY."""
    return VisitSlot(starts_at=DAY.starts_at + by, ends_at=DAY.ends_at + by)
