"""Verifying the audit: entries and seals, part by part; parts do not need each other.

A part is some seals and the entries that they cover. Many parts may be verified at once, on one
machine or several. What is verified is what stands there now: that it was verified before spares
nobody from looking at it again.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import audit
from core.context import Context
from core.documents import Document
from core.queries import Query, encode_cursor
from core.store import Store
from privacy.audit import chain, counting
from privacy.audit.chain import AuditFinding, Fault, Known
from privacy.models import Evidence, Mark, Seal, SealEvidence

TIMED = Query(Evidence, where=(("at", ">="),), order=(("at", "ASCENDING"),))
#: Up to and with the time at which a part ends.
OF_A_PART = Query(Evidence, where=(("at", ">="), ("at", "<=")), order=(("at", "ASCENDING"),))
SEALS = Query(SealEvidence, where=(("number", ">="),), order=(("number", "ASCENDING"),))
SEALS_OF_A_PART = Query(
    SealEvidence, where=(("number", ">="), ("number", "<=")), order=(("number", "ASCENDING"),)
)
EVERY_SEAL = Query(SealEvidence)
NEWEST = Query(SealEvidence, order=(("number", "DESCENDING"),))
#: By the end of what they cover: which seal has a moment in it.
BY_END = Query(Seal, where=(("until.at", ">="),), order=(("until.at", "ASCENDING"),))

#: Documents read at once: some 2 MB of seals at most.
_PAGE = 300
_SEALS = 40
#: Where a part has no seal that can be read, none of its entries is looked at.
_NEVER = Mark.beginning().at
#: Seals of a part, some 5 MB of them: 50,000 entries at most.
SIZE = 100


@dataclass(frozen=True)
class SealRange:
    """Seals by their numbers, the first and the last; without a last, all and what is unsealed."""

    first: int = 1
    last: int | None = None

    def __contains__(self, number: int) -> bool:
        """Tell whether a seal is one of it."""
        return self.first <= number and (self.last is None or number <= self.last)


def seal(store: Store, number: int) -> SealEvidence | None:
    """Return a seal as it is found. One read."""
    return store.get(SealEvidence, str(number))


def newest(store: Store) -> int:
    """Return the number of the last seal, 0 without any. A read, and one per 1,000 seals.

    It is no higher than there are seals: they are numbered from 1 on and stay. One with a number
    far beyond is verified with the last part, and those that it says there are before it are not.
    """
    found: list[SealEvidence] = store.find(NEWEST, limit=1)
    # In this order: whatever stands for a number is not preferred to the count.
    return int(min(store.count(EVERY_SEAL), found[0].number)) if found else 0


def covering(store: Store, moment: datetime) -> int | None:
    """Return the number of the seal with a moment in it; None where it is not sealed. One read."""
    found: list[Seal] = store.find(BY_END, moment, limit=1, lenient=True)
    return found[0].number if found else None


def parts(asked: SealRange, newest: int, size: int = SIZE) -> list[SealRange]:
    """Split what is to be verified, up to the newest seal; the last one ends where `asked` does."""
    end = newest if asked.last is None else min(asked.last, newest)
    split = [SealRange(n, n + size - 1) for n in range(asked.first, end + 1, size)]
    return [*split[:-1], SealRange(split[-1].first if split else asked.first, asked.last)]


def faults(
    store: Store,
    now: datetime,
    heads: Mapping[int, str] | None = None,
    asked: SealRange | None = None,
    seen: Callable[[SealRange], None] = lambda _: None,
) -> Iterator[AuditFinding]:
    """Yield everything about the audit that does not fit its seals; nothing where all does.

    Reads every entry and every seal once, a seal twice for each part, and once more each entry that
    is not at its time. People may act meanwhile.

    Args:
        store: what is verified.
        now: the present moment.
        heads: hashes of seals, by number, as the log or another place outside has them.
        asked: the seals that are to be verified; all without it, and that each entry has a time.
        seen: is told of each part once it is verified.
    """
    last = newest(store)
    for part in parts(asked or SealRange(), last):
        yield from of_part(store, now, part, heads or {})
        seen(part)
    if asked is None:
        yield from untimed(store, now, last)


def note(ctx: Context, asked: SealRange, head: SealEvidence, findings: int) -> None:
    """Put on record up to which seal was verified, and how many findings there were. One write.

    The entry is sealed with the others of its hour. It tells that and when somebody looked; that
    the same would be found today it does not, so that no verification is shortened by it.
    """
    ctx.store.run(
        lambda unit: audit.record(
            unit,
            ctx,
            "privacy.verify_audit",
            head.path_for(head.id),
            first=str(asked.first),
            head=str((head.model_extra or {}).get("hash")),
            findings=str(findings),
        )
    )


def of_part(
    store: Store, now: datetime, part: SealRange, heads: Mapping[int, str]
) -> Iterator[AuditFinding]:
    """Yield what of one part does not fit. A read for each seal and entry, two besides at most.

    The seal before it is read too: that the part follows it is verified, and what was noted of it.
    """
    earlier = part.first - 1
    noted = {n: hash_ for n, hash_ in heads.items() if n in part or n == earlier > 0}
    if part.last is None:
        seals = _all(store, SEALS, earlier, size=_SEALS)
        before, found = _opened(seals, part)
        until = None
    else:
        before, found = _opened(_all(store, SEALS_OF_A_PART, earlier, part.last, size=_SEALS), part)
        held = list(found)
        found = iter(held)
        until = max((seal.until.at for each in held if (seal := chain.read(each))), default=_NEVER)
    first = next(found, None)
    if before is not None and noted.pop(before.number, before.hash) != before.hash:
        yield AuditFinding(before.path_for(before.id), Fault.OTHER_HEAD)
    known = Known(
        now, lambda entry_id: _stands(store, entry_id), noted, before, part.first, part.last
    )
    entries = _entries(store, _since(before, first, part), until)
    yield from chain.faults(_with(first, found), entries, known)


def untimed(store: Store, now: datetime, newest: int) -> Iterator[AuditFinding]:
    """Yield how many entries carry no time, so that no list and no seal has them.

    Everything is counted, a read per 1,000 twice, in pieces: Firestore ends a count after a minute.
    """
    # In this order: an entry that is written in between counts among those with a time.
    most = newest * chain.MOST
    missing = counting.everything(store, most) - counting.timed(store, now, most)
    if missing > 0:
        yield AuditFinding(Evidence.collection(), Fault.UNTIMED, missing)


def _opened(
    seals: Iterator[SealEvidence], part: SealRange
) -> tuple[Seal | None, Iterator[SealEvidence]]:
    """Return the seal before a part, if it can be read, and those of the part."""
    before: Seal | None = None
    for found in seals:
        if part.first == 1 or found.number > part.first - 1:
            return before, _with(found, seals)
        if found.id == str(part.first - 1):
            before = chain.read(found)
    return before, iter(())


def _since(before: Seal | None, first: SealEvidence | None, part: SealRange) -> Mark:
    """Return where a part begins: behind the seal before it or, without that, as it says itself."""
    if before is not None:
        return before.until
    seal = chain.read(first) if first is not None and part.first > 1 else None
    return seal.since if seal else Mark.beginning()


def _entries(store: Store, since: Mark, until: datetime | None) -> Iterator[Evidence]:
    """Yield the entries behind a place, up to and with a moment if there is one."""
    cursor = encode_cursor([since.at], since.entry_id) if since.entry_id else None
    if until is None:
        return _all(store, TIMED, since.at, size=_PAGE, cursor=cursor)
    return _all(store, OF_A_PART, since.at, until, size=_PAGE, cursor=cursor)


def _with(first: SealEvidence | None, rest: Iterator[SealEvidence]) -> Iterator[SealEvidence]:
    return rest if first is None else itertools.chain((first,), rest)


class _Anything(Document):
    """An entry of which it is enough that it is there."""

    path = Evidence.path
    partial = True
    model_config = {"extra": "allow"}


def _stands(store: Store, entry_id: str) -> bool:
    return store.get(_Anything, entry_id) is not None


def _all(
    store: Store, query: Query, *values: object, size: int, cursor: str | None = None
) -> Iterator[Any]:
    while True:
        page = store.page(query, *values, limit=size, cursor=cursor)
        yield from page.items
        cursor = page.cursor
        if cursor is None:
            return
