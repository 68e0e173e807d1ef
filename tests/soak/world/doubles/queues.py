"""Cloud Tasks in memory, with what befalls tasks drawn from what they are."""

from __future__ import annotations

from datetime import datetime

from tests.soak.world.chance import drawn
from tests.support.cloud_tasks import TaskFaults, VirtualQueue


class FatedQueue(VirtualQueue):
    """A queue of Cloud Tasks; what befalls a task follows from its name and time."""

    seed = 0

    def spare(self) -> None:
        """Have nothing befall a task any more."""
        self._faults = TaskFaults()

    def _accept(self, name: str, body: bytes, at: datetime) -> None:
        self._chance = drawn(self.seed, "task", name, at)
        super()._accept(name, body, at)
