"""numpy-stl with its compiled speedups: read an ASCII STL."""

import json
import sys
import zlib

import stl
from stl._compat import has_speedups


def main(path: str) -> None:
    """Read, without the normals being computed anew, and tell what was read by its checksum."""
    if not has_speedups():
        raise SystemExit("numpy-stl runs without its speedups: install numpy-stl[fast]")
    mesh = stl.Mesh.from_file(path, mode=stl.Mode.ASCII, calculate_normals=False)
    corners = mesh.vectors.tobytes()
    print(json.dumps({"triangles": len(mesh.vectors), "checksum": zlib.crc32(corners)}))


main(sys.argv[1])
