"""Triangles of a sample's surface, and the binary STL that they go into."""

from typing import Final

import numpy as np

from tools.samples.crowns import Array

_RECORD: Final = np.dtype([("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")])


def strip_triangles(points: Array) -> Array:
    """Two triangles for each cell of a grid (rows, columns, 3), wound to face +z; (n, 3, 3)."""
    near, far = points[:-1], points[1:]
    a, b, c, d = near[:, :-1], near[:, 1:], far[:, :-1], far[:, 1:]
    one, other = np.stack((a, d, b), axis=2), np.stack((a, c, d), axis=2)
    return np.concatenate((one, other), axis=2).reshape(-1, 3, 3)


def stl_file(corners: Array) -> bytes:
    """Binary STL; the header names a made-up patient, as scanners do."""
    records = np.zeros(len(corners), _RECORD)
    records["corners"] = corners
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    records["normal"] = normals / np.where(length == 0, 1, length)
    header = b"Patient: Sample, Sam  Scanner sample arch".ljust(80)
    return header + len(corners).to_bytes(4, "little") + records.tobytes()
