"""The segments of a JPEG that make its pixels."""

import re
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.errors import damaged, not_supported
from scans.gate.photos.exif_colour import exif_claim
from scans.gate.photos.parts import Part, PixelParts, bounded, joined
from scans.gate.photos.upright import EXIF, orientation

_MOST_SCANS: Final = 64
"""Passes over a JPEG's pixels. Progressive files have 10 to 14; each may be a few bytes long and
take as long as decoding the whole picture."""

# Markers of ISO/IEC 10918-1, table B.1.
_SOI, _EOI, _APP1, _DNL, _COM = b"\xd8", b"\xd9", b"\xe1", b"\xdc", b"\xfe"
SOS: Final = b"\xda"
"""The marker of a scan."""
TABLES: Final = frozenset({b"\xc4", b"\xcc", b"\xdb", b"\xdd"})
"""Huffman, arithmetic and quantization tables, and the restart interval."""
FRAMES: Final = frozenset(bytes([code]) for code in range(0xC0, 0xD0)) - TABLES - {b"\xc8"}
"""The markers of frames, each a way to code pixels."""
SEQUENTIAL: Final = frozenset({b"\xc0", b"\xc1"})
"""The frames whose pixels come at once, with Huffman codes."""
_PROGRESSIVE: Final = b"\xc2"
_ARITHMETIC: Final = frozenset({b"\xc9", b"\xca", b"\xcb", b"\xcd", b"\xce", b"\xcf"})
_LOSSLESS: Final = frozenset({b"\xc3", b"\xf7"})  # the second is JPEG-LS
_HIERARCHICAL: Final = frozenset({b"\xc5", b"\xc6", b"\xc7", b"\xde", b"\xdf"})
_OTHERS: Final = frozenset(bytes([code]) for code in range(0xE0, 0xF0)) | {_DNL, _COM}
_APPLICATION: Final = {b"\xe0": b"JFIF\0", b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
_MARKER: Final = re.compile(rb"\xff+([^\x00\xff])", re.DOTALL)
_AFTER_SCAN: Final = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])", re.DOTALL)


def cut_jpeg(data: bytes) -> PixelParts:
    """Cut a JPEG down to its pixels; refuse one that is coded in a way that is not read here."""
    parts = bounded(segments(data))
    frames = [part for part in parts if part.label in FRAMES]
    scans = [part for part in parts if part.label == SOS]
    _check_coding(data, parts)
    if len(frames) != 1 or not 1 <= len(scans) <= _MOST_SCANS:
        raise ValueError(f"a JPEG of {len(frames)} frames and {len(scans)} scans")
    marked = (data[part.body : part.end] for part in parts if part.label == _APP1)
    exif = next((body.removeprefix(EXIF) for body in marked if body.startswith(EXIF)), b"")
    ended = parts[-1].label == _EOI
    return PixelParts(
        b"\xff\xd8"
        + joined(data, [part for part in parts if _is_pixels(data, part)])
        + (b"" if ended else b"\xff\xd9"),
        format="JPEG",
        orientation=orientation(exif),
        held=_held(data, frames[0], scans),
        ended=ended,
        sampling=_sampling(data, frames[0]),
        claim=exif_claim(exif),
    )


def segments(data: bytes) -> Iterator[Part]:
    """Yield the segments of the first picture; a scan's includes the pixels that follow its header.

    Raises `ImageError` for bytes that belong to no segment and for markers that none may have.
    """
    at, label = 2, b""
    while at < len(data):
        found = _MARKER.match(data, at)
        if not found:
            if data[at:].strip(b"\xff"):
                raise damaged("between")
            return
        before, label = label, found[1]
        start, at = found.end() - 2, found.end()
        if label == _EOI:
            yield Part(label, start, at, at)
            return
        if label == _SOI and before == SOS:  # the next picture: this one's end is lost
            return
        if label not in _KNOWN:
            raise damaged("mark")
        body, at = at + 2, at + int.from_bytes(data[at : at + 2])
        if label == SOS:
            after = _AFTER_SCAN.search(data, at)
            at = after.start() if after else len(data)
        yield Part(label, start, body, at)


_KNOWN: Final = TABLES | FRAMES | _LOSSLESS | _HIERARCHICAL | _OTHERS | {SOS}


def _check_coding(data: bytes, parts: list[Part]) -> None:
    """Refuse sound pictures that browsers and the decoder do not show, and say what they are.

    Arithmetic codes cannot be checked for completeness either: their end may be left out.
    """
    labels = {part.label for part in parts}
    for label in labels & _LOSSLESS:
        raise not_supported("jpeg-lossless" if label == b"\xc3" else "jpeg-ls")
    if labels & _HIERARCHICAL:
        raise not_supported("jpeg-hierarchical")
    if labels & _ARITHMETIC:
        raise not_supported("jpeg-arithmetic")
    frame = next((part for part in parts if part.label in FRAMES), None)
    if frame is None:
        return
    if data[frame.body] == 12:
        raise not_supported("jpeg-12-bits")
    if _DNL in labels and not any(data[frame.body + 1 : frame.body + 3]):
        raise not_supported("jpeg-late-height")


def _is_pixels(data: bytes, part: Part) -> bool:
    opening = _APPLICATION.get(part.label)
    if opening is not None:
        return data.startswith(opening, part.body)
    return part.label in TABLES or part.label in FRAMES or part.label in (SOS, _EOI)


def _rates(data: bytes, frame: Part) -> list[tuple[int, int]]:
    """How often each colour is sampled; a frame lists it as identity, rates (4 + 4 bits), table."""
    rates = data[frame.body + 7 : frame.body + 6 + 3 * data[frame.body + 5] : 3]
    return [(rate >> 4, rate & 15) for rate in rates]


def _sampling(data: bytes, frame: Part) -> tuple[int, int]:
    """How many pixels share a colour, across and down, where it is finest but for the first."""
    across, down = zip(*_rates(data, frame), strict=True)
    return max(across) // max(across[1:] or across), max(down) // max(down[1:] or down)


def _held(data: bytes, frame: Part, scans: list[Part]) -> float:
    """Bytes a pixel of what is held until the last pass."""
    colours = data[frame.body + 5]
    at_once = frame.label in SEQUENTIAL and len(scans) == 1 and colours == data[scans[0].body]
    if at_once or not colours:
        return 0
    rates = _rates(data, frame)
    full = max(across for across, _ in rates) * max(down for _, down in rates)
    return 2 * sum(across * down for across, down in rates) / full
