"""The chunks of a PNG that make its pixels."""

import zlib
from collections.abc import Iterator
from typing import Final

from scans.gate.photos.exif_colour import exif_claim
from scans.gate.photos.parts import Part, PixelParts, bounded
from scans.gate.photos.png_colour import outranks_profile, png_claim
from scans.gate.photos.upright import EXIF, orientation

_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"iCCP", b"IDAT", b"IEND"})
_COLOUR: Final = frozenset({b"cICP", b"sRGB", b"cHRM", b"gAMA"})
_GREY: Final = 0
_SAMPLES: Final = {_GREY: 1, 2: 3}  # of the colour types that can have one transparent colour
_COLOURS: Final = {0: 1, 2: 3, 3: 3, 4: 1, 6: 3}  # by colour type: the samples that are not alpha


def cut_png(data: bytes) -> PixelParts:
    """Cut a PNG down to its pixels."""
    parts = bounded(chunks(data))
    labels = [part.label for part in parts]
    if labels[0] != b"IHDR" or labels.count(b"IHDR") > 1:
        raise ValueError("a PNG that does not begin with its one header")
    said = _said_before_pixels(data, parts)
    exif = next((_body(data, part) for part in parts if part.label == b"eXIf"), b"")
    exif = exif.removeprefix(EXIF)
    kept = _KEPT - {b"iCCP"} if outranks_profile(said) else _KEPT
    claim = png_claim(said)
    return PixelParts(
        data[:8] + b"".join(_for_decoder(data, part) for part in parts if part.label in kept),
        format="PNG",
        orientation=orientation(exif),
        animated=any(part.label == b"fdAT" for part in parts),  # a frame beside the still
        ended=parts[-1].label == b"IEND" and parts[-1].end <= len(data),
        claim=claim if claim.given else exif_claim(exif),
        significant=max(said.get(b"sBIT", b"")[: _COLOURS[data[25]]], default=None),
        transparent=_transparent(data, said.get(b"tRNS", b"")),
    )


def chunks(data: bytes) -> Iterator[Part]:
    """Yield the chunks up to the last. One that is cut short keeps the length it claims."""
    at, label = 8, b""
    while at < len(data) and label != b"IEND":
        length, label = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        yield Part(label, at, at + 8, at + 12 + length)
        at += 12 + length


def _body(data: bytes, part: Part) -> bytes:
    return data[part.body : part.end - 4]


def _said_before_pixels(data: bytes, parts: list[Part]) -> dict[bytes, bytes]:
    """The first of each small chunk that tells about the pixels."""
    said: dict[bytes, bytes] = {}
    for part in parts:
        if part.label == b"IDAT":
            break
        if part.label in _COLOUR | {b"sBIT", b"tRNS"} and part.label not in said:
            said[part.label] = _body(data, part)
    return said


def _transparent(data: bytes, body: bytes) -> tuple[int, ...]:
    """The colour of a 16-bit picture that is transparent."""
    bits, samples = data[24], _SAMPLES.get(data[25], 0)
    if bits != 16 or not samples or len(body) != 2 * samples:
        return ()
    return tuple(int.from_bytes(body[at : at + 2]) for at in range(0, len(body), 2))


def _for_decoder(data: bytes, part: Part) -> bytes | memoryview:
    """A chunk as the decoder is to see it.

    Pillow compares a transparent grey of 2 or 4 bits with greys that it has scaled to 8, and those
    of 16 bits with what it has cut to 8: the first is scaled, the second taken out, here.
    """
    bits, colour = data[24], data[25]
    as_it_is = colour != _GREY if bits < 8 else bits == 8
    if part.label != b"tRNS" or colour not in _SAMPLES or as_it_is:
        return memoryview(data)[part.start : part.end]
    if bits == 16:
        return b""
    grey = int.from_bytes(_body(data, part)[:2]) * 255 // ((1 << bits) - 1)
    named = b"tRNS" + min(grey, 0xFFFF).to_bytes(2)
    return b"\0\0\0\2" + named + zlib.crc32(named).to_bytes(4)
