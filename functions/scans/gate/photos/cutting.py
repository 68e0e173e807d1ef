"""The parts of a picture's file that make its pixels: the only ones a decoder gets to see.

JPEG, PNG and WebP are rows of labelled parts. A file can hold millions of them, texts that unpack
to gigabytes, tables that refer to each other a thousandfold, or a second size that contradicts the
first; a decoder that reads them spends its memory and time on what is thrown away in the end.
Here the row is walked once, by the lengths it gives, and what has no part in the pixels is left
out. Of the metadata only the orientation is read, here.
"""

from collections.abc import Callable
from typing import Final

from scans.gate.photos.parts import PixelParts
from scans.gate.photos.parts_bmp import cut_bmp
from scans.gate.photos.parts_heif import HeifParts, cut_heif
from scans.gate.photos.parts_jpeg import cut_jpeg
from scans.gate.photos.parts_png import cut_png
from scans.gate.photos.parts_tiff import cut_tiff
from scans.gate.photos.parts_webp import cut_webp
from scans.gate.sniff import Content

_CUTTERS: Final[dict[Content, Callable[[bytes], PixelParts | HeifParts]]] = {
    Content.JPEG: cut_jpeg,
    Content.PNG: cut_png,
    Content.WEBP: cut_webp,
    Content.HEIC: cut_heif,
    Content.AVIF: cut_heif,
    Content.TIFF: cut_tiff,
    Content.BMP: cut_bmp,
}


def pixel_parts(data: bytes, content: Content) -> PixelParts | HeifParts:
    """Cut a picture's file down to what makes its pixels.

    Raises ValueError, IndexError or ZeroDivisionError for a row of parts that no camera or program
    writes, KeyError for a format that is no picture's.
    """
    return _CUTTERS[content](data)
