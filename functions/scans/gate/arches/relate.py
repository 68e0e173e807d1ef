"""How two scans lie to each other: not known yet."""

from dataclasses import dataclass

from scans.gate.stl.mesh import Mesh


@dataclass(frozen=True)
class Pair:
    """Figures of two scans; see `scans.checks.models.PairFigures`."""

    relation: str
    gap_mm: float | None = None
    penetration_mm: float | None = None
    contact_mm2: float | None = None
    contacts: int | None = None


@dataclass(frozen=True)
class BiteFit:
    """Figures of a bite; see `scans.checks.models.BiteFigures`."""

    on_upper: float | None = None
    on_lower: float | None = None


def relate(upper: Mesh, lower: Mesh) -> Pair:
    """Relate two scans."""
    del upper, lower
    return Pair("unknown")


def faces(one: Mesh, other: Mesh) -> bool:
    """Tell whether two scans face each other."""
    del one, other
    return False


def bite_fit(bite: Mesh, upper: Mesh, lower: Mesh) -> BiteFit:
    """Tell how a scan of the bite lies on the jaws."""
    del bite, upper, lower
    return BiteFit()


def occlusion(upper: Mesh, lower: Mesh) -> bytes | None:
    """Draw the occlusion."""
    del upper, lower
    return None
