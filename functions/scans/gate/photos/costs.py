"""What decoding, turning and encoding a picture takes: bytes a pixel, measured for each format."""

from dataclasses import dataclass
from typing import Final

from PIL import ImageFile

from scans.gate.photos.parts_heif import HeifParts
from scans.gate.photos.sixteen import is_sixteen

_PICTURE: Final = 4
"""A pixel in Pillow, of any colours (grey takes 1 or 2)."""
_TURNED: Final = 7
"""The picture and its three colours one by one, of which a turned picture is put together."""
_TURNED_WHOLE: Final = 8
"""The picture twice: with four channels, transparency or a palette."""


_SIXTEEN: Final = 13
"""Colours of 16 bits: less in memory, but a megapixel takes 0.14 s of work by a thread that shares
its core with another, as a vCPU does."""
_HEIC_WHOLE, _AVIF_WHOLE = 8.0, 9.6
"""A picture in one item, measured with libheif 1.23 and libavif 1.4: 220 and 257 MiB at 24.5
megapixels, of which 42 are Python and the libraries, and some spare."""
_FILES: Final = 2 * 25 * 2**20
"""Bytes that `ImageLimits.max_working_bytes` leaves for the file."""


@dataclass(frozen=True)
class Cost:
    """Bytes for each pixel of the file, and for each pixel kept when it is scaled down.

    `file` is what a decoder holds until it is done, beside `decoded` for each pixel kept; `kept` is
    the most that is held for each after that; `beside` are bytes held while decoding, however many
    pixels there are. `scales` are the divisors that the format allows.
    """

    kept: float
    file: float = 0
    decoded: float = _PICTURE
    beside: float = 0
    scales: tuple[int, ...] = (1,)

    def bytes_at(self, pixels: int, scale: int) -> float:
        """Return the most bytes held at once for a picture of `pixels` in its file."""
        kept = pixels / scale**2
        return max(pixels * self.file + kept * self.decoded + self.beside, kept * self.kept)

    def most_pixels(self, working: float, scale: int | None = None) -> int:
        """Return how many pixels a file may have for `working` bytes, at its best scale or one."""
        if scale is None:
            return max(self.most_pixels(working, each) for each in self.scales)
        decoding = (working - self.beside) / (self.file + self.decoded / scale**2)
        return max(0, int(min(decoding, working * scale**2 / self.kept)))


def of_file(opened: ImageFile.ImageFile, held: float) -> Cost:
    """Return the cost of a picture that Pillow opened; `held` is that of `PixelParts`."""
    plain = opened.mode in ("RGB", "L") and not opened.has_transparency_data
    kept = _TURNED if plain else _TURNED_WHOLE
    if opened.format == "WEBP":  # measured, with libwebp 1.6: noise is the worst there is
        return Cost(40 if opened.mode == "RGBA" else 26.5)
    if is_sixteen(opened) and not opened.mode.startswith("I"):
        return Cost(_SIXTEEN, file=held)
    if opened.format == "JPEG":
        return Cost(kept, file=held, scales=(1, 2, 4, 8))
    return Cost(kept, file=held)


def of_heif(parts: HeifParts) -> Cost:
    """Return the cost of a HEIC or AVIF: of tiles, one is decoded at a time.

    A whole picture in one item is held as the decoder's own colours, as RGB (by libavif twice) and
    as Pillow's, and its file four times, of which two are set aside already.
    """
    if len(parts.stills) == 1:
        beside = 4 * len(parts.stills[0].data) - _FILES
        whole = _AVIF_WHOLE if parts.coded == "AVIF" else _HEIC_WHOLE
        return Cost(_TURNED, file=whole - _PICTURE, beside=beside)
    even = all(side % 2 == 0 for side in parts.tile_size)
    return Cost(_TURNED, scales=(1, 2) if even else (1,))
