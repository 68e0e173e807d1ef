"""Names for vertices, edges and triangles that are plain numbers, so that sorting finds equals.

An STL repeats the coordinates of a vertex in every triangle, so "the same vertex" means the same
coordinates, bit by bit (zero and minus zero being one). A vertex is known by a 64-bit hash of
them, an edge by the sum of its two vertices' hashes, a triangle by the sum of three: sums do not
depend on an order. Two different edges of a million agree by chance once in millions of files; a
file made so that they do gains a wrong figure in its own report and nothing else.
"""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.mesh import Floats32
from scans.gate.stl.scratch import Scratch

Hashes = NDArray[np.uint64]

DIRECTION: Final = np.uint64(1)
"""The bit of a side's key that says in which direction of its edge it runs."""

RANGES: Final = 32
"""Hashes of many chunks are gone through range by range: a range takes little memory, and two
threads can work on two of them."""

_BORDERS: Final = np.arange(1, RANGES, dtype=np.uint64) << np.uint64(59)
_WORD: Final = np.uint64(32)


def of_corners(chunk: Floats32, scratch: Scratch) -> Hashes:
    """Hashes of the corners of a chunk of `Mesh.chunks`, shape (3 corners, m).

    Multiplying by odd constants and folding the high half down, as in the finaliser of
    splitmix64 (whose constants these are), spreads every bit over the whole hash.
    """
    shape = (3, chunk.shape[1])
    positive = np.add(chunk, np.float32(0), out=scratch.array("+0", chunk.shape, np.float32))
    x, y, z = positive.view(np.uint32).reshape(3, 3, -1).transpose(1, 0, 2)  # -0 is 0 now
    mixed: Hashes = scratch.array("hashes", shape, np.uint64)
    folded: Hashes = scratch.array("folded", shape, np.uint64)
    np.left_shift(y, _WORD, out=mixed, dtype=np.uint64)
    mixed |= x
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    mixed ^= np.right_shift(mixed, _WORD, out=folded)
    mixed += z
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= np.right_shift(mixed, np.uint64(29), out=folded)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= np.right_shift(mixed, _WORD, out=folded)
    return mixed


def of_sides(corners: Hashes, out: Hashes) -> None:
    """Write the keys of the edges that triangles have on their sides, shape (3 sides, m).

    Side `i` goes from corner `i` to the next. Keys of both directions of an edge differ in the
    bit `DIRECTION` alone.
    """
    for side in range(3):
        start, end = corners[side], corners[(side + 1) % 3]
        np.add(start, end, out=out[side])
        out[side] &= ~DIRECTION
        out[side] |= start < end


def whole(corners: Hashes) -> NDArray[np.bool_]:
    """Which triangles have three different corners, shape (m,); the others connect nothing."""
    first, second, third = corners
    different: NDArray[np.bool_] = (first != second) & (second != third) & (third != first)
    return different


def distinct(hashes: Hashes) -> Hashes:
    """The different ones among hashes, of shape (n,), sorted. Sorts `hashes` in place."""
    hashes.sort()
    new = np.ones(len(hashes), np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=new[1:])
    return hashes.take(np.flatnonzero(new))


def range_of(hashes: Hashes) -> NDArray[np.uint8]:
    """In which of the RANGES each of some hashes lies."""
    return (hashes >> np.uint64(59)).astype(np.uint8)


def ranges(sorted_hashes: Hashes) -> list[slice]:
    """Where the RANGES equal ranges of all numbers lie in sorted hashes."""
    ends = np.searchsorted(sorted_hashes, _BORDERS).tolist()
    return [slice(*pair) for pair in pairwise((0, *ends, len(sorted_hashes)))]
