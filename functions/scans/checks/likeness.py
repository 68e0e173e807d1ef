"""Whether two scans are the same, or nearly: by their fingerprints, within one clinic.

What is stored of a fingerprint is bound to the clinic, so that nothing found by it is another's.
"""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import product
from math import inf, sqrt
from typing import TYPE_CHECKING, Final

from scans.checks.models import Fingerprints, Likeness

if TYPE_CHECKING:
    from scans.gate.fingerprints import SurfaceFingerprint

#: All lengths here are in hundredths of a millimetre, as they are stored.
PER_MM: Final = 100
#: And all shares in ten-thousandths.
PER_WHOLE: Final = 10_000

SPREAD: Final = 14
"""By how much each spread of a copy may differ; what is farther off is not looked up."""

CELL: Final = SPREAD
"""Side of a cell of the grid over the three spreads. They differ by millimetres from one mouth to
another: of ten thousand scans some eight lie in the cells around one."""

PROFILE: Final = 25
"""By how much the profile of a copy may differ: root mean square over its stations, by their area.
See docs/decisions/0057 for what was measured of copies and of other mouths."""

_SPREADS: Final = 3
_LENGTH: Final = 5

#: The turns of the axes that leave them right-handed: along which one things are turned round.
_TURNS: Final = ((1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1))


def of_clinic(clinic_id: str, taken: "SurfaceFingerprint") -> Fingerprints:
    """Return a scan's fingerprints as its clinic's file has them."""
    shape = [round(each * PER_MM) for each in taken.spreads]
    for each in taken.profile:
        lengths = (each.second, each.third, each.wide, each.thick)
        shape += [round(each.share * PER_WHOLE), *(round(length * PER_MM) for length in lengths)]
    return Fingerprints(
        surface=hashlib.sha256(f"{clinic_id}:{taken.surface}".encode()).hexdigest()[:32],
        cell=_cell(clinic_id, [each // CELL for each in shape[:_SPREADS]]),
        shape=shape,
    )


def cells(clinic_id: str, scan: Fingerprints) -> list[str]:
    """Return the cells in which copies of a scan may lie: three each way, 27 in all.

    Firestore asks for 30 values at once.
    """
    ways = [range((s - SPREAD) // CELL, (s + SPREAD) // CELL + 1) for s in scan.shape[:_SPREADS]]
    return [_cell(clinic_id, numbers) for numbers in product(*ways)]


def likeness(one: Fingerprints, other: Fingerprints) -> Likeness | None:
    """Tell how like two scans of one clinic are; None where they are two different ones."""
    if one.surface == other.surface:
        return Likeness.SAME
    if len(one.shape) != len(other.shape):
        return None  # of another release
    spreads = zip(one.shape[:_SPREADS], other.shape[:_SPREADS], strict=True)
    if max(abs(mine - theirs) for mine, theirs in spreads) > SPREAD:
        return None
    return Likeness.NEAR if apart(one.shape, other.shape) <= PROFILE else None


def apart(one: Sequence[int], other: Sequence[int]) -> float:
    """Return by how much two profiles differ, turned as they fit best."""
    mine, theirs = _stations(one), _stations(other)
    return min(_apart(mine, list(_turned(theirs, turn))) for turn in _TURNS)


def _stations(shape: Sequence[int]) -> list[Sequence[int]]:
    return [shape[start : start + _LENGTH] for start in range(_SPREADS, len(shape), _LENGTH)]


def _turned(profile: list[Sequence[int]], turn: Sequence[int]) -> Iterator[Sequence[int]]:
    along, across, up = turn
    for share, second, third, wide, thick in profile[::along]:
        yield share, across * second, up * third, wide, thick


def _apart(one: list[Sequence[int]], other: list[Sequence[int]]) -> float:
    """Return the root mean square difference: of the stations that both have, by their area.

    Where one has nothing at any station of the other, they are infinitely far apart.
    """
    squares = weights = 0
    for (share, *mine), (its_share, *theirs) in zip(one, other, strict=True):
        weight = min(share, its_share)
        off = sum((a - b) ** 2 for a, b in zip(mine, theirs, strict=True))
        squares, weights = squares + weight * off, weights + weight
    return sqrt(squares / weights) if weights else inf


def _cell(clinic_id: str, numbers: Sequence[int]) -> str:
    return f"{clinic_id}:{'.'.join(map(str, numbers))}"
