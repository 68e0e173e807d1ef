"""The heights of a scan as seen from its chewing side, and the crests in them: teeth and ridges.

A scan is open towards the jaw, so that the area vectors of its triangles do not cancel: their sum
points to the chewing side. Seen from there a row of teeth is a crest: what lies within the width of
a tooth is lower on both of its sides.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.arches.surface import Floats64, Surface

_LARGEST_MM: Final = 150.0
"""Extent beyond which nothing is looked at: jaws are up to 80 mm wide, a face is no arch."""
_VOXEL_MM: Final = 1.5
"""Parts of the surface that are farther apart than one or two of these are not one piece."""
_STRAY: Final = 0.08
"""Share of the surface below which a piece is stray: cheek, tongue, cotton. A tooth that is
scanned by itself has about as much of an arch."""
_OPEN: Final = 0.1
"""Net area over area: a scan of a jaw has 0.2 to 0.5, a closed model 0."""
_CELL_MM: Final = 1.0
_NEAR_MM: Final = 5.0
"""Half of a molar's width: no cell of a crest is far below the highest this near to it."""
_BELOW_MM: Final = 2.5
"""What a crest's cell may be below that: cusps stand 1 to 2 mm above the fissures between them."""
_AROUND_MM: Final = 9.0
"""How far the foot of a crest lies at most: half of a molar, and its gum."""
_DROP_MM: Final = 3.0
"""What a crest stands above its foot at least. A molar's crown does by 5, a bare ridge by 3."""
_TURNS: Final = 3


@dataclass(frozen=True)
class Relief:
    """What of a surface lies near to where, seen from the chewing side.

    Attributes:
        origin: the middle of the surface; mm, in the file's coordinates.
        frame: unit vectors, rows: two in the plane of the row of teeth, and to the chewing side.
        points: of the surface without stray pieces, in that frame, shape (n, 3).
        crest: points of the crests, (m, 3), one of each cell of 1 mm2.
    """

    origin: Floats64
    frame: Floats64
    points: Floats64
    crest: Floats64

    def of_file(self, points: Floats64) -> Floats64:
        """Points of the frame, (..., 3), in the coordinates of the file."""
        placed: Floats64 = points @ self.frame + self.origin
        return placed


def relief(surface: Surface) -> Relief | None:
    """Look onto the chewing side of a surface; None where no side of it is one."""
    points, normals = surface.points.astype(np.float64), surface.normals.astype(np.float64)
    if np.ptp(points, axis=0).max() > _LARGEST_MM:
        return None
    kept = _without_strays(points)
    if kept.sum() < _FEWEST:  # all of it is loose
        return None
    points, normals = points[kept], normals[kept]
    net = normals.mean(axis=0)
    if np.linalg.norm(net) < _OPEN:
        return None
    origin = points.mean(axis=0)
    up = net / np.linalg.norm(net)
    for _ in range(_TURNS):
        frame = _frame(points - origin, up)
        seen = np.einsum("ni,ki->nk", points - origin, frame)
        crest = _crest(seen)
        if len(crest) < _FEWEST:
            return None
        up = frame.T @ _levelled(crest)
    return Relief(origin, frame, seen, crest)


_FEWEST: Final = 40
"""Cells that a row of teeth has at least: as many as four teeth of the front."""


def _without_strays(points: Floats64) -> NDArray[np.bool_]:
    """Which points are of a piece that is not stray."""
    from scipy import ndimage  # type: ignore[import-untyped]

    voxels = np.floor((points - points.min(axis=0)) / _VOXEL_MM).astype(np.intp)
    grid = np.zeros(voxels.max(axis=0) + 1, np.bool_)
    grid[tuple(voxels.T)] = True
    names, _ = ndimage.label(grid, np.ones((3, 3, 3)))
    name = names[tuple(voxels.T)]
    large = np.bincount(name) >= _STRAY * len(points)
    kept: NDArray[np.bool_] = large[name]
    return kept


def _frame(about: Floats64, up: Floats64) -> Floats64:
    """Axes with the third up, and the others as the points spread, so that they turn along."""
    flat = about - np.einsum("ni,i->n", about, up)[:, None] * up
    _, axes = np.linalg.eigh(np.einsum("ni,nj->ij", flat, flat))
    along = axes[:, 2] - up * (axes[:, 2] @ up)
    along /= np.linalg.norm(along)
    along *= np.sign(((flat @ along) ** 3).sum()) or 1.0
    return np.stack((along, np.cross(up, along), up))


def _crest(seen: Floats64) -> Floats64:
    """The highest points of the cells that belong to crests."""
    from scipy import ndimage

    lowest = seen[:, :2].min(axis=0) - _CELL_MM
    cells = np.floor((seen[:, :2] - lowest) / _CELL_MM).astype(np.intp)
    shape = tuple(cells.max(axis=0) + 2)
    flat = np.ravel_multi_index(tuple(cells.T), shape)
    high = np.full(shape, -np.inf)
    np.maximum.at(high.reshape(-1), flat, seen[:, 2])
    low = np.where(np.isfinite(high), high, np.inf)
    near = ndimage.maximum_filter(high, footprint=_disc(_NEAR_MM), mode="constant", cval=-np.inf)
    foot = ndimage.minimum_filter(low, footprint=_disc(_AROUND_MM), mode="constant", cval=np.inf)
    with np.errstate(invalid="ignore"):
        crest = (high >= near - _BELOW_MM) & (high - foot >= _DROP_MM)
    top = seen[:, 2] >= high.reshape(-1)[flat]
    chosen = np.flatnonzero(top & crest.reshape(-1)[flat])
    return seen[chosen]


def _disc(radius_mm: float) -> NDArray[np.bool_]:
    cells = round(radius_mm / _CELL_MM)
    x, y = np.mgrid[-cells : cells + 1, -cells : cells + 1]
    disc: NDArray[np.bool_] = x**2 + y**2 <= cells**2
    return disc


def _levelled(crest: Floats64) -> Floats64:
    """The direction at right angles to a plane through a crest, less tilted where it is narrow.

    Points far off the plane count less: a tooth that is missing, cheek beside the row.
    """
    weight = np.ones(len(crest))
    slopes = np.zeros(2)
    for _ in range(5):
        middle = np.average(crest, axis=0, weights=weight)
        flat, high = (crest - middle)[:, :2], (crest - middle)[:, 2]
        root = weight[:, None] * flat
        slopes = np.linalg.solve(flat.T @ root + np.eye(2) * _STIFF * weight.sum(), root.T @ high)
        off = high - flat @ slopes
        weight = 1 / (1 + (off / 1.5) ** 2)
    up = np.array([-slopes[0], -slopes[1], 1.0])
    levelled: Floats64 = up / np.linalg.norm(up)
    return levelled


_STIFF: Final = 25.0
"""mm2 of spread that the sum of normals is worth against the plane: a straight row of molars
spreads by as much across itself, an arch by ten times as much."""
