"""Whether a JPEG has all of its pixels.

Decoders show what there is and fill the rest with grey; libjpeg only warns, and Pillow keeps its
warnings to itself. So the pixels are decoded once more, at an eighth of the size and in grey, by a
binding that raises them (`simplejpeg`): every code is read, none is turned into a full picture.
A progressive JPEG whose last passes are missing makes libjpeg say nothing at all: its passes are
added up here.
"""

import io
import re
from contextlib import suppress
from typing import Final

import simplejpeg
from PIL import Image

from scans.gate.photos.errors import damaged, ends_early
from scans.gate.photos.findings import ImageFinding, ImageNotice, notice
from scans.gate.photos.parts import Part, joined
from scans.gate.photos.parts_jpeg import FRAMES, SEQUENTIAL, SOS, TABLES, segments

_EOI: Final = b"\xff\xd9"
_LEFT: Final = re.compile(r"Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9")
_UNKNOWN_SAMPLING: Final = "Could not determine subsampling"
_END_OF_SCAN: Final = "premature end of data segment"
_LOOK_AHEAD: Final = b"\xff\0" * 8
"""The decoder reads up to eight bytes ahead and waits where there are none. Ones are no code, so
that hardly a block is made of these."""
_MOST_LEFT: Final = 64
"""Bytes after the last row that a camera may have written by mistake. Where codes were damaged the
decoder finds its way again and is left with some; beyond this it is taken for that."""

_PADDING_KEPT: Final = 8
"""Bytes that the decoder looks ahead after the last code, and the last code's own."""


def check_jpeg(data: bytes, *, ended: bool) -> list[ImageFinding]:
    """Return what is to be said of a JPEG that was cut down to its pixels.

    `ended` is whether it came with its end marker. Raises `ImageError` where pixels are missing or
    damaged, and says from which row where that can be told.
    """
    parts = list(segments(data))
    frame = next(part for part in parts if part.label in FRAMES)
    scans = [part for part in parts if part.label == SOS]
    findings = _passes(data, frame, scans, ended=ended)
    bare = _bare(data, parts, frame)
    said = _said(bare)
    if said and (left := _LEFT.search(said)):
        findings.append(_left_over(bare, int(left[1])))
        said = None
    if said and _UNKNOWN_SAMPLING in said:
        findings.append(_not_checked(data, bare, frame, scans))
    elif said:
        raise _refusal(said, data, bare, frame)
    if not ended:
        findings.append(notice(ImageNotice.END_MISSING))
    return findings


def _said(bare: bytes) -> str | None:
    """What the decoder says of the pixels; None where it has nothing to say."""
    try:
        simplejpeg.decode_jpeg(bare, "GRAY", fastdct=True, min_height=1, min_width=1, min_factor=8)
    except ValueError as err:
        return str(err)
    return None


def _bare(data: bytes, parts: list[Part], frame: Part) -> bytes:
    """The file without what tells its colours, and with the numbers that scans have to have.

    A version of JFIF that the decoder does not know, a transform of Adobe's, or numbers in a
    sequential scan that have no meaning there are warned of, and would hide the true warnings.
    """
    kept = [part for part in parts if part.label in TABLES | FRAMES | {SOS}]
    if frame.label not in SEQUENTIAL:
        return b"\xff\xd8" + joined(data, kept) + _EOI
    pieces = []
    for part in kept:
        piece = data[part.start : part.end]
        if part.label == SOS:
            at = 5 + 2 * data[part.body]
            piece = piece[:at] + b"\0\x3f\0" + piece[at + 3 :]
        pieces.append(piece)
    return b"\xff\xd8" + b"".join(pieces) + _EOI


def _passes(data: bytes, frame: Part, scans: list[Part], *, ended: bool) -> list[ImageFinding]:
    """Add up what the scans bring of each colour's 64 coefficients."""
    colours = data[frame.body + 6 : frame.body + 6 + 3 * data[frame.body + 5] : 3]
    missing_bits = {colour: [-1] * 64 for colour in colours}
    for scan in scans:
        count = data[scan.body]
        first, last, bits = data[scan.body + 1 + 2 * count : scan.body + 4 + 2 * count]
        if frame.label in SEQUENTIAL:
            first, last, bits = 0, 63, 0
        for colour in data[scan.body + 1 : scan.body + 1 + 2 * count : 2]:
            for coefficient in range(first, min(last, 63) + 1):
                missing_bits[colour][coefficient] = bits & 15
    whole = all(bits == 0 for colour in missing_bits.values() for bits in colour)
    if whole:
        return []
    if not ended or any(colour[0] < 0 for colour in missing_bits.values()):
        raise damaged("passes-missing")
    return [notice(ImageNotice.PASSES_MISSING)]


def _left_over(bare: bytes, count: int) -> ImageFinding:
    """Say that bytes follow the last row; refuse where they are pixels, or stand for pixels.

    Padding is one value over and over, and so is the rest of a copy that was not finished: the
    decoder takes zeros for pixels up to the last row, and for padding after that. So it is asked
    once more with only the start of that row of bytes: all pixels have to be there.
    """
    short = _without_padding(bare)
    said = _said(short)
    left = _LEFT.search(said) if said else None
    more = int(left[1]) if left else 0
    pixels = short[: -len(_EOI) - more] + _EOI
    if (said and not left) or more > _MOST_LEFT or (more and _said(pixels)):
        raise damaged("size")
    return notice(ImageNotice.BYTES_LEFT, count=count)


def _without_padding(bare: bytes) -> bytes:
    """The file with only the first bytes of those, all alike, that stand before its end."""
    pixels = bare[: -len(_EOI)]
    kept = len(pixels.rstrip(pixels[-1:])) + _PADDING_KEPT
    return pixels[:kept] + _EOI


def _not_checked(data: bytes, bare: bytes, frame: Part, scans: list[Part]) -> ImageFinding:
    """Say that only rows, or passes, were counted; refuse where rows are missing.

    Of pixels that come in several scans nothing is shown before the end marker: no row to count.
    """
    height = _height(data, frame)
    if frame.label in SEQUENTIAL and len(scans) == 1:
        pixels = bare[: -len(_EOI)]
        if _rows(pixels[:-_MOST_LEFT] + _LOOK_AHEAD + _EOI) == height:  # all were read before that
            pixels = _without_padding(bare)[: -len(_EOI)]
        row = _rows(pixels + _LOOK_AHEAD + _EOI)
        if row < height:
            raise ends_early(row, height)
    return notice(ImageNotice.NOT_CHECKED)


def _refusal(said: str, data: bytes, bare: bytes, frame: Part) -> Exception:
    if _END_OF_SCAN in said and frame.label in SEQUENTIAL:
        height, row = _height(data, frame), _rows(_without_padding(bare))
        if row < height:
            return ends_early(row, height)
    if "instead of RST" in said:
        return damaged("restart")
    return damaged("rows")


def _height(data: bytes, frame: Part) -> int:
    return int.from_bytes(data[frame.body + 1 : frame.body + 3])


def _rows(bare: bytes) -> int:
    """How many rows there are: without the end marker the decoder waits where the pixels end.

    What it did not reach stays black; black rows above that are counted as missing. At an eighth
    of the size, so to eight rows.
    """
    with Image.open(io.BytesIO(bare[: -len(_EOI)]), formats=["JPEG"]) as opened:
        height = opened.height
        opened.draft("L", (opened.width // 8, height // 8))
        with suppress(OSError):
            opened.load()
            return height
        opened.tile = []  # what there is will do
        _, _, _, bottom = opened.getbbox() or (0, 0, 0, 0)
        return bottom * height // opened.height
