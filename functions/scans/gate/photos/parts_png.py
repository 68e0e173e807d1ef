"""The chunks of a PNG that make its pixels."""

from collections.abc import Iterator
from typing import Final

from scans.gate.photos.parts import Part, PixelParts, bounded, joined
from scans.gate.photos.upright import EXIF, orientation

_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"IDAT", b"IEND"})


def cut_png(data: bytes) -> PixelParts:
    """Cut a PNG down to its pixels."""
    parts = bounded(_chunks(data))
    exif = next((data[p.body : p.end - 4] for p in parts if p.label == b"eXIf"), b"")
    return PixelParts(
        data[:8] + joined(data, [part for part in parts if part.label in _KEPT]),
        format="PNG",
        orientation=orientation(exif.removeprefix(EXIF)),
        animated=any(part.label == b"fdAT" for part in parts),  # a frame beside the still
    )


def _chunks(data: bytes) -> Iterator[Part]:
    """The chunks up to the last. One that is cut short keeps the length it claims."""
    at, label = 8, b""
    while at < len(data) and label != b"IEND":
        length, label = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        yield Part(label, at, at + 8, at + 12 + length)
        at += 12 + length
