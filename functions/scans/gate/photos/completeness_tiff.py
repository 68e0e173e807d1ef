"""Whether the strips and tiles of a TIFF have all of their pixels.

libtiff only warns of a JPEG that ends early, as libjpeg does, and reads packed data no further than
the last row, so that it never comes to the sum at the end.
"""

import zlib
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.completeness_jpeg import check_jpeg
from scans.gate.photos.errors import ImageCode, ImageError, damaged
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts import Piece, PixelParts

_SOI, _SOS, _EOI = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
_STEP: Final = 1 << 20
_LOST: Final = "rows"


def check_pieces(parts: PixelParts) -> list[ImageFinding]:
    """Return what is to be said of the pieces, each thing once.

    Raises `ImageError` where one of them lacks pixels, or has others than its sum.
    """
    found: dict[ImageFinding, None] = {}
    view = memoryview(parts.data)
    at = len(view) - sum(piece.length for piece in parts.pieces)
    for piece in parts.pieces:
        packed, at = view[at : at + piece.length], at + piece.length
        if piece.least:
            _check_deflated(packed, piece)
        else:
            found |= dict.fromkeys(_said_of_jpeg(bytes(packed), parts.tables))
    return [*found]


def _said_of_jpeg(piece: bytes, tables: bytes) -> list[ImageFinding]:
    ended = _EOI in piece[piece.rfind(_SOS) :]
    try:
        return check_jpeg(_SOI + tables + piece[len(_SOI) :], ended=ended)
    except ImageError as err:
        if err.code is not ImageCode.DAMAGED:
            raise
        raise damaged(_LOST) from err  # the rows it counts are those of the piece


def _check_deflated(packed: memoryview, piece: Piece) -> None:
    """Count what a piece unpacks to; it may lack its end, where it has all of its rows."""
    packer = zlib.decompressobj()
    had = 0
    try:
        for unpacked in _unpacked(packer, packed):
            had += unpacked
            if had > piece.most:
                raise damaged(_LOST)
    except zlib.error as err:
        raise damaged(_LOST) from err
    if not (had >= piece.least if packer.eof else had in (piece.least, piece.most)):
        raise damaged(_LOST)


def _unpacked(packer: "zlib._Decompress", packed: memoryview) -> Iterator[int]:
    """How many bytes come out, step by step: none are kept, and no step has many."""
    for at in range(0, len(packed), _STEP):
        rest: bytes | memoryview = packed[at : at + _STEP]
        while rest and not packer.eof:
            yield len(packer.decompress(rest, _STEP))
            rest = packer.unconsumed_tail
    while more := len(packer.decompress(b"", _STEP)):  # what the last step had no room for
        yield more
