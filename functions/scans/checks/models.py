"""What the case check records: figures of a scan, and findings on a case in both languages."""

from enum import StrEnum
from typing import Annotated

from core.documents import Record
from core.privacy import Viewer
from scans.declarations import of_case

_HEALTH = of_case("user.health_and_medical", Viewer.LAB)


class Position(Record):
    """A place in a scan, or a direction: coordinates of the file, in mm."""

    x: Annotated[float, _HEALTH]
    y: Annotated[float, _HEALTH]
    z: Annotated[float, _HEALTH]


class ArchFigures(Record):
    """A row of teeth, as it was recognised in a scan.

    Sides are those that the arch would have if it were the lower one: who looks at the chewing
    surfaces of an upper arch has the patient's right on the other hand.
    """

    #: The direction in which the chewing surfaces look, and the one in which the front teeth do.
    occlusal: Annotated[Position, _HEALTH]
    front: Annotated[Position, _HEALTH]
    #: Where the midline meets the row of teeth.
    middle: Annotated[Position, _HEALTH]
    #: How far the row of teeth reaches from the middle, along its curve, in mm.
    right_mm: Annotated[float, _HEALTH]
    left_mm: Annotated[float, _HEALTH]


class Hole(Record):
    """A hole inside the surface."""

    at: Annotated[Position, _HEALTH]
    #: Its longest extent, and the length of its rim, in mm.
    across_mm: Annotated[float, _HEALTH]
    around_mm: Annotated[float, _HEALTH]
    #: Where it lies along the row of teeth, in mm from the middle; below zero on the side that
    #: `ArchFigures` calls right. None where no arch was recognised.
    along_mm: Annotated[float | None, _HEALTH] = None


class ScanFeatures(Record):
    """What was measured on one scan for the case check."""

    #: None where no row of teeth was recognised: a bite, a single tooth, a scan body.
    arch: ArchFigures | None = None
    #: The largest first, 20 at most.
    holes: list[Hole] = []


class FindingSeverity(StrEnum):
    """What a finding asks for."""

    WARNING = "warning"  # the clinic signs it off before it orders
    NOTE = "note"  # it is shown and asks for nothing


class Bilingual(Record):
    """A sentence in both languages of the platform."""

    en: str
    hi: str
