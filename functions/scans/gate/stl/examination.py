"""The verdict on a file: what was measured, held against the limits."""

from collections.abc import Iterator
from dataclasses import dataclass

from scans.gate.limits import DEFAULT_LIMITS, StlLimits
from scans.gate.stl.findings import (
    StlCode,
    StlError,
    StlFinding,
    StlVerdict,
    rejection,
    verdict_of,
    warning,
)
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.parsing import check_count, parse
from scans.gate.stl.report import Report, measure
from scans.gate.stl.rims import HoleRim
from scans.gate.stl.topology import Topology

_UNIT_NAMES = {"m?": "metres", "cm?": "centimetres", "inch?": "inches", "um?": "micrometres"}


@dataclass(frozen=True)
class Examination:
    """Outcome of `examine`. `report` is None when the bytes could not be read or measured.

    `holes` are the largest inside the surface, 20 at most, the largest first.
    """

    report: Report | None
    verdict: StlVerdict
    findings: tuple[StlFinding, ...]
    holes: tuple[HoleRim, ...] = ()


def examine(scan: bytes | Mesh, limits: StlLimits = DEFAULT_LIMITS.stl) -> Examination:
    """Judge an STL file, or its mesh when it was parsed before.

    Never raises for bad content: that is a verdict of `rejected`, with findings that say why and
    what to do. Refusals come first among the findings.
    """
    try:
        mesh = scan if isinstance(scan, Mesh) else parse(scan, limits)
        check_count(len(mesh), limits)
    except StlError as err:
        return _examination(None, (err.finding,))
    measured = measure(mesh)
    if measured is None:
        return _examination(None, (_not_finite(), *mesh.notes))
    report, topology = measured
    refusals = tuple(_refusals(report, limits))
    doubts = (*_size_doubts(report, limits), *_mesh_doubts(report, topology, limits), *mesh.notes)
    return _examination(report, refusals + doubts, topology.holes)


def _examination(
    report: Report | None, findings: tuple[StlFinding, ...], holes: tuple[HoleRim, ...] = ()
) -> Examination:
    return Examination(report, verdict_of(findings), findings, holes)


def _not_finite() -> StlFinding:
    return rejection(StlCode.NOT_FINITE)


def _refusals(report: Report, limits: StlLimits) -> Iterator[StlFinding]:
    extent = max(report.size_mm)
    if report.degenerate_triangles == report.triangles:
        yield rejection(StlCode.NO_SURFACE)
    elif extent < limits.min_extent_mm:
        yield rejection(StlCode.TOO_SMALL, least_mm=limits.min_extent_mm)
    if extent > limits.max_extent_mm:
        yield rejection(StlCode.TOO_BIG, extent_mm=extent)
    farthest = max(map(abs, (*report.bounds_mm.min, *report.bounds_mm.max)))
    if farthest > limits.max_coordinate_mm:
        yield rejection(StlCode.TOO_FAR)


def _size_doubts(report: Report, limits: StlLimits) -> Iterator[StlFinding]:
    extent = max(report.size_mm)
    usual = limits.usual_extent_min_mm <= extent <= limits.usual_extent_max_mm
    unit = _UNIT_NAMES.get(report.plausible_unit or "")
    if unit:
        yield warning(StlCode.UNIT, "unit", extent_mm=extent, unit=unit)
    elif not usual:
        yield warning(StlCode.UNIT, extent_mm=extent)


def _mesh_doubts(report: Report, topology: Topology, limits: StlLimits) -> Iterator[StlFinding]:
    if report.degenerate_triangles > limits.degenerate_share * report.triangles:
        yield warning(
            StlCode.DEGENERATE, count=report.degenerate_triangles, triangles=report.triangles
        )
    if report.duplicate_triangles > limits.duplicate_share * report.triangles:
        yield warning(
            StlCode.DUPLICATE, count=report.duplicate_triangles, triangles=report.triangles
        )
    if report.non_manifold_edges > limits.bad_edge_share * topology.edges:
        yield warning(StlCode.NON_MANIFOLD, count=report.non_manifold_edges)
    if report.flipped_edges > limits.bad_edge_share * topology.edges:
        yield warning(StlCode.FLIPPED, count=report.flipped_edges)
    if report.pieces > limits.max_pieces:
        yield warning(StlCode.MANY_PIECES, pieces=report.pieces)
