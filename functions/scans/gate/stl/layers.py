"""What is known of each pixel of a picture before it gets its colour."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scans.gate.stl import kernel, packed
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import Pixels
from scans.gate.stl.raster import Frame


class Layers(NamedTuple):
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
        return self._smaller(lambda image: image.reduce(times))

    def fitted(self, width: int, height: int, times: float) -> "Layers":
        """Its middle in so many pixels, a number of times smaller, anti-aliased."""
        half = width * times / 2, height * times / 2
        middle = self.width / 2, self.height / 2
        box = (middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1])
        return self._smaller(
            lambda image: image.resize((width, height), Image.Resampling.HAMMING, box)
        )

    def copied(self, into: "Layers") -> None:
        """Put this picture in the place of another of the same size."""
        into.covered[:], into.bright[:], into.inside[:] = self.covered, self.bright, self.inside

    def _smaller(self, smaller: Callable[[Image.Image], Image.Image]) -> "Layers":
        """Each layer made smaller; light and side by what is covered."""

        def of(layer: Floats32) -> Floats32:
            small: Floats32 = np.array(smaller(Image.fromarray(layer)))
            return small

        covered = of(self.covered)
        weight: Floats32 = np.reciprocal(np.maximum(covered, np.float32(1e-6)))
        bright = of(self.bright * self.covered) * weight
        return Layers(covered, bright, of(self.inside * self.covered) * weight > 0.5)


def develop(pixels: Pixels, frame: Frame, finer: int, into: Layers) -> Floats32:
    """Show drawn pixels, (height, width), in a picture of `finer` times fewer each way.

    Returns how near each pixel is, in pixels of the outcome.
    """
    deep = (frame.near - frame.far) * frame.scale / packed.DEPTHS / finer
    made = kernel.develop(pixels, finer, deep)
    into.covered[:], into.bright[:], into.inside[:] = made.covered, made.bright, made.inside
    return made.depth
