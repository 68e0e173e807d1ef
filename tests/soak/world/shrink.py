"""Shortening a sequence that breaks an invariant: leaving out what it breaks without.

Delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002):
parts are left out, first large and then smaller ones, as long as the same invariant still breaks.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.soak.world.actions import Action
from tests.soak.world.apart import apart
from tests.soak.world.play import WorldRun, replay


def breaks(seed: int, invariant: str, *, faults: bool) -> Callable[[list[Action]], WorldRun | None]:
    """Return what plays a sequence in a process of its own; None where it breaks nothing."""

    def played(actions: list[Action]) -> WorldRun | None:
        try:
            found = apart(lambda: replay(seed, actions, faults=faults))
        except RuntimeError:
            return None
        return found if found.broken == invariant else None

    return played


def shrunk(
    actions: list[Action], still: Callable[[list[Action]], WorldRun | None], seconds: float
) -> list[Action]:
    """Return the shortest sequence found within a time that still breaks the invariant."""
    until = time.perf_counter() + seconds
    found = still(actions)
    if found is None:  # it did not break by the actions alone
        return actions
    actions = actions[: found.steps + 1]
    size = max(1, len(actions) // 2)
    while time.perf_counter() < until:
        left = _without(actions, size, still, until)
        if len(left) == len(actions) and size == 1:
            break
        size = max(1, min(size // 2, len(left) // 2)) if len(left) == len(actions) else size
        actions = left
    return _plain(actions, still)


def _without(
    actions: list[Action],
    size: int,
    still: Callable[[list[Action]], WorldRun | None],
    until: float,
) -> list[Action]:
    """Leave out what can be left out, so many at a time, from the end to the beginning."""
    end = len(actions)
    while end > 0 and time.perf_counter() < until:
        begin = max(0, end - size)
        shorter = actions[:begin] + actions[end:]
        if shorter and still(shorter) is not None:
            actions = shorter
        end = begin
    return actions


def _plain(actions: list[Action], still: Callable[[list[Action]], WorldRun | None]) -> list[Action]:
    """Take from the actions that are left what they do not need: their faults and habits."""
    for at, action in enumerate(actions):
        for name in ("plan", "meanwhile", "lost", "twice", "anew", "state", "about"):
            if name in action:
                plain = {k: v for k, v in action.items() if k != name}
                tried = [*actions[:at], plain, *actions[at + 1 :]]
                if still(tried) is not None:
                    actions, action = tried, plain  # noqa: PLW2901
    return actions
