"""Points spread evenly over a scan's surface, whatever its triangles are like."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Floats32, Mesh
from scans.gate.stl.vectors import area_vectors

Floats64 = NDArray[np.float64]

POINTS: Final = 60_000
"""Points of a surface unless told otherwise. A whole arch has some 6,000 mm2, so that a point
stands for 0.1 mm2 and is 0.3 mm from the next: finer than any cusp is wide."""

_STEPS: Final = (0.7548776662466927, 0.5698402909980532)
"""Steps of the additive recurrence that spreads points evenly over a square: the powers 1 and 2 of
the inverse of the plastic number. Source: M. Roberts, The Unreasonable Effectiveness of
Quasirandom Sequences (2018)."""


@dataclass(frozen=True)
class Surface:
    """Points of a surface.

    Attributes:
        points: where they are, in mm, shape (n, 3).
        normals: which way the surface faces there, as its triangles are wound; unit vectors, shape
            (n, 3).
        share_mm2: the area that each point stands for.
    """

    points: Floats32
    normals: Floats32
    share_mm2: float

    def __len__(self) -> int:
        return len(self.points)


def sample(mesh: Mesh, points: int = POINTS) -> Surface:
    """Spread points over a mesh: as many for each mm2 everywhere, and the same for the same file.

    The coordinates are those of a file that the gate has passed: finite, and of some area. What
    is needed beside the mesh is some 9 bytes a triangle and 50 a point.
    """
    area = np.concatenate([_areas(chunk) for chunk in mesh.chunks()])
    reached = np.cumsum(area, dtype=np.float64)
    share = float(reached[-1]) / points
    number = np.arange(points)
    found = np.searchsorted(reached, (number + 0.5) * share).clip(0, len(mesh) - 1)
    corners = mesh.corners[found].astype(np.float64)
    a, along, across = corners[:, 0], corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    u, v = ((number * step) % 1.0 for step in _STEPS)
    outside = u + v > 1  # the other half of the parallelogram, turned into the triangle
    u, v = np.where(outside, 1 - u, u)[:, None], np.where(outside, 1 - v, v)[:, None]
    normal = np.cross(along, across)
    length = np.linalg.norm(normal, axis=1, keepdims=True)
    return Surface(
        points=(a + u * along + v * across).astype(np.float32),
        normals=(normal / np.where(length == 0, 1, length)).astype(np.float32),
        share_mm2=share,
    )


def _areas(chunk: Floats32) -> Floats32:
    """Areas of the triangles of a chunk of `Mesh.chunks`, shape (9, m)."""
    x, y, z = area_vectors(chunk.reshape(3, 3, -1).transpose(1, 0, 2))
    areas: Floats32 = np.sqrt(x * x + y * y + z * z) / 2
    return areas
