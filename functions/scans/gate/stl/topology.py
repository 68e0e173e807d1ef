"""How the triangles hang together: edges, holes, pieces.

Chunks were made into patches (see `stl.patch`); here they are sewn together. An edge that several
patches have lies on a seam: its sides are added up, and the pieces on both of its ends are one.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import groups, hashes, rims
from scans.gate.stl.components import Indices, components
from scans.gate.stl.groups import Truths
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK, Mesh
from scans.gate.stl.patch import Edges, Patch
from scans.gate.stl.rims import HoleRim
from scans.gate.stl.scratch import Scratch
from scans.gate.stl.workers import THREADS, spread

Links = tuple[Indices, Indices]
"""Triangles of different patches, pair by pair, that share an edge."""

_SIDES: Final = 3 * CHUNK


class Topology(NamedTuple):
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


class _Edges(NamedTuple):
    """Edges of several patches, as arrays of one length.

    `sides` and `upward` are as in `patch.Edges`. `side` is one of an edge's sides, numbered over
    all chunks: place in the chunk + 3 * CHUNK * number of the chunk.
    """

    keys: Hashes
    sides: NDArray[np.uint8]
    upward: NDArray[np.uint8]
    side: Indices


class _Counts(NamedTuple):
    """What was counted in a range; `open_sides` are numbered as in `_Edges.side`."""

    edges: int
    non_manifold: int
    flipped: int
    open_sides: Indices


def sew(
    mesh: Mesh, patches: list[Patch], seams: Sequence[Truths], threads: int = THREADS
) -> Topology:
    """Count over the patches of all chunks of a mesh, in their order. Empties the list.

    `seams`: at which corners of each chunk a vertex is that others may have, see `points.Counts`.
    """
    piece, pieces = _numbered(patches), sum(patch.pieces for patch in patches)
    edges = [patch.edges for patch in patches]
    patches.clear()
    counts, links = _counts(edges, seams, threads)
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


def _counts(
    edges: list[Edges], seams: Sequence[Truths], threads: int
) -> tuple[list[_Counts], list[Links]]:
    """Count over the edges of patches; those that several may have, range by range.

    Empties the list.
    """
    alone, ranges = [], []
    for number, seam in enumerate(seams):
        patch = edges[number]
        shared = _on_seam(patch, seam)
        alone.append(_counted(_numbered_sides(number, patch.take(np.flatnonzero(~shared)))))
        edges[number], cuts = _in_ranges(patch.take(np.flatnonzero(shared)))
        ranges.append(cuts)

    def count(scratch: Scratch, number: int) -> tuple[_Counts, Links]:
        some = _gathered(edges, [cuts[number] for cuts in ranges])
        links = _sew(some, scratch)
        return _counted(some), links

    counts = spread(lambda: partial(count, Scratch()), hashes.RANGES, threads)
    edges.clear()
    return [*alone, *(part for part, _ in counts)], [links for _, links in counts]


def _on_seam(patch: Edges, seam: Truths) -> Truths:
    """Which edges have both ends on a seam, so that other patches may have them, too."""
    sides = np.zeros((3, CHUNK), np.bool_)
    sides[:, : seam.shape[1]] = seam & np.roll(seam, -1, axis=0)
    return sides.reshape(-1).take(patch.places)


def _in_ranges(patch: Edges) -> tuple[Edges, list[slice]]:
    """Edges in the order of the ranges of their keys, and where each range is."""
    number = hashes.range_of(patch.keys)
    ends = np.cumsum(np.bincount(number, minlength=hashes.RANGES)).tolist()
    ordered = patch.take(np.argsort(number, kind="stable"))
    return ordered, [slice(*pair) for pair in pairwise((0, *ends))]


def _gathered(edges: Sequence[Edges], parts: Sequence[slice]) -> _Edges:
    """A part of the edges of each patch, one after another."""
    some = [
        _numbered_sides(number, patch.part(part))
        for number, (patch, part) in enumerate(zip(edges, parts, strict=True))
    ]
    return _Edges(
        np.concatenate([patch.keys for patch in some]),
        np.concatenate([patch.sides for patch in some]),
        np.concatenate([patch.upward for patch in some]),
        np.concatenate([patch.side for patch in some]),
    )


def _numbered_sides(number: int, patch: Edges) -> _Edges:
    """Edges of the patch of that number."""
    side = patch.places + np.int32(_SIDES * number)
    return _Edges(patch.keys, patch.sides, patch.upward, side)


def _counted(edges: _Edges) -> _Counts:
    return _Counts(
        edges=int(np.count_nonzero(edges.sides)),
        non_manifold=int(np.count_nonzero(edges.sides > 2)),
        flipped=int(np.count_nonzero((edges.sides == 2) & (edges.upward != 1))),
        open_sides=edges.side.take(np.flatnonzero(edges.sides == 1)),
    )


def _sew(edges: _Edges, scratch: Scratch) -> Links:
    """Add up the sides of equal edges, and return pairs of sides on them.

    One of the equal ones has the sums then; the others are left without sides.
    """
    first = groups.firsts(edges.keys, scratch)
    others = np.flatnonzero(first != np.arange(len(first)))
    one = first.take(others)
    for counts in (edges.sides, edges.upward):
        sums = counts.astype(np.int64)
        np.add.at(sums, one, counts.take(others).astype(np.int64))
        sums[others] = 0
        counts[:] = np.minimum(sums, 3)
    return _triangles(edges.side.take(one)), _triangles(edges.side.take(others))


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
