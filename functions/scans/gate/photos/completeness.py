"""Whether a picture has all of its pixels: decoders show what there is and fill in the rest."""

from collections.abc import Callable
from typing import Final

from scans.gate.photos.completeness_jpeg import check_jpeg
from scans.gate.photos.completeness_png import check_png
from scans.gate.photos.completeness_tiff import check_pieces
from scans.gate.photos.completeness_webp import check_webp
from scans.gate.photos.findings import ImageFinding
from scans.gate.photos.parts import PixelParts

_CHECKS: Final[dict[str, Callable[..., list[ImageFinding]]]] = {
    "JPEG": check_jpeg,
    "PNG": check_png,
    "WEBP": check_webp,
}


def check_complete(parts: PixelParts) -> list[ImageFinding]:
    """Return what is to be said of the pixels of a file.

    Raises `ImageError` where some are missing or damaged. Decoders of formats without a check of
    their own here raise by themselves where data ends early.
    """
    if parts.pieces:
        return check_pieces(parts)
    check = _CHECKS.get(parts.format)
    return [] if check is None else check(parts.data, ended=parts.ended)
