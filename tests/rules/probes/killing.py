"""Runs mutants of rules against the probes: each must answer one of them otherwise."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random

from tests.rules.probes import running
from tests.rules.probes.collected import Collected
from tests.rules.probes.evaluator import DoesNotCompileError
from tests.rules.probes.mutants import mutants
from tests.support.sources import ROOT

#: So many probes are made but once in a process, and so many at most is a mutant asked: all that
#: are let through, and a draw of the others.
_KEPT = 40_000
_MOST = 25_000
#: A change that is felt in many blocks is asked about in these first: that is quicker compiled.
_FIRST = ("users", "uploads", "orders", "privacy_requests", "labs", "wallets", "clinics")
_FEW = 4
_EQUIVALENT = Path(__file__).with_name("equivalent.toml")


@dataclass(frozen=True)
class MutantOutcome:
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


class AskingOrder:
    """In which order probes are asked: first those that few rules let through."""

    def __init__(self, collected: Collected) -> None:
        """Sort them once; the processes share it."""
        self.probes = collected.probes
        numbers = list(range(len(self.probes)))
        Random(collected.seed).shuffle(numbers)
        self._numbers = sorted(numbers, key=lambda number: not self.probes[number].allowed)

    @cached_property
    def _documents(self) -> Sequence[int]:
        return [number for number in self._numbers if not self.probes[number].storage]

    def relevant(self, blocks: Collection[str], *, storage: bool) -> Sequence[int]:
        """Return the probes that a change felt in these match blocks could answer otherwise."""
        if storage:
            return [number for number in self._numbers if self.probes[number].storage]
        if not blocks:
            return self._documents[:_MOST]
        areas = {"/".join(block.strip("/").split("/")[::2]) for block in blocks}
        found = [number for number in self._documents if self.probes[number].area in areas]
        return found[:_MOST]


class Killing:
    """All mutants of both files, and how they are judged."""

    def __init__(self, collected: Collected, part: int, parts: int) -> None:
        """Make them; of so many parts one, where there are several."""
        self._order = AskingOrder(collected)
        self._collected = collected
        every = [
            (file, mutant)
            for file in running.FILES.values()
            for mutant in mutants((ROOT / file).read_text())
        ]
        self.mutants = every[part - 1 :: parts]

    def judged(self) -> Iterator[MutantOutcome]:
        """Yield what becomes of each, in order."""
        asking = running.Asking(self._collected, self._order.probes, _KEPT)
        numbers = range(len(self.mutants))
        yield from running.shared(lambda number: self._judge(asking, number), numbers)

    def _judge(self, asking: running.Asking, number: int) -> MutantOutcome:
        file, mutant = self.mutants[number]
        storage = file == running.FILES[True]
        few = sorted(mutant.blocks, key=_heard_first)[:_FEW]
        asked = 0
        for blocks in dict.fromkeys((tuple(few), tuple(sorted(mutant.blocks)))):
            try:
                rules = asking.evaluator.compile(_reduced(mutant.text, blocks), file)
            except DoesNotCompileError:
                return MutantOutcome(mutant.name, file, mutant.line, False, "", 0)
            for at in self._order.relevant(blocks, storage=storage):
                probe = asking.probes[at]
                asked += 1
                if asking.permitted(probe, rules) is not probe.allowed:
                    return MutantOutcome(mutant.name, file, mutant.line, True, str(probe), asked)
        return MutantOutcome(mutant.name, file, mutant.line, True, "", asked)


def equivalent() -> dict[str, str]:
    """Return the mutants that answer as the rules do whatever is asked, each with the reason."""
    groups = tomllib.loads(_EQUIVALENT.read_text())["group"]
    return {name: group["reason"] for group in groups for name in group["mutants"]}


def _heard_first(block: str) -> tuple[int, str]:
    root = block.split("/")[1]
    return (_FIRST.index(root) if root in _FIRST else len(_FIRST), block)


def _reduced(text: str, blocks: Collection[str]) -> str:
    """Leave out blocks and functions that nothing asked comes to: compiling is most of the time."""
    if not blocks:
        return text
    roots = {block.split("/")[1] for block in blocks}
    body, closed, rest = text.rpartition("  }\n}")
    head, *parts = re.split(r"(?m)^(?=    (?:match /|function ))", body)
    functions = {p.split("(")[0].split()[-1]: p for p in parts if p.startswith("    function")}
    kept = "".join(p for p in parts if p.startswith("    match") and p.split("/")[1] in roots)
    while called := [name for name in functions if re.search(rf"\b{name}\(", kept)]:
        kept += "".join(functions.pop(name) for name in called)
    return f"{head}{kept}{closed}{rest}"
