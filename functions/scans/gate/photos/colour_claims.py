"""What a file says that its numbers mean as colour, whatever the way it says so in.

A claim is an ICC profile, or primaries with a transfer curve, which is what cICP, cHRM, gAMA, nclx
and EXIF come down to. Without one a picture is taken to be in sRGB, as browsers take it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.photos.errors import not_supported

Point = tuple[float, float]
"""A colour's x and y (CIE 1931)."""


@dataclass(frozen=True)
class Primaries:
    """The colours of full red, green and blue, and of all three together."""

    red: Point
    green: Point
    blue: Point
    white: Point


@dataclass(frozen=True)
class Curve:
    """From a number in a file, 0 to 1, to light: `(a x + b) ** g` from `d` on, `c x + f` below.

    The names are those of ICC.1:2022, table 68, function type 4.
    """

    g: float
    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    f: float = 0.0

    def light(self, numbers: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the light, 0 to 1, that the numbers stand for."""
        bent = np.maximum(self.a * numbers + self.b, 0) ** self.g
        return np.where(numbers >= self.d, bent, self.c * numbers + self.f).clip(0, 1)

    def of_video(self) -> "Curve":
        """Return the curve for numbers of which 16 of 255 is black and 235 is white."""
        wide, black = 255 / 219, 16 / 219
        return Curve(
            self.g, self.a * wide, self.b - self.a * black,
            self.c * wide, (self.d + black) / wide, self.f - self.c * black,
        )  # fmt: skip


_D65: Final = (0.3127, 0.3290)
_C: Final = (0.310, 0.316)
BT709: Final = Primaries((0.640, 0.330), (0.300, 0.600), (0.150, 0.060), _D65)
"""The primaries of sRGB, too (IEC 61966-2-1)."""
SRGB: Final = Curve(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""The curve of sRGB (IEC 61966-2-1)."""


@dataclass(frozen=True)
class ColourClaim:
    """What the numbers mean: by `profile` (ICC) if there is one, else by primaries and curve.

    `given` is whether the file said anything at all.
    """

    profile: bytes = b""
    primaries: Primaries = BT709
    curve: Curve = SRGB
    given: bool = True

    @property
    def is_srgb(self) -> bool:
        """Whether there is nothing to convert."""
        return not self.profile and (self.primaries, self.curve) == (BT709, SRGB)


NO_CLAIM: Final = ColourClaim(given=False)
"""What is taken to hold for a file that says nothing."""
ADOBE_RGB: Final = ColourClaim(
    primaries=Primaries((0.64, 0.33), (0.21, 0.71), (0.15, 0.06), _D65), curve=Curve(563 / 256)
)
"""Adobe RGB (1998), 4.3.1: the optional colour space of DCF."""

# ITU-T H.273 (2021), table 2. 22 is EBU Tech. 3213-E.
_PRIMARIES: Final[Mapping[int, Primaries]] = {
    1: BT709,
    4: Primaries((0.67, 0.33), (0.21, 0.71), (0.14, 0.08), _C),
    5: Primaries((0.64, 0.33), (0.29, 0.60), (0.15, 0.06), _D65),
    6: Primaries((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), _D65),
    7: Primaries((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), _D65),
    8: Primaries((0.681, 0.319), (0.243, 0.692), (0.145, 0.049), _C),
    9: Primaries((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), _D65),
    11: Primaries((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.314, 0.351)),
    12: Primaries((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), _D65),
    22: Primaries((0.630, 0.340), (0.295, 0.605), (0.155, 0.077), _D65),
}
_ALPHA: Final = 1.09929682680944  # of BT.709 and BT.2020, to more digits than they print
_BT709_CURVE: Final = Curve(1 / 0.45, 1 / _ALPHA, 1 - 1 / _ALPHA, 1 / 4.5, 4.5 * 0.018053968510807)
# ITU-T H.273 (2021), table 3: the inverse of each. Logarithmic ones (9, 10) are no such curve.
_CURVES: Final[Mapping[int, Curve]] = {
    1: _BT709_CURVE,
    4: Curve(2.2),
    5: Curve(2.8),
    6: _BT709_CURVE,
    7: Curve(1 / 0.45, 1 / 1.1115, 0.1115 / 1.1115, 1 / 4, 4 * 0.0228),
    8: Curve(1.0),
    11: _BT709_CURVE,
    12: _BT709_CURVE,
    13: SRGB,
    14: _BT709_CURVE,
    15: _BT709_CURVE,
}
_UNSPECIFIED: Final = 2
_HIGH_DYNAMIC_RANGE: Final = frozenset({16, 18})  # PQ and HLG


def coded_claim(primaries: int, transfer: int, *, full_range: bool = True) -> ColourClaim | None:
    """Return what code points of ITU-T H.273 claim, as cICP in a PNG and nclx in HEIC hold them.

    None where they are unspecified or unknown. Raises `ImageError` for PQ and HLG, whose brightness
    goes beyond what the stored picture can hold.
    """
    if transfer in _HIGH_DYNAMIC_RANGE:
        raise not_supported("hdr")
    if _UNSPECIFIED in (primaries, transfer):
        known = BT709 if primaries == _UNSPECIFIED else _PRIMARIES.get(primaries)
        curve = SRGB if transfer == _UNSPECIFIED else _CURVES.get(transfer)
        if primaries == transfer:
            return None
    else:
        known, curve = _PRIMARIES.get(primaries), _CURVES.get(transfer)
    if known is None or curve is None:
        return None
    return ColourClaim(primaries=known, curve=curve if full_range else curve.of_video())
