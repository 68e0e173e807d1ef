"""What is countable by itself: different vertices, and triangles that occur more than once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scans.gate.stl import hashes
from scans.gate.stl.hashes import Hashes
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.scratch import Scratch
from scans.gate.stl.workers import THREADS, spread


@dataclass(frozen=True)
class Points:
    """Hashes of a chunk's different vertices and triangles, ascending.

    `whole` counts the triangles with three different corners; the others have no hash here.
    """

    vertices: Hashes
    triangles: Hashes
    whole: int


@dataclass(frozen=True)
class Counts:
    """Figures of a mesh.

    `duplicates` are triangles that repeat an earlier one on the same three corners, `whole` are
    those with three different corners.
    """

    vertices: int
    duplicates: int
    whole: int


def of_chunk(chunk: Floats32, scratch: Scratch) -> Points:
    """The points of a chunk of `Mesh.chunks`, shape (9, m)."""
    corners = hashes.of_corners(chunk, scratch)
    triangles = corners.sum(axis=0)
    if not (whole := hashes.whole(corners)).all():
        triangles = triangles[whole]
    return Points(hashes.distinct(corners.reshape(-1)), hashes.distinct(triangles), len(triangles))


def count(chunks: Sequence[Points], threads: int = THREADS) -> Counts:
    """Count over all chunks."""
    whole = sum(chunk.whole for chunk in chunks)
    return Counts(
        vertices=_distinct([chunk.vertices for chunk in chunks], threads),
        duplicates=whole - _distinct([chunk.triangles for chunk in chunks], threads),
        whole=whole,
    )


def _distinct(runs: Sequence[Hashes], threads: int) -> int:
    """Number of different hashes in some sorted arrays."""
    cuts = [hashes.ranges(run) for run in runs]

    def count(number: int) -> int:
        parts = [run[cut[number]] for run, cut in zip(runs, cuts, strict=True)]
        return len(hashes.distinct(np.concatenate(parts)))

    return sum(spread(lambda: count, hashes.RANGES, threads))
