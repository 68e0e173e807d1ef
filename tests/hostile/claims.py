"""What a file can say of colour, part by part: chunks of a PNG, and EXIF."""

import struct
import zlib

from tests.hostile.builders import chunk


def chrm(*points: float) -> bytes:
    """Primaries: white, red, green, blue."""
    return chunk(b"cHRM", b"".join(struct.pack(">I", round(p * 100_000)) for p in points))


def gama(gamma: float) -> bytes:
    """The gamma that the numbers were written with, 0.45455 for a screen's."""
    return chunk(b"gAMA", struct.pack(">I", round(gamma * 100_000)))


def iccp(profile: bytes) -> bytes:
    """An ICC profile."""
    return chunk(b"iCCP", b"a\0\0" + zlib.compress(profile))


def cicp(primaries: int, transfer: int, matrix: int = 0, full: int = 1) -> bytes:
    """Code points of ITU-T H.273."""
    return chunk(b"cICP", bytes((primaries, transfer, matrix, full)))


SRGB_CHUNK = chunk(b"sRGB", b"\1")


def exif(order: str, space: int | None, index: bytes | None) -> bytes:
    """A TIFF of the directory of EXIF with its colour space, and that of interoperability."""
    mark = {"<": b"II*\0", ">": b"MM\0*"}[order]
    entries = [] if space is None else [struct.pack(f"{order}HHIHH", 0xA001, 3, 1, space, 0)]
    after = 26 + 2 + 12 * (len(entries) + (index is not None)) + 4
    if index is not None:
        entries.append(struct.pack(f"{order}HHII", 0xA005, 4, 1, after))
    first = struct.pack(f"{order}IHHHIII", 8, 1, 0x8769, 4, 1, 26, 0)
    directory = struct.pack(f"{order}H", len(entries)) + b"".join(entries) + bytes(4)
    further = struct.pack(f"{order}HHHI", 1, 1, 2, 4) + (index or b"") + bytes(4)
    return mark + first + directory + further
