"""Vectors of many triangles at a time: (3 directions, ...) arrays."""

from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Floats32

Floats = TypeVar("Floats", Floats32, NDArray[np.float64])

LEAST: Final = np.float32(1e-30)
"""Stands for a length of zero, by which nothing can be divided."""


def turned(matrix: Floats32, vectors: Floats32) -> Floats32:
    """Product of a matrix (3, 3) and vectors (3, ...), the same for equal vectors anywhere.

    A library's matrix product may round by where a vector stands in the array, which would open
    cracks between triangles. Zeros in the matrix cost nothing.
    """
    out = np.empty(vectors.shape, np.float32)
    for row, factors in zip(out, matrix, strict=True):
        first, *rest = (v * f for v, f in zip(vectors, factors, strict=True) if f)
        row[:] = sum(rest, first)
    return out


def area_vectors(corners: Floats) -> Floats:
    """At right angles to each triangle, as long as twice its area; (3, m) of (3, 3 corners, m)."""
    u, v = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.stack((
        u[1] * v[2] - u[2] * v[1],
        u[2] * v[0] - u[0] * v[2],
        u[0] * v[1] - u[1] * v[0],
    ))  # fmt: skip


def unit(vectors: Floats32) -> Floats32:
    """Vectors (3, ...) of length 1; those without length become zero."""
    x, y, z = vectors
    length = np.sqrt(x * x + y * y + z * z)
    scaled: Floats32 = vectors / np.maximum(length, LEAST)
    return scaled
