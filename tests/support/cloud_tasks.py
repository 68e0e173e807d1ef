"""Cloud Tasks with a clock that tests move: takes tasks as the service does, and holds it to it.

It stands where firebase-admin's `TaskQueue` stands, so that the adapter in core/queues.py is tested
too, and enforces what the service enforces: 30 days ahead, 1 MB, names that are taken until an hour
after their task is gone, the queue's rate, retries with back-off. What may happen to a task on its
way can be asked for: lost, doubled, late, overtaken.
https://docs.cloud.google.com/tasks/docs/quotas, .../reference/rest/v2/projects.locations.queues
"""

from __future__ import annotations

import heapq
import json
import random
import re
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from firebase_admin.exceptions import AlreadyExistsError, InvalidArgumentError
from firebase_admin.functions import TaskOptions

from core.clock import Clock

MOST_AHEAD = timedelta(days=30)
MOST_BYTES = 1_000_000
NAME_HELD = timedelta(hours=1)

#: What a task function is: its payload's `data` in, an exception for any answer that is not 2xx.
Function = Callable[[dict[str, Any]], object]


@dataclass(frozen=True)
class Settings:
    """A queue as its function declares it: rate, attempts and back-off."""

    a_second: float = 500
    attempts: int = 100
    first_pause: timedelta = timedelta(seconds=0.1)
    longest_pause: timedelta = timedelta(hours=1)

    @classmethod
    def of(cls, function: Any) -> Settings:
        """Read them from a deployed function."""
        trigger = function.__firebase_endpoint__.taskQueueTrigger
        retry, rate = trigger["retryConfig"], trigger["rateLimits"]
        return cls(
            rate["maxDispatchesPerSecond"],
            retry["maxAttempts"],
            timedelta(seconds=retry["minBackoffSeconds"]),
            timedelta(seconds=retry["maxBackoffSeconds"]),
        )


@dataclass(frozen=True)
class TaskFaults:
    """How likely what happens to a task on its way: from 0 to 1 each, and how late one may come."""

    lost: float = 0
    doubled: float = 0
    late: timedelta = timedelta(0)


@dataclass(order=True)
class _Task:
    at: datetime
    place: int
    name: str = field(compare=False)
    body: bytes = field(compare=False)
    attempts: int = field(compare=False, default=0)


class VirtualQueue:
    """One queue. `enqueue` is firebase-admin's; the rest is for tests."""

    def __init__(
        self,
        clock: Clock,
        settings: Settings | None = None,
        faults: TaskFaults | None = None,
        seed: int = 0,
    ) -> None:
        self._clock, self._settings = clock, settings or Settings()
        self._faults, self._chance = faults or TaskFaults(), random.Random(seed)
        self._tasks: list[_Task] = []
        self._taken: dict[str, datetime | None] = {}
        self._place = 0
        self._lock = threading.RLock()  # what is woken in threads enqueues as well
        #: Bodies that were enqueued, lost ones too: what a scan for personal data reads.
        self.seen: list[bytes] = []
        self.counted: Counter[str] = Counter()
        self._free_at = clock.now()

    # --- what firebase-admin's TaskQueue does -----------------------------------------------

    def enqueue(self, task_data: object, opts: TaskOptions | None = None) -> str:
        """Take a task, or refuse it as the service does."""
        options, now = opts or TaskOptions(), self._clock.now()
        body = json.dumps(task_data).encode()
        at = max(options.schedule_time or now, now)
        name = options.task_id or f"unnamed-{self._place}"
        if options.schedule_time is not None and options.schedule_time.tzinfo is None:
            raise AssertionError("a naive time: the library takes it for UTC, whatever it is")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,500}", name):
            raise ValueError("task_id can contain only letters, numbers, hyphens, or underscores")
        if at - now > MOST_AHEAD:
            raise InvalidArgumentError("schedule_time is too far in the future")
        if len(body) > MOST_BYTES:
            raise InvalidArgumentError("the task is larger than 1 MB")
        with self._lock:
            until = self._taken.get(name, now)
            if until is None or until > now:
                raise AlreadyExistsError("a task of this name exists or existed recently")
            self._accept(name, body, at)
        return name

    # --- what tests do with it ---------------------------------------------------------------

    @property
    def waiting(self) -> int:
        """Tasks that were not dispatched for the last time."""
        return len(self._tasks)

    def next_at(self) -> datetime | None:
        """Return when the next task is dispatched."""
        return max(self._tasks[0].at, self._free_at) if self._tasks else None

    def dispatch(self, function: Function) -> bool:
        """Dispatch the next task, which must be due; again later where it fails. False: gave up."""
        with self._lock:
            task = heapq.heappop(self._tasks)
        now = self._clock.now()
        assert task.at <= now, "the service dispatches nothing before its time"
        self._free_at = now + timedelta(seconds=1 / self._settings.a_second)
        task.attempts += 1
        self.counted["dispatched"] += 1
        try:
            function(json.loads(task.body)["data"])
        except Exception:  # noqa: BLE001  whatever is not 2xx
            self.counted["failed"] += 1
            with self._lock:
                return self._again(task, now)
        with self._lock:
            self._gone(task, now)
        return True

    def _accept(self, name: str, body: bytes, at: datetime) -> None:
        self.seen.append(body)
        self._taken[name] = None
        faults, chance = self._faults, self._chance
        if chance.random() < faults.lost:
            self.counted["lost"] += 1
            return
        copies = 2 if chance.random() < faults.doubled else 1
        self.counted["doubled"] += copies - 1
        for _ in range(copies):
            late = chance.random() * faults.late
            self._push(_Task(at + late, self._number(), name, body))

    def _again(self, task: _Task, now: datetime) -> bool:
        if task.attempts >= self._settings.attempts:
            self.counted["given up"] += 1
            self._gone(task, now)
            return False
        pause = self._settings.first_pause * 2 ** (task.attempts - 1)
        task.at = now + min(pause, self._settings.longest_pause)
        self._push(task)
        return True

    def _gone(self, task: _Task, now: datetime) -> None:
        if not any(other.name == task.name for other in self._tasks):
            self._taken[task.name] = now + NAME_HELD

    def _push(self, task: _Task) -> None:
        heapq.heappush(self._tasks, task)

    def _number(self) -> int:
        self._place += 1
        return self._place
