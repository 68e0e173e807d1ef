"""How the triangles hang together: vertices, edges, holes, pieces.

An STL repeats the coordinates of a vertex in every triangle, so "the same vertex" means the same
coordinates, bit by bit (zero and minus zero being one). A vertex is known by a 64-bit hash of
its coordinates, an edge by the sum of its two vertices' hashes, a triangle by the sum of three:
none depends on an order, and sorting numbers brings equals together without building an index.
Two different edges of a million agree by chance once in ten million meshes; a file made so that
they do gains a wrong figure in its own report and nothing else.

Triangles with two equal corners connect nothing and are left out of all figures but the vertices.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.stl.mesh import Floats32, Mesh

Hashes = NDArray[np.uint64]
Indices = NDArray[np.int32]

_PARTS: Final = 8  # edge keys are sorted in this many parts, which bounds the memory taken
_MOST_RIM_EDGES: Final = 500_000  # beyond, rims are not followed: it would take 100 bytes an edge
_ONE: Final = np.uint64(1)


@dataclass(frozen=True)
class Topology:
    """Figures about the connections of a mesh; see `stl.report.Report` for their meaning."""

    unique_vertices: int
    open_edges: int
    open_loops: int | None
    non_manifold_edges: int
    flipped_edges: int
    duplicate_triangles: int
    pieces: int
    edges: int


class Connections:
    """Collects the hashes of a mesh, chunk by chunk, and then counts."""

    def __init__(self, mesh: Mesh) -> None:
        self._mesh = mesh
        self._vertices: Hashes = np.empty((3, len(mesh)), np.uint64)
        self._at = 0

    def add(self, chunk: Floats32) -> None:
        """Take in the next chunk of `Mesh.chunks`, shape (9, m)."""
        end = self._at + chunk.shape[1]
        for corner in range(3):
            self._vertices[corner, self._at : end] = _hash(chunk[3 * corner : 3 * corner + 3])
        self._at = end

    def count(self) -> Topology:
        """Sort and count. Gives up the collected hashes; call it once."""
        first, second, third = self._vertices
        whole = (first != second) & (second != third) & (third != first)
        kept = None if whole.all() else np.flatnonzero(whole).astype(np.int32)
        if kept is not None:
            first, second, third = first[kept], second[kept], third[kept]
        triangles = len(first)
        duplicates = triangles - _distinct(first + second + third)
        edges = np.concatenate(
            (_edge_keys(first, second), _edge_keys(second, third), _edge_keys(third, first))
        )
        vertices = _distinct(self._vertices.reshape(-1))
        del self._vertices, first, second, third
        tally = _Tally()
        links = [tally.add(edges, part) for part in range(_PARTS)]
        del edges
        open_sides = np.concatenate(tally.open_sides)
        return Topology(
            unique_vertices=vertices,
            open_edges=len(open_sides),
            open_loops=self._loops(open_sides, triangles, kept),
            non_manifold_edges=tally.non_manifold,
            flipped_edges=tally.flipped,
            duplicate_triangles=duplicates,
            pieces=_pieces(links, triangles),
            edges=tally.edges,
        )

    def _loops(self, sides: Indices, triangles: int, kept: Indices | None) -> int | None:
        """Connected rims of the surface, given the sides of triangles that are open."""
        if len(sides) > _MOST_RIM_EDGES:
            return None
        corner, triangle = np.divmod(sides, max(triangles, 1))
        triangle = triangle if kept is None else kept[triangle]
        corners = self._mesh.corners
        ends = np.concatenate((corners[triangle, corner], corners[triangle, (corner + 1) % 3]))
        _, index = np.unique(_hash(np.ascontiguousarray(ends.T)), return_inverse=True)
        nodes: Indices = index.astype(np.int32)
        return components(int(nodes.max(initial=-1)) + 1, nodes[: len(sides)], nodes[len(sides) :])


class _Tally:
    """Figures over the edges, filled part by part."""

    def __init__(self) -> None:
        self.edges = self.non_manifold = self.flipped = 0
        self.open_sides: list[Indices] = []

    def add(self, keys: Hashes, part: int) -> tuple[Indices, Indices]:
        """Count the edges of one part; return the pairs of sides that share an edge.

        `keys` holds an edge key for each side of each triangle; the side's index in it is
        `corner * triangles + triangle`. The part is chosen by the key's top bits.
        """
        top = keys.view(np.uint8)[7::8] >> 5
        sides = np.flatnonzero(top == part).astype(np.int32)
        part_keys = keys[sides]
        order = np.argsort(part_keys)
        part_keys, sides = part_keys[order], sides[order]
        same = (part_keys[1:] ^ part_keys[:-1]) <= _ONE  # bit 0 is the direction, not the edge
        starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(sides)), bool), ~same)))
        sharing = np.diff(np.append(starts, len(sides)))
        self.edges += len(starts)
        self.open_sides.append(sides[starts[sharing == 1]])
        self.non_manifold += int(np.count_nonzero(sharing > 2))
        pair = starts[sharing == 2]
        self.flipped += int(np.count_nonzero(part_keys[pair] == part_keys[pair + 1]))
        return sides[:-1][same], sides[1:][same]


def components(nodes: int, ends_a: Indices, ends_b: Indices) -> int:
    """Number of connected components of a graph with `nodes` nodes and edges (a[i], b[i]).

    Every round hangs each root below its smallest neighbour and then flattens the trees, so the
    number of rounds grows with the logarithm of the nodes.
    """
    parent = np.arange(nodes, dtype=np.int32)
    while True:
        ends_a, ends_b = parent[ends_a], parent[ends_b]
        apart = ends_a != ends_b
        ends_a, ends_b = ends_a[apart], ends_b[apart]
        if not len(ends_a):
            return int(np.count_nonzero(parent == np.arange(nodes, dtype=np.int32)))
        np.minimum.at(parent, np.maximum(ends_a, ends_b), np.minimum(ends_a, ends_b))
        above = parent[parent]
        while not np.array_equal(above, parent):
            parent, above = above, above[above]


def _pieces(links: list[tuple[Indices, Indices]], triangles: int) -> int:
    ends = [np.concatenate([link[end] for link in links]) % max(triangles, 1) for end in (0, 1)]
    return components(triangles, ends[0].astype(np.int32), ends[1].astype(np.int32))


def _distinct(keys: Hashes) -> int:
    """Number of distinct keys. Sorts `keys` in place."""
    keys.sort()
    return int(np.count_nonzero(keys[1:] != keys[:-1])) + min(1, len(keys))


def _edge_keys(start: Hashes, end: Hashes) -> Hashes:
    """Keys of the edges: equal for both directions but for bit 0, which is the direction."""
    keys: Hashes = start + end
    keys &= ~_ONE
    keys |= start < end
    return keys


def _hash(xyz: Floats32) -> Hashes:
    """64-bit hashes of coordinates of shape (3, m), contiguous.

    Multiplying by odd constants and folding the high half down, as in the finaliser of
    splitmix64 (whose constants these are), spreads every bit over the whole hash.
    """
    x, y, z = (xyz + np.float32(0)).view(np.uint32)  # adding zero turns -0 into 0
    mixed: Hashes = y.astype(np.uint64) << np.uint64(32)
    mixed |= x
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    mixed += z
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(32)
    return mixed
