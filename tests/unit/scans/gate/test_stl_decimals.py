"""Numbers read eight digits at a time are Python's, bit by bit; the rest is left alone."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scans.gate.stl import decimals


def read(words: list[bytes]) -> list[float | None]:
    """What is read of words, one after another in a text; None where nothing is."""
    text = b" " * decimals.MARGIN + b" ".join(words) + b" "
    ends = np.cumsum([len(word) + 1 for word in words]) + decimals.MARGIN - 1
    starts = ends - [len(word) for word in words]
    numbers, fine = decimals.read(np.frombuffer(text, np.uint8), starts, ends)
    return [number if good else None for number, good in zip(numbers.tolist(), fine, strict=True)]


def bits(number: float) -> bytes:
    return struct.pack("<d", number)


FORMS = ["{:.6e}", "{:.9g}", "{:g}", "{:.3f}", "{:.7f}", "{:+.5e}", "{:.0f}", "{:.15g}", "{:.17g}"]


@given(st.lists(st.tuples(st.sampled_from(FORMS), st.floats(width=32)), min_size=1, max_size=40))
def test_what_is_read_is_what_python_reads(numbers: list[tuple[str, float]]) -> None:
    words = [form.format(number).encode() for form, number in numbers]
    for word, number in zip(words, read(words), strict=True):
        assert number is None or bits(number) == bits(float(word))


@given(st.lists(st.text("0123456789.+-e _x\xff", max_size=18), min_size=1, max_size=40))
def test_what_is_no_number_is_never_read(texts: list[str]) -> None:
    words = [text.replace(" ", "").encode("latin-1") for text in texts]
    for word, number in zip(words, read(words), strict=True):
        if number is not None:
            assert b"_" not in word
            assert bits(number) == bits(float(word))


@pytest.mark.parametrize(
    "word",
    ["5.", ".5", "-0", "-0.0", "+7", "12345678.", ".12345678", "1234567890.12345", "1e+22", "1e-22",
     "12345678.1234567", "-1.234567e+01", "9007199254740991", "0000000000000001"],
)  # fmt: skip
def test_usual_forms_are_read(word: str) -> None:
    (number,) = read([word.encode()])
    assert number is not None
    assert bits(number) == bits(float(word))


@pytest.mark.parametrize(
    "word",
    ["", ".", "-", "+-5", "1.2.3", "1..2", "1234.6781.345678", "e+05", ".e+01", "1e+23", "1e-23",
     "nan", "0x10", "1:2", "1_0", "9007199254740993", "12345678901234567", "1.5e+-1"],
)  # fmt: skip
def test_the_rest_is_left_to_the_caller(word: str) -> None:
    assert read([word.encode()]) == [None]
