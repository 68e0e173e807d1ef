"""An audit in memory, sealed window by window, and everything that somebody could do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from core.audit import AuditEntry
from core.store import Store
from core.unknown import stored
from privacy.audit import chain
from privacy.audit.chain import AuditFinding, Fault, Known
from privacy.models import Evidence, Seal, SealEvidence
from tests.support.memory_firestore import MemoryFirestore

BEGAN = datetime(2026, 5, 4, 6, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
#: An hour after the last entry was sealed.
NOW = BEGAN + timedelta(hours=5)
SEALS, EACH = 4, 3


def entry(number: int, at: datetime) -> Evidence:
    """An entry as it was found."""
    said = AuditEntry(actor=f"u{number % 3}", action="scans.open_case", subject="cases/c", at=at)
    return Evidence.model_validate(stored(said)).placed(f"e{number:03}")


def evidence(seal: Seal, **changes: object) -> SealEvidence:
    """A seal as it is found, with what was done to it."""
    return SealEvidence.model_validate(stored(seal) | changes).placed(seal.id)


@dataclass
class Trail:
    """Entries and seals as they stand, and the head that the log has."""

    entries: dict[str, Evidence] = field(default_factory=dict)
    seals: dict[str, SealEvidence] = field(default_factory=dict)
    head: tuple[int, str] = (0, "")
    now: datetime = NOW

    @classmethod
    def sealed(cls) -> Trail:
        """So many seals of an hour each, with some entries, and two that are not sealed yet."""
        trail, last = cls(), None
        for hour in range(SEALS):
            begins = BEGAN + timedelta(hours=hour)
            fresh = [entry(hour * EACH + n, begins + (n + 1) * MINUTE) for n in range(EACH)]
            trail.entries |= {each.id: each for each in fresh}
            last = chain.follow(last, fresh, begins + chain.EVERY, begins + chain.EVERY)
            trail.seals[last.id] = evidence(last)
            trail.head = (last.number, last.hash)
        for number in (800, 801):
            trail.entries[f"e{number}"] = entry(number, NOW - 2 * MINUTE)
        return trail

    def copy(self) -> Trail:
        """Another one like it."""
        return Trail(dict(self.entries), dict(self.seals), self.head, self.now)

    def found(self, *, head: bool = True) -> list[AuditFinding]:
        """What a verification finds, the log at hand or not."""
        known = Known(
            self.now, lambda entry_id: entry_id in self.entries, dict([self.head]) if head else {}
        )
        seals = sorted(self.seals.values(), key=lambda seal: seal.number)
        entries = sorted(self.entries.values(), key=lambda each: each.place)
        return list(chain.faults(seals, entries, known))

    def in_a_store(self) -> Store:
        """As a database has it."""
        client = MemoryFirestore()
        batch = client.batch()
        for name, each in (*self.entries.items(), *self.seals.items()):
            batch.create(client.document(each.path_for(name)), each.model_dump())
        batch.commit()
        return Store(client)

    def seal(self, number: int) -> Seal:
        """One seal."""
        return Seal.model_validate(self.seals[str(number)].model_dump()).placed(str(number))

    def change_entry(self, entry_id: str, **changes: object) -> None:
        """Write other fields, or more of them, into an entry."""
        said = self.entries[entry_id].model_dump() | changes
        self.entries[entry_id] = Evidence.model_validate(said).placed(entry_id)

    def change_seal(self, number: int, /, **changes: object) -> None:
        """Write other fields into a seal."""
        self.seals[str(number)] = evidence(self.seal(number), **changes)

    def forge(self, number: int, /, **changes: object) -> None:
        """Change a seal so that it fits its own hash again."""
        seal = Seal.model_validate(stored(self.seal(number)) | changes)
        self.change_seal(number, **changes, hash=chain.hash_of_seal(seal))


#: Does something to an audit; the findings that name it: any of these.
Tamper = Callable[[Trail, Random], set[AuditFinding]]


def _any(trail: Trail, dice: Random) -> str:
    """An entry that is sealed."""
    return f"e{dice.randrange(SEALS * EACH):03}"


def _number(dice: Random, first: int = 1, last: int = SEALS) -> int:
    return dice.randint(first, last)


def _of(entry_id: str, *what: Fault) -> set[AuditFinding]:
    return {AuditFinding(f"audit/{entry_id}", fault) for fault in what}


def _of_seal(number: int, *what: Fault) -> set[AuditFinding]:
    return {AuditFinding(f"audit_seals/{number}", fault) for fault in what}


def change(trail: Trail, dice: Random) -> set[AuditFinding]:
    """Another value in a field, or a field that was not there."""
    entry_id = _any(trail, dice)
    name = dice.choice(["actor", "action", "subject", "more", "refs"])
    value = {"x": "y"} if name == "refs" else f"other{dice.random()}"
    trail.change_entry(entry_id, **{name: value})
    return _of(entry_id, Fault.CHANGED)


def drop_a_field(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A field less."""
    entry_id = _any(trail, dice)
    said = trail.entries[entry_id].model_dump()
    said.pop(dice.choice(["actor", "action", "subject", "refs"]))
    trail.entries[entry_id] = Evidence.model_validate(said).placed(entry_id)
    return _of(entry_id, Fault.CHANGED)


def retime(trail: Trail, dice: Random) -> set[AuditFinding]:
    """Another time, by a microsecond or by hours, in its window or out of it."""
    entry_id = _any(trail, dice)
    by = timedelta(microseconds=dice.choice([1, -1, 10**6, 10**9, 10**10, -(10**10), 10**13]))
    trail.change_entry(entry_id, at=trail.entries[entry_id].at + by)
    return _of(entry_id, Fault.CHANGED, Fault.MOVED)


def delete(trail: Trail, dice: Random) -> set[AuditFinding]:
    """An entry less."""
    entry_id = _any(trail, dice)
    del trail.entries[entry_id]
    return _of(entry_id, Fault.MISSING)


def insert(trail: Trail, dice: Random) -> set[AuditFinding]:
    """An entry more, at a time that is sealed."""
    at = BEGAN + timedelta(seconds=dice.randrange(SEALS * 3600))
    made = entry(900 + dice.randrange(99), at)
    trail.entries[made.id] = made
    return _of(made.id, Fault.ADDED)


def copy_in(trail: Trail, dice: Random) -> set[AuditFinding]:
    """An entry a second time, under another id."""
    made = trail.entries[_any(trail, dice)].placed(f"z{dice.randrange(99)}")
    trail.entries[made.id] = made
    return _of(made.id, Fault.ADDED)


def _two(dice: Random) -> tuple[str, str]:
    one, two = dice.sample(range(SEALS * EACH), 2)
    return f"e{one:03}", f"e{two:03}"


def swap_contents(trail: Trail, dice: Random) -> set[AuditFinding]:
    """Two entries in each other's place."""
    one, two = _two(dice)
    first, second = trail.entries[one], trail.entries[two]
    trail.entries |= {one: second.placed(one), two: first.placed(two)}
    return _of(one, Fault.CHANGED, Fault.MOVED)


def swap_times(trail: Trail, dice: Random) -> set[AuditFinding]:
    """Two acts in the other order."""
    one, two = _two(dice)
    first, second = trail.entries[one].at, trail.entries[two].at
    trail.change_entry(one, at=second)
    trail.change_entry(two, at=first)
    return _of(two, Fault.CHANGED, Fault.MOVED)


def foretell(trail: Trail, dice: Random) -> set[AuditFinding]:
    """An entry of tomorrow."""
    made = entry(999, NOW + timedelta(minutes=dice.randint(6, 10**4)))
    trail.entries[made.id] = made
    return _of(made.id, Fault.AHEAD)


def change_seal(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal's figure, its window, its list or its hash."""
    number = _number(dice)
    seal = trail.seal(number)
    changes: dict[str, object] = dice.choice(
        [
            {"previous": "0" * 64},
            {"since": {"at": seal.since.at + MINUTE, "entry_id": ""}},
            {"until": {"at": seal.until.at - MINUTE, "entry_id": ""}},
            {"until": {"at": seal.until.at, "entry_id": "e1"}},
            {"entries": seal.entries[1:]},
            {"entries": [*seal.entries, f"e555:{'0' * 64}"]},
            {"entries": seal.entries[::-1]},
            {"entries": [seal.entries[0][:-1] + "x", *seal.entries[1:]]},
            {"sealed_at": seal.sealed_at + MINUTE},
            {"hash": "0" * 64},
        ]
    )
    trail.change_seal(number, **changes)
    return _of_seal(number, Fault.SEAL_CHANGED)


def retire(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal that says its entries were let go of, and an entry less."""
    number = _number(dice)
    trail.change_seal(number, retired_at=NOW)
    del trail.entries[f"e{(number - 1) * EACH + dice.randrange(EACH):03}"]
    return _of_seal(number, Fault.RETIRED_EARLY)


def deform(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal with a list that is none, or without a hash."""
    number = _number(dice)
    trail.change_seal(number, **dice.choice([{"entries": "none"}, {"hash": None}]))
    return _of_seal(number, Fault.SEAL_UNREADABLE)


def extend(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal with a field that it was not made with."""
    number = _number(dice)
    trail.change_seal(number, more=1)
    return _of_seal(number, Fault.SEAL_CHANGED)


def delete_seal(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal less, not the last."""
    number = _number(dice, last=SEALS - 1)
    del trail.seals[str(number)]
    return _of_seal(number, Fault.SEAL_MISSING)


def swap_seals(trail: Trail, dice: Random) -> set[AuditFinding]:
    """Two seals in each other's place."""
    one, two = dice.sample(range(1, SEALS + 1), 2)
    first, second = trail.seals[str(one)], trail.seals[str(two)]
    trail.seals |= {str(one): second.placed(str(one)), str(two): first.placed(str(two))}
    return _of_seal(one, Fault.SEAL_MISPLACED)


def renumber(trail: Trail, dice: Random) -> set[AuditFinding]:
    """A seal with another number, one that there is or one that there is not."""
    number = _number(dice)
    other = dice.choice([n for n in range(SEALS + 5) if n != number])
    trail.change_seal(number, number=other)
    return _of_seal(number, Fault.SEAL_MISPLACED, Fault.SEAL_UNREADABLE)


def forge(trail: Trail, dice: Random) -> set[AuditFinding]:
    """An entry changed or taken out, and its seal made anew: the next one gives it away.

    Of the last seal, the log does.
    """
    number = _number(dice)
    entry_id = f"e{(number - 1) * EACH + dice.randrange(EACH):03}"
    seal = trail.seal(number)
    lines = [line for line in seal.entries if not line.startswith(entry_id)]
    if dice.random() < 0.5:
        del trail.entries[entry_id]
    else:
        trail.change_entry(entry_id, actor="somebody else")
        lines.append(f"{entry_id}:{chain.hash_of(trail.entries[entry_id])}")
    trail.forge(number, entries=lines)
    if number == SEALS:
        return _of_seal(number, Fault.OTHER_HEAD)
    return _of_seal(number + 1, Fault.UNCHAINED)


def truncate(trail: Trail, dice: Random) -> set[AuditFinding]:
    """The last seals gone, and what they sealed with them: the log gives it away."""
    left = _number(dice, 0, SEALS - 1)
    for number in range(left + 1, SEALS + 1):
        del trail.seals[str(number)]
    for number in range(left * EACH, SEALS * EACH):
        del trail.entries[f"e{number:03}"]
    return _of_seal(SEALS, Fault.OTHER_HEAD)


def unseal(trail: Trail, dice: Random) -> set[AuditFinding]:
    """The last seals gone, the entries left: they have been waiting for too long."""
    left = _number(dice, 0, SEALS - 2)
    for number in range(left + 1, SEALS + 1):
        del trail.seals[str(number)]
    trail.head = (0, "")
    waiting = sum(1 for e in trail.entries.values() if e.at < NOW - chain.OVERDUE) - left * EACH
    return {AuditFinding(f"audit_seals/{left + 1}", Fault.OVERDUE, waiting)}


def rewrite(trail: Trail, dice: Random) -> set[AuditFinding]:
    """The whole chain made anew over entries that were tampered with: only the log knows."""
    del trail.entries[_any(trail, dice)]
    last: Seal | None = None
    for number in range(1, SEALS + 1):
        old = trail.seal(number)
        within = [
            each
            for each in sorted(trail.entries.values(), key=lambda each: each.place)
            if old.since.place < each.place <= old.until.place
        ]
        last = chain.follow(last, within, old.until.at, old.sealed_at)
        trail.seals[last.id] = evidence(last)
    return _of_seal(SEALS, Fault.OTHER_HEAD)


TAMPERS: tuple[Tamper, ...] = (
    change,
    drop_a_field,
    retime,
    delete,
    insert,
    copy_in,
    swap_contents,
    swap_times,
    foretell,
    change_seal,
    retire,
    deform,
    extend,
    delete_seal,
    swap_seals,
    renumber,
    forge,
    truncate,
    unseal,
    rewrite,
)
