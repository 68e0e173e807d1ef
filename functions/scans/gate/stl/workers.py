"""Two cores at a time: numbered pieces of work, shared among threads.

NumPy lets go of Python's lock while it computes, so threads truly work side by side. Each result
goes to its number's place, and is the same however the threads take turns.

Plain threads, because importing `concurrent.futures` takes longer than examining a small scan.
"""

import ctypes
import os
from collections.abc import Callable
from threading import Thread
from typing import Final, TypeVar

import numpy as np

Result = TypeVar("Result")

THREADS: Final = min(2, os.cpu_count() or 1)
"""Threads used unless told otherwise. Two are what the functions' instances have cores for, and
each holds about 6 MB of work in hand."""

_REUSED: Final = 4 * 2**20
"""Bytes; larger than any array that is made anew for each piece of work, smaller than those that
hold something for all triangles of a large scan, which should go back to the system when freed."""


def spread(
    begin: Callable[[], Callable[[int], Result]], pieces: int, threads: int = THREADS
) -> list[Result]:
    """Results of the pieces 0 to `pieces` - 1, in that order.

    Every thread calls `begin` once for a function of its own, which may keep arrays from piece to
    piece, and calls that with the number of a piece until none is left. The first error in any
    thread ends the work and is raised here.
    """
    _reuse_memory()
    results: dict[int, Result] = {}
    errors: list[BaseException] = []
    numbers = iter(range(pieces))  # taking the next number is one step under Python's lock

    def work() -> None:
        try:
            piece = begin()
            for number in numbers:
                if errors:
                    return
                results[number] = piece(number)
        except BaseException as err:  # noqa: BLE001 (raised again below)
            errors.append(err)

    helpers = [Thread(target=work) for _ in range(min(threads, pieces) - 1)]
    for helper in helpers:
        helper.start()
    work()
    for helper in helpers:
        helper.join()
    if errors:
        raise errors[0]
    return [results[number] for number in range(pieces)]


def give_back() -> None:
    """Return freed memory to the system: the end of what `spread` does. glibc's allocator only."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _reuse_memory() -> None:
    """Have freed memory reused rather than given back to the system after each piece of work.

    Fresh pages from the system cost several times the arithmetic that is done in them. glibc's
    allocator keeps blocks up to the size of the largest one that it ever gave back, so it is given
    one, untouched, that fits. Other allocators take no notice.
    """
    np.empty(_REUSED, np.uint8)
