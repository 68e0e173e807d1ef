"""Pictures of 16 bits a channel, brought to 8 without losing what can be seen.

Two things get lost by taking the upper byte: the greys of a sensor of 12 bits whose numbers were
stored as they are (16 of 4,096 remain), and the dark tones of numbers that stand for light
(gamma 1). So the numbers are stretched by their significant bits, and turned into sRGB, before
they become bytes.
"""

import io
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

from scans.gate.photos.colour import grey_numbers, in_srgb_curve, light_to_srgb
from scans.gate.photos.colour_claims import BT709, NO_CLAIM, ColourClaim
from scans.gate.photos.findings import ImageFinding, ImageNotice, notice

_SENSORS: Final = (8, 10, 12, 14)
"""Bits that sensors have, of x-rays and of cameras."""
_STRIP: Final = 1 << 18  # pixels
_ALL: Final = 16
_OTHER_ORDER: Final = {"B": "L", "L": "B", "N": "B" if sys.byteorder == "little" else "L"}
"""The last letter of a mode of Pillow's by which the bytes of a number come the other way round."""
_Box = tuple[int, int, int, int]
_Deep = NDArray[np.uint16]
_Bytes = NDArray[np.uint8]
_Findings = tuple[ImageFinding, ...]


def is_sixteen(opened: ImageFile.ImageFile) -> bool:
    """Whether a picture that was opened, and not loaded, has 16 bits a channel."""
    return opened.mode.startswith("I;16") or _rawmode(opened)[-4:-1] == ";16"


def eight_bits(
    opened: ImageFile.ImageFile,
    data: bytes,
    claim: ColourClaim,
    significant: int | None = None,
    transparent: tuple[int, ...] = (),
) -> tuple[Image.Image, ColourClaim, _Findings]:
    """Load a picture of 16 bits; return it in 8, what is left of the claim, and what to say.

    Args:
        opened: the picture, not loaded.
        data: the file that it was opened from.
        claim: what its numbers mean; all but an ICC profile for colours is applied here.
        significant: how many bits the file says that its numbers had.
        transparent: the one colour that is transparent, in numbers of 16 bits.
    """
    whole = _Whole(opened, data)
    bits = _bits(whole, claim, significant)
    shown, left, said = _shown(claim, bits, grey=whole.colours == 1)
    opaque = _numbers(_ALL if not whole.has_alpha else _fitting(whole.most(slice(-1, None))))
    masked = whole.has_alpha or bool(transparent)
    mode = ("LA" if masked else "L") if whole.colours == 1 else ("RGBA" if masked else "RGB")
    picture = opened if opened.mode == mode else Image.new(mode, whole.size)
    for box, strip in whole.strips():
        part = shown(strip[:, :, : whole.colours])
        if masked:
            seen = opaque[strip[:, :, -1]] if whole.has_alpha else _unlike(strip, transparent)
            part = np.concatenate((part.reshape(*seen.shape, -1), seen[..., np.newaxis]), axis=2)
        picture.paste(Image.fromarray(part), box)
    whole.give_back()
    return picture, left, (*said, *_stretched(bits))


class _Whole:
    """The 16 bits of each channel, read in strips from pictures that hold their bytes.

    Pillow unpacks 16-bit colours to their upper byte; told that the bytes come in the other order
    it gives the lower one.
    """

    def __init__(self, opened: ImageFile.ImageFile, data: bytes) -> None:
        raw = _rawmode(opened)
        self.size = opened.size
        self.colours, self.has_alpha = 1, raw in ("LA;16B", "RGBA;16B")
        self._lower: Image.Image | None = None
        if raw == "LA;16B":  # four bytes a pixel, as they stand
            _read_as(opened, "RGBA")
        elif raw:
            self.colours = 3
            self._lower = _unpacked(opened.format, data, raw[:-1] + _OTHER_ORDER[raw[-1]])
        opened.load()
        self._opened = opened

    def strips(self) -> Iterator[tuple[_Box, _Deep]]:
        """Yield boxes with what is in them: rows, columns, channels."""
        width, height = self.size
        rows = max(1, _STRIP // width)
        for top in range(0, height, rows):
            box = (0, top, width, min(height, top + rows))
            yield box, self._within(box)

    def most(self, channels: slice) -> int:
        """The largest number in these channels; or at least its upper byte, with ones below it."""
        upper, lower = self._largest
        if most := int(upper[channels].max()):
            return most << 8 | 0xFF
        return int(lower[channels].max())

    @cached_property
    def _largest(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The largest upper byte of each channel, and the largest lower one."""
        bands = _largest_of(self._opened)
        if self._lower is not None:
            return bands, _largest_of(self._lower)
        if self.has_alpha:
            return bands[::2], bands[1::2]
        return bands >> 8, bands & 0xFF

    def give_back(self) -> None:
        """Forget the lower bytes."""
        self._lower = None

    def _within(self, box: _Box) -> _Deep:
        high = np.asarray(self._opened.crop(box))
        if self._lower is not None:
            return _joined(high, np.asarray(self._lower.crop(box)))
        if self.has_alpha:
            return _joined(high[:, :, ::2], high[:, :, 1::2])
        return high.astype(np.uint16)[:, :, np.newaxis]


def _largest_of(picture: Image.Image) -> NDArray[np.int64]:
    """The largest number of each band of a picture."""
    return np.asarray(picture.getextrema()).reshape(-1, 2)[:, 1]


def _joined(high: _Bytes, low: _Bytes) -> _Deep:
    return np.left_shift(high, 8, dtype=np.uint16) | low


def _rawmode(opened: ImageFile.ImageFile) -> str:
    """How colours are to be unpacked, where that is from 16 bits; else nothing.

    Of greys only a PNG's with transparency are: Pillow has a mode for the others.
    """
    if not opened.tile or opened.format not in ("PNG", "TIFF") or opened.mode[:3] != "RGB":
        return ""
    mode = _arguments(opened.tile[0])[0]
    return mode if isinstance(mode, str) else ""


def _arguments(tile: ImageFile._Tile) -> tuple[object, ...]:
    """What a decoder is told of the pixels: a mode, and more in a TIFF."""
    return tile.args if isinstance(tile.args, tuple) else (tile.args,)


def _read_as(opened: ImageFile.ImageFile, rawmode: str) -> None:
    opened.tile = [tile._replace(args=(rawmode, *_arguments(tile)[1:])) for tile in opened.tile]


def _unpacked(name: str | None, data: bytes, rawmode: str) -> Image.Image:
    """A picture of the format `name` whose pixels are unpacked another way."""
    with Image.open(io.BytesIO(data), formats=[name or ""]) as other:
        _read_as(other, rawmode)
        other.load()
        return other


def _unlike(strip: _Deep, transparent: tuple[int, ...]) -> _Bytes:
    return np.where((strip == transparent).all(axis=2), 0, 255).astype(np.uint8)


def _fitting(most: int) -> int:
    """The bits of the smallest sensor that gives such numbers, or all."""
    return next((bits for bits in _SENSORS if 0 < most < 1 << bits), _ALL)


def _bits(whole: _Whole, claim: ColourClaim, significant: int | None) -> int:
    """How many bits the numbers have: what the file says, or what they are.

    A file should scale its numbers up and only say how many bits they had (PNG, 11.3.2.3 "sBIT");
    one that did so has numbers beyond them. Where the file says what its numbers mean, and nothing
    of bits, a dark picture is a dark picture. But programs for x-rays write the brightness of a
    screen (sRGB, gAMA) beside numbers of 12 bits: of greys only a profile is believed.
    """
    colours = slice(0, whole.colours)
    if significant is not None and 0 < significant <= _ALL:
        return significant if 0 < whole.most(colours) < 1 << significant else _ALL
    meant = claim.profile if whole.colours == 1 else claim.given
    return _ALL if meant else _fitting(whole.most(colours))


def _parts(bits: int) -> NDArray[np.float64]:
    """The part of white that each number of 16 bits is."""
    return (np.arange(1 << _ALL) / ((1 << bits) - 1)).clip(0, 1)


def _numbers(bits: int) -> _Bytes:
    """The byte for each number of 16 bits."""
    return np.rint(_parts(bits) * 255).astype(np.uint8)


def _shown(
    claim: ColourClaim, bits: int, *, grey: bool
) -> tuple[Callable[[_Deep], _Bytes], ColourClaim, _Findings]:
    """What makes bytes of a strip's colours, what is left to convert then, what is to be said."""
    if grey:
        numbers, said = grey_numbers(claim, _parts(bits))
        return lambda strip: numbers[strip[:, :, 0]], NO_CLAIM, said
    matrix = None if claim.profile or claim.is_srgb else _matrix(claim)
    if matrix is None:  # the rest is left to do
        straight = _numbers(bits)
        return straight.take, claim, ()
    light = claim.curve.light(_parts(bits)).astype(np.float32)
    ends = np.rint(in_srgb_curve(np.arange(1 << _ALL) / 0xFFFF) * 255).astype(np.uint8)
    if claim.primaries == BT709:
        curved = ends[np.rint(light * 0xFFFF).astype(np.uint16)]
        return lambda strip: curved[strip], NO_CLAIM, ()

    def converted(strip: _Deep) -> _Bytes:
        mixed = light[strip] @ matrix
        return ends[np.clip(mixed, 0, 0xFFFF, out=mixed).astype(np.uint16)]

    return converted, NO_CLAIM, ()


def _matrix(claim: ColourClaim) -> NDArray[np.float32] | None:
    """From light to the numbers of light in sRGB; None for primaries that span no colours."""
    try:
        return light_to_srgb(claim).T.astype(np.float32) * np.float32(0xFFFF)
    except ValueError:
        return None


def _stretched(bits: int) -> _Findings:
    if bits == _ALL:
        return ()
    return (notice(ImageNotice.STRETCHED, bits=bits),)
