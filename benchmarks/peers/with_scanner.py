"""The platform's own gate: parse, full report with verdict, pictures; or parse alone.

Before the path may stand `judged`: then all is done that the upload's trigger does with a scan.
"""

import json
import sys
import zlib
from pathlib import Path

from scans.gate import stl
from scans.gate.limits import Limits, StlLimits

_LIMITS = StlLimits(max_bytes=2**30)


def main(path: str, *, judged: bool) -> None:
    """Examine one file; a text is parsed only, and told by its checksum."""
    data = Path(path).read_bytes()
    if judged:
        judge(data)
        return
    mesh = stl.parse(data, _LIMITS)
    if "text" in Path(path).name:
        corners = mesh.corners.tobytes()
        print(json.dumps({"triangles": len(mesh), "checksum": zlib.crc32(corners)}))
        return
    report = stl.examine(mesh).report
    if report is None:
        raise SystemExit("the mesh could not be measured")
    stl.pictures(mesh)
    counts = {
        "triangles": report.triangles,
        "vertices": report.unique_vertices,
        "open edges": report.open_edges,
        "rims": report.open_loops,
        "non-manifold": report.non_manifold_edges,
        "flipped": report.flipped_edges,
        "pieces": report.pieces,
    }
    print(json.dumps(counts))


def judge(data: bytes) -> None:
    """Judge a lower jaw: report, pictures, what is recognised, fingerprint, clean copy."""
    from scans.gate import admission
    from scans.gate.models import FileKind

    passed = admission.judge(FileKind.STL, data, Limits(stl=_LIMITS), "lower")
    if not isinstance(passed, admission.Passed) or passed.unmeasured:
        raise SystemExit("the scan was not judged whole")
    print(json.dumps({"pictures": len(passed.pictures)}))


main(sys.argv[-1], judged="judged" in sys.argv[1:-1])
