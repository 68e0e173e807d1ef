"""Playing a world: steps, invariants, and what came of it; and playing a sequence again."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.soak.world.actions import Acting, Action
from tests.soak.world.clock import BEGIN
from tests.soak.world.drive import Driver
from tests.soak.world.faults import BrokenInvariantError

if TYPE_CHECKING:
    from tests.soak.world.invariants.all_of_them import Watch


@dataclass
class WorldRun:
    """What came of a run."""

    seed: int
    steps: int = 0
    days: float = 0.0
    seconds: float = 0.0
    broken: str = ""
    told: str = ""
    outcomes: list[tuple[str, str, int]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)


def play(
    seed: int, *, seconds: float = 1e9, steps: int = 10**9, days: float = 1e9,
    faults: bool = True, clinics: int = 4, labs: int = 2, operators: int = 3,
) -> WorldRun:  # fmt: skip
    """Play until the time is over, or so many steps or days, or an invariant breaks."""
    from tests.soak.world.invariants.all_of_them import Watch

    began = _real()
    acting = Acting(seed, faults=faults)
    watch = Watch(acting)
    driver = Driver(acting, seed, clinics=clinics, labs=labs, operators=operators)
    played = WorldRun(seed)
    try:
        while played.steps < steps and _real() - began < seconds:
            action = driver.next()
            if action["at"] > days * 86_400:
                break
            played.actions.append(json.loads(json.dumps(action)))
            driver.learn(action, acting.perform(action))
            _held(played, acting, watch)
        watch.end()
    except BrokenInvariantError as err:
        played.broken, played.told = err.invariant, str(err)
    return _finished(played, acting, began)


def replay(seed: int, actions: list[Action], *, faults: bool = True) -> WorldRun:
    """Play a sequence of actions, and nothing else."""
    from tests.soak.world.invariants.all_of_them import Watch

    began = _real()
    acting = Acting(seed, faults=faults)
    watch = Watch(acting)
    played = WorldRun(seed, actions=actions)
    try:
        for action in actions:
            acting.perform(action)
            _held(played, acting, watch)
        watch.end()
    except BrokenInvariantError as err:
        played.broken, played.told = err.invariant, str(err)
    return _finished(played, acting, began)


def _held(played: WorldRun, acting: Acting, watch: Watch) -> None:
    """Count a step and look after it; stop where one broke, even if what ran meanwhile went on."""
    played.steps += 1
    if acting.engine.broke is not None:
        raise acting.engine.broke
    watch.step()


def _finished(played: WorldRun, acting: Acting, began: float) -> WorldRun:
    played.seconds = _real() - began
    played.days = (acting.engine.time.now() - BEGIN).total_seconds() / 86_400
    played.outcomes = [(*of, count) for of, count in sorted(acting.outcomes.items())]
    played.counted = dict(Counter(acting.engine.counted) + acting.engine.faults.counted)
    return played


def _real() -> float:
    """Processor time: what else the machine does counts not, nor does virtual time."""
    return time.process_time()


def told(line: str) -> None:
    """Print a line for whoever waits."""
    print(line, file=sys.stderr, flush=True)
