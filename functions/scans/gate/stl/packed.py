"""A pixel while it is drawn: one 32-bit number.

Its depth in the upper 20 bits, then 11 bits of brightness, then whether the surface is seen from
its inside. So "the nearest wins" is a maximum over numbers and needs no order of drawing. Zero is
the background.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint32]

DEPTHS: Final = 2**20 - 2
BRIGHTEST: Final = 2**11 - 1
UNIT: Final = 1600  # stored for brightness 1


def drawn(pixels: Pixels) -> Pixels:
    """Return 1 where there is a surface, 0 where there is none."""
    return (pixels > 0).astype(np.uint32)


def depth(pixels: Pixels) -> Pixels:
    """Depth of packed pixels: 1 the farthest, `DEPTHS` the nearest, 0 without a surface."""
    return pixels >> np.uint32(12)


def brightness(pixels: Pixels) -> Pixels:
    """Brightness of packed pixels: 0 to `UNIT`, or a little more."""
    return pixels >> np.uint32(1) & np.uint32(BRIGHTEST)


def inside(pixels: Pixels) -> Pixels:
    """Return 1 where the surface shows its inside, else 0."""
    return pixels & np.uint32(1)
