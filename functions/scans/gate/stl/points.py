"""What is countable by itself: different vertices, and triangles that occur more than once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import groups, hashes
from scans.gate.stl.groups import Places
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.scratch import Scratch

Truths = NDArray[np.bool_]


@dataclass(frozen=True)
class Points:
    """The different vertices and triangles of a chunk.

    `vertices`: hashes of the vertices, in no order; `vertex_of`: number of that at each corner,
    (3, m). `triangles`: hashes of those with three different corners, and `places`: where they are
    in the chunk. `whole` counts all those with three different corners, also those that repeat one.
    """

    vertices: Hashes
    vertex_of: NDArray[np.uint16]
    triangles: Hashes
    places: NDArray[np.uint16]
    whole: int


@dataclass(frozen=True)
class Counts:
    """Figures of a mesh.

    `duplicates` are triangles that repeat an earlier one on the same three corners, `whole` are
    those with three different corners. `seams` has for each chunk at which corners, (3, m), there
    are vertices that other chunks may have, too: all that they have, and some more.
    """

    vertices: int
    duplicates: int
    whole: int
    seams: list[Truths]


def of_corners(corners: Hashes, scratch: Scratch) -> Points:
    """The points of a chunk, from the hashes of its corners, shape (3, m)."""
    first, own = _own(corners.reshape(-1), scratch)
    number = np.empty(len(first), np.uint16)
    number[own] = np.arange(len(own), dtype=np.uint16)
    whole = np.flatnonzero(hashes.whole(corners))
    triangles = corners.sum(axis=0).take(whole)
    _, different = _own(triangles, scratch)
    return Points(
        vertices=corners.reshape(-1).take(own),
        vertex_of=number.take(first).reshape(corners.shape),
        triangles=triangles.take(different),
        places=whole.take(different).astype(np.uint16),
        whole=len(whole),
    )


def count(chunks: Sequence[Points]) -> Counts:
    """Count over all chunks. Triangles that are in several have all corners on seams."""
    again = groups.repeated([chunk.vertices for chunk in chunks])
    seams = [_seam(chunk, some) for chunk, some in zip(chunks, again, strict=True)]
    shared = [chunk.vertices.take(some) for chunk, some in zip(chunks, again, strict=True)]
    doubtful = [
        chunk.triangles.take(np.flatnonzero(seam.all(axis=0).take(chunk.places)))
        for chunk, seam in zip(chunks, seams, strict=True)
    ]
    whole = sum(chunk.whole for chunk in chunks)
    different = sum(len(chunk.triangles) for chunk in chunks) - _repeats(doubtful)
    return Counts(
        vertices=sum(len(chunk.vertices) for chunk in chunks) - _repeats(shared),
        duplicates=whole - different,
        whole=whole,
        seams=seams,
    )


def _own(keys: Hashes, scratch: Scratch) -> tuple[Places, Places]:
    """See `groups.firsts`; and those that stand for themselves."""
    first = groups.firsts(keys, scratch)
    return first, np.flatnonzero(first == np.arange(len(first)))


def _seam(chunk: Points, again: Places) -> Truths:
    shared = np.zeros(len(chunk.vertices), np.bool_)
    shared[again] = True
    return shared.take(chunk.vertex_of)


def _repeats(runs: Sequence[Hashes]) -> int:
    """How many hashes repeat one of an earlier array; none is twice in one."""
    for run in runs:
        run.sort()
    cuts = [hashes.ranges(run) for run in runs]
    parts = (
        np.concatenate([run[cut[number]] for run, cut in zip(runs, cuts, strict=True)])
        for number in range(hashes.RANGES)
    )
    return sum(len(part) - len(hashes.distinct(part)) for part in parts)
