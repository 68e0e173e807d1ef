"""The figures of a scan."""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from scans.stl.geometry import Floats64, Geometry
from scans.stl.mesh import Mesh
from scans.stl.topology import Connections, Topology

Vector = tuple[float, float, float]

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
    """Connected rims: the outer border and each hole. Two holes that touch count as one. None
    with more than 500,000 open edges: loose triangles have rims without number."""
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


def measure(mesh: Mesh) -> tuple[Report, Topology] | None:
    """Measure a mesh of one or more triangles; None when a coordinate is NaN or infinite."""
    geometry, connections = Geometry(), Connections(mesh)
    for chunk in mesh.chunks():
        geometry.add(chunk)
        if not geometry.finite:
            return None
        connections.add(chunk)
    topology = connections.count()
    return _report(mesh, geometry, topology), topology


def plausible_unit(extent: float) -> str | None:
    """The unit in which a largest extent of `extent` would be a dental scan."""
    return next((unit for unit, low, high in _UNITS if low <= extent < high), None)


def _report(mesh: Mesh, geometry: Geometry, topology: Topology) -> Report:
    size = _vector(geometry.highest - geometry.lowest)
    faults = topology.open_edges + topology.non_manifold_edges + topology.flipped_edges
    return Report(
        format=mesh.format,
        triangles=len(mesh),
        unique_vertices=topology.unique_vertices,
        bounds_mm=Bounds(_vector(geometry.lowest), _vector(geometry.highest)),
        size_mm=size,
        area_mm2=geometry.area,
        volume_mm3=abs(geometry.volume) if not faults and geometry.area > 0 else None,
        open_edges=topology.open_edges,
        open_loops=topology.open_loops,
        non_manifold_edges=topology.non_manifold_edges,
        flipped_edges=topology.flipped_edges,
        degenerate_triangles=geometry.degenerate,
        duplicate_triangles=topology.duplicate_triangles,
        pieces=topology.pieces,
        edge_length_mm=EdgeLengths(
            geometry.shortest, geometry.length / (3 * len(mesh)), geometry.longest
        ),
        plausible_unit=plausible_unit(max(size)),
    )


def _vector(values: Floats64) -> Vector:
    x, y, z = map(float, values)
    return x, y, z


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
