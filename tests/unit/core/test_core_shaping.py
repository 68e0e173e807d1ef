"""Hindi on paper: drawn as HarfBuzz shapes it, and copied as it was printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import numpy as np
import pypdfium2
import pytest
from fpdf.unicode_script import UnicodeScript

from core.paper import Column, Sheet, Strong
from core.shaping import runs, syllables
from tests.support.paper import KERNED, PLAIN, READERS, TextLine, lines, shaped

MOMENT = datetime(2026, 5, 31, tzinfo=UTC)
ZWJ, ZWNJ = "\u200d", "\u200c"
#: Names and addresses as people have them, and what is hard in them.
TEXTS = (
    "विनीत", "प्रिया शर्मा", "कृष्ण मूर्ति", "लक्ष्मी", "ज्योति", "हर्षवर्धन", "राजेंद्र", "शक्ति",
    "द्विवेदी", "ब्रह्मा", "वर्तिका", "ट्रैफिक", "श्रृंगार", "विद्यार्थी", "सिद्धार्थ", "मृत्युंजय", "हृदय", "रूपा",
    "फ़िरोज़ ख़ान",  # nukta as a mark of its own
    "\u095eिरो\u095b \u0959ान",  # and in the letter, which is two glyphs
    "पड़ोसी", "अँगूठा", "ॐ", "त्र्यंबक", "दुर्गा",
    f"क्{ZWJ}षेम", f"राम{ZWNJ}लाल", f"दर्{ZWNJ}शन", f"र्{ZWJ}य",
    "श्री गणेश दंत चिकित्सालय", "१२ महात्मा गांधी मार्ग, पुणे 411004", "द्वितीय तल, लक्ष्मी अपार्टमेंट (पूर्व)",
    "संपर्क: ₹ 1,500.00 की राशि।",
    "ि", "कि़",  # typed wrongly: HarfBuzz draws a dotted circle
)  # fmt: skip
MIXED = (
    "Patient: विनीत", "M/s श्री गणेश & Sons", "Flat 12, द्वितीय तल, MG Road, पुणे 411004",
    "पर्ल Dental Laboratory", "12/3 महर्षि कर्वे मार्ग", "Order PC3eTQ9cp8m7W of विद्यार्थी",
    "Dr. José राजेंद्र",
    "“संपर्क हल्का रखें; contact light”", "नाम: A. B. शर्मा (Clinic)",
)  # fmt: skip
ALL = (*TEXTS, *MIXED, *(f"M/s {text}" for text in TEXTS))


def begun() -> Sheet:
    """An empty sheet whose foot has nothing to say about what is tested."""
    return Sheet("T", "1", MOMENT)


def by_cells() -> Sheet:
    sheet = begun()
    sheet.type(10)
    for text in ALL:
        sheet.cell(150, 6, text, new_x="LMARGIN", new_y="NEXT")
    return sheet


def by_paragraphs(*, bold: bool = False) -> Sheet:
    sheet = begun()
    for text in ALL:
        sheet.paragraph(text, bold=bold)
    return sheet


def by_writing() -> Sheet:
    sheet = begun()
    sheet.type(10)
    for text in ALL:
        sheet.write(5, text)
        sheet.ln(6)
    return sheet


def by_tables() -> Sheet:
    sheet = begun()
    sheet.rows([Column("T", 20), Column("T", 20)], [["", Strong(text)] for text in ALL])
    sheet.rows([Column("T", 20), Column("T", 20)], [[text, ""] for text in ALL])
    return sheet


WAYS: dict[str, tuple[Callable[[], Sheet], dict[str, bool]]] = {
    "cells": (by_cells, KERNED),
    "paragraphs": (by_paragraphs, KERNED),
    "bold": (lambda: by_paragraphs(bold=True), KERNED),
    "written": (by_writing, KERNED),
    "tables": (by_tables, PLAIN),
}


@cache
def printed(way: str) -> bytes:
    """The file in which all texts were printed in a way."""
    return WAYS[way][0]().finished()


def is_ours(line: TextLine) -> bool:
    """Tell a text under test from titles and page numbers."""
    return line.text in ALL


def assert_drawn(line: TextLine, latin: dict[str, bool]) -> None:
    """Hold the outlines of a line, each with its place, to those of HarfBuzz."""
    right = shaped(line, latin)
    assert [operator for operator, _ in line.drawn] == [operator for operator, _ in right.drawn]
    found, wanted = (
        [point for _, points in drawn for point in points] for drawn in (line.drawn, right.drawn)
    )
    assert np.allclose(found, wanted, rtol=0, atol=0.02), line.text  # PDFs have two decimals
    assert line.width == pytest.approx(right.width, abs=0.02)


@pytest.mark.parametrize("way", WAYS)
def test_each_line_is_drawn_as_harfbuzz_shapes_its_runs(way: str) -> None:
    found = [line for line in lines(printed(way)) if is_ours(line)]
    assert [line.text for line in found] == [*ALL] * (2 if way == "tables" else 1)
    for line in found:
        assert_drawn(line, WAYS[way][1])


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("way", WAYS)
def test_what_is_copied_is_what_was_printed(way: str, reader: Callable[[bytes], str]) -> None:
    text = re.sub(r"T 1 Page \d of \d( T 1, continued)?|\bT T\b", "", reader(printed(way)))
    wanted, place = ALL * (2 if way == "tables" else 1), 0
    assert "".join(text.split()) == "".join("".join(wanted).split())
    for each in wanted:  # with its spaces, and no others
        assert each in text[place:]
        place = text.index(each, place) + len(each)


@pytest.mark.parametrize("text", ["विनीत", "शक्ति", "वर्तिका", "फ़िरोज़", "मूर्ति", "गणेश"])
def test_a_name_is_found_by_searching(text: str) -> None:
    with pypdfium2.PdfDocument(printed("paragraphs")) as document:
        page = document[0].get_textpage()
        assert page.search(text).get_next()
        assert not page.search(f"{text}ू").get_next()


LONG = (
    "M/s श्री गणेश दंत चिकित्सालय एवं प्रत्यारोपण केंद्र, विद्यार्थी भवन, Block B, द्वितीय तल, लक्ष्मी "
    "अपार्टमेंट, महर्षि कर्वे मार्ग, ज़ाकिर हुसैन चौक के पास, पुणे 411004"
)
UNBROKEN = "प्रत्यारोपणकेंद्रव्यवस्थापकविद्यार्थीकर्मचारीसंघ"


@pytest.mark.parametrize("width", [9.0, 14.0, 24.0, 45.0])  # millimetres
@pytest.mark.parametrize("text", [LONG, UNBROKEN])
def test_a_line_breaks_between_syllables_and_stays_in_its_cell(text: str, width: float) -> None:
    sheet = begun()
    sheet.type(9)
    sheet.multi_cell(width, 5, text, align="L")
    data = sheet.finished()
    found = [line for line in lines(data) if line.size == 9]
    assert len(found) > 1
    assert "".join("".join(line.text for line in found).split()) == "".join(text.split())
    for line in found:
        assert not unicodedata.category(line.text[0]).startswith("M"), line.text
        assert not line.text.endswith("\N{DEVANAGARI SIGN VIRAMA}")
        assert line.width <= (width - 2) * 72 / 25.4 + 0.1, "fpdf2 keeps a millimetre on each side"
        assert_drawn(line, KERNED)
    for reader in READERS:
        assert "".join(text.split()) in "".join(reader(data).split())


def test_a_line_is_filled_as_far_as_its_letters_go() -> None:
    """A matra by itself is as wide as a dotted circle: lines broke before their end for that."""
    sheet = begun()
    sheet.type(9)
    wanted = "किकिकिकिकिकि"
    sheet.multi_cell(sheet.get_string_width(wanted) + 2.01, 5, wanted + "कि", align="L")
    assert [line.text for line in lines(sheet.finished()) if line.size == 9] == [wanted, "कि"]


@pytest.mark.parametrize("text", [f"Shri{ZWJ}ram", f"{ZWNJ}Ram", "Ram", f"12{ZWJ}3"])
@pytest.mark.parametrize("reader", READERS)
def test_joiners_in_latin_are_copied_and_draw_nothing(
    text: str, reader: Callable[[bytes], str]
) -> None:
    sheet = begun()
    sheet.paragraph(text)
    data = sheet.finished()
    assert reader(data) == f"{text} T 1 Page 1 of 1"
    plain = text.replace(ZWJ, "").replace(ZWNJ, "")
    (line,) = [line for line in lines(data) if line.size == 9]
    assert_drawn(TextLine(plain, line.drawn, line.width, line.style, line.size), KERNED)


def test_the_same_text_is_the_same_file() -> None:
    assert by_tables().finished() == printed("tables")


DEVA, LATN = UnicodeScript.DEVANAGARI, UnicodeScript.LATIN


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("", []),
        ("12, (3)", [(UnicodeScript.COMMON, "12, (3)")]),
        ("Ram", [(LATN, "Ram")]),
        ("Patient: विनीत", [(LATN, "Patient: "), (DEVA, "विनीत")]),
        ("12 विनीत, 3 Ram", [(DEVA, "12 विनीत, 3 "), (LATN, "Ram")]),
        (f"क्{ZWJ}ष A{ZWJ}", [(DEVA, f"क्{ZWJ}ष "), (LATN, f"A{ZWJ}")]),
    ],
)
def test_a_text_is_split_by_script(text: str, split: list[tuple[UnicodeScript, str]]) -> None:
    assert list(runs(text)) == split


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("विनीत", "वि नी त"),
        ("लक्ष्मी", "ल क्ष्मी"),
        ("राजेंद्र", "रा जें द्र"),
        ("फ़िरोज़", "फ़ि रो ज़"),
        ("ज़्यादा", "ज़्या दा"),
        (f"क्{ZWJ}षेम", f"क्{ZWJ}षे म"),
        (f"दर्{ZWNJ}शन", f"द र्{ZWNJ} श न"),
        ("श्री-१२", "श्री - १ २"),
    ],
)
def test_a_text_is_split_into_syllables(text: str, parts: str) -> None:
    assert syllables(text) == parts.split(" ")


def test_a_mark_does_not_join_a_space_or_a_line_end() -> None:
    assert syllables("क ि\nिख") == ["क", " ", "ि", "\n", "ि", "ख"]
