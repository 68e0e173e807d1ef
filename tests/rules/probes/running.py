"""Asks probes of rules, in as many processes as there are processors, each with Google's classes."""

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
Work = TypeVar("Work")
Answer = TypeVar("Answer")
Done = Callable[[int], None]
FILES = {False: "firestore.rules", True: "storage.rules"}


class Asking:
    """What a process has: the probes, and both files of rules as they are."""

    def __init__(self, collected: Collected, probes: Sequence[Probe]) -> None:
        """Take what was collected; the evaluator is loaded where it is first used."""
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
        """Tell whether rules let a probe through, those that are in force unless others are said."""
        asked = rules or self.rules(probe.storage)
        return all(asked.permit(each) for each in self.evaluator.asked(probe))


_asking: Asking | None = None


def verdicts(collected: Collected, probes: Sequence[Probe], done: Done) -> list[bool]:
    """Return what the rules say to each probe; `done` is told how many more have been asked."""
    portions = [
        range(at, min(at + _PORTION, len(probes))) for at in range(0, len(probes), _PORTION)
    ]
    found: list[bool] = []
    for answers in shared(Asking(collected, probes), _portion, portions):
        found += answers
        done(len(answers))
    return found


def _portion(asking: Asking, numbers: range) -> list[bool]:
    return [asking.permitted(asking.probes[number]) for number in numbers]


def shared(
    asking: Asking, work: Callable[[Asking, Work], Answer], items: Iterable[Work]
) -> Iterator[Answer]:
    """Do the work on each item in forked processes, which have the probes already; in order.

    The virtual machine is not loaded before: a fork would not have its threads.
    """
    global _asking  # noqa: PLW0603  what the processes inherit
    _asking = asking
    processes = multiprocessing.get_context("fork")
    with processes.Pool(os.cpu_count()) as pool:
        yield from pool.imap(_Call(work), items)


class _Call:
    """One call in a forked process."""

    def __init__(self, work: Callable[[Asking, Any], Any]) -> None:
        self._work = work

    def __call__(self, item: object) -> Any:  # noqa: ANN401
        assert _asking is not None
        return self._work(_asking, item)
