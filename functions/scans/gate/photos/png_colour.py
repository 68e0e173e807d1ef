"""The colour space that a PNG names in its chunks, by the precedence of PNG's third edition."""

import struct
from collections.abc import Mapping

from scans.gate.photos.colour_claims import (
    BT709,
    NO_CLAIM,
    SRGB,
    ColourClaim,
    Curve,
    Primaries,
    coded_claim,
)

_PART = 100_000  # cHRM and gAMA count in hundred-thousandths


def png_claim(chunks: Mapping[bytes, bytes]) -> ColourClaim:
    """Return what the chunks (by name) say of colour: cICP, else sRGB, else cHRM and gAMA.

    iCCP, which stands between the first two, is read with the pixels; see `outranks_profile`.
    Gamma alone is that of sRGB's primaries, primaries alone have sRGB's curve.
    """
    if outranking := outranks_profile(chunks):
        return outranking
    if b"sRGB" in chunks:
        return ColourClaim()
    primaries, curve = _primaries(chunks.get(b"cHRM", b"")), _curve(chunks.get(b"gAMA", b""))
    if primaries is None and curve is None:
        return NO_CLAIM
    return ColourClaim(primaries=primaries or BT709, curve=curve or SRGB)


def outranks_profile(chunks: Mapping[bytes, bytes]) -> ColourClaim | None:
    """Return what cICP says, if it is one for RGB: then an ICC profile counts for nothing.

    Raises `ImageError` for high dynamic range.
    """
    body = chunks.get(b"cICP", b"")
    if len(body) != 4 or body[2] != 0 or body[3] > 1:
        return None
    return coded_claim(body[0], body[1], full_range=body[3] == 1)


def _primaries(body: bytes) -> Primaries | None:
    if len(body) != 32:
        return None
    white_x, white_y, *rest = (number / _PART for number in struct.unpack(">8I", body))
    red, green, blue = zip(rest[::2], rest[1::2], strict=True)
    return Primaries(red, green, blue, (white_x, white_y))


def _curve(body: bytes) -> Curve | None:
    """The file's gamma is that of writing it: the light is the number to one divided by it.

    From 0.2 to 5; beyond, it is a mistake (0, or gamma written the other way round twice).
    """
    gamma = int.from_bytes(body) / _PART
    return Curve(1 / gamma) if len(body) == 4 and 0.2 <= gamma <= 5 else None
