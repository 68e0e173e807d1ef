"""Rounded shading for coarse meshes: directions at the corners, averaged over what meets there.

A scan of few triangles looks faceted in a large picture, though the tooth is not. The surface
itself is left as it is, only the light on it runs smoothly from corner to corner, save over
creases: fissures, incisal edges and margins stay sharp.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import groups
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.scratch import Scratch
from scans.gate.stl.vectors import area_vectors, unit

SMOOTHED: Final = 150_000
"""Triangles up to which a mesh is smoothed. An arch of more has facets of less than 3 pixels in
a picture of 1024."""
_SHARP, _SMOOTH = 0.72, 0.88
"""Agreement of a triangle with the mean direction of all that meet at a corner, weighted by area:
two alike that bend by 40 degrees have 0.88 and are rounded off, by 64 degrees 0.72 and are left
with an edge. Between the two they are blended."""


class Smoothing:
    """Directions at the corners of a mesh, from points (3 directions, 3 corners, n)."""

    def __init__(self, points: Floats32) -> None:
        first = groups.firsts(_names(points), Scratch())
        own = np.flatnonzero(first == np.arange(len(first)))
        number = np.empty(len(first), np.int32)
        number[own] = np.arange(len(own), dtype=np.int32)
        self._corners = number.take(first)
        vectors = area_vectors(points)
        sums = [self._summed(axis) for axis in vectors]
        areas = self._summed(np.sqrt((vectors**2).sum(axis=0)))
        self._means = (np.stack(sums) / np.maximum(areas, 1e-30)).astype(np.float32)

    def _summed(self, values: Floats32) -> NDArray[np.float64]:
        """For each vertex the sum over the triangles that meet there of their values, (n,)."""
        return np.bincount(self._corners, np.tile(values, 3)).astype(np.float64)

    def normals(self, start: int, own: Floats32) -> Floats32:
        """Unit normals at corners (3, 3 corners, m) of triangles from `start` on.

        `own`: directions of the triangles themselves, (3, m).
        """
        which = self._corners.reshape(3, -1)[:, start : start + own.shape[1]]
        means = self._means.take(which, axis=1)
        share = (own[:, None] * means).sum(axis=0)
        share = np.clip((share - np.float32(_SHARP)) / np.float32(_SMOOTH - _SHARP), 0, 1)
        return unit(own[:, None] + share * (means - own[:, None]))


def _names(points: Floats32) -> Hashes:
    """A number for each corner, the same for those at the same place."""
    keys: Hashes = np.zeros(points[0].size, np.uint64)
    for axis in points:
        bits = (axis.ravel() + np.float32(0)).view(np.uint32)  # minus zero becomes zero
        keys ^= keys >> np.uint64(29)
        keys *= np.uint64(0xBF58476D1CE4E5B9)  # mixes bits, as in the generator SplitMix64
        keys += bits
    return keys ^ (keys >> np.uint64(32))
