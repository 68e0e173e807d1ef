"""Verifying the audit: every entry and every seal, page by page."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from core.documents import Document
from core.queries import Query
from core.store import Store
from privacy.audit import chain
from privacy.audit.chain import AuditFinding, Fault, Known
from privacy.models import Evidence, Mark, SealEvidence

ALL = Query(Evidence)
TIMED = Query(Evidence, where=(("at", ">="),), order=(("at", "ASCENDING"),))
SEALS = Query(SealEvidence, where=(("number", ">="),), order=(("number", "ASCENDING"),))

#: Documents read at once: some 2 MB of seals at most.
_PAGE = 300
_SEALS = 40


def size(store: Store) -> int:
    """Return how many entries there are; a read per 1,000."""
    return store.count(ALL)


def faults(
    store: Store,
    now: datetime,
    heads: Mapping[int, str] | None = None,
    seen: Callable[[int], None] = lambda _: None,
) -> Iterator[AuditFinding]:
    """Yield everything about the audit that does not fit its seals; nothing where all does.

    Reads every entry and every seal once, and once more each entry that is not at its time. People
    may act meanwhile.

    Args:
        store: what is verified.
        now: the present moment.
        heads: hashes of seals, by number, as the log or another place outside has them.
        seen: is told of each page of entries, how many it had.
    """
    # In this order: an entry that is written in between counts among those with a time.
    untimed = size(store) - store.count(TIMED, Mark.beginning().at)
    if untimed > 0:
        yield AuditFinding(Evidence.collection(), Fault.UNTIMED, untimed)
    seals = _all(store, SEALS, 0, size=_SEALS)
    entries = _all(store, TIMED, Mark.beginning().at, size=_PAGE, seen=seen)
    known = Known(now, lambda entry_id: _stands(store, entry_id), heads or {})
    yield from chain.faults(seals, entries, known)


class _Anything(Document):
    """An entry of which it is enough that it is there."""

    path = Evidence.path
    partial = True
    model_config = {"extra": "allow"}


def _stands(store: Store, entry_id: str) -> bool:
    return store.get(_Anything, entry_id) is not None


def _all(
    store: Store,
    query: Query,
    value: object,
    *,
    size: int,
    seen: Callable[[int], None] = lambda _: None,
) -> Iterator[Any]:
    cursor: str | None = None
    while True:
        page = store.page(query, value, limit=size, cursor=cursor)
        yield from page.items
        seen(len(page.items))
        cursor = page.cursor
        if cursor is None:
            return
