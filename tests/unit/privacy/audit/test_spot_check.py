"""Some seals of the audit, drawn anew each month: which, how many reads, and what is found."""

from __future__ import annotations

import hashlib

import pytest

from privacy.audit import spot_check
from tests.unit.privacy.audit.trail import EACH, NOW, SEALS, Trail


def test_few_seals_are_all_compared() -> None:
    trail = Trail.sealed()
    store = trail.in_a_store()
    found = spot_check.check(store, NOW, "2026-05")
    assert found is not None
    assert (found.newest, found.numbers, found.differing) == (SEALS, [1, 2, 3, 4], [])
    assert found.seed == trail.head[1]
    # The newest, twice, and a count; each seal, the one before it, and its entries.
    assert store.tally.reads == 3 + SEALS + (SEALS - 1) + SEALS * EACH
    assert store.tally.writes == 0


@pytest.mark.parametrize("number", range(1, SEALS + 1))
def test_the_seal_that_does_not_fit_is_named(number: int) -> None:
    trail = Trail.sealed()
    trail.change_entry(f"e{(number - 1) * EACH:03}", actor="somebody else")
    found = spot_check.check(trail.in_a_store(), NOW, "2026-05")
    assert found is not None
    assert found.differing == [number]


def test_nothing_that_is_sealed_is_nothing_to_compare() -> None:
    store = Trail().in_a_store()
    assert spot_check.check(store, NOW, "2026-05") is None
    assert store.tally.reads == 1


def test_the_draw_can_be_repeated_by_hand() -> None:
    seed, newest = "ab" * 32, 200_000
    numbers = spot_check.drawn("2026-05", seed, newest)
    by_hand = [
        int.from_bytes(hashlib.sha256(f"2026-05:{seed}:{n}".encode()).digest(), "big") % newest + 1
        for n in range(spot_check.MOST)
    ]
    assert numbers == sorted(by_hand)
    assert len(set(numbers)) == spot_check.MOST


@pytest.mark.parametrize(("month", "seed"), [("2026-06", "ab" * 32), ("2026-05", "ac" * 32)])
def test_another_month_or_newest_seal_draws_others(month: str, seed: str) -> None:
    before = spot_check.drawn("2026-05", "ab" * 32, 200_000)
    assert not set(before) & set(spot_check.drawn(month, seed, 200_000))


@pytest.mark.parametrize("newest", [1, spot_check.MOST, spot_check.MOST + 1])
def test_a_draw_is_of_seals_that_there_are(newest: int) -> None:
    numbers = spot_check.drawn("2026-05", "ab" * 32, newest)
    assert len(numbers) == min(newest, spot_check.MOST)
    assert set(numbers) <= set(range(1, newest + 1))
