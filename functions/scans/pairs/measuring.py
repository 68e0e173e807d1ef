"""Measures surfaces beside each other, and says it as it is recorded. Free of Firebase."""

from scans.checks.models import BiteFigures, JawRelation, PairFigures
from scans.gate import arches, limit_settings, stl
from scans.gate.arches.occlusion import occlusion_picture


def surface(data: bytes) -> stl.Mesh | None:
    """Return the surface of a clean scan; None where today's limits of the gate forbid it."""
    try:
        return stl.parse(data, limit_settings.current().stl)
    except stl.StlError:
        return None


def opposed(upper: stl.Mesh, lower: stl.Mesh) -> tuple[PairFigures, bytes | None]:
    """Return how two jaws meet, and the picture of it where there is something to be seen."""
    pair = arches.relate(upper, lower)
    return _figures(pair), occlusion_picture(pair, upper, lower)


def succeeding(newer: stl.Mesh, older: stl.Mesh) -> PairFigures:
    """Return how a scan lies to the one of the same name whose place it took.

    As two jaws do if they face each other: then one of them bears the wrong name. Two scans of one
    jaw are unrelated in this sense.
    """
    if not arches.faces(newer, older):
        return PairFigures(relation=JawRelation.UNRELATED)
    return _figures(arches.relate(newer, older))


def bitten(bite: stl.Mesh, upper: stl.Mesh, lower: stl.Mesh) -> BiteFigures:
    """Return how well a scan of the bite lies on both jaws."""
    found = arches.bite_fit(bite, upper, lower)
    return BiteFigures(on_upper=found.on_upper, on_lower=found.on_lower)


def _figures(pair: arches.Pair) -> PairFigures:
    return PairFigures.model_validate({n: getattr(pair, n) for n in PairFigures.model_fields})
