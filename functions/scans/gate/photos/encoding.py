"""The new file of a photo, and its thumbnail."""

import io
from typing import Final

from PIL import Image

from scans.gate.formats import Stored

_THUMBNAIL: Final = 256
_MOST_OPTIMISED: Final = 12_000_000
"""Pixels of a JPEG whose code is made for it, by 2 to 5 % shorter: all of it is held meanwhile, two
to six bytes a pixel."""


def shrunk(picture: Image.Image) -> Image.Image:
    """Return the picture at most 256 pixels a side."""
    part = min(1.0, _THUMBNAIL / max(picture.size))
    size = (max(1, round(picture.width * part)), max(1, round(picture.height * part)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(picture: Image.Image, stored: Stored) -> bytes:
    """Return a file of that content type."""
    out = io.BytesIO()
    if stored == "image/jpeg":
        opaque = picture.convert("RGB") if picture.mode == "RGBA" else picture
        small = picture.width * picture.height <= _MOST_OPTIMISED
        opaque.save(out, "JPEG", quality=92, optimize=small)
    elif stored == "image/webp":
        picture.save(out, "WEBP", quality=90, method=2)
    else:
        picture.save(out, "PNG", compress_level=6)
    return out.getvalue()
