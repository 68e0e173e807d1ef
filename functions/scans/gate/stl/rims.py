"""Rims of the surface: its outer border, and the border of each hole."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import hashes
from scans.gate.stl.components import Indices, components
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK, Mesh
from scans.gate.stl.scratch import Scratch

_MOST: Final = 500_000
"""Open sides beyond which rims are not followed: it would take 200 bytes for each. Scans have
thousands."""


def loops(mesh: Mesh, open_sides: Sequence[Indices]) -> int | None:
    """Number of the rims that open sides make; None with more than 500,000 of them.

    Sides that share a vertex belong together. A simple rim has as many vertices as sides; where
    rims touch in a vertex, there is a vertex less for each rim after the first, so that sides,
    less vertices, plus one, is their number. Where triangles are missing from the count at edges
    of three or more, a rim may be no circle: it counts as one.

    Args:
        mesh: the mesh.
        open_sides: arrays of sides, numbered as in `stl.topology`.
    """
    count = sum(map(len, open_sides))
    if count > _MOST:
        return None
    vertices, nodes = np.unique(_ends(mesh, np.concatenate(open_sides)), return_inverse=True)
    ends = nodes.astype(np.int32)
    rims, rim_of = components(len(vertices), ends[:count], ends[count:])
    sides = np.bincount(rim_of[ends[:count]], minlength=rims)
    circles = sides - np.bincount(rim_of, minlength=rims) + 1
    return int(np.maximum(circles, 1).sum())


def _ends(mesh: Mesh, sides: Indices) -> Hashes:
    """The vertices where sides start, and then those where they end."""
    chunk, place = np.divmod(sides.astype(np.int64), 3 * CHUNK)
    side, triangle = np.divmod(place, CHUNK)
    corners = mesh.corners[chunk * CHUNK + triangle].reshape(len(sides), 9)
    vertices = hashes.of_corners(np.ascontiguousarray(corners.T), Scratch())
    column: NDArray[np.intp] = np.arange(len(sides))
    return np.concatenate((vertices[side, column], vertices[(side + 1) % 3, column]))
