"""The figures of a scan."""

from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final, Literal

from scans.gate.stl import geometry, hashes, patch, points, topology
from scans.gate.stl.geometry import Floats64, Geometry
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.patch import Patch
from scans.gate.stl.points import Counts, Points
from scans.gate.stl.scratch import Scratch
from scans.gate.stl.topology import Topology
from scans.gate.stl.workers import THREADS, give_back, spread

Vector = tuple[float, float, float]

_ROOMY: Final = 1_200_000
"""Triangles up to which memory is kept for what comes next. Of more it would not stay within
256 MiB; fetching it again from the system takes a twentieth of the report's time."""

# Largest extent of a scan, in the file's number, that suggests a unit. A tooth alone measures
# about 8 mm, a full arch 50 to 80, a face below 300.
_UNITS: Final = (
    ("m?", 0.02, 0.3),
    ("inch?", 1.0, 4.0),
    ("cm?", 4.0, 8.0),
    ("mm", 8.0, 300.0),
    ("um?", 8_000.0, 300_000.0),
)


@dataclass(frozen=True)
class Bounds:
    """Corners of the box around the scan, each (x, y, z) in mm."""

    min: Vector
    max: Vector


@dataclass(frozen=True)
class EdgeLengths:
    """Lengths of the triangles' sides, in mm; a shared edge counts once for each triangle."""

    min: float
    mean: float
    max: float


@dataclass(frozen=True)
class Report:
    """What was measured. Lengths assume that the file's unit is the millimetre, as in dentistry."""

    format: Literal["binary", "ascii"]
    triangles: int
    unique_vertices: int
    """Distinct corner coordinates."""
    bounds_mm: Bounds
    size_mm: Vector
    area_mm2: float
    volume_mm3: float | None
    """Enclosed volume; None unless the surface is closed and consistently wound."""
    open_edges: int
    """Edges of only one triangle. An intra-oral scan is an open surface and has thousands."""
    open_loops: int | None
    """Rims: the outer border and each hole; holes that touch in a vertex are two. None with
    more than 500,000 open edges: loose triangles have rims without number."""
    non_manifold_edges: int
    """Edges of three or more triangles."""
    flipped_edges: int
    """Edges whose two triangles face opposite ways."""
    degenerate_triangles: int
    """Triangles without area, within the precision of the file's numbers."""
    duplicate_triangles: int
    """Triangles beyond the first on the same three corners, however wound."""
    pieces: int
    """Parts connected over edges."""
    edge_length_mm: EdgeLengths
    plausible_unit: str | None
    """`mm`, or the unit that the size suggests with a question mark, or None."""

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON has it: numbers, strings, lists and dicts."""
        return {key: _plain(value) for key, value in asdict(self).items()}


def measure(mesh: Mesh, threads: int = THREADS) -> tuple[Report, Topology] | None:
    """Measure a mesh of one or more triangles; None when a coordinate is NaN or infinite.

    The figures are the same, to the last bit, for any number of `threads`.
    """
    measured = spread(lambda: partial(_measured, mesh, Scratch()), mesh.chunk_count, threads)
    known = [each for each in measured if each]
    if len(known) < len(measured):
        return None
    del measured
    sizes = geometry.total([size for size, _, _ in known])
    found, patches = [countable for _, countable, _ in known], [piece for _, _, piece in known]
    del known  # what is in them is needed no longer than it takes to count it
    tight = len(mesh) > _ROOMY
    if tight:
        give_back()  # what it took to make them; little of it fits what counting needs
    counts = points.count(found)
    if tight:
        give_back()
    connected = topology.sew(mesh, patches, counts.seams, threads)
    return _report(mesh, sizes, counts, connected), connected


def _measured(mesh: Mesh, scratch: Scratch, number: int) -> tuple[Geometry, Points, Patch] | None:
    """Figures of a chunk; None with a coordinate that is NaN or infinite."""
    chunk = mesh.chunk(number)
    size = geometry.measure(chunk, scratch)
    if size is None:
        return None
    corners = hashes.of_corners(chunk, scratch)
    return size, points.of_corners(corners, scratch), patch.cut(corners, scratch)


def plausible_unit(extent: float) -> str | None:
    """The unit in which a largest extent of `extent` would be a dental scan."""
    return next((unit for unit, low, high in _UNITS if low <= extent < high), None)


def _report(mesh: Mesh, sizes: Geometry, counts: Counts, topology: Topology) -> Report:
    size = _vector(sizes.highest - sizes.lowest)
    faults = topology.open_edges + topology.non_manifold_edges + topology.flipped_edges
    return Report(
        format=mesh.format,
        triangles=len(mesh),
        unique_vertices=counts.vertices,
        bounds_mm=Bounds(_vector(sizes.lowest), _vector(sizes.highest)),
        size_mm=size,
        area_mm2=sizes.area,
        volume_mm3=abs(sizes.volume) if not faults and sizes.area > 0 else None,
        open_edges=topology.open_edges,
        open_loops=topology.open_loops,
        non_manifold_edges=topology.non_manifold_edges,
        flipped_edges=topology.flipped_edges,
        degenerate_triangles=sizes.degenerate,
        duplicate_triangles=counts.duplicates,
        pieces=topology.pieces - (len(mesh) - counts.whole),
        edge_length_mm=EdgeLengths(sizes.shortest, sizes.length / (3 * len(mesh)), sizes.longest),
        plausible_unit=plausible_unit(max(size)),
    )


def _vector(values: Floats64) -> Vector:
    x, y, z = map(float, values)
    return x, y, z


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
