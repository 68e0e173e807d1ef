"""Parts of files, put together byte by byte, so that they can say what no encoder would write."""

import io
import struct
import zlib
from typing import Any

import numpy as np
from PIL import Image

PNG_START = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
"""Colour types of PNG."""


def encoded(picture: Image.Image, name: str, **options: Any) -> bytes:
    """A picture as a file of the format `name`."""
    out = io.BytesIO()
    picture.save(out, name, **options)
    return out.getvalue()


def gradient(mode: str = "RGB", size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A small picture with something to see."""
    return Image.linear_gradient("L").resize(size).convert(mode)


def noise(mode: str, size: tuple[int, int]) -> Image.Image:
    """Random pixels, the same each time: what compresses worst."""
    amount = size[0] * size[1] * len(Image.new(mode, (1, 1)).getbands())
    return Image.frombytes(mode, size, np.random.default_rng(7).bytes(amount))


def frames(name: str, count: int = 2) -> bytes:
    """A file of several pictures."""
    still = gradient()
    others = [still.rotate(90 * turn) for turn in range(1, count)]
    return encoded(still, name, save_all=True, append_images=others, duration=100)


def chunk(label: bytes, body: bytes = b"") -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(body)) + label + body + struct.pack(">I", zlib.crc32(label + body))


def png(
    size: tuple[int, int] = (40, 30),
    pixels: bytes | None = None,
    *,
    colour: int = RGB,
    bits: int = 8,
    before: bytes = b"",
    after: bytes = b"",
) -> bytes:
    """A PNG whose header may claim anything; black pixels unless given (before compression)."""
    width, height = size
    if pixels is None:
        samples = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}[colour]
        pixels = bytes(1 + (width * samples * bits + 7) // 8) * height
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    body = before + chunk(b"IDAT", zlib.compress(pixels, 9)) + after
    return PNG_START + header + body + chunk(b"IEND")


def segment(label: int, body: bytes = b"") -> bytes:
    """One segment of a JPEG."""
    return bytes((0xFF, label)) + struct.pack(">H", len(body) + 2) + body


def within(data: bytes, at: int, more: bytes) -> bytes:
    """`data` with `more` put in at `at`: 2 is after the start of a JPEG, 33 the header of a PNG."""
    return data[:at] + more + data[at:]


def scans_jpeg(size: tuple[int, int], scans: int, colours: int = 1) -> bytes:
    """A progressive JPEG of one grey: a first scan, and then `scans` that say "nothing new"."""
    width, height = size
    blocks = -(-width // 8) * -(-height // 8)
    ids = range(1, colours + 1)
    frame = struct.pack(">BHHB", 8, height, width, colours)
    frame += b"".join(bytes((i, 0x11, 0)) for i in ids)
    # One code for each table, of a single bit: "no change", and "the next 2**14 to 2**15 blocks".
    tables = segment(0xDB, b"\0" + b"\1" * 64)
    tables += segment(0xC4, b"\x00\x01" + bytes(15) + b"\x00")
    tables += segment(0xC4, b"\x10\x01" + bytes(15) + b"\xe0")
    first = segment(0xDA, bytes((colours,)) + b"".join(bytes((i, 0)) for i in ids) + bytes(3))
    other = segment(0xDA, b"\x01\x01\x00\x01\x3f\x00") + _bits(
        ("0" + "1" * 14) * -(-blocks // 32767)
    )
    body = segment(0xC2, frame) + tables + first + _bits("0" * blocks * colours) + other * scans
    return b"\xff\xd8" + body + b"\xff\xd9"


def _bits(bits: str) -> bytes:
    """The pixels of a JPEG's scan: filled up with ones, each 0xFF followed by a zero."""
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8).replace(b"\xff", b"\xff\0")


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP of these chunks."""
    parts = (
        label + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for label, body in chunks
    )
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_pixels(picture: Image.Image, **options: Any) -> tuple[bytes, bytes]:
    """The one chunk of a WebP that holds the pixels, for `riff`."""
    data = encoded(picture, "WEBP", **options)
    return data[12:16], data[20 : 20 + int.from_bytes(data[16:20], "little")]


def extended(size: tuple[int, int], flags: int = 0) -> tuple[bytes, bytes]:
    """The chunk of a WebP that announces others: 2 animation, 4 XMP, 8 EXIF, 16 alpha, 32 ICC."""
    width, height = (side - 1 for side in size)
    return b"VP8X", struct.pack("<I", flags) + width.to_bytes(3, "little") + height.to_bytes(
        3, "little"
    )


def tiff(
    *entries: tuple[int, int, int, int], count: int | None = None, following: int = 0
) -> bytes:
    """A TIFF directory, as in EXIF; each entry is tag, type, number of values, value or place."""
    number = len(entries) if count is None else count
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<IH", 8, number) + rows + struct.pack("<I", following)


def exif_jpeg(exif: bytes, picture: Image.Image | None = None) -> bytes:
    """A JPEG with an EXIF segment of these bytes."""
    data = encoded(picture or gradient(), "JPEG")
    return within(data, 2, segment(0xE1, b"Exif\0\0" + exif))
