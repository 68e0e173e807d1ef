"""Printable text: the one definition, in the forms that models, rules and pages have of it.

What is printable is taken from the Unicode Standard: general categories, and the properties that
its annexes 9 (bidirectional controls) and 44 (what is ignored when shown) list.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import SchemaValidator, core_schema

from core import text
from core.fields import Name, Prose
from scans.uploads.models import FileName

#: Of annex 9, section 2: marks, embeddings, overrides, isolates and what ends them.
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BARRED = [
    *BIDI,
    *"\0\x07\b\t\v\f\r\x1b\x7f\x80\x85\x9b\x9f",
    *"\u2028\u2029",
    *"\xad\u200b\u2060\u2061\u2064\u206a\u206f\ufeff\u180e",  # zero width
    *"\ufff9\ufffa\ufffb\ufffc",  # annotations and placeholders
    *"\U000e0001\U000e0020\U000e0041\U000e007f",  # tags
    *"\ue000\uf8ff\U000f0000\U0010fffd",  # private use
    *"\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",  # no characters
    *"\u0378\u2065\U000e0080",  # not assigned
    *"\u034f\u115f\u1160\u17b4\u180b\u3164\uffa0\ufe00\u2800\U000e0100",  # show nothing
]
TAKEN = [
    "Asha Rao",
    "José O'Neill-Ñandú",
    "Jose\u0301",
    "आशा राव",
    "क्\u200dष",
    "र्\u200cय",
    "\u0b95\u0bcd\u0bb7",
    "李 小龍",
    "\u0645\u0631\u06cc\u0645",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}",
    "\N{HEAVY BLACK HEART}\ufe0f",
    "\N{TOOTH}",
    "M/s A & B (1985), ₹5",
    "a\u00a0b",
    "7",
]
#: Nothing that shows: spaces, joiners and marks alone.
EMPTY = [
    "\u200d",
    "\u200c\u200d",
    "\u0301",
    "\u0301\u0301",
    "\u200d\u0301",
    "\u00a0",
    "\u2003\u200d",
]
LINE, PROSE, FILE = TypeAdapter(Name), TypeAdapter(Prose), TypeAdapter(FileName)


def takes(form: TypeAdapter[str], value: str) -> bool:
    try:
        return form.validate_python(value) == value
    except ValidationError:
        return False


@pytest.mark.parametrize("value", TAKEN)
@pytest.mark.parametrize("form", [LINE, PROSE])
def test_what_people_write_is_printable(form: TypeAdapter[str], value: str) -> None:
    assert takes(form, value)


@pytest.mark.parametrize("character", BARRED, ids=lambda c: f"U+{ord(c):04X}")
def test_what_does_not_show_or_deceives_is_not(character: str) -> None:
    """Its twins, without it, are taken."""
    for form in (LINE, PROSE, FILE):
        assert takes(form, "ab")
        assert not takes(form, f"a{character}b")
    assert text.is_printable("a")
    assert not text.is_printable(character)


@pytest.mark.parametrize("value", EMPTY)
def test_text_shows_something_from_its_beginning_on(value: str) -> None:
    for form in (LINE, PROSE, FILE):
        assert not takes(form, value)
        assert not takes(form, value + "a")
    assert takes(LINE, f"a{value}a")


def test_lines_are_broken_in_prose_alone() -> None:
    assert takes(PROSE, "a\n\nb")
    assert not takes(LINE, "a\nb")
    assert not takes(FILE, "a\nb")


@pytest.mark.parametrize("name", ["a/b", "a\\b", "/a", "..", " . ", "."])
def test_a_file_is_named_by_what_is_no_path(name: str) -> None:
    assert not takes(FILE, name)
    assert takes(FILE, "..a b.stl")


def test_models_and_pages_agree_on_every_code_point() -> None:
    """But on what one of their editions of Unicode has no character for yet."""
    form = SchemaValidator(core_schema.str_schema(pattern=f"^{text.printable()}$"))
    differing = []
    for code in (*range(0xD800), *range(0xE000, 0x110000)):
        character = chr(code)
        try:
            taken = bool(form.validate_python(character))
        except ValidationError:
            taken = False
        if taken != text.is_printable(character) and unicodedata.category(character) != "Cn":
            differing.append(code)
    assert differing == []


def test_the_rules_have_the_same_form() -> None:
    rules = Path("firestore.rules").read_text(encoding="utf-8")
    assert text.RULE.replace("\\", "\\\\") in rules


def test_a_page_shows_where_something_is_that_does_not_show() -> None:
    assert text.shown("Asha\u202eoaR\x1b[1m\nश्री\u200dष") == "Asha\ufffdoaR\ufffd[1m\nश्री\u200dष"
    assert text.shown("\U0001fae9") == "\U0001fae9"  # of Unicode 16: no fault of the text


def test_patterns_name_no_character_that_editors_hide() -> None:
    assert all(pattern.isascii() for pattern in (*text.WORDS, text.RULE))
