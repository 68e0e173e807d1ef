"""Fingerprints of a scan: its surface, exactly, and its shape, roughly. Free of Firebase.

Two files have the same surface if they hold the same triangles: in any order, from whichever corner
each is written, in binary or text, whatever their headers, stored normals and attributes say, with
0.0 or -0.0. A triangle that is wound the other way round faces the other way: that is another
surface. Triangles without three different corners cover nothing and are left out.

Two files have the same shape if some lengths agree that no motion changes: how far the surface
spreads along its own axes, and how far its points are from its centre. Thinning or meshing it anew
changes them by some hundredths of a millimetre. A mirrored scan has the same shape.

These are no security device: a file can be made that has another's fingerprint.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from scans.gate.arches.surface import Surface, sample
from scans.gate.stl import hashes
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.scratch import Scratch

_FOLD: Final = np.uint64(31)
_TURN: Final = np.uint64(0x9E3779B97F4A7C15)
_LANES: Final = ((0xBF58476D1CE4E5B9, 0x94D049BB133111EB), (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53))
"""Odd factors of two mixing functions: of splitmix64, and of MurmurHash3's finaliser. Each gives 64
bits, and two surfaces would have to agree in both."""

QUANTILES: Final = tuple(range(5, 100, 10))
"""Of the distances from the centre, in percent: ten lengths beside the three spreads. The ends are
left out, which the first thinning of a border moves."""


@dataclass(frozen=True)
class SurfaceFingerprint:
    """A scan's fingerprints.

    Attributes:
        surface: 128 bits of the surface, as 32 hexadecimal digits.
        spreads: root mean square distances of the surface from its centre along its own axes, the
            largest first, in mm.
        distances: `QUANTILES` of the distances from its centre, in mm.
    """

    surface: str
    spreads: tuple[float, float, float]
    distances: tuple[float, ...]


def fingerprint(mesh: Mesh) -> SurfaceFingerprint:
    """Take the fingerprints of a scan that the gate has passed."""
    spreads, distances = _shape(sample(mesh))
    return SurfaceFingerprint(surface(mesh), spreads, distances)


def surface(mesh: Mesh) -> str:
    """Return 128 bits of a surface: sums over its triangles, which do not depend on an order."""
    scratch, sums = Scratch(), [0, 0]
    for chunk in mesh.chunks():
        corners = hashes.of_corners(chunk, scratch)
        found = corners[:, hashes.whole(corners)]
        turned = np.roll(found, -1, axis=0)
        sides = _mixed(found + _TURN * turned, *_LANES[0])  # which way a side runs counts
        triangles: Hashes = sides.sum(axis=0, dtype=np.uint64)  # where it begins does not
        for lane, factors in enumerate(_LANES):
            sums[lane] += int(_mixed(triangles, *factors).sum(dtype=np.uint64))
    return "".join(f"{each % 2**64:016x}" for each in sums)


def _mixed(values: Hashes, first: int, second: int) -> Hashes:
    """Spread every bit of some numbers over the whole of them."""
    mixed = (values ^ (values >> _FOLD)) * np.uint64(first)
    mixed = (mixed ^ (mixed >> _FOLD)) * np.uint64(second)
    last: Hashes = mixed ^ (mixed >> _FOLD)
    return last


def _shape(points: Surface) -> tuple[tuple[float, float, float], tuple[float, ...]]:
    """Return the spreads and distances of a surface, from points that are spread evenly over it."""
    placed = points.points.astype(np.float64)
    placed -= placed.mean(axis=0)
    squares = np.linalg.eigvalsh(placed.T @ placed / len(placed))
    first, second, third = (float(each) for each in np.sqrt(squares.clip(0))[::-1])
    away = np.quantile(np.linalg.norm(placed, axis=1), np.divide(QUANTILES, 100))
    return (first, second, third), tuple(float(each) for each in away)
