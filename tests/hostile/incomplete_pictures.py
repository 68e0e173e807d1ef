"""Pictures that lack a part, each made from a sound one; with what is left, and with what is said.

A JPEG's blocks are counted by hand here: 640 x 480 pixels at 4:2:0 are 40 x 30 blocks of 16 x 16.
"""

import re
import zlib
from functools import cache

import numpy as np
from PIL import Image

from tests.hostile.builders import PNG_START, chunk, encoded, png, segment, within

SIZE = (640, 480)
EOI = b"\xff\xd9"


@cache
def jpeg(**options: object) -> bytes:
    """A sound photo with something in each of its blocks."""
    coarse = np.random.default_rng(1).integers(30, 225, (60, 80, 3), dtype=np.uint8)
    picture = Image.fromarray(coarse).resize(SIZE, Image.Resampling.BICUBIC)
    return encoded(picture, "JPEG", **({"quality": 90} | options))


def scan(data: bytes) -> int:
    """Where the pixels of the last scan begin."""
    start = data.rindex(b"\xff\xda")
    return start + 2 + int.from_bytes(data[start + 2 : start + 4])


def restarts(data: bytes) -> list[int]:
    """Where the restart markers stand."""
    start = scan(data)
    return [start + found.start() for found in re.finditer(rb"\xff[\xd0-\xd7]", data[start:])]


def cut(part: float, *, end: bytes = EOI, **options: object) -> bytes:
    """A photo of which a part of the pixels is there, with the mark of its end or without."""
    data = jpeg(**options)
    start = scan(data)
    kept = data[: start + int((len(data) - start) * part)]
    return kept.rstrip(b"\xff") + end


def zero_filled(part: float, *, end: bytes = EOI, **options: object) -> bytes:
    """A photo as a copy that was not finished leaves it: of full length, zeros from there on."""
    data = jpeg(**options)
    start = data.index(b"\xff\xda")
    kept = data[: start + int((len(data) - start) * part)].rstrip(b"\xff")
    return kept.ljust(len(data) - len(end), b"\0") + end


def height(data: bytes, rows: int) -> bytes:
    """A photo that says it has so many rows."""
    at = re.search(rb"\xff[\xc0\xc2]\0\x11\x08", data).end()  # type: ignore[union-attr]
    return data[:at] + rows.to_bytes(2) + data[at + 2 :]


def without_piece(first: int, last: int) -> bytes:
    """A photo with a restart marker after each row of blocks that lacks those from one to another.

    Markers are numbered from 0 to 7 and again from 0: eight pieces may be missing, and the numbers
    of those that are left still follow each other.
    """
    data = jpeg(restart_marker_rows=1)
    marks = restarts(data)
    return data[: marks[first]] + data[marks[last] :]


def exchanged() -> bytes:
    """Two pieces in each other's place."""
    data = jpeg(restart_marker_rows=1)
    one, two, three = restarts(data)[3:6]
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def marked(code: int, part: float = 0.5, **options: object) -> bytes:
    """A photo with a marker among its pixels."""
    data = jpeg(**options)
    start = scan(data)
    at = start + int((len(data) - start) * part)
    while data[at - 1] == 0xFF:
        at += 1
    return within(data, at, bytes((0xFF, code)))


def overwritten(seed: int = 3) -> bytes:
    """A photo whose pixels are exchanged for noise, 40 bytes at three quarters."""
    data = jpeg()
    noise = np.random.default_rng(seed).bytes(40).replace(b"\xff", b"\0")
    at = scan(data) + (len(data) - scan(data)) * 3 // 4
    return data[:at] + noise + data[at + 40 :]


def passes(count: int, *, end: bytes = EOI) -> bytes:
    """A progressive photo of which the first scans are there."""
    data = jpeg(progressive=True)
    starts = [found.start() for found in re.finditer(rb"\xff\xda", data)]
    return data[: starts[count]] + end


def coded_as(marker: int, bits: int = 8) -> bytes:
    """A photo that says it is coded another way."""
    data = jpeg()
    return data.replace(b"\xff\xc0\0\x11\x08", bytes((0xFF, marker, 0, 0x11, bits)), 1)


def between_segments(more: bytes) -> bytes:
    """A photo with bytes before the first of its tables."""
    data = jpeg()
    return within(data, data.index(b"\xff\xdb"), more)


def rows_png(there: int, *, interlaced: bool = False, checked: bool = True) -> bytes:
    """A PNG of 30 rows of 40 pixels, of which so many are there."""
    pixels = np.random.default_rng(2).integers(0, 255, (there, 121), dtype=np.uint8)
    pixels[:, 0] = 0
    packed = zlib.compress(pixels.tobytes(), 9)
    data = png((40, 30), b"")
    body = chunk(b"IDAT", packed if checked else packed[:-4] + b"\0\0\0\0")
    head = data[len(PNG_START) : data.index(b"IDAT") - 4]
    if interlaced:
        head = chunk(b"IHDR", head[8:20] + b"\1")
    return PNG_START + head + body + chunk(b"IEND")


def dnl_jpeg() -> bytes:
    """A photo that tells its height after its pixels."""
    data = height(jpeg(), 0)
    return data[: -len(EOI)] + segment(0xDC, SIZE[1].to_bytes(2)) + EOI
