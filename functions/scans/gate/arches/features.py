"""What is recognised on one scan: nothing yet."""

from dataclasses import dataclass

from scans.gate.stl.mesh import Mesh

Place = dict[str, float]


@dataclass(frozen=True)
class RecognisedArch:
    """A row of teeth; see `scans.checks.models.ArchFigures`."""

    occlusal: Place
    front: Place
    middle: Place
    right_mm: float
    left_mm: float


@dataclass(frozen=True)
class RecognisedHole:
    """A hole; see `scans.checks.models.Hole`."""

    at: Place
    across_mm: float
    around_mm: float
    along_mm: float | None = None


@dataclass(frozen=True)
class Features:
    """What was recognised on a scan."""

    arch: RecognisedArch | None = None
    holes: tuple[RecognisedHole, ...] = ()


def features(mesh: Mesh) -> Features | None:
    """Recognise the row of teeth and the holes."""
    del mesh
    return None


def marked(mesh: Mesh, found: Features) -> bytes | None:
    """Draw what was recognised."""
    del mesh, found
    return None
