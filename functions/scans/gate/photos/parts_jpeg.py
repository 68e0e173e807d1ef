"""The segments of a JPEG that make its pixels."""

import re
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.parts import Part, PixelParts, bounded, joined
from scans.gate.photos.upright import EXIF, orientation

_MOST_SCANS: Final = 64
"""Passes over a JPEG's pixels. Progressive files have 10 to 14; each may be a few bytes long and
take as long as decoding the whole picture."""

# Markers of ISO/IEC 10918-1, table B.1.
_SOI, _EOI, _SOS, _APP1 = b"\xd8", b"\xd9", b"\xda", b"\xe1"
_ARITHMETIC: Final = b"\xcc"
_TABLES: Final = frozenset({b"\xc4", _ARITHMETIC, b"\xdb", b"\xdd"})
_FRAMES: Final = frozenset(bytes([code]) for code in range(0xC0, 0xD0)) - _TABLES - {b"\xc8"}
_SEQUENTIAL: Final = frozenset({b"\xc0", b"\xc1", b"\xc9"})
_APPLICATION: Final = {b"\xe0": b"JFIF\0", b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
_MARKER: Final = re.compile(rb"\xff([^\x00\xff])", re.DOTALL)
_AFTER_SCAN: Final = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])", re.DOTALL)


def cut_jpeg(data: bytes) -> PixelParts:
    """Cut a JPEG down to its pixels."""
    parts = bounded(_segments(data))
    frames = [part for part in parts if part.label in _FRAMES]
    scans = [part for part in parts if part.label == _SOS]
    if len(frames) != 1 or not 1 <= len(scans) <= _MOST_SCANS:
        raise ValueError(f"a JPEG of {len(frames)} frames and {len(scans)} scans")
    exif = (data[part.body : part.end] for part in parts if part.label == _APP1)
    return PixelParts(
        b"\xff\xd8" + joined(data, [part for part in parts if _is_pixels(data, part)]),
        format="JPEG",
        orientation=orientation(
            next((body.removeprefix(EXIF) for body in exif if body.startswith(EXIF)), b"")
        ),
        held=_held(data, frames[0], scans),
    )


def _segments(data: bytes) -> Iterator[Part]:
    """The segments of the first picture; a scan's includes the pixels that follow its header.

    Bytes between segments, which should not be there, belong to none.
    """
    at = 2
    while found := _MARKER.search(data, at):
        label, start, at = found[1], found.end() - 2, found.end()
        if label == _EOI:
            yield Part(label, start, at, at)
            return
        if label in (_SOI, b"\x01") or b"\xd0" <= label <= b"\xd7":  # without a length
            continue
        body, at = at + 2, at + int.from_bytes(data[at : at + 2])
        if label == _SOS:
            after = _AFTER_SCAN.search(data, at)
            at = after.start() if after else len(data)
        yield Part(label, start, body, at)


def _is_pixels(data: bytes, part: Part) -> bool:
    opening = _APPLICATION.get(part.label)
    if opening is not None:
        return data.startswith(opening, part.body)
    return part.label in _TABLES or part.label in _FRAMES or part.label in (_SOS, _EOI)


def _held(data: bytes, frame: Part, scans: list[Part]) -> float:
    """Bytes a pixel; a frame lists each colour as identity, resolution (4 + 4 bits), table."""
    colours = data[frame.body + 5]
    at_once = frame.label in _SEQUENTIAL and len(scans) == 1 and colours == data[scans[0].body]
    if at_once or not colours:
        return 0
    rates = data[frame.body + 7 : frame.body + 6 + 3 * colours : 3]
    across, down = [rate >> 4 for rate in rates], [rate & 15 for rate in rates]
    full = max(across) * max(down)
    return 2 * sum(x * y for x, y in zip(across, down, strict=True)) / full
