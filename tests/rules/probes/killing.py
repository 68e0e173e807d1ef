"""Runs mutants of rules against the probes: each must answer one of them otherwise."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from tests.rules.probes import running
from tests.rules.probes.collected import Collected
from tests.rules.probes.evaluator import DoesNotCompileError
from tests.rules.probes.mutants import Mutant, mutants
from tests.support.sources import ROOT

_EQUIVALENT = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True)
class Judged:
    """What became of a mutant.

    Attributes:
        mutant: that was run; without its text, which the processes need not send back.
        file: of the rules.
        compiles: whether it is rules at all.
        probe: what it answers otherwise; empty for none.
        asked: how many probes it was asked.
    """

    name: str
    file: str
    line: int
    compiles: bool
    probe: str
    asked: int


class Order:
    """In which order probes are asked: first those that few rules let through."""

    def __init__(self, collected: Collected) -> None:
        """Sort them once; the processes share it."""
        self.probes = collected.probes
        numbers = list(range(len(self.probes)))
        Random(collected.seed).shuffle(numbers)
        self._numbers = sorted(numbers, key=lambda number: not self.probes[number].allowed)

    @cached_property
    def _by_area(self) -> Mapping[tuple[bool, str], Sequence[int]]:
        found: dict[tuple[bool, str], list[int]] = {}
        for number in self._numbers:
            probe = self.probes[number]
            found.setdefault((probe.storage, probe.area), []).append(number)
        return found

    def relevant(self, mutant: Mutant, *, storage: bool) -> Sequence[int]:
        """Return the probes that a mutant could answer otherwise."""
        area = "/".join(mutant.block.strip("/").split("/")[::2]) if not storage else ""
        if area:
            return self._by_area.get((False, area), [])
        return [number for number in self._numbers if self.probes[number].storage is storage]


class Killing:
    """All mutants of both files, and how they are judged."""

    def __init__(self, collected: Collected, part: int, parts: int) -> None:
        """Make them; of so many parts one, where there are several."""
        self._order = Order(collected)
        self._collected = collected
        every = [
            (file, mutant)
            for file in running.FILES.values()
            for mutant in mutants((ROOT / file).read_text())
        ]
        self.mutants = every[part - 1 :: parts]

    def judged(self, done: Callable[[int], None]) -> list[Judged]:
        """Judge each; `done` is told of each."""
        asking = running.Asking(self._collected, self._order.probes)
        found = []
        for judged in running.shared(
            lambda number: self._judge(asking, number), range(len(self.mutants))
        ):
            found.append(judged)
            done(1)
        return found

    def _judge(self, asking: running.Asking, number: int) -> Judged:
        file, mutant = self.mutants[number]
        storage = file == running.FILES[True]
        try:
            rules = asking.evaluator.compile(_reduced(mutant), file)
        except DoesNotCompileError:
            return Judged(mutant.name, file, mutant.line, False, "", 0)
        asked = 0
        for at in self._order.relevant(mutant, storage=storage):
            probe = asking.probes[at]
            asked += 1
            if asking.permitted(probe, rules) is not probe.allowed:
                return Judged(mutant.name, file, mutant.line, True, str(probe), asked)
        return Judged(mutant.name, file, mutant.line, True, "", asked)


def equivalent() -> dict[str, str]:
    """Return the mutants that answer as the rules do whatever is asked, each with the reason."""
    groups = tomllib.loads(_EQUIVALENT.read_text())["group"]
    return {name: group["reason"] for group in groups for name in group["mutants"]}


def _reduced(mutant: Mutant) -> str:
    """Leave out blocks that the probes of a mutant never reach: compiling is most of the time."""
    if not mutant.block:
        return mutant.text
    root = mutant.block.split("/")[1]
    kept, leaving = list[str](), False
    for line in mutant.text.splitlines():
        if re.match(r"    match /", line):
            leaving = not line.startswith(f"    match /{root}/")
        if not leaving:
            kept.append(line)
        if line == "    }":
            leaving = False
    return "\n".join(kept)
