"""Where teeth stand along a row, and which of them a scan reaches."""

from __future__ import annotations

from itertools import pairwise

import pytest

from labs.catalogue.teeth import TEETH, Arch, arch_of, is_deciduous, place_of
from scans.checks.models import ArchFigures, Position
from scans.checks.teeth_reach import JawName, along_of, covers

_NOWHERE = Position(x=0, y=0, z=0)


def _figures(right: float, left: float, within: float = 2.0) -> ArchFigures:
    return ArchFigures(
        occlusal=_NOWHERE,
        front=_NOWHERE,
        middle=_NOWHERE,
        right_mm=right,
        left_mm=left,
        within_mm=within,
    )


@pytest.mark.parametrize(
    ("jaw", "tooth", "expected"),
    [
        ("lower", 41, (-5.0, 0.0)),  # by the book: 5.0
        ("lower", 36, (31.5, 42.5)),  # 5.0 + 5.5 + 7.0 + 7.0 + 7.0, and 11.0 more
        ("upper", 11, (0.0, 8.5)),  # as if lower: the patient's upper right is on the other side
        ("upper", 26, (-46.5, -36.5)),  # 8.5 + 6.5 + 7.5 + 7.0 + 7.0, and 10.0 more
        ("upper", 65, (-34.1, -25.9)),  # 6.5 + 5.1 + 7.0 + 7.3, and 8.2 more
        ("lower", 85, (-30.9, -21.0)),  # 4.2 + 4.1 + 5.0 + 7.7, and 9.9 more
    ],
)
def test_a_tooth_stands_behind_the_mean_widths_of_those_before_it(
    jaw: JawName, tooth: int, expected: tuple[float, float]
) -> None:
    assert along_of(jaw, tooth) == pytest.approx(expected)


@pytest.mark.parametrize("jaw", list(Arch))
@pytest.mark.parametrize("milk", [False, True])
def test_teeth_stand_side_by_side_as_the_chart_has_them(jaw: Arch, milk: bool) -> None:
    """Each begins where its neighbour ends; the upper chart is seen from the other side."""
    teeth = [t for t in TEETH if arch_of(t) is jaw and is_deciduous(t) is milk]
    teeth.sort(key=place_of, reverse=jaw is Arch.UPPER)
    row = [along_of("upper" if jaw is Arch.UPPER else "lower", tooth) for tooth in teeth]
    for (_, end), (start, _) in pairwise(row):
        assert start == pytest.approx(end)
    assert row[0][0] == pytest.approx(-row[-1][1])


@pytest.mark.parametrize("size", [0.9, 1.0, 1.1])
@pytest.mark.parametrize("tooth", [43, 36, 37, 13, 26, 27])
def test_a_scan_past_a_tooth_covers_it_and_one_up_to_it_does_not(tooth: int, size: float) -> None:
    """Whatever the size of the person's teeth. The row ends 2 mm behind the tooth, or before it."""
    jaw: JawName = "upper" if tooth < 30 else "lower"
    near, far = sorted(abs(end) * size for end in along_of(jaw, tooth))
    right = along_of(jaw, tooth)[1] <= 0
    for reach, expected in ((far + 2, True), (near - 2, False)):
        arch = _figures(reach, 50) if right else _figures(50, reach)
        assert covers(arch, jaw, tooth) is expected


def test_the_side_is_that_of_the_jaw() -> None:
    """A scan of what would be a lower arch's right side is an upper one's left."""
    one_side = _figures(right=55, left=4)
    assert covers(one_side, "lower", 46) is True
    assert covers(one_side, "lower", 36) is False
    assert covers(one_side, "upper", 26) is True
    assert covers(one_side, "upper", 16) is False


def test_a_row_that_begins_behind_the_middle_lacks_the_front() -> None:
    """From the canine to the molars on the right."""
    behind = _figures(right=55, left=-11)
    assert covers(behind, "lower", 43) is True
    assert covers(behind, "lower", 41) is False
    assert covers(behind, "lower", 31) is False


def test_near_the_end_nothing_is_said_where_the_middle_is_not_sure() -> None:
    """The middle of the mean 46 is 37 mm from the midline."""
    sure, unsure = _figures(right=40, left=50), _figures(right=40, left=50, within=8)
    assert covers(sure, "lower", 46) is True
    assert covers(unsure, "lower", 46) is None
    assert covers(unsure, "lower", 45) is True
    assert covers(unsure, "lower", 47) is False
