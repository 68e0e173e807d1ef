"""The picture of the row of teeth and the holes, looked at by its pixels."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from scans.gate import stl
from scans.gate.arches import features
from scans.gate.arches.marked import WIDTH, marked_picture
from scans.gate.crown_widths import JawName
from tests.support.meshes import Corners, binary_of_many, box, sheet
from tools.samples import arch

_PLACE = np.array((-17.0, -30.0, 7.0))
"""On a lower arch of the sample: a canine on the patient's right, which is at -x."""


def _drawn(corners: Corners, jaw: JawName | None) -> bytes | None:
    mesh = stl.parse(binary_of_many(corners.astype(np.float32)))
    return marked_picture(mesh, features(mesh, stl.examine(mesh).holes), jaw)


def _with_hole(jaw: JawName, at: NDArray[np.float64]) -> Corners:
    corners = np.array(stl.parse(arch(jaw, 12_000)).corners)
    middles = corners.mean(axis=1)
    nearest = middles[np.linalg.norm(middles - at, axis=1).argmin()]
    return corners[np.linalg.norm(middles - nearest, axis=1) > 1.5]


def _red(picture: bytes) -> NDArray[np.float64]:
    """Where rings are: pixels from the left and the top, as parts of width and height, (n, 2)."""
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("RGB")).astype(int)
    red = (pixels[..., 0] > 150) & (pixels[..., 1] < 70) & (pixels[..., 2] < 80)
    return np.argwhere(red)[:, ::-1] / red.shape[::-1]


@pytest.mark.parametrize(("jaw", "sign"), [("lower", 1), ("upper", -1)])
def test_a_hole_is_ringed_on_the_patients_side(jaw: JawName, sign: int) -> None:
    """Right is at the left of the picture for both jaws; the front is below, or above.

    The sample's upper jaw is the lower one after half a turn about y.
    """
    for side in (1, -1):
        place = _PLACE * (side, 1, sign)  # -x is the patient's right in both files
        picture = _drawn(_with_hole(jaw, place), jaw)
        assert picture is not None
        at = _red(picture).mean(axis=0)
        assert (at[0] < 0.4) if side == 1 else (at[0] > 0.6)
        assert (at[1] > 0.6) if jaw == "lower" else (at[1] < 0.4)


def test_without_holes_there_are_no_rings_but_a_row() -> None:
    picture = _drawn(np.array(stl.parse(arch("lower", 12_000)).corners), "lower")
    assert picture is not None
    assert len(_red(picture)) == 0
    image = Image.open(io.BytesIO(picture))
    assert image.format == "PNG"
    assert image.width == WIDTH
    assert image.info == {}
    blue = np.asarray(image.convert("RGB")).astype(int)
    assert ((blue[..., 2] > 120) & (blue[..., 0] < 40)).sum() > 2_000


def test_what_the_jaw_is_decides_the_picture_and_nothing_else_does() -> None:
    corners = np.array(stl.parse(arch("lower", 8_000)).corners)
    one, other = _drawn(corners, "lower"), _drawn(corners, "lower")
    assert one == other
    assert len({one, _drawn(corners, "upper"), _drawn(corners, None)}) == 3


def test_nothing_is_drawn_where_nothing_was_seen() -> None:
    assert _drawn(box(40), "lower") is None
    assert _drawn(sheet(40, 40), None) is None


def test_holes_are_ringed_without_a_row() -> None:
    holed = np.delete(sheet(40, 40), np.arange(1_630, 1_636), axis=0)
    picture = _drawn(holed, None)
    assert picture is not None
    assert len(_red(picture)) > 100
