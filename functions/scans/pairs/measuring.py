"""Measures surfaces beside each other, and says it as it is recorded. Free of Firebase."""

from dataclasses import asdict

from scans.checks.models import BiteFigures, JawRelation, PairFigures
from scans.gate import arches, limit_settings, stl


def surface(data: bytes) -> stl.Mesh | None:
    """Return the surface of a clean scan; None where today's limits of the gate forbid it."""
    try:
        return stl.parse(data, limit_settings.current().stl)
    except stl.StlError:
        return None


def opposed(upper: stl.Mesh, lower: stl.Mesh) -> tuple[PairFigures, bytes | None]:
    """Return how two jaws meet, and the picture of it where there is something to be seen."""
    figures = PairFigures.model_validate(asdict(arches.relate(upper, lower)))
    return figures, arches.occlusion(upper, lower)


def succeeding(newer: stl.Mesh, older: stl.Mesh) -> PairFigures:
    """Return how a scan lies to the one of the same name whose place it took.

    As two jaws do if they face each other: then one of them bears the wrong name. Two scans of one
    jaw are unrelated in this sense.
    """
    if not arches.faces(newer, older):
        return PairFigures(relation=JawRelation.UNRELATED)
    return opposed(newer, older)[0]


def bitten(bite: stl.Mesh, upper: stl.Mesh, lower: stl.Mesh) -> BiteFigures:
    """Return how well a scan of the bite lies on both jaws."""
    return BiteFigures.model_validate(asdict(arches.bite_fit(bite, upper, lower)))
