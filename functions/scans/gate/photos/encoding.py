"""The new file of a photo, and its thumbnail."""

import io
from typing import Final, Literal

from PIL import Image

ContentType = Literal["image/jpeg", "image/png", "image/webp"]

_THUMBNAIL: Final = 256


def shrunk(picture: Image.Image) -> Image.Image:
    """Return the picture at most 256 pixels a side."""
    part = min(1.0, _THUMBNAIL / max(picture.size))
    size = (max(1, round(picture.width * part)), max(1, round(picture.height * part)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(picture: Image.Image, name: str, sampling: tuple[int, int] = (2, 2)) -> bytes:
    """Return a file of the format of Pillow's `name`.

    `sampling` is how many pixels may share one colour in a JPEG, across and down. Pillow writes
    full colours, those of two beside each other, and those of four; what comes otherwise gets the
    coarsest of these that loses nothing.
    """
    out = io.BytesIO()
    if name == "JPEG":
        opaque = picture.convert("RGB") if picture.mode == "RGBA" else picture
        opaque.save(out, "JPEG", quality=92, optimize=True, subsampling=_subsampling(sampling))
    elif name == "WEBP":
        picture.save(out, "WEBP", quality=90, method=2)
    else:
        picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _subsampling(sampling: tuple[int, int]) -> str:
    across, down = sampling
    if across == 1:
        return "4:4:4"
    return "4:2:2" if down == 1 else "4:2:0"
