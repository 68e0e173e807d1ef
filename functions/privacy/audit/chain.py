"""The chain of seals over the audit, and what does not fit it: documents in, findings out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from pydantic import ValidationError

from core import unknown
from core.digests import digest
from privacy.models import Evidence, Mark, Seal, SealEvidence

#: Entries in one seal: some 45 kB of a document's megabyte.
MOST = 500
#: Entries are committed after the time that they carry: a transaction lives 270 seconds at most,
#: and is tried again for less than ten minutes.
GRACE = timedelta(minutes=15)
#: A seal is made so often, or whenever it is full; an empty one, too: it says that nothing was.
EVERY = timedelta(hours=1)
#: Entries older than this are sealed, or the sealing stands still.
OVERDUE = GRACE + EVERY + timedelta(hours=1)
#: How far the clocks of two machines may differ.
SKEW = timedelta(minutes=5)
#: What retention must not let go of (`Retention.AUDIT`).
KEPT = timedelta(days=365)


class Fault(StrEnum):
    """What can be wrong with an entry or a seal, in words."""

    CHANGED = "is not what was sealed"
    MISSING = "was sealed and is gone"
    MOVED = "was sealed at another time"
    ADDED = "was not there when its time was sealed"
    AHEAD = "carries a time that is yet to come"
    UNTIMED = "carry no time, so that no seal covers them"
    OVERDUE = "should cover entries that are not sealed"
    UNCOVERED = "leaves entries before it that no seal covers"
    SEAL_MISSING = "is missing"
    SEAL_UNREADABLE = "does not have the form of a seal"
    SEAL_MISPLACED = "has another number than its place"
    SEAL_CHANGED = "is not what its hash was made of"
    UNCHAINED = "does not follow the seal before it"
    RETIRED_EARLY = "was retired before its time, or before an older one"
    OTHER_HEAD = "is not the one that was noted elsewhere"


class AuditFinding(NamedTuple):
    """One thing that is wrong: with which document, and how many are meant."""

    path: str
    fault: Fault
    times: int = 1


@dataclass(frozen=True)
class Known:
    """What a verification knows beside what is stored.

    Attributes:
        now: the present moment.
        elsewhere: tells whether an entry that is not at its time stands at another.
        heads: hashes of seals, by number, that were noted outside the database.
        before: the seal before the first that is verified; None where there is none, or none that
            can be read.
        first, last: the numbers of the seals that are verified; no last one, up to what is not
            sealed yet.
    """

    now: datetime
    elsewhere: Callable[[str], bool]
    heads: Mapping[int, str] = field(default_factory=dict)
    before: Seal | None = None
    first: int = 1
    last: int | None = None


def hash_of(entry: Evidence) -> str:
    """Return the hash over everything that an entry says; the seal has its id beside it."""
    return digest(entry.model_dump())


def hash_of_seal(seal: Seal) -> str:
    """Return the hash over everything that a seal said, the hash before it included.

    It is over what was stored, whichever release did; `retired_at` alone is set later.
    """
    return _hash(unknown.said_as_read(seal))


def _hash(said: Mapping[str, object]) -> str:
    return digest({n: value for n, value in said.items() if n not in {"hash", "retired_at"}})


def follow(last: Seal | None, found: Sequence[Evidence], horizon: datetime, now: datetime) -> Seal:
    """Return the seal after `last` over the first entries behind it, at most `MOST`.

    It reaches to the horizon, or to its last entry where it is full.
    """
    full = len(found) == MOST
    until = Mark(at=found[-1].at, entry_id=found[-1].id) if full else Mark(at=horizon)
    seal = Seal(
        number=last.number + 1 if last else 1,
        previous=last.hash if last else "",
        since=last.until if last else Mark.beginning(),
        until=until,
        entries=[f"{entry.id}:{hash_of(entry)}" for entry in found],
        sealed_at=now,
    )
    return seal.model_copy(update={"hash": _hash(unknown.said(seal))}).placed(str(seal.number))


def faults(
    seals: Iterable[SealEvidence], entries: Iterable[Evidence], known: Known
) -> Iterator[AuditFinding]:
    """Yield everything about a part of the audit that does not fit its seals; nothing if all does.

    `seals` are those of the part, in the order of their numbers, and `entries` all that carry a
    time, in the order of the audit, from where the part begins. Holds one seal at a time.
    """
    stream, last = _Stream(entries), known.before
    noted = dict(known.heads)
    for found in seals:
        seal = read(found)
        if seal is None:
            yield AuditFinding(found.path_for(found.id), Fault.SEAL_UNREADABLE)
            continue
        yield from _of_the_seal(last, seal, known)
        if noted.pop(seal.number, seal.hash) != seal.hash:
            yield AuditFinding(_path(seal.number), Fault.OTHER_HEAD)
        yield from _in_the_window(stream, last, seal, known)
        last = seal
    yield from (AuditFinding(_path(number), Fault.OTHER_HEAD) for number in noted)
    if known.last is None:
        yield from _behind_the_last(stream, last, known)
    elif (missing := known.last - _number(last, known)) > 0:
        yield AuditFinding(_path(known.last - missing + 1), Fault.SEAL_MISSING, missing)


class _Stream:
    """Entries in their order, taken up to a place at a time."""

    def __init__(self, entries: Iterable[Evidence]) -> None:
        self._entries = iter(entries)
        self._next = next(self._entries, None)

    def up_to(self, mark: Mark | None) -> Iterator[Evidence]:
        """Yield the next entries up to and with a place; all that are left, without one."""
        while self._next is not None and (mark is None or self._next.place <= mark.place):
            yield self._next
            self._next = next(self._entries, None)


def _number(last: Seal | None, known: Known) -> int:
    """The number of the last seal that was read; that before the first, while none was."""
    return last.number if last else known.first - 1


def read(found: SealEvidence) -> Seal | None:
    """Return a seal as it was found; None where it does not have the form of one."""
    try:
        return Seal.model_validate(found.model_dump(), extra="allow").placed(found.id)
    except ValidationError:
        return None


def _path(number: int) -> str:
    return Seal.path_for(str(number))


def _of_the_seal(last: Seal | None, seal: Seal, known: Known) -> Iterator[AuditFinding]:
    expected = _number(last, known) + 1
    path = seal.path_for(seal.id)
    if seal.number > expected:
        yield AuditFinding(_path(expected), Fault.SEAL_MISSING, seal.number - expected)
    if seal.id != str(seal.number) or seal.number < expected:
        yield AuditFinding(path, Fault.SEAL_MISPLACED)
    if hash_of_seal(seal) != seal.hash:
        yield AuditFinding(path, Fault.SEAL_CHANGED)
    before = (last.hash, last.until) if last else ("", Mark.beginning())
    told = last is not None or known.first == 1
    if told and seal.number == expected and (seal.previous, seal.since) != before:
        yield AuditFinding(path, Fault.UNCHAINED)
    if seal.retired_at and not _may_be_retired(last, seal, known):
        yield AuditFinding(path, Fault.RETIRED_EARLY)


def _may_be_retired(last: Seal | None, seal: Seal, known: Known) -> bool:
    """Whole prefixes are retired, and not before the entries may be let go."""
    in_order = last is None or last.retired_at is not None
    return in_order and seal.until.at <= known.now - KEPT


def _in_the_window(
    stream: _Stream, last: Seal | None, seal: Seal, known: Known
) -> Iterator[AuditFinding]:
    """Compare what a seal holds with what stands in its window."""
    if uncovered := sum(1 for _ in stream.up_to(seal.since)):
        yield AuditFinding(seal.path_for(seal.id), Fault.UNCOVERED, uncovered)
    sealed = dict(_pair(line) for line in seal.entries)
    for entry in stream.up_to(seal.until):
        hash_ = sealed.pop(entry.id, None)
        if hash_ != hash_of(entry):
            fault = Fault.CHANGED if hash_ is not None else Fault.ADDED
            yield AuditFinding(entry.path_for(entry.id), fault)
    excused = seal.retired_at is not None and _may_be_retired(last, seal, known)
    for entry_id in sealed:
        moved = known.elsewhere(entry_id)
        if moved or not excused:
            path = f"{Evidence.collection()}/{entry_id}"
            yield AuditFinding(path, Fault.MOVED if moved else Fault.MISSING)


def _pair(line: str) -> tuple[str, str]:
    entry_id, _, hash_ = line.rpartition(":")
    return entry_id, hash_


def _behind_the_last(stream: _Stream, last: Seal | None, known: Known) -> Iterator[AuditFinding]:
    overdue = 0
    for entry in stream.up_to(None):
        overdue += entry.at < known.now - OVERDUE
        if entry.at > known.now + SKEW:
            yield AuditFinding(entry.path_for(entry.id), Fault.AHEAD)
    if overdue:
        yield AuditFinding(_path(_number(last, known) + 1), Fault.OVERDUE, overdue)
