"""Shows packed pixels in a picture of fewer, each the mean of some."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import packed
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import Pixels
from scans.gate.stl.shading import strips


class Developed(NamedTuple):
    """A picture, row 0 at the top: `covered`, `bright`, `inside` as in `layers.Layers`.

    `depth`: how near each pixel is.
    """

    covered: Floats32
    bright: Floats32
    inside: NDArray[np.bool_]
    depth: Floats32

    @classmethod
    def blank(cls, height: int, width: int) -> "Developed":
        """A picture of nothing."""
        covered, bright, depth = (np.zeros((height, width), np.float32) for _ in range(3))
        return cls(covered, bright, np.zeros((height, width), np.bool_), depth)


def develop(pixels: Pixels, finer: int, deep: float) -> Developed:
    """Make a picture of packed pixels, (height, width), row 0 at the bottom.

    They are `finer` times as many as the picture's, each way. `deep`: how near a step of depth is.
    """
    height, width = (side // finer for side in pixels.shape)
    into, step = Developed.blank(height, width), np.float32(deep)
    for rows in strips(height):
        drawn = pixels[::-1][finer * rows.start : finer * rows.stop]
        parts = [drawn[y::finer, x::finer] for y in range(finer) for x in range(finer)]
        count = _total(packed.drawn(part) for part in parts)
        weight = 1 / np.maximum(count, np.float32(1))
        into.covered[rows] = count / len(parts)
        into.bright[rows] = _total(packed.brightness(part) for part in parts) * weight
        into.bright[rows] /= packed.UNIT
        into.inside[rows] = _total(packed.inside(part) for part in parts) * weight > 0.5
        into.depth[rows] = _total(packed.depth(part) for part in parts) * weight * step
    return into


def _total(parts: Iterable[Pixels]) -> Floats32:
    first, *rest = parts
    for part in rest:
        first += part
    return first.astype(np.float32)
