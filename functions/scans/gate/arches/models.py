"""What a technician sees in one scan: the row of teeth, and holes in the surface."""

from dataclasses import dataclass

import numpy as np

from scans.gate.arches.surface import Floats64
from scans.gate.stl.rims import HoleRim

Vector = tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class ToothRow:
    """A row of teeth. Places are in the coordinates of the file, in mm; directions are of length 1.

    Sides are those that the arch would have if it were the lower one: the right is
    `front x occlusal`. In an upper arch it is the patient's left.

    Attributes:
        occlusal: the direction in which the chewing surfaces look.
        front: the one in which the front teeth do, at right angles to it.
        middle: where the midline meets the row.
        right_mm, left_mm: how far the scan follows the row to each side of the middle, along its
            curve. Below zero where it begins on the other side: a scan that has only the canine
            and what is behind it on the right has a `left_mm` of about -15.
        within_mm: how far the middle may be off along the row, at two standard deviations: 2 of a
            whole arch, 5 to 12 of one side alone.
        line: places along the row at the height of the crowns, about 1 mm apart, from the right to
            the left and somewhat beyond what was scanned; shape (n, 3).
        along: how far each is from the middle along the curve, below zero on the right; (n,).
    """

    occlusal: Vector
    front: Vector
    middle: Vector
    right_mm: float
    left_mm: float
    within_mm: float
    line: Floats64
    along: Floats64

    def along_of(self, place: Vector) -> float:
        """Where a place lies along the row: mm from the middle, below zero on the right.

        Looked at from the chewing side: what is above or below the row is at it.
        """
        about = self.line - np.array(place)
        up = np.array(self.occlusal)
        flat = about - np.outer(about @ up, up)
        return float(self.along[np.argmin((flat * flat).sum(axis=1))])


@dataclass(frozen=True)
class PlacedHole:
    """A hole inside the surface.

    Attributes:
        at: the middle of its rim, in the file's coordinates, mm.
        across_mm, around_mm: its longest extent, and the length of its rim.
        along_mm: where it lies along the row of teeth, see `ToothRow.along_of`; None without.
    """

    at: Vector
    across_mm: float
    around_mm: float
    along_mm: float | None


@dataclass(frozen=True)
class Features:
    """What was seen in a scan.

    Attributes:
        arch: None where no row of teeth was recognised: a bite, a single tooth, a closed model, a
            row whose middle cannot be told.
        holes: the largest first, 20 at most.
    """

    arch: ToothRow | None
    holes: tuple[PlacedHole, ...]


def placed(hole: HoleRim, arch: ToothRow | None) -> PlacedHole:
    """Say where along a row of teeth a hole lies."""
    along = arch.along_of(hole.at) if arch else None
    return PlacedHole(hole.at, hole.across_mm, hole.around_mm, along)
