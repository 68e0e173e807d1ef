"""Sizes of a chunk of triangles: bounds, area, volume, edge lengths; computed in float64."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Floats32
from scans.gate.stl.scratch import Scratch

Floats64 = NDArray[np.float64]

_FLAT: Final = 2.0**-23
"""A triangle is degenerate when its height is below this part of its longest side: the relative
precision of the file's 32-bit floats, so that the height is nothing but rounding."""


class Geometry(NamedTuple):
    """Sums over triangles. Lengths in the file's unit.

    `volume` is that of the cone from the origin over all triangles, which is the enclosed volume
    where the surface is closed, negative where it is wound inside out. Edge lengths count every
    side of every triangle, so a shared edge counts twice.
    """

    lowest: Floats64
    highest: Floats64
    area: float
    volume: float
    degenerate: int
    shortest: float
    longest: float
    length: float


def measure(chunk: Floats32, scratch: Scratch) -> Geometry | None:
    """Figures of a chunk of `Mesh.chunks`, shape (9, m), m > 0; None with a NaN or infinity."""
    low, high = chunk.min(axis=1), chunk.max(axis=1)  # NaN and infinity both come through
    if not (np.isfinite(low).all() and np.isfinite(high).all()):
        return None
    shape = (3, 3, chunk.shape[1])
    corners: Floats64 = scratch.array("corners", shape, np.float64)
    sides: Floats64 = scratch.array("sides", shape, np.float64)
    squares: Floats64 = scratch.array("squares", shape[1:], np.float64)
    corners[:] = chunk.reshape(shape)
    for side in range(3):
        np.subtract(corners[(side + 1) % 3], corners[side], out=sides[side])
    np.einsum("sam,sam->sm", sides, sides, out=squares)
    normals = cross(sides[0], sides[1], out=sides[2])
    doubled = np.sqrt(np.einsum("am,am->m", normals, normals))
    flat = doubled <= _FLAT * squares.max(axis=0)
    return Geometry(
        lowest=low.reshape(3, 3).min(axis=0).astype(np.float64),
        highest=high.reshape(3, 3).max(axis=0).astype(np.float64),
        area=float(doubled.sum()) / 2,
        volume=float(np.einsum("am,am->", normals, corners[0])) / 6,
        degenerate=int(np.count_nonzero(flat)),
        shortest=float(np.sqrt(squares.min())),
        longest=float(np.sqrt(squares.max())),
        length=float(np.sqrt(squares, out=squares).sum()),
    )


def total(parts: Sequence[Geometry]) -> Geometry:
    """Figures of all chunks, added in the order given, so that the same mesh sums up the same."""
    return Geometry(
        lowest=np.min([part.lowest for part in parts], axis=0),
        highest=np.max([part.highest for part in parts], axis=0),
        area=sum(part.area for part in parts),
        volume=sum(part.volume for part in parts),
        degenerate=sum(part.degenerate for part in parts),
        shortest=min(part.shortest for part in parts),
        longest=max(part.longest for part in parts),
        length=sum(part.length for part in parts),
    )


def cross(a: Floats64, b: Floats64, out: Floats64) -> Floats64:
    """Cross products of the columns of two arrays of shape (3, m), written to `out`."""
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        np.multiply(a[u], b[v], out=out[axis])
        out[axis] -= a[v] * b[u]
    return out
