"""Requests to Firestore that do not depend on each other: they wait at the same time.

Google's client is synchronous; threads may share it, as gRPC's channels are made for that
(googleapis/google-cloud-python, pull request 9254), inside of one transaction as well.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

#: Requests that wait at a time; a channel has room for a hundred.
AT_ONCE = 12


def steps(number: int) -> int:
    """Return how many waits, one after the other, so many requests take."""
    return -(-number // AT_ONCE)


def side_by_side(works: Sequence[Callable[[], T]]) -> list[T]:
    """Do works that wait for Firestore at once; what they return is in their order.

    The first of each step is done on the thread of who calls, so that one alone needs no other.

    Raises:
        Exception: what the first of them raises that fails; all others have ended by then.
    """
    found: list[T] = []
    for begin in range(0, len(works), AT_ONCE):
        first, *others = works[begin : begin + AT_ONCE]
        waiting = [_threads().submit(each) for each in others]
        try:
            found.append(first())
        finally:
            errors = [each.exception() for each in waiting]  # waits for each
        for error in errors:
            if error is not None:
                raise error
        found += [each.result() for each in waiting]
    return found


@cache
def _threads() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(AT_ONCE - 1, "side-by-side")
