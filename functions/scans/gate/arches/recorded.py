"""What was seen in a scan as plain values, by the names under which it is stored."""

from typing import Any

from scans.gate.arches.models import Features, PlacedHole, ToothRow, Vector


def measured(features: Features) -> dict[str, Any]:
    """Return the figures of a scan as `checks.models.ScanFeatures` has them, also without any."""
    arch = _arch(features.arch) if features.arch is not None else None
    return {"arch": arch, "holes": [_hole(hole) for hole in features.holes]}


def _arch(arch: ToothRow) -> dict[str, Any]:
    return {
        "occlusal": _place(arch.occlusal),
        "front": _place(arch.front),
        "middle": _place(arch.middle),
        "right_mm": float(arch.right_mm),
        "left_mm": float(arch.left_mm),
        "within_mm": float(arch.within_mm),
    }


def _hole(hole: PlacedHole) -> dict[str, Any]:
    return {
        "at": _place(hole.at),
        "across_mm": float(hole.across_mm),
        "around_mm": float(hole.around_mm),
        "along_mm": float(hole.along_mm) if hole.along_mm is not None else None,
    }


def _place(place: Vector) -> dict[str, float]:
    return {axis: float(value) for axis, value in zip("xyz", place, strict=True)}
