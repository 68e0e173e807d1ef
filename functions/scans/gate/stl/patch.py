"""A chunk of the triangles as a patch of the surface: its own edges and pieces.

Files keep neighbouring triangles close together, so most edges lie within one patch. Their sides
are put together here, in the processor's cache, and what is left goes to `stl.topology`, which sews
the patches together.

Arrays are gathered with `take` of indices and not with masks, which cost three times as much.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import groups, hashes
from scans.gate.stl.components import Indices, components
from scans.gate.stl.groups import Places
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK
from scans.gate.stl.scratch import Scratch

Small = NDArray[np.uint8]

_PLACES: Final = np.arange(3 * CHUNK, dtype=np.uint16).reshape(3, CHUNK)
"""The place of side s of triangle t of a chunk is s * CHUNK + t, a number of 16 bits."""

_UP: Final = 2**20
"""More than sides of a chunk."""


class Edges(NamedTuple):
    """Edges with how many sides of triangles lie on them; arrays of the same length.

    `keys` are in no order and have the bit of direction set. `sides` counts up to 3 and `upward`,
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

    def take(self, which: Places) -> "Edges":
        """Some of them."""
        return Edges(
            self.keys.take(which),
            self.sides.take(which),
            self.upward.take(which),
            self.places.take(which),
        )


class Patch(NamedTuple):
    """The edges of a chunk, and its pieces, which are connected over edges.

    `piece_of` has the piece of each triangle of the chunk, from 0. Each triangle with two equal
    corners is a piece of its own, without edges.
    """

    edges: Edges
    pieces: int
    piece_of: Indices


def cut(corners: Hashes, scratch: Scratch) -> Patch:
    """Make a patch of a chunk, from the hashes of its corners, shape (3, m)."""
    size = corners.shape[1]
    keys = scratch.array("keys", corners.shape, np.uint64)
    hashes.of_sides(corners, out=keys)
    sides, place = keys.reshape(-1), _PLACES[:, :size].reshape(-1)
    if not (whole := hashes.whole(corners)).all():
        some = np.flatnonzero(np.broadcast_to(whole, keys.shape))
        sides, place = sides.take(some), place.take(some)
    upward = (sides & hashes.DIRECTION).astype(np.float64)
    sides |= hashes.DIRECTION
    first = groups.firsts(sides, scratch)
    alike = first == np.arange(len(sides))
    edges = _edges(
        sides, np.bincount(first, 1 + _UP * upward).astype(np.int64), np.flatnonzero(alike), place
    )
    others = np.flatnonzero(~alike)
    triangles = place.astype(np.int32) & (CHUNK - 1)
    joined = triangles.take(others), triangles.take(first.take(others))
    return Patch(edges, *components(size, *joined))


def _edges(sides: Hashes, sums: NDArray[np.int64], own: Places, place: NDArray[np.uint16]) -> Edges:
    """Edges of sides, of which those at `own` stand for all of their edge.

    `sums`: at those, the number of sides, and `_UP` times that of one direction; `place`: where
    sides are in the chunk.
    """
    upward, count = np.divmod(sums.take(own), _UP)
    return Edges(
        keys=sides.take(own),
        sides=np.minimum(count, 3).astype(np.uint8),
        upward=np.minimum(upward, 2).astype(np.uint8),
        places=place.take(own),
    )
