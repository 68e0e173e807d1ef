"""The case check on made-up cases, a few of each kind; a thousand are the benchmark's."""

import pytest

from benchmarks.case_trials import FAULTS, Planted, trial

TRIANGLES = 14_000


@pytest.mark.parametrize("seed", range(200_000, 200_005))
def test_nothing_is_told_wrongly_of_a_sound_case(seed: int) -> None:
    tried = trial(seed, None, TRIANGLES)
    assert not tried.warnings, tried.detail
    assert not tried.unjudged, tried.detail


@pytest.mark.parametrize("planted", FAULTS)
def test_a_planted_fault_is_told_and_nothing_else(planted: Planted) -> None:
    tried = trial(200_010, planted, TRIANGLES)
    assert tried.found, tried.detail
    assert not tried.false, tried.detail
