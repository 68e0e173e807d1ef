"""Equal hashes are found without sorting, also where many meet in one place of the tables."""

import numpy as np
import pytest

from scans.gate.stl import groups
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.scratch import Scratch


def some(kind: str) -> Hashes:
    """3,000 hashes of which many are equal."""
    random = np.random.default_rng(3)
    different = {
        "random": random.integers(0, 2**63, 1_000, np.uint64),
        "in order": np.arange(1_000, dtype=np.uint64),
        # They meet in every table, whatever bits it goes by.
        "alike in their lower bits": np.arange(60, dtype=np.uint64) << np.uint64(58),
        "with the lowest bit alone": np.array([2, 3], np.uint64),
        "all the same": np.array([7], np.uint64),
    }[kind]
    return different[random.integers(0, len(different), 3_000)]


KINDS = [
    "random",
    "in order",
    "alike in their lower bits",
    "with the lowest bit alone",
    "all the same",
]


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_of_equals_stands_for_all_of_them(kind: str) -> None:
    keys = some(kind)
    first = groups.firsts(keys, Scratch())
    assert (keys[first] == keys).all()
    assert (first[first] == first).all()
    assert len(np.unique(first)) == len(np.unique(keys))


def test_tables_are_used_again_without_what_was_in_them() -> None:
    scratch = Scratch()
    for kind in (*KINDS, *KINDS):
        keys = some(kind)
        assert (keys[groups.firsts(keys, scratch)] == keys).all()
    assert len(groups.firsts(keys[:0], scratch)) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_none_that_two_arrays_have_is_left_out(kind: str) -> None:
    runs = [np.unique(some(kind)[part]) for part in (slice(900), slice(800, 2_000), slice(1_900))]
    for number, (run, again) in enumerate(zip(runs, groups.repeated(runs), strict=True)):
        others = np.concatenate([other for which, other in enumerate(runs) if which != number])
        assert again[np.isin(run, others)].all()


def test_what_is_alone_is_mostly_left_out() -> None:
    keys = np.random.default_rng(5).integers(0, 2**63, 100_000, np.uint64)
    found = groups.repeated([keys[:50_000], keys[50_000:]])
    assert np.concatenate(found).mean() < 0.3
