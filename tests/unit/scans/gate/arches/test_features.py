"""The row of teeth is recognised on any scan of a jaw, and on nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from scans.gate.arches import ToothRow, features
from scans.gate.stl import Mesh, parse
from tests.support.meshes import Corners, binary_of_many, box, moebius, sheet, tetrahedron
from tools.samples import arch
from tools.samples.cases import case
from tools.samples.scans import ScanTruth

_JAWS = ("lower", "upper")
_TEETH_MM = {"lower": 54.4, "upper": 56.8}
"""What the widths of seven crowns come to in the sample: 5.4, 5.9, 6.9 and so on, or 8.5, 6.6."""


def _mesh(corners: Corners) -> Mesh:
    return parse(binary_of_many(corners.astype(np.float32)))


def _seen(corners: Corners) -> ToothRow | None:
    return features(_mesh(corners), ()).arch


def _sample(jaw: str) -> Corners:
    return np.array(parse(arch("upper" if jaw == "upper" else "lower", 20_000)).corners)


def _turn(random: np.random.Generator) -> Corners:
    """Any rotation: the QR decomposition of normal numbers gives all of them alike."""
    turn, _ = np.linalg.qr(random.normal(size=(3, 3)))
    return turn * np.sign(np.linalg.det(turn))


def _degrees(one: object, other: object) -> float:
    return float(np.degrees(np.arccos(np.clip(np.dot(one, other), -1, 1))))


@pytest.mark.parametrize("jaw", _JAWS)
def test_a_whole_arch_is_seen_as_it_was_made(jaw: str) -> None:
    """Chewing side z or -z, front teeth to -y, its middle on x = 0, 1.5 mm beyond its teeth."""
    found = _seen(_sample(jaw))
    assert found is not None
    assert _degrees(found.occlusal, (0, 0, 1 if jaw == "lower" else -1)) < 6
    assert _degrees(found.front, (0, -1, 0)) < 5
    assert found.middle[0] == pytest.approx(0, abs=1.5)
    for reach in (found.right_mm, found.left_mm):
        assert reach == pytest.approx(_TEETH_MM[jaw] + 1.5, abs=3)
    assert found.within_mm <= 2.5


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("jaw", _JAWS)
def test_what_is_seen_moves_with_the_file(jaw: str, seed: int) -> None:
    random = np.random.default_rng(seed)
    turn, move = _turn(random), random.normal(0, 60, 3)
    corners = _sample(jaw)
    here, there = _seen(corners), _seen(corners @ turn.T + move)
    assert here is not None
    assert there is not None
    assert there.middle == pytest.approx(turn @ here.middle + move, abs=0.05)
    assert there.occlusal == pytest.approx(turn @ here.occlusal, abs=0.005)
    assert there.front == pytest.approx(turn @ here.front, abs=0.005)
    assert (there.right_mm, there.left_mm) == pytest.approx((here.right_mm, here.left_mm), abs=0.1)


@pytest.mark.parametrize("jaw", _JAWS)
def test_the_order_of_triangles_and_corners_does_not_matter(jaw: str) -> None:
    """Points fall elsewhere on the surface then, so that figures differ by tenths of a mm."""
    random = np.random.default_rng(5)
    corners = _sample(jaw)
    mixed = np.roll(corners[random.permutation(len(corners))], 1, axis=1)
    one, other = _seen(corners), _seen(mixed)
    assert one is not None
    assert other is not None
    assert other.middle == pytest.approx(one.middle, abs=0.6)
    assert (other.right_mm, other.left_mm) == pytest.approx((one.right_mm, one.left_mm), abs=1.1)


@dataclass(frozen=True)
class _Compared:
    """An arch that was seen, and what is true of it."""

    seen: ToothRow
    truth: ScanTruth

    @property
    def middle_off(self) -> float:
        """How far the middle is off to the side, in mm."""
        right = np.cross(self.truth.front, self.truth.occlusal)
        return abs(float((np.array(self.seen.middle) - self.truth.middle) @ right))


def _compared(seed: int, fault: str | None) -> list[_Compared]:
    made = case(seed, "quadrant" if fault else None, 9_000)
    scans = [scan for scan in (made.upper, made.lower) if scan and scan.truth]
    found = [(_seen(scan.corners), scan.truth) for scan in scans]
    return [_Compared(seen, truth) for seen, truth in found if seen and truth]


def test_made_up_mouths_of_all_forms_are_seen_as_they_are() -> None:
    """With missing teeth, palates, islands, frayed borders, in the axes of several makers."""
    seen = [found for seed in range(900, 904) for found in _compared(seed, None)]
    assert len(seen) == 8
    for found in seen:
        two_sided = min(found.truth.right_mm, found.truth.left_mm) > 25
        assert _degrees(found.seen.occlusal, found.truth.occlusal) < (5 if two_sided else 14)
        assert found.middle_off < (3 if two_sided else 10)
        if two_sided:  # up to 4 mm of gum behind the last tooth were scanned
            assert -3 < found.seen.right_mm - found.truth.right_mm < 7
            assert -3 < found.seen.left_mm - found.truth.left_mm < 7


def test_of_one_side_alone_it_is_told_which_side_it_is() -> None:
    """A scan of the right reaches to the molars on the right, and hardly over the middle."""
    seen = [found for seed in range(910, 913) for found in _compared(seed, "quadrant")]
    assert len(seen) == 6
    for found in seen:
        one, other = found.seen.right_mm, found.seen.left_mm
        assert (one > other) == (found.truth.right_mm > found.truth.left_mm)
        assert max(one, other) > 36
        assert min(one, other) < 22
        assert found.middle_off < 10
        assert found.seen.within_mm > 2


def _flipped(corners: Corners) -> Corners:
    return corners[:, ::-1]


def _part(jaw: str, most: float) -> Corners:
    """What of an arch lies within some mm of its middle plane and before its centre."""
    corners = _sample(jaw)
    middle = corners.mean(axis=1)
    return corners[(np.abs(middle[:, 0]) < most) & (middle[:, 1] < 0)]


def _crumbs(count: int) -> Corners:
    """So many small triangles that look up, each alone: every piece is a stray one."""
    places = np.random.default_rng(3).uniform(-30, 30, (count, 1, 3))
    return places + np.array([[0, 0, 0], [0.2, 0, 0], [0, 0.2, 0]])


@pytest.mark.parametrize(
    "corners",
    [
        box(40),
        box(40, range(5)),
        tetrahedron(40),
        moebius(),
        sheet(60, 60),
        _part("lower", 5),  # two incisors
        np.concatenate((_sample("lower"), _flipped(_sample("lower")) - [0, 0, 0.5])),  # a solid
        _flipped(_sample("upper")),  # inside out
        _crumbs(200),
    ],
    ids=[
        "cube",
        "open box",
        "tetrahedron",
        "strip",
        "sheet",
        "incisors",
        "solid",
        "inside out",
        "crumbs",
    ],
)
def test_what_is_no_arch_is_not_taken_for_one(corners: Corners) -> None:
    assert _seen(corners) is None


def test_an_arch_as_it_should_be_is_taken_for_one() -> None:
    """The twin of those above: more than two incisors, the right way out."""
    assert _seen(_part("lower", 40)) is not None
    assert _seen(_sample("upper")) is not None


def test_scans_of_the_bite_are_no_arch() -> None:
    """They show the cheek's side of both jaws."""
    bites = [bite for seed in range(920, 924) for bite in case(seed, None, 9_000).bites]
    assert len(bites) >= 3
    assert [_seen(bite.corners) for bite in bites] == [None] * len(bites)


def test_places_along_the_row_are_told_from_the_middle() -> None:
    """On x = 0 zero; the right of a lower arch that looks to -y is at -x."""
    found = _seen(_sample("lower"))
    assert found is not None
    assert found.along_of((0, -41.5, 30)) == pytest.approx(0, abs=2)
    assert found.along_of((-24, 0, -5)) == pytest.approx(-54, abs=4)
    assert found.along_of((24, 0, -5)) == pytest.approx(54, abs=4)
