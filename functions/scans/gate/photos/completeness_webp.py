"""Whether a WebP has all of its pixels: libwebp decodes half a copy without a word.

Such a copy is zeros from some byte on. They are read as "as predicted" for block after block, and
what is left of them is not missed. A sound picture can end in zeros as well, where nothing happens
at its bottom: so they are weighed against the rows there that have one colour.
"""

import io
from typing import Final

import numpy as np
from PIL import Image

from scans.gate.photos.errors import damaged
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts_webp import chunks

_MOST_ZEROS: Final = 64
"""Bytes: of photographs without such rows that libwebp 1.6 wrote, none ended in more than 19."""
_PIXELS_A_ZERO: Final = {b"VP8 ": 16, b"VP8L": 1, b"ANMF": 1}
"""Of one colour, at least, for each zero. At its fastest and finest libwebp 1.6 wrote one for 34 in
lossy pictures, and for 2.7 in lossless ones. ANMF has one of them in it."""
_ALIKE: Final = 6
"""Steps between the numbers of what was one colour, at quality 80."""


def check_webp(data: bytes, *, ended: bool) -> list[ImageFinding]:
    """Return nothing; raise `ImageError` where the pixels end in zeros that stand for none.

    A file is as long as it says or does not get here, so `ended` is always so.
    """
    del ended
    coded = [part for part in chunks(data) if part.label in _PIXELS_A_ZERO]
    for part in coded:
        body = data[part.body : part.end]
        zeros = len(body) - len(body.rstrip(b"\0"))
        if zeros > _MOST_ZEROS and zeros * _PIXELS_A_ZERO[part.label] > _of_one_colour(data):
            raise damaged("pixels-missing")
    return []


def _of_one_colour(data: bytes) -> int:
    """Pixels in the rows, from the bottom up, that have the colour of the last pixel."""
    with Image.open(io.BytesIO(data), formats=["WEBP"]) as opened:
        pixels = np.asarray(opened.convert("RGB"))
    last = pixels[-1, -1].astype(int)
    off = np.maximum(pixels.max(axis=1) - last, last - pixels.min(axis=1)).max(axis=1)
    differing = np.flatnonzero(off > _ALIKE)
    rows = len(off) - (int(differing[-1]) + 1 if differing.size else 0)
    return rows * int(pixels.shape[1])
