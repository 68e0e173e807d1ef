"""What goes wrong in the run of money: instances die at a commit, or are overtaken before one."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TypeVar

from tests.support.memory_firestore import MemoryFirestore

T = TypeVar("T")


class DiedError(BaseException):
    """The instance died, as a killed process does: nothing of it goes on."""

    def __init__(self, *, committed: bool) -> None:
        super().__init__()
        self.committed = committed


class PlannedFaults:
    """PlannedFaults of one database, drawn by a seed; each is counted by its name."""

    def __init__(
        self,
        database: MemoryFirestore,
        drawn: random.Random,
        overtake: Callable[[str | None], None],
    ) -> None:
        self._drawn, self._overtake = drawn, overtake
        self.counted: dict[str, int] = {}
        self._planned: str | None = None
        self._wallet_id: str | None = None
        self._commits = 0
        database.before_commit, database.after_commit = self._before, self._after

    def plan(self, share: float) -> None:
        """Have a fault befall one of the next commits, with this probability."""
        self._wallet_id = None
        self._planned, self._commits = None, self._drawn.choice([0, 0, 1])
        if self._drawn.random() < share:
            self._planned = self._drawn.choice(["dies before", "dies after", "overtaken"])

    def overtake_next(self, wallet_id: str) -> None:
        """Have another instance book on a wallet before the next commit."""
        self._planned, self._commits, self._wallet_id = "overtaken", 0, wallet_id

    def survive(self, work: Callable[[], T], *, repeatable: bool) -> T | None:
        """Do something until it is done, as its caller does who gets no answer.

        What is not repeatable is asked for again only where it was not committed: a document that
        is written with it would say so.
        """
        while True:
            try:
                return work()
            except DiedError as died:
                if died.committed and not repeatable:
                    return None

    def _take(self, *names: str) -> str | None:
        if self._planned not in names:
            return None
        self._commits -= 1
        if self._commits >= 0:
            return None
        name, self._planned = self._planned, None
        self.counted[name] = self.counted.get(name, 0) + 1
        return name

    def _before(self) -> None:
        what = self._take("dies before", "overtaken")
        if what == "dies before":
            raise DiedError(committed=False)
        if what == "overtaken":
            self._overtake(self._wallet_id)

    def _after(self) -> None:
        if self._take("dies after"):
            raise DiedError(committed=True)
