"""Scans of a case as the case check recorded them, sound unless a test says otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.objects import StoredObject
from scans.checks.checked import CheckedBite, CheckedCase, CheckedPair, CheckedScan
from scans.checks.models import (
    ArchFigures,
    BiteFigures,
    Hole,
    JawRelation,
    Likeness,
    PairFigures,
    Position,
    ScanFeatures,
    Twin,
)

PATIENT, CASE = "patient", "case"
_ORIGIN = Position(x=0.0, y=0.0, z=0.0)
_PICTURE = StoredObject(
    name="x.png", generation=1, byte_size=1, content_type="image/png", crc32c="AAAAAA=="
)
#: Longer than any row of teeth to a side: some 65 mm to the end of the third molar.
WHOLE_MM = 75.0


def hole(along_mm: float | None, across_mm: float = 3.0) -> Hole:
    """A hole beside the row of teeth, or somewhere else."""
    around = 3 * across_mm
    return Hole(at=_ORIGIN, across_mm=across_mm, around_mm=around, along_mm=along_mm)


def features(*holes: Hole, right: float = WHOLE_MM, left: float = WHOLE_MM) -> ScanFeatures:
    """What was measured on a scan whose row of teeth reaches so far, sides as of a lower arch."""
    arch = ArchFigures(
        occlusal=_ORIGIN, front=_ORIGIN, middle=_ORIGIN, right_mm=right, left_mm=left
    )
    return ScanFeatures(arch=arch, holes=list(holes))


def scan(jaw: str, **changes: Any) -> CheckedScan:
    """A scan that is named after its jaw."""
    return replace(CheckedScan(jaw, jaw, features=features(), marked=True), **changes)


def pair(
    relation: JawRelation = JawRelation.OCCLUDING,
    upper: str = "upper",
    lower: str = "lower",
    **figures: Any,
) -> CheckedPair:
    """Two scans beside each other."""
    found = PairFigures(relation=relation, **figures)
    return CheckedPair(f"{upper}_{lower}", upper, lower, found, _PICTURE)


def bite(on_upper: float | None, on_lower: float | None, jaw: str = "bite_left") -> CheckedBite:
    """A scan of the bite on both jaws."""
    return CheckedBite(jaw, "upper", "lower", BiteFigures(on_upper=on_upper, on_lower=on_lower))


def twin(**changes: Any) -> Twin:
    """The same surface under another patient."""
    said = {
        "likeness": Likeness.SAME,
        "patient_id": "another",
        "reference": "P-2077",
        "case_id": "elsewhere",
        "file_id": "copy",
        "jaw": "upper",
        "version": 1,
    }
    return Twin.model_validate({**said, **changes})


def checked(*scans: CheckedScan, **changes: Any) -> CheckedCase:
    """Both jaws as they bite, or the scans that are named."""
    found = scans or (scan("upper"), scan("lower"))
    return replace(CheckedCase(PATIENT, CASE, found, (pair(),)), **changes)
