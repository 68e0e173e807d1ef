"""Whether a PNG has all of its pixels.

Pillow leaves the rows black that a PNG lacks, and says nothing. So the pixels are unpacked once
more, up to the amount that the header calls for, and only counted.
"""

import zlib
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.errors import damaged, ends_early
from scans.gate.photos.findings import ImageFinding, ImageNotice, notice
from scans.gate.photos.parts_png import chunks

_PIECE: Final = 1 << 20
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
# The seven passes of an interlaced picture: first column and row, and steps (PNG, 8.2 "Adam7").
_ADAM7: Final = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # fmt: skip


def check_png(data: bytes, *, ended: bool) -> list[ImageFinding]:
    """Return what is to be said of a PNG that was cut down to its pixels.

    `ended` is whether its last chunk is there. Raises `ImageError` where rows are missing or cannot
    be unpacked, KeyError for a colour type that there is none of.
    """
    height = int.from_bytes(data[20:24])
    row = _row_bytes(data)
    wanted = _interlaced(data) if data[28] else row * height
    had, whole = _unpacked(data, wanted)
    if had < wanted:
        if data[28]:  # each pass has rows from top to bottom
            raise damaged("cut-short")
        raise ends_early(had // row, height)
    if ended and whole:
        return []
    return [notice(ImageNotice.END_MISSING)]


def _row_bytes(data: bytes, width: int | None = None) -> int:
    """Bytes of a row before packing: a filter's number, and the pixels."""
    columns = int.from_bytes(data[16:20]) if width is None else width
    return 1 + (columns * _CHANNELS[data[25]] * data[24] + 7) // 8


def _interlaced(data: bytes) -> int:
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    total = 0
    for left, top, across, down in _ADAM7:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * _row_bytes(data, columns)
    return total


def _unpacked(data: bytes, wanted: int) -> tuple[int, bool]:
    """How many of the bytes wanted there are, and whether the packed data has its own end."""
    packer = zlib.decompressobj()
    had = 0
    try:
        for piece in _pieces(data):
            rest: bytes | memoryview = piece
            while rest and not packer.eof:
                had += len(packer.decompress(rest, _PIECE))
                rest = packer.unconsumed_tail
                if had > wanted:  # more rows than the header says: nobody will see them
                    return wanted, True
    except zlib.error as err:
        if had < wanted:
            raise ends_early(had // _row_bytes(data), int.from_bytes(data[20:24])) from err
        raise damaged("sum") from err
    return had, packer.eof


def _pieces(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    for part in chunks(data):
        if part.label == b"IDAT":
            for at in range(part.body, min(part.end - 4, len(data)), _PIECE):
                yield view[at : min(at + _PIECE, part.end - 4)]
