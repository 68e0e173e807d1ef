"""Pictures made of pixels: what they show, the same compiled and by NumPy, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from scans.gate.stl import developing, kernel
from tools.kernel import building

DEVELOPED = kernel.compiled(building.here().library).develop
SHOW = kernel.entries(building.here().library).develop
DEVELOPED_INTO = ("covered", "bright", "depth", "inside")


def packed(height: int, width: int, seed: int = 1) -> NDArray[np.uint32]:
    """Pixels of any bits, a third of them empty."""
    chance = np.random.default_rng(seed)
    pixels = chance.integers(0, 2**32, (height, width), np.uint32)
    pixels[chance.random(pixels.shape) < 0.3] = 0
    return pixels


@pytest.mark.parametrize("finer", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (5, 7), (130, 67)])
def test_a_picture_is_developed_as_numpy_does(finer: int, size: tuple[int, int]) -> None:
    pixels = packed(size[0] * finer, size[1] * finer)
    expected = developing.develop(pixels, finer, 0.1234)
    for drawn, array in zip(DEVELOPED(pixels, finer, 0.1234), expected, strict=True):
        assert (drawn == array).all()
    assert expected.covered.any()


def test_each_pixel_of_a_picture_is_the_mean_of_what_was_drawn_there() -> None:
    """Two of four are drawn, at the upper left: depths 6 and 8, light 800 and 400, one behind."""
    pixels = np.zeros((4, 4), np.uint32)
    pixels[3, :2] = 6 << 12 | 800 << 1 | 1, 8 << 12 | 400 << 1
    for develop in (DEVELOPED, developing.develop):
        made = develop(pixels, 2, 0.5)
        assert made.covered.tolist() == [[0.5, 0], [0, 0]]
        assert made.bright.tolist() == [[np.float32(600 / 1600), 0], [0, 0]]
        assert made.depth.tolist() == [[3.5, 0], [0, 0]]
        assert not made.inside.any()
        pixels[3, 1] |= 1
        assert develop(pixels, 2, 0.5).inside.tolist() == [[True, False], [False, False]]
        pixels[3, 1] -= 1


FITS: dict[str, int | None] = {
    "pixel_count": 6 * 4 * 4, "finer": 2, "width": 6, "height": 4, "room": 24
}  # fmt: skip
NOT_DEVELOPED: dict[str, dict[str, int | None]] = {
    "no pixels": {"pixels": None},
    "nowhere for what is covered": {"covered": None},
    "nowhere for light": {"bright": None},
    "nowhere for depth": {"depth": None},
    "nowhere for sides": {"inside": None},
    "a pixel less": {"pixel_count": 95},
    "a pixel more": {"pixel_count": 97},
    "not finer": {"finer": 0, "pixel_count": 0},
    "too fine": {"finer": 5, "pixel_count": 600},
    "no column": {"width": 0, "room": 0, "pixel_count": 0},
    "sizes below zero": {"width": -6, "height": -4},
    "a column too many": {"width": 16_385, "height": 1, "room": 16_385, "pixel_count": 65_540},
    "a row too many": {"width": 1, "height": 16_385, "room": 16_385, "pixel_count": 65_540},
    "less room": {"room": 23},
    "more room": {"room": 25},
}


@pytest.mark.parametrize("refused", NOT_DEVELOPED)
def test_a_picture_that_does_not_fit_is_refused(refused: str) -> None:
    pixels, into = packed(8, 12), developing.Developed.blank(4, 6)
    arguments: dict[str, Any] = {
        "pixels": pixels.ctypes.data, **FITS, "deep": 0.5, "unit": 1600,
        **{name: getattr(into, name).ctypes.data for name in DEVELOPED_INTO},
    }  # fmt: skip
    ordered = [
        "pixels", "pixel_count", "finer", "width", "height", "deep", "unit", *DEVELOPED_INTO, "room"
    ]  # fmt: skip
    wrong = arguments | NOT_DEVELOPED[refused]
    assert SHOW(*(wrong[name] for name in ordered)) == -1
    assert not any(array.any() for array in into)
    assert SHOW(*(arguments[name] for name in ordered)) == 0
    assert into.covered.any()


def test_pixels_that_are_no_multiple_are_refused() -> None:
    for pixels in (packed(5, 4), packed(4, 5), packed(4, 8)[:, ::2], packed(4, 4).view(np.int32)):
        with pytest.raises(kernel.KernelError):
            DEVELOPED(pixels, 2, 0.5)  # type: ignore[arg-type]
    assert DEVELOPED(packed(4, 4), 2, 0.5).covered.any()
