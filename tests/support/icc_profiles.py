"""ICC profiles put together by hand (ICC.1:2001-04, version 2), for pictures that carry one."""

import struct

import numpy as np
from numpy.typing import NDArray
from PIL import ImageCms

D50 = (0.9642, 1.0, 0.8249)


def gamma(exponent: float) -> bytes:
    """A curve of one number: a gamma in steps of 1/256."""
    return b"curv" + bytes(4) + struct.pack(">IH", 1, round(exponent * 256))


def xyz(*values: float) -> bytes:
    """One colour in the connection space."""
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(v * 65536)) for v in values)


def profile(space: bytes, tags: dict[bytes, bytes], connection: bytes = b"XYZ ") -> bytes:
    """A profile of these tags; `space` is RGB, GRAY or CMYK in four letters."""
    text = b"a\0"
    named = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78),
        b"wtpt": xyz(*D50),
    } | tags
    start, table, body = 128 + 4 + 12 * len(named), struct.pack(">I", len(named)), b""
    for label, content in named.items():
        table += label + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    device = b"prtr" if space == b"CMYK" else b"mntr"
    header = struct.pack(">I4xI", start + len(body), 0x02400000) + device + space + connection
    header += struct.pack(">6H", 2020, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    header += b"".join(struct.pack(">i", round(v * 65536)) for v in D50)
    return header.ljust(128, b"\0") + table + body


def adobe_rgb() -> bytes:
    """Adobe RGB (1998), with the colours that its specification gives under D50 (4.3.6)."""
    curve = gamma(563 / 256)
    return profile(
        b"RGB ",
        {
            b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
            b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
            b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
            b"rTRC": curve,
            b"gTRC": curve,
            b"bTRC": curve,
        },
    )


def srgb() -> bytes:
    """sRGB, as every program embeds it: by the author of the conversion, LittleCMS."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def grey(exponent: float) -> bytes:
    """A profile of grey pictures."""
    return profile(b"GRAY", {b"kTRC": gamma(exponent)})


def print_lab(inks: NDArray[np.float64]) -> NDArray[np.float64]:
    """The L*a*b* (D50) that `print_inks` gives to inks from 0 to 1: linear, so that it is exact."""
    cyan, magenta, yellow, black = np.moveaxis(inks, -1, 0)
    lightness = 100 - 15 * cyan - 15 * magenta - 5 * yellow - 50 * black
    return np.stack(
        (lightness, -20 * cyan + 25 * magenta, -20 * cyan - 5 * magenta + 30 * yellow), axis=-1
    )


def print_inks() -> bytes:
    """A profile of a printer: a table of its 16 mixtures of full inks (`mft2`)."""
    mixtures = np.stack(np.meshgrid(*[[0.0, 1.0]] * 4, indexing="ij"), axis=-1).reshape(-1, 4)
    lightness, a, b = print_lab(mixtures).T
    # Version 2 counts lightness to 0xFF00 and colours in 256ths from -128.
    table = np.stack((lightness / 100 * 0xFF00, (a + 128) * 256, (b + 128) * 256), axis=-1)
    line = struct.pack(">2H", 0, 0xFFFF)
    head = b"mft2" + bytes(4) + bytes((4, 3, 2, 0))
    head += b"".join(struct.pack(">i", round(v * 65536)) for v in np.eye(3).reshape(-1))
    content = head + struct.pack(">2H", 2, 2) + line * 4
    content += np.rint(table).astype(">u2").tobytes() + line * 3
    return profile(b"CMYK", {b"A2B0": content, b"A2B1": content}, b"Lab ")
