"""What goes wrong: planned for an act by its commits, or drawn for an event by what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from google.api_core import exceptions


class InstanceDiedError(BaseException):
    """The instance died, as a killed process does: nothing of it goes on."""


class BrokenInvariantError(Exception):
    """An invariant does not hold.

    Attributes:
        invariant: its name.
    """

    def __init__(self, invariant: str, told: str) -> None:
        super().__init__(f"{invariant}: {told}")
        self.invariant = invariant


@dataclass(frozen=True)
class Plan:
    """What befalls an act: the kind of fault, and at which of its commits, the first being 0."""

    kind: str = ""  # dies-before, dies-after, aborted, overtaken
    at: int = 0


@dataclass
class CommitFaults:
    """Hangs in the database's commits; each fault that happened is counted by its kind."""

    counted: Counter[str] = field(default_factory=Counter)
    _plan: Plan = Plan()
    _commits: int = 0
    _meanwhile: Callable[[], None] = lambda: None

    def plan(self, plan: Plan, meanwhile: Callable[[], None] = lambda: None) -> Any:
        """Plan what befalls the commits from now on; returns what was planned before."""
        before = (self._plan, self._commits, self._meanwhile)
        self._plan, self._commits, self._meanwhile = plan, 0, meanwhile
        return before

    def restore(self, before: Any) -> None:
        """Go on with what was planned before."""
        self._plan, self._commits, self._meanwhile = before

    def before(self) -> None:
        """Fail, if it is planned, before a commit."""
        if self._commits != self._plan.at or self._plan.kind in {"", "dies-after"}:
            return
        kind, self._plan = self._plan.kind, Plan()
        self.counted[kind] += 1
        if kind == "dies-before":
            raise InstanceDiedError
        if kind == "aborted":
            raise exceptions.Aborted("contention")
        meanwhile, self._meanwhile = self._meanwhile, lambda: None
        meanwhile()

    def after(self) -> None:
        """Fail, if it is planned, after a commit."""
        at, self._commits = self._commits, self._commits + 1
        if self._plan.kind == "dies-after" and at == self._plan.at:
            self._plan = Plan()
            self.counted["dies-after"] += 1
            raise InstanceDiedError
