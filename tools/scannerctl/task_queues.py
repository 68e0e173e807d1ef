"""The queues of Cloud Tasks: what the code declares of them, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from google.api_core.exceptions import NotFound

from core import settings
from tools.deployed import functions
from tools.scannerctl.console import FailureError

if TYPE_CHECKING:
    from google.cloud.tasks_v2 import CloudTasksClient, Queue

#: What a task function declares: groups of settings, as they are deployed.
Declared = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Setting:
    """A setting of a queue: where the code declares it, and where the queue has it."""

    title: str
    declared: str
    held: str

    def of(self, queue: Queue) -> float | None:
        """Return it as the queue has it."""
        return _number(attrgetter(self.held)(queue))

    def beside(self, declared: Declared, queue: Queue) -> Compared:
        """Return it as it is declared, and as the queue has it."""
        group, _, name = self.declared.partition(".")
        return Compared(self.title, _number(declared.get(group, {}).get(name)), self.of(queue))


@dataclass(frozen=True)
class Compared:
    """A setting's two values; None is one that is left to Firebase or to Cloud Tasks."""

    title: str
    declared: float | None
    held: float | None

    @property
    def differs(self) -> bool:
        """Whether the queue is not as the code has it."""
        return self.declared is not None and self.declared != self.held


RATE = Setting(
    "tasks a second",
    "rateLimits.maxDispatchesPerSecond",
    "rate_limits.max_dispatches_per_second",
)
AT_ONCE = Setting(
    "tasks at once",
    "rateLimits.maxConcurrentDispatches",
    "rate_limits.max_concurrent_dispatches",
)
ATTEMPTS = Setting("attempts", "retryConfig.maxAttempts", "retry_config.max_attempts")
SETTINGS = (
    RATE,
    AT_ONCE,
    Setting("burst", "rateLimits.maxBurstSize", "rate_limits.max_burst_size"),
    ATTEMPTS,
    Setting("attempts, s", "retryConfig.maxRetrySeconds", "retry_config.max_retry_duration"),
    Setting("first pause, s", "retryConfig.minBackoffSeconds", "retry_config.min_backoff"),
    Setting("longest pause, s", "retryConfig.maxBackoffSeconds", "retry_config.max_backoff"),
    Setting("doublings", "retryConfig.maxDoublings", "retry_config.max_doublings"),
)


def compare(declared: Declared, queue: Queue) -> list[Compared]:
    """Return every setting of a queue beside what the code declares."""
    return [setting.beside(declared, queue) for setting in SETTINGS]


def declared() -> dict[str, Declared]:
    """Return what the task functions declare, by name: each is the queue of its name."""
    found = {name: _trigger(function) for name, function in functions().items()}
    return {name: trigger for name, trigger in sorted(found.items()) if trigger is not None}


def connect() -> CloudTasksClient:
    """Return Google's own client, with the login of whoever runs this."""
    from google.cloud.tasks_v2 import CloudTasksClient

    return CloudTasksClient()


class Queues:
    """The queues of a project, in the region of the functions."""

    def __init__(self, client: CloudTasksClient, project: str) -> None:
        self._client = client
        self.location = f"projects/{project}/locations/{settings.REGION}"

    def all(self) -> dict[str, Queue]:
        """Return the queues that there are, by name. One request for each page of them."""
        with self._found("location"):
            queues = list(self._client.list_queues(parent=self.location))
        return {queue.name.rpartition("/")[2]: queue for queue in queues}

    def get(self, name: str) -> Queue:
        """Return a queue.

        Raises:
            FailureError: there is none.
        """
        with self._found(f"queue {name}"):
            return self._client.get_queue(name=self._path(name))

    def pause(self, name: str) -> Queue:
        """Stop a queue from handing out tasks; returns it as it is then. Raises as `get`."""
        with self._found(f"queue {name}"):
            return self._client.pause_queue(name=self._path(name))

    def resume(self, name: str) -> Queue:
        """Have a queue hand out tasks again; returns it as it is then. Raises as `get`."""
        with self._found(f"queue {name}"):
            return self._client.resume_queue(name=self._path(name))

    def _path(self, name: str) -> str:
        return f"{self.location}/queues/{name}"

    @contextmanager
    def _found(self, what: str) -> Iterator[None]:
        try:
            yield
        except NotFound as err:
            raise FailureError(
                f"There is no {what} in {self.location}: a deployment of the functions makes it."
            ) from err


def _trigger(function: Any) -> Declared | None:  # noqa: ANN401
    trigger: Declared | None = getattr(function.__firebase_endpoint__, "taskQueueTrigger", None)
    return trigger


def _number(value: object) -> float | None:
    """Return a setting's value, durations in seconds; what is not declared is no number."""
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value if isinstance(value, int | float) else None
