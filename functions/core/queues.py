"""Task queues: work handed to Cloud Tasks once for each name, soon or at a time."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from core import firebase, log, settings

if TYPE_CHECKING:
    from firebase_admin.functions import TaskQueue

#: Cloud Tasks schedules at most 30 days ahead; a day less, for clocks that differ.
#: https://docs.cloud.google.com/tasks/docs/quotas
AHEAD = timedelta(days=29)


class Queues(Protocol):
    """Whatever takes tasks: Cloud Tasks, its emulator, or what stands for it in a test."""

    def add(
        self, function: str, name: str, data: dict[str, str], at: datetime | None = None
    ) -> bool:
        """Hand in a task; False where one of this name is or was there within the hour.

        Args:
            function: the task function, which is also the queue.
            name: what tells one task from another: a hash, see `name_of`.
            data: ids alone; the function gets them as its `data`.
            at: not before then, at most `AHEAD` from now; soon where it is None or past.
        """


def queue_of(function: str) -> "TaskQueue":
    """Return the queue of a task function: Cloud Tasks' or, where it runs, its emulator's."""
    from firebase_admin.functions import task_queue  # only who enqueues waits for it

    return task_queue(f"locations/{settings.REGION}/functions/{function}", app=firebase.app())


class CloudTasks:
    """Cloud Tasks by firebase-admin; `queue_of` finds the queue of a function."""

    def __init__(self, queue_of: Callable[[str], "TaskQueue"] = queue_of) -> None:
        self._queue_of = queue_of
        self._queues: dict[str, TaskQueue] = {}

    def add(
        self, function: str, name: str, data: dict[str, str], at: datetime | None = None
    ) -> bool:
        """Hand in a task, as `Queues` says."""
        from firebase_admin.exceptions import AlreadyExistsError, ConflictError
        from firebase_admin.functions import TaskOptions

        if function not in self._queues:
            self._queues[function] = self._queue_of(function)
        options = TaskOptions(task_id=name, schedule_time=at)
        try:
            # Python's library sends what it is given, and the function wants it under `data`.
            self._queues[function].enqueue({"data": data}, options)
        except (AlreadyExistsError, ConflictError):  # a 409 is either
            return False
        except ValueError:
            # firebase-admin 7.7.0 misreads what the emulator answers for a task that has a name
            # of ours; the task is in the queue by then.
            if not firebase.on_emulator():
                raise
        # The one record of what was handed in: a queue shows no task once it is done.
        log.info("task", queue=function, task=name, data=data)
        return True


def name_of(*parts: str) -> str:
    """Name a task after what it is about: spread evenly, as Cloud Tasks asks, and ever the same."""
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:40]
