"""Counts of the audit in pieces: Firestore ends one that is not done within a minute.

Pieces are of ids, for all entries, and of times, for those that carry one. Where few entries can be
there, a count is one piece. https://firebase.google.com/docs/firestore/query-data/aggregation-queries
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from core.queries import Query
from core.store import Store
from privacy.audit import chain
from privacy.models import Evidence, Mark

#: Entries that are counted at once: seconds.
PIECE = 1_000_000
#: What ids begin with, in the order of Firestore.
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

_EVERYTHING = Query(Evidence)
_IDS_BELOW = Query(Evidence, where=(("__name__", "<"),))
_IDS_FROM = Query(Evidence, where=(("__name__", ">="),))
_IDS = Query(Evidence, where=(("__name__", ">="), ("__name__", "<")))
_TIMES_FROM = Query(Evidence, where=(("at", ">="),))
_TIMES = Query(Evidence, where=(("at", ">="), ("at", "<")))


def everything(store: Store, most: int) -> int:
    """Count all entries, of which there are about `most`. A read per 1,000, one a piece at least.

    Ids are drawn evenly, so that pieces of ids are as large as each other.
    """
    pieces = _pieces(most)
    pairs = [first + second for first in _LETTERS for second in _LETTERS]
    bounds = [pairs[len(pairs) * n // pieces] for n in range(1, pieces)]
    if not bounds:
        return store.count(_EVERYTHING)
    ids = [store.named(Evidence, bound) for bound in bounds]
    inner = sum(store.count(_IDS, low, high) for low, high in pairwise(ids))
    return store.count(_IDS_BELOW, ids[0]) + inner + store.count(_IDS_FROM, ids[-1])


def timed(store: Store, now: datetime, most: int) -> int:
    """Count the entries that carry a time, likewise: evenly over the time that they are kept."""
    pieces = _pieces(most)
    step = chain.KEPT / pieces
    bounds: Sequence[Any] = [Mark.beginning().at] + [
        now - step * n for n in range(pieces - 1, 0, -1)
    ]
    inner = sum(store.count(_TIMES, low, high) for low, high in pairwise(bounds))
    return inner + store.count(_TIMES_FROM, bounds[-1])


def _pieces(most: int) -> int:
    return min(1 + most // PIECE, len(_LETTERS) ** 2)
