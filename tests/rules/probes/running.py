"""Asks probes of rules, in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from tests.rules.probes.collected import Collected
from tests.rules.probes.evaluator import Evaluator, Rules
from tests.rules.probes.probe import Probe
from tests.support.sources import ROOT

#: Probes that go to a process at a time.
_PORTION = 2000
Item = TypeVar("Item")
Answer = TypeVar("Answer")
Done = Callable[[int], None]
FILES = {False: "firestore.rules", True: "storage.rules"}


class Asking:
    """What a process has: the probes, and both files of rules as they are."""

    def __init__(self, collected: Collected, probes: Sequence[Probe], room: int = 0) -> None:
        """Take what was collected; the evaluator is loaded where it is first used.

        Of so many probes what is evaluated is kept.
        """
        self._room = room
        self._kept: dict[int, list[Any]] = {}
        self.probes = probes
        self._collected = collected
        self._evaluator: Evaluator | None = None
        self._rules: dict[bool, Rules] = {}

    @property
    def evaluator(self) -> Evaluator:
        """Google's, with the documents that rules look up."""
        if self._evaluator is None:
            self._evaluator = Evaluator(self._collected.stored)
        return self._evaluator

    def rules(self, storage: bool) -> Rules:
        """The rules as they are."""
        if storage not in self._rules:
            text = (ROOT / FILES[storage]).read_text()
            self._rules[storage] = self.evaluator.compile(text, FILES[storage])
        return self._rules[storage]

    def permitted(self, probe: Probe, rules: Rules | None = None) -> bool:
        """Tell whether rules let a probe through: those in force, unless others are said."""
        asked = rules or self.rules(probe.storage)
        return all(asked.permit(each) for each in self._made(probe))

    def _made(self, probe: Probe) -> list[Any]:
        """What is evaluated for a probe, kept while there is room: mutants are asked the same."""
        made = self._kept.get(id(probe))
        if made is None:
            made = self.evaluator.asked(probe)
            if len(self._kept) < self._room:
                self._kept[id(probe)] = made
        return made


def verdicts(collected: Collected, probes: Sequence[Probe], done: Done) -> list[bool]:
    """Return what the rules say to each probe; `done` is told how many more have been asked."""
    asking, found = Asking(collected, probes), list[bool]()

    def portion(begins: int) -> list[bool]:
        return [asking.permitted(probe) for probe in probes[begins : begins + _PORTION]]

    for answers in shared(portion, range(0, len(probes), _PORTION)):
        found += answers
        done(len(answers))
    return found


_work: Callable[[Any], Any] | None = None


def shared(work: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer]:
    """Do the work on each item in forked processes, in order; they have all that it refers to.

    The virtual machine is not loaded before: a fork would not have its threads.
    """
    global _work  # noqa: PLW0603  what the processes inherit
    _work = work
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        yield from pool.imap(_call, items)


def _call(item: object) -> Any:
    assert _work is not None
    return _work(item)
