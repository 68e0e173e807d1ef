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
    return rejection(
        StlCode.NOT_FINITE,
        "Some coordinates of the scan are not numbers, so the file is damaged: export the scan "
        "again and upload the new file.",
    )


def _refusals(report: Report, limits: StlLimits) -> Iterator[StlFinding]:
    extent = max(report.size_mm)
    if report.degenerate_triangles == report.triangles:
        yield rejection(
            StlCode.NO_SURFACE,
            "All triangles of the file are flat, it holds no surface: export the scan again and "
            "upload the new file.",
        )
    elif extent < limits.min_extent_mm:
        yield rejection(
            StlCode.TOO_SMALL,
            f"The scan measures less than {limits.min_extent_mm} mm: export it again in "
            "millimetres.",
        )
    if extent > limits.max_extent_mm:
        yield rejection(
            StlCode.TOO_BIG,
            f"The scan measures {extent:,.0f} mm, far more than a mouth: export it again in "
            "millimetres.",
        )
    farthest = max(map(abs, (*report.bounds_mm.min, *report.bounds_mm.max)))
    if farthest > limits.max_coordinate_mm:
        yield rejection(
            StlCode.TOO_FAR,
            "The scan lies so far from the origin that its details are rounded away: export it "
            "again without moving it.",
        )


def _size_doubts(report: Report, limits: StlLimits) -> Iterator[StlFinding]:
    extent = max(report.size_mm)
    usual = limits.usual_extent_min_mm <= extent <= limits.usual_extent_max_mm
    unit = _UNIT_NAMES.get(report.plausible_unit or "")
    if not usual or unit:
        guess = f" (perhaps it was exported in {unit})" if unit else ""
        yield warning(
            StlCode.UNIT,
            f"The scan measures {extent:,.4g} mm at its longest{guess}: check the size, and export "
            "it again in millimetres if it is wrong.",
        )


def _mesh_doubts(report: Report, topology: Topology, limits: StlLimits) -> Iterator[StlFinding]:
    if report.degenerate_triangles > limits.degenerate_share * report.triangles:
        yield warning(
            StlCode.DEGENERATE,
            f"{report.degenerate_triangles:,} of {report.triangles:,} triangles have no area: "
            "if the lab reports trouble, export the scan again at full resolution.",
        )
    if report.duplicate_triangles > limits.duplicate_share * report.triangles:
        yield warning(
            StlCode.DUPLICATE,
            f"{report.duplicate_triangles:,} of {report.triangles:,} triangles occur more than "
            "once: check that the scan was not exported twice into one file.",
        )
    if report.non_manifold_edges > limits.bad_edge_share * topology.edges:
        yield warning(
            StlCode.NON_MANIFOLD,
            f"At {report.non_manifold_edges:,} edges more than two triangles meet: if the lab "
            "reports trouble, let the scanner's software clean the scan and export it again.",
        )
    if report.flipped_edges > limits.bad_edge_share * topology.edges:
        yield warning(
            StlCode.FLIPPED,
            f"At {report.flipped_edges:,} edges the surface turns inside out: if the lab reports "
            "trouble, let the scanner's software clean the scan and export it again.",
        )
    if report.pieces > limits.max_pieces:
        yield warning(
            StlCode.MANY_PIECES,
            f"The scan consists of {report.pieces:,} loose pieces: remove stray parts in the "
            "scanner's software if they are not wanted, and export it again.",
        )
