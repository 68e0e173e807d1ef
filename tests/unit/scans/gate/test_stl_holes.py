"""Holes inside a surface, apart from its outer border, against sheets with squares cut out."""

from __future__ import annotations

import numpy as np
import pytest

from scans.gate import stl
from tests.support.meshes import Corners, binary_of_many, sheet

_SIDE = 40  # mm, of a sheet of squares of 1 mm


def _without(*squares: tuple[int, int, int, int]) -> Corners:
    """A sheet without some squares, each (from column, from row, columns, rows)."""
    kept = np.ones((_SIDE, _SIDE), np.bool_)
    for column, row, wide, high in squares:
        kept[row : row + high, column : column + wide] = False
    return sheet(_SIDE, _SIDE)[np.repeat(kept.ravel(), 2)]


def _holes(corners: Corners) -> tuple[stl.HoleRim, ...]:
    return stl.examine(binary_of_many(corners.astype(np.float32))).holes


def test_a_hole_has_place_width_and_rim() -> None:
    (hole,) = _holes(_without((10, 20, 4, 3)))
    assert hole.at == pytest.approx((12, 21.5, 0))
    assert hole.across_mm == pytest.approx(5)
    assert hole.around_mm == pytest.approx(14)


def test_a_whole_sheet_has_none_but_its_border() -> None:
    assert _holes(_without()) == ()


def test_the_largest_come_first_and_no_more_than_twenty() -> None:
    squares = [
        (3 + 7 * column, 3 + 7 * row, 1 + (column + row) % 3, 2)
        for column in range(5)
        for row in range(5)
    ]
    widths = [hole.across_mm for hole in _holes(_without(*squares))]
    expected = sorted((np.hypot(wide, 2) for _, _, wide, _ in squares), reverse=True)[:20]
    assert widths == pytest.approx(expected)


@pytest.mark.parametrize(("size", "found"), [(0.3, 0), (0.4, 1)])
def test_pinholes_are_left_out(size: float, found: int) -> None:
    """A square of 0.3 mm is 0.42 mm across, one of 0.4 mm 0.57: the limit is 0.5."""
    assert len(_holes(_without((10, 20, 1, 1)) * np.float32(size))) == found


def test_a_bay_of_the_border_is_no_hole() -> None:
    """Neither where it is open, nor where it meets the border in a corner, nor frays it."""
    assert _holes(_without((0, 20, 4, 3))) == ()
    assert _holes(_without((0, 20, 1, 1), (1, 21, 3, 3))) == ()
    assert _holes(_without((1, 20, 1, 1))) == ()
    assert len(_holes(_without((2, 20, 1, 1)))) == 1
    assert len(_holes(_without((2, 5, 2, 30)))) == 1  # however long beside it


def test_the_rim_of_a_stray_island_is_no_hole_and_neither_is_one_in_it() -> None:
    island = np.delete(sheet(5, 5), [24, 25], axis=0) + np.array([60, 0, 0])
    assert _holes(np.concatenate((_without(), island))) == ()
    (hole,) = _holes(np.concatenate((_without((10, 20, 4, 3)), island)))
    assert hole.at[0] == pytest.approx(12)


def test_each_large_piece_has_a_border_of_its_own() -> None:
    pieces = (_without((10, 20, 4, 3)), _without((20, 10, 3, 3)) + np.array([100, 0, 0]))
    places = [hole.at[:2] for hole in _holes(np.concatenate(pieces))]
    assert places == [pytest.approx((12, 21.5)), pytest.approx((121.5, 11.5))]


def test_the_order_of_triangles_does_not_matter() -> None:
    corners = _without((10, 20, 4, 3), (30, 8, 2, 2))
    mixed = corners[np.random.default_rng(1).permutation(len(corners))]
    for one, other in zip(_holes(corners), _holes(mixed), strict=True):
        assert other.at == pytest.approx(one.at)
        assert (other.across_mm, other.around_mm) == pytest.approx((one.across_mm, one.around_mm))


def test_loose_triangles_have_no_holes() -> None:
    apart = np.arange(2_000, dtype=np.float32)[:, None, None]
    loose = apart * np.array([3, 0, 0]) + np.array([(0, 0, 0), (1, 0, 0), (0, 1, 0)])
    assert _holes(loose) == ()


def test_scraps_that_hang_on_a_frayed_border_take_nothing_from_it() -> None:
    """Each hangs on one vertex, and so is a piece by itself that the border goes around."""
    at = [(x, y, up) for x in range(_SIDE + 1) for y, up in ((0, -1), (_SIDE, 1))]
    scraps = np.array([((x, y, 0), (x + 0.3, y + up, 0), (x - 0.3, y + up, 0)) for x, y, up in at])
    (hole,) = _holes(np.concatenate((_without((10, 20, 4, 3)), scraps)))
    assert hole.at == pytest.approx((12, 21.5, 0))
