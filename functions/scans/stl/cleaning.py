"""The clean copy of a scan: its geometry and nothing else."""

import io

from scans.stl.mesh import CHUNK, Mesh
from scans.stl.parsing import parse


def clean(scan: bytes | Mesh) -> bytes:
    """Rewrite a scan as binary STL that holds nothing but its triangles.

    Scanners write the patient's name into the 80-byte header and into ASCII solid names, and some
    software uses the two attribute bytes of a triangle; all of them become zero, and bytes after
    the last triangle are dropped. The twelve floats of each triangle, its normal included, keep
    their exact bits and their order. An ASCII scan is parsed to 32-bit floats, the precision of
    the binary format, and written in binary; normals that are not numbers become zero, which
    readers take to mean "from the winding".

    Raises `StlError` when `scan` is bytes that cannot be parsed. Cleaning what was cleaned changes
    nothing.
    """
    mesh = scan if isinstance(scan, Mesh) else parse(scan)
    out = io.BytesIO()  # gives its buffer away at the end, where bytes of a bytearray are a copy
    out.write(bytes(80) + len(mesh).to_bytes(4, "little"))
    for start in range(0, len(mesh), CHUNK):
        part = mesh.records[start : start + CHUNK].copy()
        part["attribute"] = 0
        out.write(part.tobytes())
    return out.getvalue()
