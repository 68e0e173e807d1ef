"""Sizes in sentences: what is too large is rounded up to a tenth, and what is accepted down.

Otherwise a file a little above a limit reads as one that meets it.
"""

import math

_MIB = 2**20


def beyond_bytes(size: int, most: int) -> dict[str, float]:
    """Return the figures of bytes that are more than accepted: 25.1 MB, where 25 MB are."""
    return {"mb": _up(size / _MIB), "most_mb": _down(most / _MIB)}


def beyond_pixels(pixels: int, most: int) -> dict[str, float]:
    """Return the figures of pixels that are more than accepted: 25.1 megapixels, where 25 are."""
    return {"megapixels": _up(pixels / 1e6), "most_megapixels": megapixels(most)}


def megapixels(pixels: int) -> float:
    """Return accepted pixels in millions, to a tenth and rounded down."""
    return _down(pixels / 1e6)


def _up(value: float) -> float:
    return _tenths(math.ceil(value * 10))


def _down(value: float) -> float:
    return _tenths(math.floor(value * 10))


def _tenths(number: int) -> float:
    """Return tenths as they are read: a whole number is an int, and shown without a point."""
    return number // 10 if number % 10 == 0 else number / 10
