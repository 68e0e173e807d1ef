"""The colour space that EXIF names: cameras in their Adobe RGB mode say it here alone."""

import struct

from scans.gate.photos.colour_claims import ADOBE_RGB, NO_CLAIM, ColourClaim

_EXIF_DIRECTORY, _INTEROPERABILITY = 0x8769, 0xA005
_COLOUR_SPACE, _INDEX = 0xA001, 0x0001
_SHORT, _LONG, _ASCII = 3, 4, 2  # types of TIFF
_SRGB, _ADOBE = 1, 2
"""Values of the colour space. EXIF defines 1 and 0xFFFF ("uncalibrated"); some cameras write 2."""


def exif_claim(exif: bytes) -> ColourClaim:
    """Return what EXIF (a TIFF, without `Exif` before it) says of colour.

    Adobe RGB where the interoperability index is R03 (DCF 2.0, the optional colour space) and the
    colour space is not sRGB, or where the colour space is 2. Follows two references, each once.
    """
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return NO_CLAIM
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        pointer = _value(exif, order, first, _EXIF_DIRECTORY, _LONG)
        if pointer is None:
            return NO_CLAIM
        space = _value(exif, order, pointer, _COLOUR_SPACE, _SHORT)
        if space == _SRGB:
            return ColourClaim()
        if space == _ADOBE:
            return ADOBE_RGB
        further = _value(exif, order, pointer, _INTEROPERABILITY, _LONG)
        index = None if further is None else _value(exif, order, further, _INDEX, _ASCII)
    except struct.error:
        return NO_CLAIM
    letters = b"" if index is None else struct.pack(f"{order}I", index)
    return ADOBE_RGB if letters == b"R03\0" else NO_CLAIM


def _value(exif: bytes, order: str, at: int, wanted: int, kind: int) -> int | None:
    """The number (or four letters) of a tag in the directory at `at`."""
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    number = {_SHORT: "H2x", _LONG: "I", _ASCII: "I"}[kind]
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, found, _, value = struct.unpack_from(f"{order}HHI{number}", exif, entry)
        if (tag, found) == (wanted, kind):
            return int(value)
    return None
