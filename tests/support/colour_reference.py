"""What colours have to come out as, reckoned from the published figures alone.

Matrices and curves are copied from the standards named beside them, not derived, so that they share
nothing with the code under test. Everything ends in CIE L*a*b* (1976) under D65.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# IEC 61966-2-1:1999, equations 7 and 8.
SRGB_TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)
XYZ_TO_SRGB = np.array(
    [[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]]
)
# Adobe RGB (1998) Color Image Encoding, 4.3.5.3.
ADOBE_TO_XYZ = np.array(
    [[0.57667, 0.18556, 0.18823], [0.29734, 0.62736, 0.07529], [0.02703, 0.07069, 0.99134]]
)
# SMPTE EG 432-1:2010, with the white D65 ("Display P3").
P3_TO_XYZ = np.array(
    [[0.48657, 0.26567, 0.19822], [0.22897, 0.69174, 0.07929], [0.0, 0.04511, 1.04394]]
)
# Recommendation ITU-R BT.2020-2 (its primaries, in XYZ).
BT2020_TO_XYZ = np.array(
    [[0.63696, 0.14462, 0.16888], [0.26270, 0.67800, 0.05930], [0.0, 0.02807, 1.06099]]
)
# ROMM RGB (ISO 22028-2, "ProPhoto"), whose white is D50, and Bradford's matrices between D50 and
# D65 (as B. Lindbloom publishes them).
D50_TO_D65 = np.array(
    [[0.95558, -0.02304, 0.06316], [-0.02829, 1.00994, 0.02101], [0.01230, -0.02048, 1.32991]]
)
D65_TO_D50 = np.array(
    [[1.04781, 0.02289, -0.05013], [0.02954, 0.99048, -0.01705], [-0.00923, 0.01504, 0.75213]]
)
ROMM_TO_XYZ = D50_TO_D65 @ np.array(
    [[0.79767, 0.13519, 0.03135], [0.28804, 0.71187, 0.00009], [0.0, 0.0, 0.82521]]
)
D65 = np.array([0.9505, 1.0, 1.0890])  # the white of IEC 61966-2-1
D50 = np.array([0.9642, 1.0, 0.8249])  # the white of ICC.1


def power(exponent: float) -> Callable[[Array], Array]:
    """The curve of a plain gamma."""
    return lambda numbers: numbers**exponent


def srgb_curve(numbers: Array) -> Array:
    """IEC 61966-2-1:1999, equations 5 and 6."""
    return np.where(numbers <= 0.04045, numbers / 12.92, ((numbers + 0.055) / 1.055) ** 2.4)


def bt709_curve(numbers: Array) -> Array:
    """The inverse of Recommendation ITU-R BT.709-6, item 1.2."""
    return np.where(numbers < 0.081, numbers / 4.5, ((numbers + 0.099) / 1.099) ** (1 / 0.45))


@dataclass(frozen=True)
class Space:
    """What numbers mean: light by the curve, XYZ by the matrix."""

    matrix: Array
    curve: Callable[[Array], Array]


SRGB = Space(SRGB_TO_XYZ, srgb_curve)
ADOBE = Space(ADOBE_TO_XYZ, power(2.19921875))
P3 = Space(P3_TO_XYZ, srgb_curve)


def lab(numbers: Array, space: Space) -> Array:
    """L*a*b* of numbers from 0 to 1 (last axis: red, green, blue), clipped to sRGB."""
    light = space.curve(numbers) @ space.matrix.T
    return _lab((light @ XYZ_TO_SRGB.T).clip(0, 1) @ SRGB_TO_XYZ.T / D65)


def lab_under_d50(numbers: Array) -> Array:
    """L*a*b* of numbers of sRGB as a profile's connection space has it."""
    return _lab(srgb_curve(numbers) @ SRGB_TO_XYZ.T @ D65_TO_D50.T / D50)


def in_srgb(colours: Array) -> NDArray[np.bool_]:
    """Which L*a*b* of a profile's connection space sRGB can show."""
    middle = (colours[..., 0] + 16) / 116
    bent = np.stack(
        (middle + colours[..., 1] / 500, middle, middle - colours[..., 2] / 200), axis=-1
    )
    relative = np.where(bent > 6 / 29, bent**3, (116 * bent - 16) * 27 / 24389)
    light = relative * D50 @ D50_TO_D65.T @ XYZ_TO_SRGB.T
    return np.asarray(((light > 0.001) & (light < 0.999)).all(axis=-1))


def apart(numbers: Array, space: Space, stored: Array) -> float:
    """Largest distance (CIE 1976) of what is stored, as sRGB, from what was meant."""
    return float(np.linalg.norm(lab(numbers, space) - lab(stored, SRGB), axis=-1).max())


def _lab(relative: Array) -> Array:
    bent = np.where(relative > 216 / 24389, np.cbrt(relative), (24389 / 27 * relative + 16) / 116)
    x, y, z = np.moveaxis(bent, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)
