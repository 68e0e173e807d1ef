"""The files that take most memory, examined in processes of their own, stay within 256 MiB."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from scans.gate import stl
from scans.gate.limits import DEFAULT_LIMITS
from tests.support import meshes

FUNCTIONS = Path(stl.__file__).parents[3]
EXAMINE = """
import re, resource, sys
from pathlib import Path
from scans.gate import stl
from scans.gate.limits import DEFAULT_LIMITS
report = stl.examine(Path(sys.argv[1]).read_bytes()).report
status = Path("/proc/self/status")  # as the process counts itself: rusage has its parent's in it
peak = re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1] if status.exists() else 0
print(report.triangles, int(peak) // 1024)
"""


def same(triangles: int) -> meshes.Corners:
    """One triangle again and again: every edge is a single edge, of all of them."""
    return np.broadcast_to(meshes.box(10)[:1], (triangles, 3, 3))


def lattice(triangles: int) -> meshes.Corners:
    """Triangles between points of a lattice, in no order: hardly an edge within one patch."""
    return np.random.default_rng(1).integers(0, 40, (triangles, 3, 3)).astype(np.float32)


@pytest.mark.parametrize("make", [same, lattice])
def test_largest_file_is_examined_within_256_mib(
    make: "type[meshes.Corners]", tmp_path: Path
) -> None:
    triangles = DEFAULT_LIMITS.stl.max_triangles
    path = tmp_path / "scan.stl"
    path.write_bytes(meshes.binary_of_many(make(triangles)))
    done = subprocess.run(
        [sys.executable, "-c", EXAMINE, str(path)],
        cwd=FUNCTIONS,
        check=True,
        capture_output=True,
        text=True,
    )
    found, megabytes = map(int, done.stdout.split())
    assert found == triangles
    assert megabytes <= 256
