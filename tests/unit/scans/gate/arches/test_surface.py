"""Points are spread evenly over a surface, whatever its triangles are like."""

from __future__ import annotations

import numpy as np
import pytest

from scans.gate.arches import sample
from scans.gate.stl import parse
from tests.support.meshes import Corners, binary_of_many, box, sheet
from tools.samples import arch


def _mesh(corners: Corners):
    return parse(binary_of_many(corners))


def test_each_square_of_a_sheet_gets_as_many_points() -> None:
    """Whether a square is two triangles or two hundred."""
    fine = sheet(10, 10) / np.float32(10)
    coarse = sheet(9, 10) + np.array([1, 0, 0], np.float32)
    surface = sample(_mesh(np.concatenate((fine, coarse))), 9_100)
    x, y = np.floor(surface.points[:, :2].T).astype(int)
    counts = np.bincount(x + 10 * y, minlength=100)[
        [0, *(c + 10 * r for r in range(10) for c in range(1, 10))]
    ]
    assert surface.share_mm2 == pytest.approx(0.01)
    assert abs(counts - 100).max() <= 8


def test_points_lie_on_the_surface_and_face_out() -> None:
    surface = sample(_mesh(box(10)), 6_000)
    middle = np.abs(surface.points - 5)
    assert middle.max(axis=1) == pytest.approx(5, abs=1e-5)
    outward = np.take_along_axis(surface.points - 5, middle.argmax(axis=1)[:, None], axis=1)
    facing = np.take_along_axis(surface.normals, middle.argmax(axis=1)[:, None], axis=1)
    assert np.sign(outward) == pytest.approx(facing)


def test_flat_triangles_get_no_points() -> None:
    flat = np.zeros((50, 3, 3), np.float32) + np.float32(7)
    surface = sample(_mesh(np.concatenate((flat, box(1), flat))), 600)
    assert surface.points.max() <= 1
    assert np.linalg.norm(surface.normals, axis=1) == pytest.approx(1)


def test_the_same_file_gives_the_same_points() -> None:
    one, other = (sample(parse(arch(triangles=5_000)), 2_000) for _ in range(2))
    assert (one.points == other.points).all()
    assert len(one) == 2_000
