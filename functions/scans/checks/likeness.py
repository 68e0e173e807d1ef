"""Whether two scans are the same, or nearly: by their fingerprints, within one clinic.

What is stored of a fingerprint is bound to the clinic, so that nothing found by it is another's.
"""

import hashlib
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

from scans.checks.models import Fingerprints, Likeness

if TYPE_CHECKING:
    from scans.gate.fingerprints import SurfaceFingerprint

#: All lengths here are in hundredths of a millimetre, as they are stored.
PER_MM: Final = 100

CELL: Final = 50
"""Side of a cell of the grid over the three spreads, which differ by millimetres from one mouth to
another: of a clinic's ten thousand scans some tens share a cell."""

SPREAD: Final = 3
"""By how much each spread of a copy may differ."""

DISTANCE: Final = 12
"""By how much each distance from the centre of a copy may differ."""

_SPREADS: Final = 3


def of_clinic(clinic_id: str, taken: "SurfaceFingerprint") -> Fingerprints:
    """Return a scan's fingerprints as its clinic's file has them."""
    shape = [round(each * PER_MM) for each in (*taken.spreads, *taken.distances)]
    return Fingerprints(
        surface=hashlib.sha256(f"{clinic_id}:{taken.surface}".encode()).hexdigest()[:32],
        cell=_cell(clinic_id, [each // CELL for each in shape[:_SPREADS]]),
        shape=shape,
    )


def cells(clinic_id: str, scan: Fingerprints) -> list[str]:
    """Return the cells in which copies of a scan may lie: eight at most."""
    ways = [sorted({(s - SPREAD) // CELL, (s + SPREAD) // CELL}) for s in scan.shape[:_SPREADS]]
    return [_cell(clinic_id, numbers) for numbers in product(*ways)]


def likeness(one: Fingerprints, other: Fingerprints) -> Likeness | None:
    """Tell how like two scans of one clinic are; None where they are two different ones."""
    if one.surface == other.surface:
        return Likeness.SAME
    if len(one.shape) != len(other.shape):
        return None  # of another release
    off = [abs(mine - theirs) for mine, theirs in zip(one.shape, other.shape, strict=True)]
    near = max(off[:_SPREADS]) <= SPREAD and max(off[_SPREADS:]) <= DISTANCE
    return Likeness.NEAR if near else None


def _cell(clinic_id: str, numbers: Sequence[int]) -> str:
    return f"{clinic_id}:{'.'.join(map(str, numbers))}"
