"""Rules and models agree on printable text, over every class of code points.

The rules' engine may know an earlier Unicode than the models', and then takes less; it takes
nothing that they refuse. What Unicode 3.2 had a character for, of 2002, both know.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import pytest
from pydantic import TypeAdapter, ValidationError

from core import text
from core.access import Role
from core.fields import Name
from tests.support import wire
from tests.support.account_records import Tenants, state
from tools.client import DeniedError, Person

_NAME = TypeAdapter(Name)
#: Classes of what is not printable. Of code points without a character, those that never get one.
_REFUSED = ("Cc", "Cf", "Co", "Zl", "Zp")
_NEVER = [
    code for plane in range(17) for code in (plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF)
]
_OLD = unicodedata.ucd_3_2_0


@pytest.fixture(scope="module")
def person() -> Person:
    tenants = Tenants()
    return tenants.join(Role.CLINIC, tenants.clinic)


def _runs() -> Iterator[tuple[str, bool, list[int]]]:
    """Runs of code points of one category that are printable or not; surrogates are no text."""
    codes = (*range(1, 0xD800), *range(0xE000, 0x110000))
    for (category, printable), run in groupby(
        codes, lambda code: (unicodedata.category(chr(code)), text.is_printable(chr(code)))
    ):
        yield category, printable, list(run)


def _refused() -> list[int]:
    ends = {
        code
        for category, printable, run in _runs()
        if not printable and (category in _REFUSED or category != "Cn")
        for code in (run[0], run[-1])
    }
    return sorted(ends | set(_NEVER) | {0x378, 0x2065, 0xFDD0, 0xFDEF, 0xE0080})


def _taken() -> list[str]:
    """First, middle and last of each run, in names of a hundred."""
    found = [
        chr(code)
        for _, printable, run in _runs()
        if printable
        for code in sorted({run[0], run[len(run) // 2], run[-1]})
        if _OLD.category(chr(code)) == unicodedata.category(chr(code))
    ]
    return [f"a{''.join(found[at : at + 100])}b" for at in range(0, len(found), 100)]


def _fits(name: str) -> bool:
    try:
        return _NAME.validate_python(name) == name
    except ValidationError:
        return False


def _allowed(person: Person, name: str) -> bool:
    before = state(f"users/{person.uid}")
    try:
        wire.stamp(person, f"users/{person.uid}", "updated_at", name=name)
    except DeniedError:
        assert state(f"users/{person.uid}") == before
        return False
    return True


def test_what_is_printable_is_so_for_both(person: Person) -> None:
    names = _taken()
    assert len(names) > 10
    assert [name for name in names if not _fits(name)] == []
    assert [name for name in names if not _allowed(person, name)] == []


def test_what_is_not_is_so_for_both(person: Person) -> None:
    """A character each, inside a name that is taken without it."""
    codes = _refused()
    assert len(codes) > 90
    assert _allowed(person, "ab")
    assert [hex(code) for code in codes if _fits(f"a{chr(code)}b")] == []
    assert [hex(code) for code in codes if _allowed(person, f"a{chr(code)}b")] == []


@pytest.mark.parametrize("place", ["{}", "{}a", "a{}"])
def test_both_agree_on_how_text_begins_and_ends(person: Person, place: str) -> None:
    """By one character of each category, and those that show nothing."""
    kinds: dict[str, str] = {}
    for category, taken, run in _runs():
        if taken and _OLD.category(chr(run[0])) == category:
            kinds.setdefault(category, chr(run[0]))
    several = [*kinds.values(), "\u200c", "\u200d", "\ufe0f", "\u3164", "\u2800", " ", "\u3000"]
    names = [place.format(each) for each in several if each not in "\r\n"]
    assert [n for n in names if _allowed(person, n) != _fits(n)] == []
    assert any(map(_fits, names))
