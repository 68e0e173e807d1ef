"""The clean copy of a scan: its geometry and nothing else."""

import io

import numpy as np

from scans.gate.stl.mesh import RECORD, Mesh
from scans.gate.stl.parsing import parse


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
    # Filled in place and given away, where a bytearray would have to be copied at the end.
    out = io.BytesIO(bytes(84 + RECORD.itemsize * len(mesh)))
    with out.getbuffer() as room:
        room[80:84] = len(mesh).to_bytes(4, "little")
        rows = np.frombuffer(room, np.uint8, offset=84).reshape(-1, RECORD.itemsize)
        rows[:, :48] = mesh.records.view(np.uint8).reshape(-1, RECORD.itemsize)[:, :48]
        del rows
    return out.getvalue()
