"""An object that is written as it comes is stored whole, whatever its size."""

from __future__ import annotations

import pytest

from core.blobs import project_blobs
from tests.support.ids import document_id

_MB = 1024 * 1024


@pytest.mark.parametrize("megabytes", [1, 4, 9])
def test_what_is_written_in_pieces_is_stored_whole(megabytes: int) -> None:
    """Exports hold scans of many MB, and are written file by file."""
    blobs, name = project_blobs(), f"exports/{document_id()}"
    pieces = [bytes([number]) * 65_536 for number in range(16 * megabytes)]
    with blobs.writing(name, "application/zip") as out:
        for piece in pieces:
            out.write(piece)
    made = blobs.described(name)
    assert made.byte_size == megabytes * _MB
    assert blobs.read(name, made.generation, most=made.byte_size) == b"".join(pieces)
    blobs.delete(name, made.generation)
