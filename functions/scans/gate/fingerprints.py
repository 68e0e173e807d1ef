"""Fingerprints of a scan: its surface, exactly, and its shape, roughly. Free of Firebase.

Two files have the same surface if they hold the same triangles: in any order, from whichever corner
each is written, in binary or text, whatever their headers, stored normals and attributes say, with
0.0 or -0.0. A triangle that is wound the other way round faces the other way: that is another
surface. Triangles without three different corners cover nothing and are left out.

The shape is a profile along the surface's own axes, which moves with it: at even distances along
the longest axis where the surface lies across it, and how wide. It is made of means over the area,
so that it is nearly the same whichever triangles the surface is cut into. What lies about one axis
as about another (a ball) has no axes of its own, and its copy is found by the surface alone.

These are no security device: a file can be made that has another's fingerprint.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from scans.gate.arches.surface import Floats64
from scans.gate.stl import hashes
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import Floats32, Mesh
from scans.gate.stl.scratch import Scratch
from scans.gate.stl.vectors import area_vectors

_FOLD: Final = np.uint64(31)
_TURN: Final = np.uint64(0x9E3779B97F4A7C15)
_LANES: Final = ((0xBF58476D1CE4E5B9, 0x94D049BB133111EB), (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53))
"""Odd factors of two mixing functions: of splitmix64, and of MurmurHash3's finaliser. Each gives 64
bits, and two surfaces would have to agree in both."""

STATIONS: Final = 9
"""Places along the longest axis at which the profile is taken: 7 mm apart on an arch, as far as
teeth are wide. What lies between two counts for both, the more for the nearer."""

_REACH: Final = 1.8
"""How far the outermost lie from the centre, in spreads. A row of even weight ends at 1.73, the
square root of 3; what lies farther out counts for the outermost."""


@dataclass(frozen=True)
class Station:
    """The surface about one place along its longest axis: its share, and lengths in mm.

    Attributes:
        share: of the whole area, 0 to 1.
        second, third: where its middle lies along the other two axes.
        wide, thick: root mean square distances from the longest axis along those.
    """

    share: float
    second: float
    third: float
    wide: float
    thick: float


@dataclass(frozen=True)
class SurfaceFingerprint:
    """A scan's fingerprints.

    Attributes:
        surface: 128 bits of the surface, as 32 hexadecimal digits.
        spreads: root mean square distances of the surface from its centre along its own axes, the
            largest first, in mm.
        profile: the stations along the longest axis. Which end is the first one, and on which side
            of the other axes things lie, is not determined: see `checks.likeness`.
    """

    surface: str
    spreads: tuple[float, float, float]
    profile: tuple[Station, ...]


def fingerprint(mesh: Mesh) -> SurfaceFingerprint:
    """Take the fingerprints of a scan that the gate has passed, chunk by chunk."""
    centre, squares = _moments(mesh)
    axes, spreads = _axes(squares)
    return SurfaceFingerprint(surface(mesh), spreads, _profile(mesh, centre, axes, spreads[0]))


def surface(mesh: Mesh) -> str:
    """Return 128 bits of a surface: sums over its triangles, which do not depend on an order."""
    scratch, sums = Scratch(), [0, 0]
    for chunk in mesh.chunks():
        corners = hashes.of_corners(chunk, scratch)
        found = corners.take(np.flatnonzero(hashes.whole(corners)), axis=1)
        turned = np.roll(found, -1, axis=0)
        sides = _mixed(found + _TURN * turned, *_LANES[0])  # which way a side runs counts
        triangles: Hashes = sides[0] + sides[1] + sides[2]  # where it begins does not
        for lane, factors in enumerate(_LANES):
            sums[lane] += int(_mixed(triangles, *factors).sum(dtype=np.uint64))
    return "".join(f"{each % 2**64:016x}" for each in sums)


def _mixed(values: Hashes, first: int, second: int) -> Hashes:
    """Spread every bit of some numbers over the whole of them."""
    mixed = (values ^ (values >> _FOLD)) * np.uint64(first)
    mixed = (mixed ^ (mixed >> _FOLD)) * np.uint64(second)
    last: Hashes = mixed ^ (mixed >> _FOLD)
    return last


def _moments(mesh: Mesh) -> tuple[Floats64, Floats64]:
    """Return the centre of the surface and its second moments about that, over its area.

    They are exact: over a triangle of area `a` with corners `v` and middle `m` the moments about
    the origin are `a / 12` times the sum of all `v v'` and of `9 m m'`.
    """
    origin = mesh.corners[0, 0].astype(np.float64)
    whole, first, squares = 0.0, np.zeros(3), np.zeros((3, 3))
    for chunk in mesh.chunks():
        corners, middle, area = _triangles(chunk, origin)
        for point, weight in (*((corner, 1) for corner in corners), (middle, 9)):
            squares += (point * (area * (weight / 12))) @ point.T
        whole += float(area.sum())
        first += middle @ area
    centre = first / whole
    return origin + centre, squares / whole - np.outer(centre, centre)


def _triangles(chunk: Floats32, origin: Floats64) -> tuple[Floats64, Floats64, Floats64]:
    """Return the corners (3 corners, 3 axes, m) and middles (3, m) from a place, and the areas."""
    corners = chunk.reshape(3, 3, -1) - origin[:, None]
    (a, b, c), (x, y, z) = corners, area_vectors(corners.transpose(1, 0, 2))
    return corners, (a + b + c) / 3, np.sqrt(x * x + y * y + z * z) / 2


def _axes(squares: Floats64) -> tuple[Floats64, tuple[float, float, float]]:
    """Return the surface's own axes as columns, the longest first and right-handed; the spreads."""
    found, axes = np.linalg.eigh(squares)
    axes = axes[:, ::-1].copy()
    axes[:, 2] *= np.sign(np.linalg.det(axes))
    first, second, third = (float(each) for each in np.sqrt(found.clip(0))[::-1])
    return axes, (first, second, third)


def _profile(mesh: Mesh, centre: Floats64, axes: Floats64, spread: float) -> tuple[Station, ...]:
    """Return the stations along the surface's own axes."""
    sums = np.zeros((5, STATIONS))
    for chunk in mesh.chunks():
        _, middle, area = _triangles(chunk, centre)
        along, across, up = axes.T @ middle
        at = ((along / (spread * _REACH) + 1) * (STATIONS - 1) / 2).clip(0, STATIONS - 1)
        before = np.minimum(at.astype(np.int64), STATIONS - 2)
        beyond = at - before
        for row, part in enumerate((1.0, across, up, across * across, up * up)):
            weighed = area * part
            farther = np.bincount(before, weighed * beyond, STATIONS)
            sums[row] += np.bincount(before, weighed, STATIONS) - farther
            sums[row, 1:] += farther[:-1]
    means = sums / np.where(sums[0] == 0, 1, sums[0])
    means[0], means[3:] = sums[0] / sums[0].sum(), np.sqrt(means[3:])
    return tuple(Station(*map(float, each)) for each in means.T)
