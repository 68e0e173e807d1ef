"""How far each point of a surface is from another one, and on which side: by normals alone.

Which side of an open surface a point lies on cannot be told by counting how often a ray crosses it.
Here a point is judged by the plane of the surface's nearest point, and only where the two look at
each other and the point lies above or below the surface, not beside its border.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from scans.gate.arches.surface import Floats64, Surface
from scans.gate.stl.components import components
from scans.gate.stl.mesh import Floats32

if TYPE_CHECKING:
    from scipy.spatial import KDTree  # type: ignore[import-untyped]

REACH: Final = 4.0
"""Distance in mm up to which each point is measured; what is farther apart is `FAR`."""
FAR: Final = np.float32(np.inf)

CONTACT_MM: Final = 0.1
"""Distance within which two surfaces touch. Articulating foil is 0.008 to 0.04 mm thick, but the
registration of two scans is off by more than 0.05 mm, and by 0.04 mm more where it rolls or
pitches. Source: L. Kakali and D. J. Halazonetis, A novel method for testing accuracy of bite
registration using intraoral scanners, Korean J Orthod 53 (2023), 254-263."""

NEAR_MM: Final = 2.0
"""Distance to the other jaw that a chewing surface of a closed bite has nearly everywhere."""

_BESIDE: Final = 0.6
"""Distance in mm along the surface from its nearest point beyond which a point lies beside its
border: points are 0.3 mm apart, so that above the surface it is less."""

_OPPOSED: Final = -0.2  # cosine between normals from which on two places look at each other

_STRAY_MM2: Final = 0.3
"""Area that must be as near, or as deep, for a least or greatest distance to count: less is noise,
a speck of saliva or the edge of a fold."""

_COARSE: Final = 5000  # points of a surface looked at where it is far from the other
_ONE_PLACE: Final = 0.8  # mm between points of the same contact

_LEAST_SHARE_MM2: Final = 0.02
"""Points that stand for less are thinned before those near each other are joined, so that each has
some hundred neighbours at most. On an arch a point stands for five times as much."""


@dataclass(frozen=True)
class Distances:
    """Distance of each point of a surface from another: in mm, below zero where it lies behind.

    `FAR` where there is nothing within `REACH`, or what is near is beside, or looks elsewhere.
    """

    surface: Surface
    mm: Floats32


def tree_of(points: Floats32) -> "KDTree":
    """Points, to be found by place."""
    from scipy.spatial import KDTree  # 0.3 s, and only where scans are compared

    return KDTree(points, leafsize=24, balanced_tree=False, compact_nodes=False)


def distances(surface: Surface, other: Surface, tree: "KDTree") -> Distances:
    """Measure the points of a surface from another, whose points `tree` finds."""
    mm = np.full(len(surface), FAR)
    low, high = other.points.min(axis=0) - REACH, other.points.max(axis=0) + REACH
    near = np.flatnonzero(((surface.points > low) & (surface.points < high)).all(axis=1))
    _, nearest = tree.query(surface.points[near], distance_upper_bound=REACH)
    found = np.flatnonzero(nearest < len(other))
    near, nearest = near[found], nearest[found]
    normal = other.normals[nearest]
    step = surface.points[near] - other.points[nearest]
    height = (step * normal).sum(axis=1)
    beside = np.sqrt(np.maximum((step * step).sum(axis=1) - height * height, 0))
    facing = (surface.normals[near] * normal).sum(axis=1) < _OPPOSED
    seen = facing & (beside < _BESIDE)
    mm[near[seen]] = height[seen]
    return Distances(surface, mm)


def least(measured: Distances) -> float:
    """The least distance that more than a stray speck has; `inf` if nothing is near."""
    count = _stray(measured.surface)
    return float(np.partition(measured.mm, count)[count]) if len(measured.mm) > count else np.inf


def depth(measured: Distances) -> float:
    """How deep more than a stray speck lies behind the other surface; 0 if nothing does."""
    return max(0.0, -least(measured))


def near(measured: Distances) -> float:
    """The area in mm2 that is within `NEAR_MM` of the other surface, or behind it."""
    return float((measured.mm <= NEAR_MM).sum() * measured.surface.share_mm2)


def far_apart(one: Surface, other: Surface, axis: Floats64) -> float:
    """The least distance in mm between surfaces more than `REACH` apart that face along an axis.

    It is measured between every tenth point or so: 4 mm away that makes 0.1 mm.
    """
    ends = []
    for surface, direction in ((one, axis), (other, -axis)):
        looking = surface.points[surface.normals @ direction.astype(np.float32) > 0]
        ends.append(looking[:: max(1, len(looking) // _COARSE)])
    return float(tree_of(ends[0]).query(ends[1])[0].min())


def touching(measured: Distances) -> tuple[float, int]:
    """The area in contact with the other surface or behind it, in mm2, and the number of places."""
    mm = measured.mm
    places = np.flatnonzero(mm <= CONTACT_MM)
    if not len(places):
        return 0.0, 0
    step = max(1, round(_LEAST_SHARE_MM2 / measured.surface.share_mm2))
    places, share = places[::step], measured.surface.share_mm2 * step
    tree = tree_of(measured.surface.points[places])
    pairs = tree.query_pairs(_ONE_PLACE, output_type="ndarray")
    count, of = components(len(places), *(pairs.T.astype(np.int32)))
    sizes = np.bincount(of, minlength=count) * share
    kept = sizes >= _STRAY_MM2
    return float(sizes[kept].sum()), int(kept.sum())


def _stray(surface: Surface) -> int:
    return max(2, round(_STRAY_MM2 / surface.share_mm2))
