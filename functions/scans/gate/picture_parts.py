"""The parts of a picture's file that make its pixels: the only ones a decoder gets to see.

JPEG, PNG and WebP are rows of labelled parts. A file can hold millions of them, texts that unpack
to gigabytes, tables that refer to each other a thousandfold, or a second size that contradicts the
first; a decoder that reads them spends its memory and time on what is thrown away in the end.
Here the row is walked once, by the lengths it gives, and what has no part in the pixels is left
out. Of the metadata only the orientation is read, here.
"""

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from scans.gate.sniff import Content

_MOST_PARTS: Final = 20_000
"""A PNG of 25 MB in the usual pieces of 8 KB has 3,200; one row in each, the tallest has 12,000."""
_MOST_SCANS: Final = 64
"""Passes over a JPEG's pixels. Progressive files have 10 to 14; each may be a few bytes long and
take as long as decoding the whole picture."""

_PNG_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"IDAT", b"IEND"})
_WEBP_KEPT: Final = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
# Markers of ISO/IEC 10918-1, table B.1.
_SOI, _EOI, _SOS, _APP1 = b"\xd8", b"\xd9", b"\xda", b"\xe1"
_ARITHMETIC: Final = b"\xcc"
_TABLES: Final = frozenset({b"\xc4", _ARITHMETIC, b"\xdb", b"\xdd"})
_FRAMES: Final = frozenset(bytes([code]) for code in range(0xC0, 0xD0)) - _TABLES - {b"\xc8"}
_SEQUENTIAL: Final = frozenset({b"\xc0", b"\xc1", b"\xc9"})
_APPLICATION: Final = {b"\xe0": b"JFIF\0", b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
_MARKER: Final = re.compile(rb"\xff([^\x00\xff])", re.DOTALL)
_AFTER_SCAN: Final = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])", re.DOTALL)
_EXIF: Final = b"Exif\0\0"
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3  # the TIFF type of a 16-bit number


@dataclass(frozen=True)
class PixelParts:
    """A picture's file cut down to its pixels.

    `data` is a file of the same format. `orientation` is that of EXIF, 1 to 8, 1 being upright.
    `held` is how many bytes for every pixel a JPEG decoder holds before the first is ready: two
    for each colour at full resolution when they come in several passes, otherwise none.
    """

    data: bytes
    orientation: int = 1
    animated: bool = False
    held: float = 0


@dataclass(frozen=True)
class _Part:
    """One labelled part: `data[start:end]` is all of it, `data[body:end]` what it says."""

    label: bytes
    start: int
    body: int
    end: int


def pixel_parts(data: bytes, content: Content) -> PixelParts:
    """Cut a JPEG, PNG or WebP down to what makes its pixels.

    Raises ValueError, IndexError or ZeroDivisionError for a row of parts that no camera or program
    writes, KeyError for another format.
    """
    return _CUTTERS[content](data)


def orientation(exif: bytes) -> int:
    """The orientation of EXIF (a TIFF, without `Exif` before it), 1 to 8; 1 where it has none.

    Reads the first directory and follows no reference, as directories may form circles.
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return value if 1 <= value <= 8 else 1
    except struct.error:  # also where `order` is none
        return 1
    return 1


def _png(data: bytes) -> PixelParts:
    parts = _bounded(_png_parts(data))
    exif = next((data[p.body : p.end - 4] for p in parts if p.label == b"eXIf"), b"")
    return PixelParts(
        data[:8] + _joined(data, [part for part in parts if part.label in _PNG_KEPT]),
        orientation=orientation(exif.removeprefix(_EXIF)),
        animated=any(part.label == b"fdAT" for part in parts),  # a frame beside the still
    )


def _png_parts(data: bytes) -> Iterator[_Part]:
    """The chunks up to the last. One that is cut short keeps the length it claims."""
    at, label = 8, b""
    while at < len(data) and label != b"IEND":
        length, label = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        yield _Part(label, at, at + 8, at + 12 + length)
        at += 12 + length


def _webp(data: bytes) -> PixelParts:
    parts = _bounded(_webp_parts(data))
    exif = next((data[part.body : part.end] for part in parts if part.label == b"EXIF"), b"")
    body = b"WEBP" + _joined(data, [part for part in parts if part.label in _WEBP_KEPT])
    return PixelParts(
        b"RIFF" + len(body).to_bytes(4, "little") + body,
        orientation=orientation(exif.removeprefix(_EXIF)),
        animated=sum(part.label == b"ANMF" for part in parts) > 1,
    )


def _webp_parts(data: bytes) -> Iterator[_Part]:
    """The chunks within the length that the file gives itself, each padded to an even one."""
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at < end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        after = at + 8 + length + length % 2
        yield _Part(data[at : at + 4], at, at + 8, after)
        at = after


def _jpeg(data: bytes) -> PixelParts:
    parts = _bounded(_jpeg_parts(data))
    frames = [part for part in parts if part.label in _FRAMES]
    scans = [part for part in parts if part.label == _SOS]
    if len(frames) != 1 or not 1 <= len(scans) <= _MOST_SCANS:
        raise ValueError(f"a JPEG of {len(frames)} frames and {len(scans)} scans")
    exif = (data[part.body : part.end] for part in parts if part.label == _APP1)
    return PixelParts(
        b"\xff\xd8" + _joined(data, [part for part in parts if _is_jpeg_pixels(data, part)]),
        orientation=orientation(
            next((body.removeprefix(_EXIF) for body in exif if body.startswith(_EXIF)), b"")
        ),
        held=_held(data, frames[0], scans),
    )


def _jpeg_parts(data: bytes) -> Iterator[_Part]:
    """The segments of the first picture; a scan's includes the pixels that follow its header.

    Bytes between segments, which should not be there, belong to none.
    """
    at = 2
    while found := _MARKER.search(data, at):
        label, start, at = found[1], found.end() - 2, found.end()
        if label == _EOI:
            yield _Part(label, start, at, at)
            return
        if label in (_SOI, b"\x01") or b"\xd0" <= label <= b"\xd7":  # without a length
            continue
        body, at = at + 2, at + int.from_bytes(data[at : at + 2])
        if label == _SOS:
            after = _AFTER_SCAN.search(data, at)
            at = after.start() if after else len(data)
        yield _Part(label, start, body, at)


def _is_jpeg_pixels(data: bytes, part: _Part) -> bool:
    opening = _APPLICATION.get(part.label)
    if opening is not None:
        return data.startswith(opening, part.body)
    return part.label in _TABLES or part.label in _FRAMES or part.label in (_SOS, _EOI)


def _held(data: bytes, frame: _Part, scans: list[_Part]) -> float:
    """Bytes a pixel; a frame lists each colour as identity, resolution (4 + 4 bits), table."""
    colours = data[frame.body + 5]
    at_once = frame.label in _SEQUENTIAL and len(scans) == 1 and colours == data[scans[0].body]
    if at_once or not colours:
        return 0
    rates = data[frame.body + 7 : frame.body + 6 + 3 * colours : 3]
    across, down = [rate >> 4 for rate in rates], [rate & 15 for rate in rates]
    full = max(across) * max(down)
    return 2 * sum(x * y for x, y in zip(across, down, strict=True)) / full


def _bounded(parts: Iterator[_Part]) -> list[_Part]:
    kept: list[_Part] = []
    for part in parts:
        if len(kept) == _MOST_PARTS:
            raise ValueError(f"more than {_MOST_PARTS} parts")
        kept.append(part)
    return kept


def _joined(data: bytes, parts: list[_Part]) -> bytes:
    view = memoryview(data)
    return b"".join(view[part.start : part.end] for part in parts)


_CUTTERS: Final[dict[Content, Callable[[bytes], PixelParts]]] = {
    Content.JPEG: _jpeg,
    Content.PNG: _png,
    Content.WEBP: _webp,
}
