"""What each function runs on: memory, processor, time, and how many instances with how much each.

Every function declares it, with the reason beside it. Callable functions do in `main.py`; triggers,
tasks and schedules do where they stand.
"""

from dataclasses import asdict, dataclass
from typing import Any

from firebase_functions import options

from core import settings

#: The most instances that a function has: a fault or an attack costs no more than that. At the
#: concurrency of callable functions it serves hundreds of calls at the same moment.
MOST = 20


@dataclass(frozen=True, kw_only=True)
class Instances:
    """The instances of one function.

    Attributes:
        memory: of one instance.
        timeout_sec: seconds after which a call or an event is given up.
        concurrency: calls or events that one instance works on at the same time. `main.py` gives
            its server as many threads.
        cpu: virtual processors of one instance. A concurrency above 1 needs at least one.
        min_instances: kept without a call. They cost money around the clock, so 0.
        max_instances: never more than that.
    """

    memory: options.MemoryOption
    timeout_sec: int
    concurrency: int
    cpu: int = 1
    min_instances: int = 0
    max_instances: int = MOST

    def options(self) -> dict[str, Any]:
        """Return the options that firebase-functions takes, with the region."""
        return {"region": settings.REGION, **asdict(self)}
