"""The header, palette and rows of a BMP, as intra-oral cameras and capture programs write it.

A header is written anew in the form that all programs read (BITMAPINFOHEADER), so that a decoder
sees none of the fields that others add behind it.
"""

import struct
from typing import Final

from scans.gate.photos.errors import not_supported
from scans.gate.photos.parts import PixelParts

_CORE: Final = 12
"""Size of OS/2's header, with sides of 16 bits and palettes of three bytes a colour."""
_PLAIN, _MASKS = 0, 3  # values of the compression; the others are run lengths, JPEG and PNG
_MASKED: Final = {
    (16, 0x7C00, 0x3E0, 0x1F): _PLAIN,
    (16, 0xF800, 0x7E0, 0x1F): _MASKS,
    (32, 0xFF0000, 0xFF00, 0xFF): _PLAIN,
}
"""Where red, green and blue are in a pixel, and whether that must be said. The fourth byte of 32
bits is dropped: some programs leave it 0, which is not meant as transparent."""
_LONGEST_PROFILE: Final = 4 * 2**20


def cut_bmp(data: bytes) -> PixelParts:
    """Cut a BMP down to its pixels; raise ValueError where rows are missing."""
    offset, header = struct.unpack_from("<I", data, 10)[0], struct.unpack_from("<I", data, 14)[0]
    if header == _CORE:
        width, height, planes, bits = struct.unpack_from("<HHHH", data, 18)
        compression, colours = _PLAIN, 0
    else:
        width, height, planes, bits, compression = struct.unpack_from("<iiHHI", data, 18)
        (colours,) = struct.unpack_from("<I", data, 46)
    if planes != 1 or bits not in (1, 4, 8, 16, 24, 32) or width <= 0 or not height:
        raise ValueError(f"a BMP of {width} x {height} in {planes} planes of {bits} bits")
    masks = b""
    if compression == _MASKS:
        masks = data[54:66]
        compression = _MASKED.get((bits, *struct.unpack("<III", masks)), -1)
        masks = masks if compression == _MASKS else b""
    if compression not in (_PLAIN, _MASKS):
        raise not_supported("bmp-packed")
    row = (width * bits + 31) // 32 * 4
    rows, last = row * abs(height), (width * bits + 7) // 8
    if offset + rows - row + last > len(data):  # some programs leave out what fills up the last
        raise ValueError("rows are missing")
    palette = _palette(data, 14 + header, colours, bits, 3 if header == _CORE else 4)
    start = 54 + len(masks) + len(palette)
    new = struct.pack(
        "<IiiHHIIiiII", 40, width, height, 1, bits, compression, rows, 0, 0, len(palette) // 4, 0
    )
    pixels = memoryview(data)[offset : offset + rows]
    name = b"BM" + struct.pack("<IHHI", start + rows, 0, 0, start)
    return PixelParts(
        b"".join((name, new, masks, palette, pixels, bytes(rows - len(pixels)))),
        format="BMP",
        icc=_profile(data) if header >= 124 else b"",
    )


def _palette(data: bytes, at: int, colours: int, bits: int, width: int) -> bytes:
    """Colours of four bytes each; what the file lacks of them is black."""
    if bits > 8:
        return b""
    count = colours if 0 < colours <= 1 << bits else 1 << bits
    entries = (data[at + n * width : at + n * width + 3].ljust(3, b"\0") for n in range(count))
    return b"".join(entry + b"\0" for entry in entries)


def _profile(data: bytes) -> bytes:
    """The ICC profile of a BITMAPV5HEADER that has one in it."""
    kind, start, length = data[70:74], *struct.unpack_from("<II", data, 126)
    return data[14 + start : 14 + start + min(length, _LONGEST_PROFILE)] if kind == b"DEBM" else b""
