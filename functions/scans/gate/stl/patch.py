"""A chunk of the triangles as a patch of the surface: its own edges and pieces.

Files keep neighbouring triangles close together, so most edges lie within one patch. Their sides
are sorted here, in the processor's cache, and only what is left goes to `stl.topology`, which sews
the patches together.

Arrays are gathered with `take` of indices and not with masks, which cost three times as much.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import hashes
from scans.gate.stl.components import Indices, components
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK, Floats32
from scans.gate.stl.scratch import Scratch

Small = NDArray[np.uint8]
Places = NDArray[np.intp]

_PLACE: Final = np.uint64(0xFFFF)
_PLACES: Final = np.arange(3 * CHUNK, dtype=np.uint64).reshape(3, CHUNK)
"""The place of side s of triangle t of a chunk is s * CHUNK + t, a number of 16 bits."""


@dataclass(frozen=True)
class Edges:
    """Edges with how many sides of triangles lie on them; arrays of the same length.

    `keys` are ascending and have the bit of direction set. `sides` counts up to 3 and `upward`,
    those of one direction, up to 2: beyond two sides the number makes no difference. `places`
    holds one of the sides.
    """

    keys: Hashes
    sides: Small
    upward: Small
    places: NDArray[np.uint16]

    def part(self, which: slice) -> "Edges":
        """Some of them, without a copy."""
        return Edges(self.keys[which], self.sides[which], self.upward[which], self.places[which])


@dataclass(frozen=True)
class Patch:
    """The edges of a chunk, and its pieces, which are connected over edges.

    `piece_of` has the piece of each triangle of the chunk, from 0. Each triangle with two equal
    corners is a piece of its own, without edges.
    """

    edges: Edges
    pieces: int
    piece_of: Indices


@dataclass(frozen=True)
class _Sides:
    """Sides in the order of their edges' keys; `upward` is 1 for those of one direction."""

    keys: Hashes
    upward: Small
    places: Places


def cut(chunk: Floats32, scratch: Scratch) -> Patch:
    """Make a patch of a chunk of `Mesh.chunks`, shape (9, m)."""
    size = chunk.shape[1]
    corners = hashes.of_corners(chunk, scratch)
    keys = scratch.array("keys", (3, CHUNK), np.uint64)
    hashes.of_sides(corners, out=keys[:, :size])
    packed = (keys[:, :size] & ~_PLACE) | _PLACES[:, :size]
    if not (whole := hashes.whole(corners)).all():
        packed = packed[:, whole]
    sides = _sorted(keys.reshape(-1), packed.reshape(-1))
    same = np.append(sides.keys[1:] == sides.keys[:-1], (False, False))
    return Patch(_edges(sides, same), *components(size, *_links(sides, same)))


def _sorted(keys: Hashes, packed: Hashes) -> _Sides:
    """Sides by the keys at their places; `packed` is keys with places in the lower 16 bits.

    Sorting plain numbers is three times as fast as sorting an index to them, hence the packing.
    Should keys that differ in those bits alone come out of order, which happens to one file in
    thousands, this chunk is sorted the slow way.
    """
    packed.sort()
    packed &= _PLACE
    places = packed.view(np.int64)
    found = keys.take(places)
    upward = found.astype(np.uint8) & np.uint8(hashes.DIRECTION)
    found |= hashes.DIRECTION
    if (found[1:] < found[:-1]).any():
        order = np.argsort(found)
        found, upward, places = found[order], upward[order], places[order]
    return _Sides(found, upward, places)


def _edges(sides: _Sides, same: NDArray[np.bool_]) -> Edges:
    """Edges of sides; `same` tells whether a side and the next are of the same edge."""
    first = np.flatnonzero(np.append(True, ~same[:-2])[: len(sides.keys)])
    second = same.take(first)
    third = same.take(first + 1) & second
    upward = np.append(sides.upward, np.uint8(0))
    return Edges(
        keys=sides.keys.take(first),
        sides=second.view(np.uint8) + third.view(np.uint8) + np.uint8(1),
        upward=upward.take(first) + (upward.take(first + 1) & second),
        places=sides.places.take(first).astype(np.uint16),
    )


def _links(sides: _Sides, same: NDArray[np.bool_]) -> tuple[Indices, Indices]:
    """Triangles of the chunk, pair by pair, that share an edge."""
    triangles = sides.places.astype(np.int32) & (CHUNK - 1)
    linked = np.flatnonzero(same)
    return triangles.take(linked), triangles.take(linked + 1)
