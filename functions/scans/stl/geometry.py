"""Sizes: bounds, area, volume, edge lengths. One pass over the triangles, summed in float64."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from scans.stl.mesh import Floats32

Floats64 = NDArray[np.float64]

_FLAT = 2.0**-23
"""A triangle is degenerate when its height is below this part of its longest side: the relative
precision of the file's 32-bit floats, so that the height is nothing but rounding."""


@dataclass
class Geometry:
    """Sums over the chunks of a mesh, fed by `add`. Lengths in the file's unit.

    `finite` turns False at the first NaN or infinity; the other figures are void from then on.
    `volume` is that of the cone from the origin over all triangles, which is
    the enclosed volume where the surface is closed, negative where it is wound inside out.
    Edge lengths count every side of every triangle, so a shared edge counts twice.
    """

    finite: bool = True
    lowest: Floats64 = field(default_factory=lambda: np.full(3, np.inf))
    highest: Floats64 = field(default_factory=lambda: np.full(3, -np.inf))
    area: float = 0.0
    volume: float = 0.0
    degenerate: int = 0
    shortest: float = np.inf
    longest: float = 0.0
    length: float = 0.0

    def add(self, chunk: Floats32) -> None:
        """Take in a chunk of `Mesh.chunks`, shape (9, m), m > 0."""
        low, high = chunk.min(axis=1), chunk.max(axis=1)  # NaN and infinity both come through
        if not (np.isfinite(low).all() and np.isfinite(high).all()):
            self.finite = False
        if not self.finite:
            return
        self.lowest = np.minimum(self.lowest, low.reshape(3, 3).min(axis=0))
        self.highest = np.maximum(self.highest, high.reshape(3, 3).max(axis=0))
        self._measure(chunk.astype(np.float64).reshape(3, 3, -1))

    def _measure(self, corners: Floats64) -> None:
        """Add up sides, area and volume of corners (3, 3 axes, m)."""
        sides = corners[(1, 2, 0), :] - corners
        squares: Floats64 = np.einsum("cam,cam->cm", sides, sides)
        lengths = np.sqrt(squares)
        self.shortest = min(self.shortest, float(lengths.min()))
        self.longest = max(self.longest, float(lengths.max()))
        self.length += float(lengths.sum())
        normal = cross(sides[0], sides[1])
        doubled = np.sqrt(np.einsum("am,am->m", normal, normal))
        self.area += float(doubled.sum()) / 2
        self.volume += float(np.einsum("am,am->", normal, corners[0])) / 6
        self.degenerate += int(np.count_nonzero(doubled <= _FLAT * squares.max(axis=0)))


def cross(a: Floats64, b: Floats64) -> Floats64:
    """Cross products of the columns of two arrays of shape (3, m)."""
    return np.stack((
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ))  # fmt: skip
