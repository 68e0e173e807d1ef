"""The audit verified part by part: what one verification finds, the parts find together."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.audit import verification
from privacy.audit.chain import AuditFinding, Fault
from privacy.audit.verification import SealRange
from tests.unit.privacy.audit.trail import EACH, NOW, SEALS, TAMPERS, Tamper, Trail

SIZES = (1, 2, 3, 100)
every_tamper = pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)


def found(trail: Trail, size: int) -> list[AuditFinding]:
    """What the parts of a size find."""
    store = trail.in_a_store()
    heads = dict([trail.head])
    split = verification.parts(SealRange(), verification.newest(store), size)
    return [f for part in split for f in verification.of_part(store, trail.now, part, heads)]


@pytest.mark.parametrize(
    ("asked", "newest", "size", "split"),
    [
        (SealRange(), 0, 100, [SealRange()]),
        (SealRange(), 4, 100, [SealRange()]),
        (SealRange(), 4, 2, [SealRange(1, 2), SealRange(3)]),
        (SealRange(), 5, 2, [SealRange(1, 2), SealRange(3, 4), SealRange(5)]),
        (SealRange(3), 5, 2, [SealRange(3, 4), SealRange(5)]),
        (SealRange(7), 5, 2, [SealRange(7)]),
        (SealRange(2, 4), 9, 2, [SealRange(2, 3), SealRange(4, 4)]),
        (SealRange(2, 12), 9, 100, [SealRange(2, 12)]),
        (SealRange(8, 10**12), 9, 1, [SealRange(8, 8), SealRange(9, 10**12)]),
        (SealRange(20, 10**12), 9, 1, [SealRange(20, 10**12)]),
    ],
)
def test_parts_follow_each_other(
    asked: SealRange, newest: int, size: int, split: list[SealRange]
) -> None:
    assert verification.parts(asked, newest, size) == split


@pytest.mark.parametrize("number", [SEALS, SEALS + 1, 10**12, 2**63 - 1])
def test_a_seal_with_a_huge_number_is_found_and_makes_no_more_parts(number: int) -> None:
    trail = Trail.sealed()
    trail.change_seal(SEALS, number=number)
    store = trail.in_a_store()
    seen: list[SealRange] = []
    faults = list(verification.faults(store, NOW, seen=seen.append))
    assert verification.newest(store) == SEALS
    assert seen == [SealRange()]
    missing = AuditFinding(f"audit_seals/{SEALS}", Fault.SEAL_MISSING, number - SEALS)
    assert (missing in faults) == bool(faults) == (number > SEALS)


@pytest.mark.parametrize("size", SIZES)
def test_the_parts_of_an_honest_audit_have_no_findings(size: int) -> None:
    trail = Trail.sealed()
    assert found(trail, size) == []


@pytest.mark.parametrize("size", SIZES)
@every_tamper
@settings(max_examples=15, derandomize=True, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_tamper_is_found_by_a_part_and_named(tamper: Tamper, size: int, seed: int) -> None:
    trail = Trail.sealed()
    named = tamper(trail, Random(seed))
    assert named & set(found(trail, size))


@pytest.mark.parametrize("number", range(1, SEALS + 1))
def test_a_part_reads_its_own_and_the_seal_before(number: int) -> None:
    store = Trail.sealed().in_a_store()
    assert list(verification.of_part(store, NOW, SealRange(number, number), {})) == []
    assert store.tally.reads == EACH + 1 + (number > 1)


@pytest.mark.parametrize("number", range(1, SEALS + 1))
def test_a_part_finds_what_is_in_it_alone(number: int) -> None:
    trail = Trail.sealed()
    changed = f"e{(number - 1) * EACH:03}"
    trail.change_entry(changed, actor="somebody else")
    store = trail.in_a_store()
    for other in range(1, SEALS + 1):
        faults = list(verification.of_part(store, NOW, SealRange(other, other), {}))
        expected = [AuditFinding(f"audit/{changed}", Fault.CHANGED)] if other == number else []
        assert faults == expected


def test_a_part_is_held_to_the_seal_before_it() -> None:
    """Which was made anew: the chain gives it away, and what was noted of it does."""
    trail = Trail.sealed()
    trail.forge(2, entries=[])
    assert list(verification.of_part(trail.in_a_store(), NOW, SealRange(3, 4), {})) == [
        AuditFinding("audit_seals/3", Fault.UNCHAINED)
    ]
    trail = Trail.sealed()
    right = {2: trail.seal(2).hash}
    for heads, faults in (
        (right, []),
        ({2: "0" * 64}, [AuditFinding("audit_seals/2", Fault.OTHER_HEAD)]),
        ({1: "0" * 64}, []),
    ):
        assert list(verification.of_part(trail.in_a_store(), NOW, SealRange(3, 4), heads)) == faults


@pytest.mark.parametrize("gone", [2, 3, 4])
def test_a_seal_that_is_gone_is_missed_by_the_part_that_it_is_of(gone: int) -> None:
    trail = Trail.sealed()
    del trail.seals[str(gone)]
    faults = list(verification.of_part(trail.in_a_store(), NOW, SealRange(3, 4), {}))
    missing = AuditFinding(f"audit_seals/{gone}", Fault.SEAL_MISSING)
    assert (missing in faults) == (gone >= 3)


def test_each_part_is_told_of() -> None:
    seen: list[SealRange] = []
    store = Trail.sealed().in_a_store()
    assert list(verification.faults(store, NOW, asked=SealRange(2, 3), seen=seen.append)) == []
    assert seen == [SealRange(2, 3)]
