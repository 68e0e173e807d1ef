"""The made-up cases are what they say: what is true of them is measured here on their triangles."""

from functools import cache
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from scipy.spatial import KDTree

from scans.gate import stl
from tools import samples
from tools.samples.copies import moved, reordered, thinned
from tools.samples.crowns import Array
from tools.samples.scans import SampleScan, ScanTruth

COARSE = 8000


@cache
def made(seed: int, fault: samples.Fault | None = None) -> samples.SampleCase:
    return samples.case(seed, fault, COARSE)


def both(case: samples.SampleCase) -> tuple[SampleScan, SampleScan]:
    assert case.upper is not None
    assert case.lower is not None
    return case.upper, case.lower


def truth(scan: SampleScan | None) -> ScanTruth:
    assert scan is not None
    assert scan.truth is not None
    return scan.truth


def spread(scan: SampleScan) -> tuple[Array, Array]:
    """Even points and normals of a scan, three a triangle."""
    a, b, c = scan.corners[:, 0], scan.corners[:, 1], scan.corners[:, 2]
    weights = np.random.default_rng(1).dirichlet((1, 1, 1), 3)
    points = np.concatenate([u * a + v * b + w * c for u, v, w in weights])
    normals = np.cross(b - a, c - a)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return points, np.concatenate([normals] * len(weights))


def heights_between(case: samples.SampleCase) -> Array:
    """How far points of the lower scan lie before the upper one, where the two face each other."""
    (upper, up_normals), (lower, normals) = map(spread, both(case))
    away, nearest = KDTree(upper).query(lower)
    facing = ((up_normals[nearest] * normals).sum(axis=1) < -0.5) & (away < 1)
    return ((lower - upper[nearest]) * up_normals[nearest]).sum(axis=1)[facing]


@pytest.mark.parametrize("seed", [11, 12])
def test_sound_jaws_touch_and_do_not_go_through_each_other(seed):
    heights = heights_between(made(seed))
    assert -0.25 < heights.min() < 0.1
    assert (heights < 0.3).sum() > 10  # in more than one place


@pytest.mark.parametrize("seed", [11, 12])
def test_every_scan_of_a_sound_case_passes_the_gate(seed):
    case = made(seed)
    for scan in (*both(case), *case.bites):
        examination = stl.examine(scan.stl)
        assert examination.verdict is not stl.StlVerdict.REJECTED
        assert examination.report is not None
        assert examination.report.flipped_edges == 0


@pytest.mark.parametrize("seed", [11, 12])
def test_directions_are_those_of_the_surface(seed):
    for scan in both(made(seed)):
        told = truth(scan)
        points, normals = spread(scan)
        assert (normals @ told.occlusal).mean() > 0.3
        along_front = (points - told.middle) @ told.front
        assert along_front.max() < 12  # the front teeth
        assert along_front.min() < -20  # and the molars behind


def test_the_patients_right_is_on_one_side_in_both_jaws():
    upper, lower = map(truth, both(made(12)))
    right_of_lower = np.cross(lower.front, lower.occlusal)
    right_of_upper = -np.cross(upper.front, upper.occlusal)
    assert right_of_lower == pytest.approx(right_of_upper)


def test_the_same_arguments_make_the_same_case():
    again = samples.case(11, None, COARSE)
    assert again.upper is not None
    assert again.upper.stl == both(made(11))[0].stl
    assert again.upper.stl != both(made(12))[0].stl


@pytest.mark.parametrize("seed", [21, 23])
class TestFaults:
    """Each fault is in the scans."""

    def test_exchanged(self, seed):
        case = made(seed, "exchanged")
        assert (truth(case.upper).jaw, truth(case.lower).jaw) == ("lower", "upper")

    def test_same_jaw(self, seed):
        case = made(seed, "same jaw")
        assert truth(case.upper).jaw == truth(case.lower).jaw

    def test_apart(self, seed):
        case = made(seed, "apart")
        upper, lower = (spread(scan)[0] for scan in both(case))
        least = KDTree(upper).query(lower)[0].min()
        assert 1 <= case.gap_mm < 41
        assert least == pytest.approx(case.gap_mm, abs=0.5)

    def test_crossing(self, seed):
        assert heights_between(made(seed, "crossing")).min() < -0.5
        assert made(seed, "crossing").penetration_mm >= 2

    def test_not_aligned(self, seed):
        case = made(seed, "not aligned")
        sound = spread(both(made(seed))[1])[0].mean(axis=0)
        placed = spread(both(case)[1])[0].mean(axis=0)
        turn = truth(case.lower).occlusal @ truth(case.upper).occlusal
        side = truth(case.lower).front @ truth(case.upper).front
        assert np.linalg.norm(placed - sound) > 4 or turn > -0.99 or side < 0.99

    def test_no_antagonist(self, seed):
        case = made(seed, "no antagonist")
        there = case.upper or case.lower
        assert (case.upper is None) is not (case.lower is None)
        assert case.tooth in truth(there).teeth

    def test_strange_bite(self, seed):
        case = made(seed, "strange bite")
        jaws = KDTree(np.concatenate([spread(scan)[0] for scan in both(case)]))
        for bite in case.bites:
            away = jaws.query(spread(bite)[0])[0]
            assert (away > 0.6).mean() > 0.3
        assert case.bites

    @pytest.mark.parametrize("fault", ["beyond the end", "other side"])
    def test_tooth_not_scanned(self, seed, fault):
        case = made(seed, fault)
        scan = case.upper if case.tooth < 30 else case.lower
        assert case.tooth in truth(scan).outside
        assert case.tooth not in truth(scan).teeth

    def test_quadrant(self, seed):
        case = made(seed, "quadrant")
        assert case.whole_arch
        for scan in both(case):
            assert min(truth(scan).right_mm, truth(scan).left_mm) < 15
            assert max(truth(scan).right_mm, truth(scan).left_mm) > 30

    @pytest.mark.parametrize("fault", ["hole at tooth", "hole elsewhere"])
    def test_hole(self, seed, fault):
        case = made(seed, fault)
        (hole,) = [hole for scan in both(case) for hole in truth(scan).holes]
        scan = case.upper if truth(case.upper).holes else case.lower
        assert scan is not None
        away = np.linalg.norm(scan.corners.mean(axis=1) - hole.at, axis=1)
        assert hole.across_mm / 2 < away.min() < hole.across_mm / 2 + 1
        assert (hole.tooth == case.tooth) is (fault == "hole at tooth")


def test_copies_hold_what_they_say():
    random = np.random.default_rng(5)
    corners = both(made(11))[0].corners
    corners = np.concatenate((corners, np.zeros((1, 3, 3)) + np.eye(3)))
    mixed = reordered(corners, random)

    def as_set(triangles: Array) -> set[frozenset[tuple[float, ...]]]:
        return {frozenset(map(tuple, (each + 0.0).tolist())) for each in triangles}

    assert as_set(mixed) == as_set(corners)
    assert not np.array_equal(mixed, corners)
    assert np.signbit(mixed[mixed == 0]).all()
    elsewhere = moved(corners, random)
    assert np.linalg.norm(elsewhere - corners, axis=2).min() > 1
    ways = [np.linalg.norm(each[:, 0] - each[:, 1], axis=1) for each in (elsewhere, corners)]
    assert ways[0] == pytest.approx(ways[1])
    thin = thinned(corners, 1.2)
    assert 0.1 < len(thin) / len(corners) < 0.7
    assert KDTree(corners.reshape(-1, 3)).query(thin.reshape(-1, 3))[0].max() < 1.2 * 3**0.5


def test_the_command_line_writes_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    arguments = ["case", str(tmp_path), "--seed", "21", "--fault", "no antagonist"]
    assert samples.main([*arguments, "--triangles", str(COARSE)]) == 0
    case = made(21, "no antagonist")
    names = {path.stem for path in tmp_path.iterdir()}
    jaw = "upper" if case.upper else "lower"
    assert names == {jaw, *(f"bite {number}" for number in range(1, len(case.bites) + 1))}
    scan = case.upper or case.lower
    assert scan is not None
    assert (tmp_path / f"{jaw}.stl").read_bytes() == scan.stl
    assert "bytes" in capsys.readouterr().out


def test_every_fault_is_looked_at():
    looked_at = {name.removeprefix("test_") for name in dir(TestFaults)}
    named = {fault.replace(" ", "_") for fault in get_args(samples.Fault)}
    together = {"beyond_the_end", "other_side", "hole_at_tooth", "hole_elsewhere"}
    assert named - together <= looked_at
