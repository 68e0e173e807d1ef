"""The picture of how two jaws meet: what is coloured where, and when there is none."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from scans.gate.arches import occlusion_picture, relate
from scans.gate.arches.occlusion_colours import BOUNDS, COLOURS
from scans.gate.stl.mesh import Mesh
from tests.support.meshes import dome, mesh_of, moved, turned_over
from tools.samples import case

LOWER = dome(radius=200, wide=30)
UPPER = turned_over(LOWER)


def drawn(upper: Mesh, lower: Mesh) -> NDArray[np.int16]:
    picture = occlusion_picture(relate(upper, lower), upper, lower)
    assert picture is not None
    return np.array(Image.open(io.BytesIO(picture)).convert("RGB")).astype(np.int16)


@pytest.mark.parametrize(
    ("height", "number"),
    [(-0.8, 0), (-0.3, 1), (0.0, 2), (0.3, 3), (0.75, 4), (1.5, 5), (3.0, 6)],
)
def test_a_distance_has_the_colour_of_the_legend(height: float, number: int) -> None:
    """Two shallow domes: around their poles, the middle of each jaw, they are as far apart."""
    assert number == int(np.searchsorted(BOUNDS, height))
    pixels = drawn(mesh_of(moved(UPPER, (0, 0, height))), mesh_of(LOWER))
    middle = np.zeros(pixels.shape[:2], bool)[:-100]
    high, wide = middle.shape
    for row in (high // 4, 3 * high // 4):  # of the upper jaw, and of the lower one
        middle[row - 8 : row + 9, wide // 2 - 8 : wide // 2 + 9] = True
    nearest = [np.median(_off(pixels[:-100][middle], colour)) for colour in COLOURS]
    assert int(np.argmin(nearest)) == number


def _off(pixels: NDArray[np.int16], colour: tuple[int, int, int]) -> NDArray[np.float64]:
    """Angle between colours, whatever the light."""
    one, other = pixels.astype(float), np.array(colour, float)
    return np.arccos((one @ other) / np.linalg.norm(one, axis=1) / np.linalg.norm(other))


@cache
def scans() -> tuple[Mesh, Mesh]:
    sound = case(11, triangles=12_000)
    assert sound.upper and sound.lower  # noqa: PT018
    return mesh_of(sound.upper.corners), mesh_of(sound.lower.corners)


def test_the_same_scans_give_the_same_picture_under_either_name() -> None:
    """What is recognised as the upper jaw is drawn above, so that the sides are the patient's."""
    upper, lower = scans()
    right, wrong = relate(upper, lower), relate(lower, upper)
    assert wrong.relation == "exchanged"
    one = occlusion_picture(right, upper, lower)
    assert one == occlusion_picture(relate(upper, lower), upper, lower)
    assert one is not None
    other = occlusion_picture(wrong, lower, upper)
    assert other is not None
    first, second = (Image.open(io.BytesIO(each)).convert("L") for each in (one, other))
    assert first.size == second.size
    assert np.abs(np.array(first).astype(int) - np.array(second)).mean() < 2


def test_jaws_far_apart_are_shown_from_the_side() -> None:
    """With 30 mm between them there is nothing but the white page at half of its height."""
    upper, lower = scans()
    axis = relate(upper, lower).axis
    assert axis is not None
    pixels = drawn(mesh_of(upper.corners + 30 * axis), lower)
    high = (pixels.shape[0] - 100) // 2
    assert (pixels[high - 40 : high + 40, 100:600] > 250).all()
    near = drawn(mesh_of(upper.corners + 1.5 * axis), lower)
    assert near.shape[0] > near.shape[1]


def test_without_a_bite_there_is_no_picture() -> None:
    upper, lower = mesh_of(moved(UPPER, (40, 0, 0))), mesh_of(LOWER)
    assert occlusion_picture(relate(upper, lower), upper, lower) is None


def test_sides_are_named_only_where_a_row_of_teeth_tells_them() -> None:
    """A dome has no front: the margins stay white. An arch has one, and R and L are there."""
    margin = drawn(mesh_of(UPPER), mesh_of(LOWER))[:-100, :40]
    assert (margin > 250).all()
    assert (drawn(*scans())[:-100, :40] < 100).any()
