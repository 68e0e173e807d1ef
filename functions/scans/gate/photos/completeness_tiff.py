"""Whether the strips and tiles of a TIFF have all of their pixels.

libtiff only warns of a JPEG that ends early, as libjpeg does, and reads packed data no further than
the last row, so that it never comes to the sum at the end.
"""

import zlib
from typing import Final

from scans.gate.photos.completeness_jpeg import check_jpeg
from scans.gate.photos.errors import ImageCode, ImageError, damaged
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts import Piece, PixelParts

_SOI, _SOS, _EOI = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
_STEP: Final = 1 << 20
_LOST: Final = "The picture is damaged; some of its rows cannot be read"


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
    """Unpack a piece without keeping it; it may lack its end, where it has all of its rows."""
    packer = zlib.decompressobj()
    had, rest = 0, bytes(packed)
    try:
        while had <= piece.most and not packer.eof:
            unpacked = len(packer.decompress(rest, _STEP))
            had, rest = had + unpacked, packer.unconsumed_tail
            if not rest and not unpacked:
                break
    except zlib.error as err:
        raise damaged(_LOST) from err
    whole = had >= piece.least if packer.eof else had in (piece.least, piece.most)
    if not whole or had > piece.most:
        raise damaged(_LOST)
