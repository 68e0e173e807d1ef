"""What is known of each pixel of a picture before it gets its colour."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scans.gate.stl import packed, shading
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import Pixels
from scans.gate.stl.raster import Frame


@dataclass(frozen=True)
class Layers:
    """Arrays (height, width), row 0 at the top.

    `covered`: share of a pixel that the surface covers, 0 to 1. On that part, `bright`: the light,
    0 to about 1; `inside`: whether most of it shows the back of the surface.
    """

    covered: Floats32
    bright: Floats32
    inside: NDArray[np.bool_]

    @classmethod
    def blank(cls, width: int, height: int) -> "Layers":
        """A picture of nothing."""
        covered, bright = np.zeros((2, height, width), np.float32)
        return cls(covered, bright, np.zeros((height, width), np.bool_))

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return int(self.covered.shape[1])

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return int(self.covered.shape[0])

    def window(self, left: int, top: int, width: int, height: int) -> "Layers":
        """A part of this picture; what is drawn there is drawn here."""
        part = np.s_[top : top + height, left : left + width]
        return Layers(self.covered[part], self.bright[part], self.inside[part])

    def reduced(self, times: int) -> "Layers":
        """The same picture, a number of times smaller, anti-aliased."""
        covered = _reduced(self.covered, times)
        weight: Floats32 = np.reciprocal(np.maximum(covered, np.float32(1e-6)))
        bright = _reduced(self.bright * self.covered, times) * weight
        return Layers(covered, bright, _reduced(self.inside * self.covered, times) * weight > 0.5)


def develop(pixels: Pixels, frame: Frame, finer: int, into: Layers) -> Floats32:
    """Show drawn pixels, (height, width), in a picture of `finer` times fewer each way.

    Returns how near each pixel is, in pixels of the outcome.
    """
    depth = np.zeros(into.covered.shape, np.float32)
    deep = np.float32((frame.near - frame.far) * frame.scale / packed.DEPTHS / finer)
    for rows in shading.strips(into.height):
        drawn = pixels[::-1][finer * rows.start : finer * rows.stop]
        parts = [drawn[y::finer, x::finer] for y in range(finer) for x in range(finer)]
        count = _total(packed.drawn(part) for part in parts)
        weight = 1 / np.maximum(count, np.float32(1))
        into.covered[rows] = count / len(parts)
        into.bright[rows] = _total(packed.brightness(part) for part in parts) * weight
        into.bright[rows] /= packed.UNIT
        into.inside[rows] = _total(packed.inside(part) for part in parts) * weight > 0.5
        depth[rows] = _total(packed.depth(part) for part in parts) * weight * deep
    return depth


def _total(parts: Iterable[Pixels]) -> Floats32:
    first, *rest = parts
    for part in rest:
        first += part
    return first.astype(np.float32)


def _reduced(image: Floats32, times: int) -> Floats32:
    small: Floats32 = np.array(Image.fromarray(image).reduce(times))
    return small
