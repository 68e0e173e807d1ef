"""The seals over the audit: whatever is tampered with is found, and named."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.unknown import stored
from privacy.audit import chain
from privacy.audit.chain import AuditFinding, Fault
from privacy.models import Mark, Seal
from tests.unit.privacy.audit.trail import (
    BEGAN,
    EACH,
    NOW,
    SEALS,
    TAMPERS,
    Tamper,
    Trail,
    entry,
    evidence,
)

HONEST = Trail.sealed()
#: What gives itself away by the log alone.
BY_THE_LOG = {"truncate", "rewrite"}
every_tamper = pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)


def test_an_honest_audit_has_no_findings() -> None:
    assert HONEST.found() == []
    assert HONEST.found(head=False) == []


@every_tamper
@settings(max_examples=60, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_tamper_is_found_and_named(tamper: Tamper, seed: int) -> None:
    trail = HONEST.copy()
    named = tamper(trail, Random(seed))
    assert named & set(trail.found())


@every_tamper
def test_the_log_is_needed_for_little(tamper: Tamper) -> None:
    """What the chain alone finds: all but what replaces its end, or all of it."""
    trail = HONEST.copy()
    tamper(trail, Random(5))
    assert bool(trail.found(head=False)) == (tamper.__name__ not in BY_THE_LOG)


def test_ten_thousand_tampers_are_found() -> None:
    dice, missed = Random(20260504), []
    for round_ in range(10_000):
        trail, tamper = HONEST.copy(), dice.choice(TAMPERS)
        named = tamper(trail, dice)
        if not named & set(trail.found()):
            missed.append((round_, tamper.__name__))
    assert not missed


def test_entries_of_one_moment_are_sealed_in_parts() -> None:
    """More of them than a seal holds: the place in their order goes on where the last one ended."""
    trail, last = Trail(), None
    crowd = [entry(number, BEGAN) for number in range(1000, 1000 + chain.MOST + 7)]
    trail.entries = {each.id: each for each in crowd}
    for fresh in (crowd[: chain.MOST], crowd[chain.MOST :]):
        last = chain.follow(last, fresh, BEGAN + chain.EVERY, BEGAN + chain.EVERY)
        trail.seals[last.id] = evidence(last)
        trail.head = (last.number, last.hash)
    assert trail.found() == []
    first = trail.seal(1)
    assert (first.until.at, first.until.entry_id) == (BEGAN, crowd[chain.MOST - 1].id)
    del trail.entries[crowd[-1].id]
    assert trail.found() == [AuditFinding(f"audit/{crowd[-1].id}", Fault.MISSING)]


def test_what_a_missing_seal_covered_is_counted() -> None:
    trail = HONEST.copy()
    del trail.seals["2"]
    assert set(trail.found()) == {
        AuditFinding("audit_seals/2", Fault.SEAL_MISSING),
        AuditFinding("audit_seals/3", Fault.UNCOVERED, EACH),
    }


# --- retention -----------------------------------------------------------------------------------


def retired(*numbers: int) -> Trail:
    """A year later, with seals whose entries retention let go of."""
    trail = HONEST.copy()
    trail.now = NOW + chain.KEPT
    for name in ("e800", "e801"):
        del trail.entries[name]
    for number in numbers:
        trail.change_seal(number, retired_at=trail.now)
        for place in range((number - 1) * EACH, number * EACH):
            del trail.entries[f"e{place:03}"]
    return trail


def test_what_retention_let_go_of_may_be_missing() -> None:
    assert retired(1, 2, 3).found() == []
    assert retired(*range(1, SEALS + 1)).found() == []


def test_what_it_did_not_let_go_of_may_not() -> None:
    trail = retired(1, 2)
    trail.change_seal(2, retired_at=None)
    missing = {AuditFinding(f"audit/e{place:03}", Fault.MISSING) for place in range(EACH, 2 * EACH)}
    assert set(trail.found()) == missing


def test_what_is_left_of_it_must_be_as_it_was() -> None:
    trail = retired(1)
    trail.entries["e001"] = HONEST.entries["e001"]
    assert trail.found() == []
    trail.change_entry("e001", actor="somebody else")
    assert trail.found() == [AuditFinding("audit/e001", Fault.CHANGED)]


def test_what_was_let_go_of_is_not_moved_elsewhere() -> None:
    trail = retired(1)
    trail.entries["e001"] = HONEST.entries["e001"]
    trail.change_entry("e001", at=trail.now)
    assert trail.found() == [AuditFinding("audit/e001", Fault.MOVED)]


def test_whole_prefixes_are_retired_alone() -> None:
    found = retired(1, 3).found()
    assert AuditFinding("audit_seals/3", Fault.RETIRED_EARLY) in found
    assert AuditFinding(f"audit/e{2 * EACH:03}", Fault.MISSING) in found


@pytest.mark.parametrize(("early", "finds"), [(timedelta(0), False), (timedelta(hours=1), True)])
def test_nothing_is_retired_within_a_year(early: timedelta, *, finds: bool) -> None:
    trail = retired(*range(1, SEALS + 1))
    trail.now = trail.seal(SEALS).until.at + chain.KEPT - early
    assert bool(trail.found()) is finds


@pytest.mark.parametrize("number", [1, SEALS])
def test_a_seal_of_a_newer_release_is_verified(number: int) -> None:
    """With fields that this one does not know, at both depths, under the hash over all of them."""
    trail = HONEST.copy()
    seal = trail.seal(number)
    said = {**stored(seal), "machine": "m1", "until": {**stored(seal.until), "zone": None}}
    plain = json.loads(json.dumps(said, default=lambda at: at.isoformat().replace("+00:00", "Z")))
    del plain["hash"], plain["retired_at"]
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    hash_ = hashlib.sha256(canonical.encode()).hexdigest()
    more = {"machine": "m1", "until": said["until"]}
    trail.change_seal(number, **more, hash=hash_)
    expected = (
        {AuditFinding(f"audit_seals/{number + 1}", Fault.UNCHAINED)} if number < SEALS else set()
    )
    assert set(trail.found(head=False)) == expected, "the next one was made over another hash"
    trail.seals[str(number)] = evidence(seal, **more | {"machine": "m2", "hash": hash_})
    assert AuditFinding(f"audit_seals/{number}", Fault.SEAL_CHANGED) in trail.found(head=False)


def test_a_seal_has_nothing_that_is_computed() -> None:
    """It would be stored, and hashed, and not read back."""
    assert not Seal.model_computed_fields
    assert not Mark.model_computed_fields
