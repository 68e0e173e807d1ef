"""Sizes in sentences: what is too large is rounded up, and what is accepted down.

Otherwise a file a little above a limit reads as one that meets it.
"""

import math

_MIB = 2**20


def beyond_bytes(size: int, most: int) -> str:
    """Return `25.1 MB and at most 25 MB are accepted` for bytes that are more than accepted."""
    return f"{_up(size / _MIB)} MB and at most {_down(most / _MIB)} MB are accepted"


def beyond_pixels(pixels: int, most: int) -> str:
    """Return `25.1 megapixels and at most 25 are accepted` for pixels that are more."""
    return f"{_up(pixels / 1e6)} megapixels and at most {_down(most / 1e6)} are accepted"


def megapixels(pixels: int) -> str:
    """Return accepted pixels in millions, to a tenth and rounded down."""
    return _down(pixels / 1e6)


def _up(value: float) -> str:
    return _tenths(math.ceil(value * 10))


def _down(value: float) -> str:
    return _tenths(math.floor(value * 10))


def _tenths(number: int) -> str:
    return f"{number / 10:,.1f}".removesuffix(".0")
