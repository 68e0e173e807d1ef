"""Whether two surfaces face each other as two rows of teeth do, whatever they are named.

A scan of a jaw is open towards the bone, so that the mean of its normals looks out of the opening,
to the chewing side. Two jaws in one frame look at each other, lie above each other, and their
surfaces are near where they do: a jaw in the frame of its own does not.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.arches.surface import Floats64, Surface

OPEN: Final = 0.1
"""Length of a surface's mean normal from which on it is open to one side: that of a scan is 0.2 to
0.6, that of a closed model 0. `stl.camera` uses the same bound."""

_OPPOSED: Final = -0.5
"""Cosine between the directions that the two look: 120 degrees apart. The mean normal of a scan
that was cut unevenly leans by up to 25 degrees, and the two may lean to opposite sides."""

_CELL: Final = 1.0  # mm
_LEVEL: Final = 0.35  # cosine to the axis from which on a surface looks at the other jaw

_SHARED: Final = 0.35
"""Share of the smaller jaw's cells that must lie on the other's: of the rows of teeth of one
patient 0.7 and more do, also a quadrant's on a whole arch."""

_SUNKEN: Final = -3.0
"""Clearance in mm, in the median of the cells that both are in, below which the two lie through
each other as in no frame of a bite, even one that is registered badly: crowns are 6 to 9 mm
high."""


@dataclass(frozen=True)
class Facing:
    """Two surfaces that face each other.

    Attributes:
        axis: unit vector from the one named first to the second, along which they look at each
        other. clearance_mm: between them along the axis, where they lie above each other: the
        median of all
            cells of 1 mm2.
        shared: the part of the smaller one's cells that lie on the other, 0 to 1.
        shared_mm2: their area.
    """

    axis: Floats64
    clearance_mm: float
    shared: float
    shared_mm2: float


def looks(surface: Surface) -> Floats64 | None:
    """Mean of the normals of a surface, or None if it is closed or looks nowhere."""
    mean = surface.normals.mean(axis=0, dtype=np.float64)
    return mean if np.linalg.norm(mean) > OPEN else None


def facing(one: Surface, other: Surface) -> Facing | None:
    """How two surfaces face each other, `one` below and `other` above along the axis; else None."""
    first, second = looks(one), looks(other)
    if first is None or second is None:
        return None
    if first @ second > _OPPOSED * np.linalg.norm(first) * np.linalg.norm(second):
        return None
    axis = (first - second) / np.linalg.norm(first - second)
    found = _clearance(one, other, axis)
    return found if found and found.shared >= _SHARED and found.clearance_mm > _SUNKEN else None


def across(axis: Floats64) -> Floats64:
    """Two directions at right angles to an axis and to each other, shape (2, 3)."""
    helper = np.eye(3)[int(np.argmin(np.abs(axis)))]
    first = np.cross(axis, helper)
    first /= np.linalg.norm(first)
    return np.stack((first, np.cross(axis, first)))


def _clearance(one: Surface, other: Surface, axis: Floats64) -> Facing | None:
    """Heights of both in cells of the plane at right angles to the axis, compared."""
    plane = across(axis)
    below, tops = _tops(one, axis, plane)
    above, bottoms = _tops(other, -axis, plane)
    cells = dict(zip(below.tolist(), tops.tolist(), strict=True))
    shared = [
        (-bottom - cells[cell])
        for cell, bottom in zip(above.tolist(), bottoms.tolist(), strict=True)
        if cell in cells
    ]
    if not shared:
        return None
    part = len(shared) / max(1, min(len(below), len(above)))
    return Facing(axis, float(np.median(shared)), part, len(shared) * _CELL**2)


def _tops(surface: Surface, axis: Floats64, plane: Floats64) -> tuple[NDArray[np.int64], Floats64]:
    """Cells that a surface looks out of along an axis, ascending, and its greatest height there."""
    level = np.flatnonzero(surface.normals @ axis.astype(np.float32) > _LEVEL)
    points = surface.points[level].astype(np.float64)
    x, y = np.floor(points @ plane.T / _CELL).astype(np.int64).T
    cell = x * 2**31 + y
    order = np.argsort(cell, kind="stable")
    cells, starts = np.unique(cell[order], return_index=True)
    return cells, np.maximum.reduceat((points @ axis)[order], starts) if len(cells) else np.empty(0)
