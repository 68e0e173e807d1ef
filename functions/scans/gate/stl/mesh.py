"""The parsed file: triangles as they stand in it, nothing merged, nothing repaired."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl.findings import StlFinding

Floats32 = NDArray[np.float32]

CHUNK: Final = 16_384
"""Triangles worked on at a time: 9 arrays of that length fit a processor core's cache."""

RECORD: Final = np.dtype(
    [("normal", "<f4", (3,)), ("corners", "<f4", (3, 3)), ("attribute", "<u2")]
)
"""One triangle of a binary STL: 50 bytes."""


@dataclass(frozen=True)
class Mesh:
    """Triangles of one STL file.

    `records` is a read-only array of `RECORD`, shape (triangles,). For a binary file it is a view
    of the file's own bytes (no copy is made, so keep in mind that the bytes stay alive with it).
    `notes` are warnings that only the parser could see.
    """

    records: np.ndarray[tuple[int], np.dtype[np.void]]
    format: Literal["binary", "ascii"]
    notes: tuple[StlFinding, ...] = ()

    def __len__(self) -> int:
        return len(self.records)

    @property
    def corners(self) -> Floats32:
        """Corner coordinates as in the file, shape (triangles, 3 corners, 3 axes), strided."""
        corners: Floats32 = self.records["corners"]
        return corners

    @property
    def chunk_count(self) -> int:
        """Number of the chunks."""
        return -(-len(self) // CHUNK)

    def chunks(self) -> Iterator[Floats32]:
        """All chunks, in the order of the file; see `chunk`."""
        return map(self.chunk, range(self.chunk_count))

    def chunk(self, number: int) -> Floats32:
        """Corner coordinates as structure of arrays: contiguous (9, m) float32, m <= CHUNK.

        Row `3 * corner + axis` holds that axis of that corner, for m triangles in file order.
        """
        part = self.corners[number * CHUNK : (number + 1) * CHUNK]
        return np.ascontiguousarray(part.reshape(len(part), 9).T)
