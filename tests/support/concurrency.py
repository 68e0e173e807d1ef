"""Calls that are made at the same moment, each in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from core.errors import ScannerError

T = TypeVar("T")

#: Seconds after which those who still wait are held to hang.
PATIENCE = 120.0


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Make all calls at the same moment, each in a thread; their answers, in order."""
    start, answers = threading.Barrier(len(calls)), dict[int, T]()

    def run(number: int) -> None:
        start.wait()
        answers[number] = calls[number]()

    threads = [threading.Thread(target=run, args=(n,), daemon=True) for n in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(answers) == len(calls), "some hang, or died"
    return [answers[number] for number in range(len(calls))]


def refusals_at_once(*calls: Callable[[], object]) -> list[str]:
    """Make all calls at the same moment; the reason of each refusal, nothing for what was done."""

    def outcome(call: Callable[[], object]) -> str:
        try:
            call()
        except ScannerError as err:
            return err.reason
        return ""

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(outcome, calls))
