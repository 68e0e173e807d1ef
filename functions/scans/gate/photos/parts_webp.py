"""The chunks of a WebP that make its pixels."""

from collections.abc import Iterator
from typing import Final

from scans.gate.photos.exif_colour import exif_claim
from scans.gate.photos.parts import Part, PixelParts, bounded, joined
from scans.gate.photos.upright import EXIF, orientation

_KEPT: Final = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})


def cut_webp(data: bytes) -> PixelParts:
    """Cut a WebP down to its pixels."""
    parts = bounded(chunks(data))
    exif = next((data[part.body : part.end] for part in parts if part.label == b"EXIF"), b"")
    exif = exif.removeprefix(EXIF)
    body = b"WEBP" + joined(data, [part for part in parts if part.label in _KEPT])
    return PixelParts(
        b"RIFF" + len(body).to_bytes(4, "little") + body,
        format="WEBP",
        orientation=orientation(exif),
        animated=sum(part.label == b"ANMF" for part in parts) > 1,
        lossless=any(part.label == b"VP8L" for part in parts),
        claim=exif_claim(exif),
    )


def chunks(data: bytes) -> Iterator[Part]:
    """Yield the chunks within the length that the file gives itself, each padded to an even one."""
    at, end = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at < end:
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        after = at + 8 + length + length % 2
        yield Part(data[at : at + 4], at, at + 8, after)
        at = after
