"""Pictures of 16 bits a channel, brought to 8 without losing what can be seen.

Two things get lost by taking the upper byte: the greys of a sensor of 12 bits whose numbers were
stored as they are (16 of 4,096 remain), and the dark tones of numbers that stand for light
(gamma 1). So the numbers are stretched by their significant bits, and given sRGB's curve, before
they become bytes.
"""

import io
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

from scans.gate.photos.colour import grey_numbers, in_srgb_curve, without_curve
from scans.gate.photos.colour_claims import NO_CLAIM, ColourClaim
from scans.gate.photos.findings import ImageFinding, ImageNotice

_SENSORS: Final = (8, 10, 12, 14)
"""Bits that sensors have, of x-rays and of cameras."""
_STRIP: Final = 1 << 18  # pixels
_ALL: Final = 16
_Deep = NDArray[np.uint16]


def is_sixteen(opened: ImageFile.ImageFile) -> bool:
    """Whether a picture that was opened, and not loaded, has 16 bits a channel."""
    return opened.mode.startswith("I;16") or _rawmode(opened).endswith(";16B")


def eight_bits(
    opened: ImageFile.ImageFile,
    data: bytes,
    claim: ColourClaim,
    significant: int | None = None,
    transparent: tuple[int, ...] = (),
) -> tuple[Image.Image, ColourClaim, tuple[ImageFinding, ...]]:
    """Load a picture of 16 bits; return it in 8, what is left of the claim, and what to say.

    Args:
        opened: the picture, not loaded.
        data: the file that it was opened from.
        claim: what its numbers mean; its curve is applied here.
        significant: how many bits the file says that its numbers had.
        transparent: the one colour that is transparent, in numbers of 16 bits.
    """
    whole = _Whole(opened, data)
    bits = _bits(whole, claim, significant)
    numbers, left, said = _numbers(claim, bits, grey=whole.colours == 1)
    alpha = _numbers(NO_CLAIM, whole.alpha_bits(), grey=True)[0]
    mode = {1: "L", 3: "RGB"}[whole.colours]
    picture = (
        whole.upper if mode != "L" and whole.upper is not None else Image.new(mode, whole.size)
    )
    mask = Image.new("L", whole.size) if transparent or whole.has_alpha else None
    for box, strip in whole.strips():
        colours = numbers[strip[:, :, : whole.colours]]
        at_once = colours[:, :, 0] if mode == "L" else colours
        if mask is not None:
            opaque = (
                alpha[strip[:, :, -1]]
                if whole.has_alpha
                else np.where((strip == transparent).all(axis=2), 0, 255).astype(np.uint8)
            )
            mask.paste(Image.fromarray(opaque), box)
        shown = Image.fromarray(at_once)
        picture.paste(shown if picture.mode == mode else shown.convert(picture.mode), box)
    whole.close()
    if mask is not None:
        picture.putalpha(mask)
    return picture, left, (*said, *_stretched(bits))


class _Whole:
    """The 16 bits of each channel, read in strips from pictures that hold their bytes.

    Pillow unpacks 16-bit colours to their upper byte; told that the bytes come in the other order
    it gives the lower one.
    """

    def __init__(self, opened: ImageFile.ImageFile, data: bytes) -> None:
        raw = _rawmode(opened)
        self.size = opened.size
        self.upper: Image.Image | None = None
        self._lower: Image.Image | None = None
        self.colours, self.has_alpha = 1, False
        if raw == "LA;16B":  # four bytes a pixel, as they stand
            _read_as(opened, "RGBA")
            self.has_alpha = True
        elif raw in ("RGB;16B", "RGBA;16B"):
            self.colours, self.has_alpha = 3, raw == "RGBA;16B"
            self._lower = _unpacked(data, raw.removesuffix("B") + "L")
            self.upper = opened
        opened.load()
        self._opened = opened

    def strips(self) -> Iterator[tuple[tuple[int, int, int, int], _Deep]]:
        """Yield boxes with what is in them: rows, columns, channels."""
        width, height = self.size
        rows = max(1, _STRIP // width)
        for top in range(0, height, rows):
            box = (0, top, width, min(height, top + rows))
            yield box, self._within(box)

    def _within(self, box: tuple[int, int, int, int]) -> _Deep:
        high = np.asarray(self._opened.crop(box))
        if self._lower is not None:
            low = np.asarray(self._lower.crop(box))
            return _joined(high, low)
        if self.has_alpha:
            return _joined(high[:, :, ::2], high[:, :, 1::2])
        return high.astype(np.uint16)[:, :, np.newaxis]

    def alpha_bits(self) -> int:
        """How many bits the transparency has."""
        return _ALL if not self.has_alpha else _fitting(self._most(slice(-1, None)))

    def most(self) -> int:
        """The largest number of any colour."""
        return self._most(slice(0, self.colours))

    def _most(self, channels: slice) -> int:
        return max(int(strip[:, :, channels].max()) for _, strip in self.strips())

    def close(self) -> None:
        """Give back the lower bytes."""
        self._lower = None


def _joined(high: NDArray[np.uint8], low: NDArray[np.uint8]) -> _Deep:
    return np.left_shift(high, 8, dtype=np.uint16) | low


def _rawmode(opened: ImageFile.ImageFile) -> str:
    """How the pixels of a PNG are to be unpacked; nothing for other formats."""
    arguments = opened.tile[0].args if opened.tile and opened.format == "PNG" else None
    return arguments if isinstance(arguments, str) else ""


def _read_as(opened: ImageFile.ImageFile, rawmode: str) -> None:
    opened.tile = [tile._replace(args=rawmode) for tile in opened.tile]


def _unpacked(data: bytes, rawmode: str) -> Image.Image:
    """A PNG whose pixels are unpacked another way."""
    with Image.open(io.BytesIO(data), formats=["PNG"]) as other:
        _read_as(other, rawmode)
        other.load()
        return other


def _fitting(most: int) -> int:
    """The bits of the smallest sensor that gives such numbers, or all."""
    return next((bits for bits in _SENSORS if 0 < most < 1 << bits), _ALL)


def _bits(whole: _Whole, claim: ColourClaim, significant: int | None) -> int:
    """How many bits the numbers have: what the file says, or what they are.

    A file should scale its numbers up and only say how many bits they had (PNG, 11.3.2.3 "sBIT");
    one that did so has numbers beyond them. Where the file says what its numbers mean, and nothing
    of bits, a dark picture is a dark picture.
    """
    if significant is not None and significant < _ALL:
        return significant if 0 < whole.most() < 1 << significant else _ALL
    return _ALL if claim.given else _fitting(whole.most())


def _numbers(
    claim: ColourClaim, bits: int, *, grey: bool
) -> tuple[NDArray[np.uint8], ColourClaim, tuple[ImageFinding, ...]]:
    """A byte for each number of 16 bits, what is left to convert then, and what is to be said."""
    part = (np.arange(1 << _ALL) / ((1 << bits) - 1)).clip(0, 1)
    if claim.narrow:
        part = ((part * 255 - 16) / 219).clip(0, 1)
    if grey and claim.given:
        numbers, said = grey_numbers(claim, part)
        return numbers, NO_CLAIM, said
    if claim.profile:
        return np.rint(part * 255).astype(np.uint8), claim, ()
    shown = in_srgb_curve(claim.curve.light(part))
    return np.rint(shown * 255).astype(np.uint8), without_curve(claim), ()


def _stretched(bits: int) -> tuple[ImageFinding, ...]:
    if bits == _ALL:
        return ()
    return (
        ImageFinding(
            ImageNotice.STRETCHED,
            f"The picture uses {bits} of its 16 bits: its brightness was stretched so that the "
            f"largest number of {bits} bits is white.",
        ),
    )
