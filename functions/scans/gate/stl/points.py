"""What is countable by itself: different vertices, and triangles that occur more than once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import groups, hashes
from scans.gate.stl.groups import Places, Truths
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.scratch import Scratch


class Points(NamedTuple):
    """The different vertices and triangles of a chunk.

    `vertices`: hashes of the vertices, in no order; `vertex_of`: number of that at each corner,
    (3, m). `whole` counts the triangles with three different corners, `different` those of them
    that are not on the same corners as another.
    """

    vertices: Hashes
    vertex_of: NDArray[np.uint16]
    whole: int
    different: int

    def triangles(self, seam: Truths) -> Hashes:
        """Hashes of the different whole triangles that have all corners on a seam, (3, m)."""
        some = np.flatnonzero(seam.all(axis=0))
        corners = self.vertices.take(self.vertex_of.take(some, axis=1))
        return hashes.distinct(corners[:, hashes.whole(corners)].sum(axis=0))


class Counts(NamedTuple):
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
    _, different = _own(corners.sum(axis=0).take(whole), scratch)
    return Points(
        vertices=corners.reshape(-1).take(own),
        vertex_of=number.take(first).reshape(corners.shape),
        whole=len(whole),
        different=len(different),
    )


def count(chunks: list[Points]) -> Counts:
    """Count over all chunks. Empties the list."""
    again = groups.repeated([chunk.vertices for chunk in chunks])
    seams = [each.take(chunk.vertex_of) for chunk, each in zip(chunks, again, strict=True)]
    whole = sum(chunk.whole for chunk in chunks)
    # Triangles that several chunks have have all their corners on seams.
    doubtful = [chunk.triangles(seam) for chunk, seam in zip(chunks, seams, strict=True)]
    different = sum(chunk.different for chunk in chunks) - _repeats(doubtful)
    runs = [chunk.vertices for chunk in chunks]
    chunks.clear()  # the memory is needed now
    vertices = sum(map(len, runs))
    for number, each in enumerate(again):
        runs[number] = runs[number].take(np.flatnonzero(each))
    return Counts(vertices - _repeats(runs), whole - different, whole, seams)


def _own(keys: Hashes, scratch: Scratch) -> tuple[Places, Places]:
    """See `groups.firsts`; and those that stand for themselves."""
    first = groups.firsts(keys, scratch)
    return first, np.flatnonzero(first == np.arange(len(first)))


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
