"""How the triangles hang together: edges, holes, pieces.

Chunks were made into patches (see `stl.patch`); here they are sewn together. An edge that several
patches have lies on a seam: its sides are added up, and the pieces on both of its ends are one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import hashes, rims
from scans.gate.stl.components import Indices, components
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK, Mesh
from scans.gate.stl.patch import Edges, Patch
from scans.gate.stl.rims import HoleRim
from scans.gate.stl.workers import THREADS, spread

Links = tuple[Indices, Indices]
"""Triangles of different patches, pair by pair, that share an edge."""

_SIDES: Final = 3 * CHUNK


@dataclass(frozen=True)
class Topology:
    """Figures about the connections of a mesh; see `stl.report.Report` for their meaning.

    Triangles with two equal corners have no part in them, but for `pieces`, where each is one.
    """

    edges: int
    open_edges: int
    open_loops: int | None
    non_manifold_edges: int
    flipped_edges: int
    pieces: int
    holes: tuple[HoleRim, ...]


@dataclass(frozen=True)
class _Edges:
    """Edges of several patches, as arrays of one length.

    `sides` and `upward` are as in `patch.Edges`. `side` is one of an edge's sides, numbered over
    all chunks: place in the chunk + 3 * CHUNK * number of the chunk.
    """

    keys: Hashes
    sides: NDArray[np.uint8]
    upward: NDArray[np.uint8]
    side: Indices


@dataclass(frozen=True)
class _Counts:
    """What was counted in a range; `open_sides` are numbered as in `_Edges.side`."""

    edges: int
    non_manifold: int
    flipped: int
    open_sides: Indices


def sew(mesh: Mesh, patches: list[Patch], threads: int = THREADS) -> Topology:
    """Count over the patches of all chunks of a mesh, in their order. Empties the list."""
    piece, pieces = _numbered(patches), sum(patch.pieces for patch in patches)
    edges = [patch.edges for patch in patches]
    patches.clear()
    counts, links = _counts(edges, threads)
    left, above = _joined(pieces, piece, links)
    del links  # they may be millions
    traced = rims.traced(
        mesh,
        [part.open_sides for part in counts],
        lambda sides: _top(above, piece.take(_triangles(sides))),
    )
    return Topology(
        edges=sum(part.edges for part in counts),
        open_edges=sum(len(part.open_sides) for part in counts),
        open_loops=traced.loops,
        non_manifold_edges=sum(part.non_manifold for part in counts),
        flipped_edges=sum(part.flipped for part in counts),
        pieces=left,
        holes=traced.holes,
    )


def _counts(edges: list[Edges], threads: int) -> tuple[list[_Counts], list[Links]]:
    """Count over the edges of patches, range by range. Empties the list."""
    cuts = [hashes.ranges(patch.keys) for patch in edges]

    def count(number: int) -> tuple[_Counts, Links]:
        found, links = _sewn(_gathered(edges, [cut[number] for cut in cuts]))
        return _counted(found), links

    counts = spread(lambda: count, hashes.RANGES, threads)
    edges.clear()
    return [part for part, _ in counts], [links for _, links in counts]


def _gathered(edges: Sequence[Edges], parts: Sequence[slice]) -> _Edges:
    """A part of the edges of each patch, one after another."""
    some = [patch.part(part) for patch, part in zip(edges, parts, strict=True)]
    return _Edges(
        np.concatenate([patch.keys for patch in some]),
        np.concatenate([patch.sides for patch in some]),
        np.concatenate([patch.upward for patch in some]),
        np.concatenate([patch.places + np.int32(_SIDES * i) for i, patch in enumerate(some)]),
    )


def _counted(edges: _Edges) -> _Counts:
    return _Counts(
        edges=int(np.count_nonzero(edges.sides)),
        non_manifold=int(np.count_nonzero(edges.sides > 2)),
        flipped=int(np.count_nonzero((edges.sides == 2) & (edges.upward != 1))),
        open_sides=edges.side.take(np.flatnonzero(edges.sides == 1)),
    )


def _sewn(edges: _Edges) -> tuple[_Edges, Links]:
    """Edges with the sides of equal ones added up, and pairs of sides on equal ones.

    The sums are appended; the edges that they replace stay, without sides.
    """
    again = _repeated(edges.keys)
    keys, side = edges.keys[again], edges.side[again]
    same = keys[1:] == keys[:-1]
    first = np.flatnonzero(np.append(True, ~same)[: len(keys)])
    linked = np.flatnonzero(same)
    sewn = _Edges(
        np.append(edges.keys, keys[first]),
        _summed(edges.sides, again, first),
        _summed(edges.upward, again, first),
        np.append(edges.side, side[first]),
    )
    return sewn, (_triangles(side[linked]), _triangles(side[linked + 1]))


def _summed(
    counts: NDArray[np.uint8], again: NDArray[np.int64], first: NDArray[np.intp]
) -> NDArray[np.uint8]:
    """Counts with those at `again` set to zero, and the sums of their groups appended."""
    sums = np.add.reduceat(counts[again], first, dtype=np.int64)
    counts[again] = 0
    return np.append(counts, np.minimum(sums, 3).astype(np.uint8))


def _repeated(keys: Hashes) -> NDArray[np.int64]:
    """Indices of the keys that occur more than once, equal keys side by side.

    As in `stl.patch`, the index goes into the lower bits of the numbers that are sorted. Keys that
    differ in those bits alone come along now and then, and then stand alone.
    """
    low = np.uint64((1 << len(keys).bit_length()) - 1)
    packed = (keys & ~low) | np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    near = (packed[1:] ^ packed[:-1]) <= low
    found = np.flatnonzero(np.append(near, False) | np.append(False, near))
    index = (packed.take(found) & low).view(np.int64)
    return index[np.argsort(keys.take(index), kind="stable")]


def _numbered(patches: Sequence[Patch]) -> Indices:
    """The piece of each triangle, numbered over all patches."""
    starts = np.cumsum([0, *(patch.pieces for patch in patches)], dtype=np.int32)[:-1]
    piece = np.concatenate([patch.piece_of for patch in patches])
    piece += np.repeat(starts, [len(patch.piece_of) for patch in patches])
    return piece


def _joined(pieces: int, piece: Indices, links: Sequence[Links]) -> tuple[int, Indices]:
    """Number of the pieces that are left when links join them, and what each points to then.

    Range by range, each piece that is joined to another points to it. So a file whose triangles
    are in no order, in which every edge is on a seam, takes no more memory than others.
    """
    above = np.arange(pieces, dtype=np.int32)
    for pairs in links:
        one, other = (_top(above, piece.take(triangles)) for triangles in pairs)
        apart = np.flatnonzero(one != other)
        tops, ends = np.unique(np.append(one[apart], other[apart]), return_inverse=True)
        left, group = components(len(tops), *np.split(ends.astype(np.int32), 2))
        _, first = np.unique(group, return_index=True)
        above[tops] = tops[first[group]]
        pieces -= len(tops) - left
    return pieces, above


def _top(above: Indices, pieces: Indices) -> Indices:
    """What pieces point to in the end."""
    higher = above.take(pieces)
    while (higher != pieces).any():
        pieces, higher = higher, above.take(higher)
    return pieces


def _triangles(sides: Indices) -> Indices:
    """Numbers in the mesh of the triangles that have these sides."""
    return sides // np.int32(_SIDES) * np.int32(CHUNK) + sides % np.int32(CHUNK)
