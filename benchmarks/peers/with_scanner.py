"""The platform's own gate: parse, full report with verdict, pictures; or parse alone."""

import json
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "functions"))

from scans.gate import stl
from scans.gate.limits import StlLimits


def main(path: str, *, pictures: bool) -> None:
    """Examine one file; a text is parsed only, and told by its checksum."""
    mesh = stl.parse(Path(path).read_bytes(), StlLimits(max_bytes=2**30))
    if not pictures:
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


main(sys.argv[1], pictures="text" not in Path(sys.argv[1]).name)
