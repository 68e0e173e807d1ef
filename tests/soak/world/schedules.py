"""Cloud Scheduler: when what is declared to run by the clock comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo


@dataclass
class Schedule:
    """A function that runs by the clock: every so many minutes, or on days of the month."""

    name: str
    every: timedelta | None
    minute: int
    hour: int
    days: frozenset[int]
    zone: ZoneInfo
    due: datetime

    @classmethod
    def of(cls, name: str, function: Any, now: datetime) -> Self:
        """Read it from a deployed function."""
        trigger = function.__firebase_endpoint__.scheduleTrigger
        zone = ZoneInfo(str(trigger["timeZone"] or "UTC"))
        found = re.fullmatch(r"every (\d+) minutes", trigger["schedule"])
        if found:
            every = timedelta(minutes=int(found[1]))
            return cls(name, every, 0, 0, frozenset(), zone, now + every)
        minute, hour, days, *rest = trigger["schedule"].split()
        assert rest == ["*", "*"], "the world reads no other form"
        on = frozenset(range(1, 32)) if days == "*" else frozenset(map(int, days.split(",")))
        made = cls(name, None, int(minute), int(hour), on, zone, now)
        made.next()
        return made

    def next(self) -> None:
        """Go on to the next time."""
        if self.every is not None:
            self.due += self.every
            return
        local = self.due.astimezone(self.zone).replace(
            hour=self.hour, minute=self.minute, second=0, microsecond=0
        )
        while local.astimezone(UTC) <= self.due or local.day not in self.days:
            local += timedelta(days=1)
        self.due = local.astimezone(UTC)
