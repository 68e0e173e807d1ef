"""The new file of a photo, and its thumbnail."""

import io
from typing import Final

from PIL import Image

from scans.gate.formats import Stored

_THUMBNAIL: Final = 256
_MOST_OPTIMISED: Final = 12_000_000
"""Pixels of a JPEG whose code is made for it, by 2 to 5 % shorter: all of it is held meanwhile, two
to six bytes a pixel. Pillow gives it one byte a pixel to be written to, which full colours may not
fit into; so it is for shared ones alone."""
_MOST_LOSSLESS: Final = 6_000_000
"""Pixels of a WebP that is written without loss: its encoder takes 22 bytes for each."""
_EXACT: Final = 88
"""Quality of a JPEG in red, green and blue: all three get the fine table of brightness, so that 88
shows no less than 92 does otherwise. Twice as long as one with shared colours."""


def shrunk(picture: Image.Image) -> Image.Image:
    """Return the picture at most 256 pixels a side."""
    part = min(1.0, _THUMBNAIL / max(picture.size))
    size = (max(1, round(picture.width * part)), max(1, round(picture.height * part)))
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def encoded(
    picture: Image.Image,
    stored: Stored,
    sampling: tuple[int, int] = (2, 2),
    *,
    exact: bool = False,
) -> bytes:
    """Return a file of that content type.

    Args:
        picture: in sRGB.
        stored: the content type.
        sampling: how many pixels may share one colour in a JPEG, across and down.
        exact: that shades must stay within dE 1: those of a JPEG are then written as red, green
            and blue, and those of a WebP without loss. The numbers of brightness and two colours
            that both have otherwise are so far apart that a shade ends up to dE 1.6 (JPEG) or 4
            (WebP) beside itself; one that was in such numbers before lands on them again.
    """
    out, pixels = io.BytesIO(), picture.width * picture.height
    if stored == "image/jpeg":
        opaque = picture.convert("RGB") if picture.mode == "RGBA" else picture
        shared = _subsampling(sampling)
        if exact and opaque.mode == "RGB":
            opaque.save(out, "JPEG", quality=_EXACT, keep_rgb=True)
        else:
            small = pixels <= _MOST_OPTIMISED and shared == "4:2:0"
            opaque.save(out, "JPEG", quality=92, optimize=small, subsampling=shared)
    elif stored == "image/webp" and exact and pixels <= _MOST_LOSSLESS:
        picture.save(out, "WEBP", lossless=True, quality=0, method=0)
    elif stored == "image/webp":
        picture.save(out, "WEBP", quality=90, method=2)
    else:
        picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _subsampling(sampling: tuple[int, int]) -> str:
    """What Pillow can write: the coarsest that loses nothing of what there is."""
    across, down = sampling
    if across == 1:
        return "4:4:4"
    return "4:2:2" if down == 1 else "4:2:0"
