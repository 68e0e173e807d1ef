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
    #: How far the middle may be off along the row, at two standard deviations; 2 mm of a whole arch.
    within_mm: Annotated[float, _HEALTH] = 2


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


class JawRelation(StrEnum):
    """How the scans of two jaws lie to each other."""

    OCCLUDING = "occluding"  # the rows of teeth face each other and touch
    APART = "apart"  # they face each other, with a gap
    CROSSING = "crossing"  # they face each other and go deep into each other
    EXCHANGED = "exchanged"  # they face each other, and what is named lower is the upper jaw
    UNRELATED = "unrelated"  # they do not face each other: the bite is not in these files
    UNKNOWN = "unknown"  # a row of teeth was not recognised in one of them


class PairFigures(Record):
    """What was measured between the scans of two jaws, as they lie in their common frame."""

    relation: Annotated[JawRelation, _HEALTH]
    #: The least distance between the rows of teeth where they face each other, in mm; 0 where they
    #: touch. None where they do not face each other.
    gap_mm: Annotated[float | None, _HEALTH] = None
    #: How deep one goes into the other at most, in mm, single stray points left out.
    penetration_mm: Annotated[float | None, _HEALTH] = None
    #: The area within the tolerance of contact, in mm2, and the number of places it is in.
    contact_mm2: Annotated[float | None, _HEALTH] = None
    contacts: Annotated[int | None, _HEALTH] = None


class BiteFigures(Record):
    """How well a scan of the bite lies on the scans of the jaws: shares of its points, 0 to 1."""

    on_upper: Annotated[float | None, _HEALTH] = None
    on_lower: Annotated[float | None, _HEALTH] = None


class Fingerprints(Record):
    """By what a scan is found again among those of its clinic, and of no other clinic."""

    #: The surface: the same for any order of its triangles.
    surface: Annotated[str, of_case("user.health_and_medical")]
    #: The shape, as it is looked up: a cell of a grid over its extents.
    cell: Annotated[str, of_case("user.health_and_medical")]
    #: The shape, as it is compared: lengths in hundredths of a millimetre.
    shape: Annotated[list[int], of_case("user.health_and_medical")]


class Likeness(StrEnum):
    """How a scan was filed before."""

    SAME = "same"  # the same surface, whatever the order of its triangles
    NEAR = "near"  # the same shape, moved, turned or thinned


class Twin(Record):
    """Another file of the clinic with the same surface, found when it is asked for.

    It is not stored, and told to the clinic alone: it may be another patient's.
    """

    likeness: Likeness
    patient_id: str
    #: The patient's reference number, by which the clinic knows who it is.
    reference: str
    case_id: str
    file_id: str
    jaw: str
    version: int
