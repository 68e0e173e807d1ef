"""Tells the sides of two bites that are named alike, by where they lie on the jaws.

exocad's exports call them `bite0` and `bite1`. Free of Firebase.
"""

from collections.abc import Iterable
from typing import Final

import numpy as np

from scans.checks.models import ArchFigures, Position, ScanFeatures
from scans.gate import arches
from scans.gate.arches.recorded import measured
from scans.gate.stl import Mesh
from scans.uploads.models import Jaw

#: How jaws lie to each other that are named right, in a frame that bites can share.
_FACING: Final = frozenset({"occluding", "apart", "crossing"})
#: The share of a bite that lies on one jaw or the other, in that frame. See `arches.bite_fit`.
_ON_THE_JAWS: Final = 0.4
#: How far from the midline the middle of a bite lies that is one side's, in mm. Of a bite of the
#: molars that is 20 to 28: half the width of an arch.
_ASIDE_MM: Final = 8.0
_POINTS: Final = 2000


def sides(
    upper: Mesh, lower: Mesh, lower_arch: ArchFigures, bites: Iterable[Mesh]
) -> list[Jaw] | None:
    """Return the side of each of two bites; None unless they are the right and the left one.

    Args:
        upper: the upper jaw, as its name says.
        lower: the lower jaw, likewise.
        lower_arch: the row of teeth that was recognised on it.
        bites: both, one at a time.
    """
    if arches.relate(upper, lower).relation not in _FACING:
        return None
    right = np.cross(_vector(lower_arch.front), _vector(lower_arch.occlusal))
    found = []
    for bite in bites:
        fit = arches.bite_fit(bite, upper, lower)
        middle = arches.sample(bite, _POINTS).points.mean(axis=0)
        aside = float((middle - _vector(lower_arch.middle)) @ right)
        if fit.on_upper + fit.on_lower < _ON_THE_JAWS or abs(aside) < _ASIDE_MM:
            return None
        found.append(Jaw.BITE_RIGHT if aside > 0 else Jaw.BITE_LEFT)
    return found if set(found) == {Jaw.BITE_RIGHT, Jaw.BITE_LEFT} else None


def row_of_teeth(jaw: Mesh) -> ArchFigures | None:
    """Return the row of teeth that is recognised on the scan of a jaw; None where none is."""
    return ScanFeatures.model_validate(measured(arches.features(jaw, ()))).arch


def _vector(place: Position) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([place.x, place.y, place.z], np.float64)
