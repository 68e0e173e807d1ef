"""Rims of the surface: its outer border, and the border of each hole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import hashes
from scans.gate.stl.components import Indices, components
from scans.gate.stl.geometry import Floats64
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import CHUNK, Mesh
from scans.gate.stl.scratch import Scratch

_MOST: Final = 500_000
"""Open sides beyond which rims are not followed: it would take 200 bytes for each. Scans have
thousands."""
_HOLES: Final = 20
_PINHOLE_MM: Final = 0.5
"""Holes narrower than this are left out. Scanners give points 0.1 to 0.3 mm apart, so that a hole
of one or two triangles that were dropped is as wide, and no form is hidden in it."""
_SIZEABLE: Final = 0.2
"""A piece whose border is narrower than this part of the widest is a stray island: a scrap of cheek
beside an arch of 60 mm is some 4 mm wide, the smaller part of an arch in two parts 20."""
_FRAYED_MM: Final = 1.0
"""Gum between a hole and the outer border that is no wider than this is a frayed border: it is a
few triangles wide."""
_FRAYED_SIDES: Final = 2.0  # as many of its triangles' sides, where those are longer than 0.5 mm
_COMPARED: Final = 400
"""Vertices of a rim that are compared with each other; a hole of 10 mm has some 200."""
_AT_ONCE: Final = 100  # vertices that are compared with a border of thousands


@dataclass(frozen=True)
class HoleRim:
    """The rim of a hole inside the surface, in the file's coordinates, mm.

    Attributes:
        at: the middle of the rim.
        across_mm: the distance of the two of its vertices that are farthest apart.
        around_mm: its length.
    """

    at: tuple[float, float, float]
    across_mm: float
    around_mm: float


class Rims(NamedTuple):
    """Rims of a surface.

    Attributes:
        loops: their number; None with more than 500,000 open sides.
        holes: the largest of those that are holes, 20 at most, the largest first.
    """

    loops: int | None
    holes: tuple[HoleRim, ...]


class _Sides(NamedTuple):
    """Open sides, which rim each is of, and figures of the rims.

    Attributes:
        starts: where sides begin, mm, shape (sides, 3).
        rim_of: number of the rim of each side.
        piece_of: the piece of the surface that each rim is of, shape (rims,).
        around, middle: length of each rim, and its middle; (rims,) and (rims, 3).
        wide: twice the distance from there to the farthest vertex, (rims,): how wide a round rim
            is, and somewhat more than others are.
    """

    starts: Floats64
    rim_of: Indices
    piece_of: Indices
    around: Floats64
    middle: Floats64
    wide: Floats64

    def of(self, rim: int) -> Floats64:
        """The vertices of a rim, (n, 3)."""
        vertices: Floats64 = self.starts[self.rim_of == rim]
        return vertices


def traced(mesh: Mesh, open_sides: Sequence[Indices], pieces: Callable[[Indices], Indices]) -> Rims:
    """Follow the rims that open sides make.

    Sides that share a vertex belong together. A simple rim has as many vertices as sides; where
    rims touch in a vertex, there is a vertex less for each rim after the first, so that sides,
    less vertices, plus one, is their number. Where triangles are missing from the count at edges
    of three or more, a rim may be no circle: it counts as one.

    The outer border of a piece is its widest rim, with all that touches it; the others are holes.

    Args:
        mesh: the mesh.
        open_sides: arrays of sides, numbered as in `stl.topology`.
        pieces: gives the piece of the surface that each of some sides is of.
    """
    if sum(map(len, open_sides)) > _MOST:
        return Rims(None, ())
    sides = np.concatenate(open_sides)
    names, starts, ends = _ends(mesh, sides)
    vertices, nodes = np.unique(names, return_inverse=True)
    joined = nodes.astype(np.int32)
    rims, rim_of = components(len(vertices), joined[: len(sides)], joined[len(sides) :])
    side_of = rim_of[joined[: len(sides)]]
    circles = np.bincount(side_of, minlength=rims) - np.bincount(rim_of, minlength=rims) + 1
    found = int(np.maximum(circles, 1).sum())
    return Rims(
        found, _holes(_measured(starts, ends, side_of, pieces(sides))) if len(sides) else ()
    )


def _measured(starts: Floats64, ends: Floats64, rim_of: Indices, pieces: Indices) -> _Sides:
    lengths = np.linalg.norm(ends - starts, axis=1)
    around = np.bincount(rim_of, lengths).astype(np.float64)
    moments = [np.bincount(rim_of, lengths * axis) for axis in ((starts + ends) / 2).T]
    middle = np.stack(moments, axis=1) / np.maximum(around, 1e-30)[:, None]
    wide = np.zeros(len(around))
    np.maximum.at(wide, rim_of, 2 * np.linalg.norm(starts - middle[rim_of], axis=1))
    return _Sides(starts, rim_of, _piece_of(rim_of, pieces), around, middle, wide)


def _piece_of(rim_of: Indices, pieces: Indices) -> Indices:
    """The piece that most sides of each rim are of.

    A frayed border touches scraps: triangles that hang on a single vertex and are pieces by
    themselves.
    """
    span = int(pieces.max()) + 1
    pairs, sides = np.unique(rim_of.astype(np.int64) * span + pieces, return_counts=True)
    rims, named = np.divmod(pairs[np.argsort(sides, kind="stable")], span)
    found: Indices = np.zeros(int(rims.max()) + 1, np.int32)
    found[rims] = named  # of a rim's pieces, the last one stays
    return found


def _holes(sides: _Sides) -> tuple[HoleRim, ...]:
    """The holes that are neither pinholes nor in a stray island nor part of a frayed border."""
    order = np.lexsort((sides.wide, sides.piece_of))
    last = np.append(np.diff(sides.piece_of[order]) != 0, True)
    borders = order[last]
    border_of = dict(zip(sides.piece_of[borders].tolist(), borders.tolist(), strict=True))
    inner = np.ones(len(order), np.bool_)
    inner[borders] = False
    sizeable = sides.piece_of[borders[sides.wide[borders] >= _SIZEABLE * sides.wide[borders].max()]]
    inner &= (sides.wide >= _PINHOLE_MM) & np.isin(sides.piece_of, sizeable)
    candidates = np.flatnonzero(inner)
    candidates = candidates[np.argsort(-sides.wide[candidates], kind="stable")][: 2 * _HOLES]
    rims = [
        _hole(sides, rim)
        for rim in candidates.tolist()
        if not _is_fraying(sides, rim, border_of[int(sides.piece_of[rim])])
    ]
    sized = sorted((r for r in rims if r.across_mm >= _PINHOLE_MM), key=lambda r: -r.across_mm)
    return tuple(sized[:_HOLES])


def _is_fraying(sides: _Sides, rim: int, border: int) -> bool:
    """Whether a rim comes so near to the outer border that it is a frayed part of that."""
    vertices, outer = sides.of(rim), sides.of(border)
    reach = max(_FRAYED_MM, _FRAYED_SIDES * float(sides.around[border]) / len(outer))
    low, high = vertices.min(axis=0) - reach, vertices.max(axis=0) + reach
    near = outer[((outer >= low) & (outer <= high)).all(axis=1)][:, None]
    return any(
        bool((np.linalg.norm(near - some, axis=2) <= reach).any())
        for some in np.array_split(vertices, -(-len(vertices) // _AT_ONCE))
    )


def _hole(sides: _Sides, rim: int) -> HoleRim:
    vertices = sides.of(rim)
    some = vertices[:: -(-len(vertices) // _COMPARED)]
    apart = np.linalg.norm(some[:, None] - some[None], axis=2).max()
    x, y, z = sides.middle[rim].tolist()
    return HoleRim((x, y, z), float(apart), float(sides.around[rim]))


def _ends(mesh: Mesh, sides: Indices) -> tuple[Hashes, Floats64, Floats64]:
    """The vertices where sides start and then those where they end, and where both are."""
    chunk, place = np.divmod(sides.astype(np.int64), 3 * CHUNK)
    side, triangle = np.divmod(place, CHUNK)
    corners = mesh.corners[chunk * CHUNK + triangle].reshape(len(sides), 9)
    vertices = hashes.of_corners(np.ascontiguousarray(corners.T), Scratch())
    column: NDArray[np.intp] = np.arange(len(sides))
    after = (side + 1) % 3
    placed = corners.reshape(-1, 3, 3).astype(np.float64)
    names = np.concatenate((vertices[side, column], vertices[after, column]))
    return names, placed[column, side], placed[column, after]
