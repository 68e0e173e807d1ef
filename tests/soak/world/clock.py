"""Virtual time: all of the process reads it, and nothing sleeps."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine

#: When each world begins: a Monday morning in India, in the policy's month.
BEGIN = datetime(2026, 5, 4, 3, 30, tzinfo=UTC)


class VirtualTime:
    """The machine's time, as it is told here."""

    def __init__(self) -> None:
        self._travel = time_machine.travel(BEGIN, tick=False)
        self._moved: Any = None

    def start(self) -> None:
        """Have the process read it from now on."""
        self._moved = self._travel.start()
        time.sleep = self.sleep

    def now(self) -> datetime:
        """The time."""
        return datetime.now(UTC)

    def move(self, at: datetime) -> None:
        """Go on to a time; never back."""
        if at > self.now():
            self._moved.move_to(at, tick=False)

    def sleep(self, seconds: float) -> None:
        """Wait, which takes no time of the machine's."""
        self._moved.shift(timedelta(seconds=max(0.0, seconds)))
