"""The time, as something that is handed in: services never ask the machine."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Anything that can tell the time."""

    def now(self) -> datetime:
        """Return the present moment, timezone-aware, in UTC."""


class SystemClock:
    """The machine's clock, what deployed functions run on."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
