"""Decimal numbers in a text, many at a time: eight characters make one 64-bit word.

Three multiplications turn a word of eight digits into their number (Lemire, "Number parsing at a
gigabyte per second", 2021). Numbers with at most 16 characters besides their sign and an exponent
of two digits, as exporters write them, are read in this way. The result is the nearest 64-bit
float, the same as Python's: integers below 2**53 and powers of ten up to 10**22 are exact, and one
operation on the two rounds once (Clinger, "How to read floating point numbers accurately", 1990).
All other numbers are left to the caller.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
Places = NDArray[np.int64]
Truths = NDArray[np.bool_]

MARGIN: Final = 16
"""Bytes that a text must have before its first number."""

_TENS: Final = 10.0 ** np.arange(23)
_EXACT: Final = np.uint64(2**53)
_BYTES: Final = np.uint64(0x0101010101010101)
_ZEROS: Final = np.uint64(0x30) * _BYTES
_DOTS: Final = np.uint64(ord(".") ^ 0x30) * _BYTES
_HIGH_BITS: Final = np.uint64(0x80) * _BYTES
_UP_TO_NINE: Final = np.uint64(0x7F - 9) * _BYTES  # a byte above 9 plus this has the high bit
_JOINS: Final = [
    (np.uint64(10), np.uint64(8), np.uint64(0x00FF00FF00FF00FF)),
    (np.uint64(100), np.uint64(16), np.uint64(0x0000FFFF0000FFFF)),
    (np.uint64(10_000), np.uint64(32), np.uint64(0x00000000FFFFFFFF)),
]
"""How neighbouring digits become one number: a factor, how far they are apart, what is kept."""
_LAST: Final = np.array([2**64 - 2 ** (64 - 8 * min(n, 8)) for n in range(17)], np.uint64)
"""Masks of the last n characters of a word, which are its upper bytes."""
_LAST_BEFORE: Final = np.array(
    [2**64 - 2 ** (64 - 8 * max(n - 8, 0)) for n in range(17)], np.uint64
)
"""The same for the word before it."""


def read(text: Bytes, starts: Places, ends: Places) -> tuple[NDArray[np.float64], Truths]:
    """Numbers from `starts` up to `ends` in a text, and whether each was read.

    The text is contiguous, with `MARGIN` bytes before the first number and space after the last. A
    number that was not read may be none at all.
    """
    sign = text.take(starts)
    negative = sign == ord("-")
    starts = starts + (negative | (sign == ord("+")))
    power, ends = _exponents(text, starts, ends)
    digits, decimals, fine = _digits(text, ends, ends - starts)
    power -= decimals
    fine &= (digits < _EXACT) & (np.abs(power) < len(_TENS))
    tens = _TENS.take(np.abs(power), mode="clip")
    exact = digits.astype(np.float64)
    numbers = np.where(power < 0, exact / tens, exact * tens)
    np.negative(numbers, out=numbers, where=negative)
    return numbers, fine


def words_of(text: Bytes) -> Words:
    """The eight characters from each place of a text on as a number, the first in its low byte."""
    return np.ndarray(len(text) - 7, "<u8", text, strides=(1,))


def _exponents(text: Bytes, starts: Places, ends: Places) -> tuple[Places, Places]:
    """Powers of ten that numbers end in, as `e+01`, and where what is before them ends."""
    there = (text.take(ends - 4) | 0x20) == ord("e")  # the bit that makes E small
    if not there.any():
        return np.zeros(len(ends), np.int64), ends
    sign, tens, ones = (text.take(ends - back) for back in (3, 2, 1))
    tens, ones = tens - np.uint8(ord("0")), ones - np.uint8(ord("0"))  # wraps: beyond 9 for others
    there &= (tens <= 9) & (ones <= 9) & (ends - starts > 4)
    there &= (sign == ord("-")) | (sign == ord("+"))
    power = (np.int64(10) * tens + ones) * there
    return np.where(sign == ord("-"), -power, power), ends - 4 * there


def _digits(text: Bytes, ends: Places, length: Places) -> tuple[Words, Places, Truths]:
    """Digits of unsigned numbers as integers, how many are decimals, and whether it is so."""
    words = words_of(text)
    late = (words[ends - 8] ^ _ZEROS) & _LAST.take(length, mode="clip")
    early = (words[ends - 16] ^ _ZEROS) & _LAST_BEFORE.take(length, mode="clip")
    late, late_dot, decimals = _without_dot(late)
    late |= (early >> np.uint64(56)) * late_dot
    early <<= np.uint64(8) * late_dot
    early, early_dot, early_decimals = _without_dot(early)
    decimals += early_decimals + 8 * early_dot
    fine = _are_digits(late) & _are_digits(early)
    fine &= (length > (late_dot | early_dot)) & (length <= 16) & ~(late_dot & early_dot)
    return _number(early) * np.uint64(10**8) + _number(late), decimals, fine


def _without_dot(words: Words) -> tuple[Words, Truths, Places]:
    """Words with what is before their first dot moved up into its place.

    Also which words have a dot, and how many characters follow it, 0 without.
    """
    zero_where_dot = words ^ _DOTS
    found = (zero_where_dot - _BYTES) & ~zero_where_dot & _HIGH_BITS  # its lowest bit is right
    dot = found & (~found + np.uint64(1))
    dotted = dot != 0
    before = (dot >> np.uint64(7)) - dotted
    through = (dot << np.uint64(1)) - dotted
    after = 7 - (np.bitwise_count(before) >> 3).astype(np.int64)
    return (words & ~through) | ((words & before) << np.uint64(8)), dotted, after * dotted


def _are_digits(words: Words) -> Truths:
    digits: Truths = ((words + _UP_TO_NINE) | words) & _HIGH_BITS == 0
    return digits


def _number(words: Words) -> Words:
    """The number of eight digits, the first in the lowest byte: of pairs, fours, then all."""
    for ten, shift, kept in _JOINS:
        nearer = words * ten
        words >>= shift
        nearer += words
        nearer &= kept
        words = nearer
    return words
