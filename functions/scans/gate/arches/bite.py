"""How well a scan of the bite lies on the scans of the jaws.

A bite is scanned from the cheek, with the teeth closed: it shows the outer faces of both rows, and
lies on the scans of both jaws once these were registered to it. Another patient's, or one in a
frame of its own, lies on neither.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from scans.gate.arches.relate_distance import tree_of
from scans.gate.arches.surface import Surface, sample
from scans.gate.stl.mesh import Mesh

_POINTS: Final = 10_000  # of the bite: 0.4 mm apart on 1,500 mm2
_ON_MM: Final = 0.3
"""Distance to the surface within which a point lies on it: three times what a scan's registration
is off by (see `relate_distance.CONTACT_MM`), so that also a coarsely thinned bite does."""
_NEAR_MM: Final = 0.8  # to the nearest of the jaw's points, which are 0.3 mm apart
_ALIKE: Final = 0.7  # cosine between the normals: 45 degrees


@dataclass(frozen=True)
class BiteFit:
    """Shares of a bite scan's points that lie on each jaw, 0 to 1; those of `BiteFigures`.

    Together they are about 1 where the bite is that of the jaws; near the bite's own border, where
    it shows cheek, they are less.
    """

    on_upper: float
    on_lower: float


def bite_fit(bite: Mesh, upper: Mesh, lower: Mesh) -> BiteFit:
    """Lay a scan of the bite on the scans of both jaws."""
    seen = sample(bite, _POINTS)
    return BiteFit(on_upper=_share(seen, sample(upper)), on_lower=_share(seen, sample(lower)))


def _share(bite: Surface, jaw: Surface) -> float:
    away, nearest = tree_of(jaw.points).query(bite.points, distance_upper_bound=_NEAR_MM)
    near = np.flatnonzero(np.isfinite(away))
    normal = jaw.normals[nearest[near]]
    height = ((bite.points[near] - jaw.points[nearest[near]]) * normal).sum(axis=1)
    alike = (bite.normals[near] * normal).sum(axis=1) > _ALIKE
    return float((alike & (np.abs(height) < _ON_MM)).sum() / len(bite))
