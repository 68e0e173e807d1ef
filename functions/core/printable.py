"""Tells which letters can be printed on paper, without loading the font."""

import re

#: FiraGO draws Latin with its accents, Devanagari, dashes, quotes and the rupee sign; the joiners
#: U+200C and U+200D shape Devanagari and draw nothing.
_LETTERS = (
    " -~\u00a0-\u00ac\u00ae-\u024f"
    "\u0900-\u0952\u0955-\u0970\u0972-\u0977\u0979-\u097f"
    "\u1e80-\u1e85\u1ea0-\u1ef9"
    "\u200c\u200d\u2010-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u20b9"
)
_PRINTABLE = re.compile(f"[{_LETTERS}]")
_UNPRINTABLE = re.compile(f"[^\n{_LETTERS}]")


def printable(text: str) -> bool:
    """Tell whether every letter of a text can be printed on paper."""
    return all(map(_PRINTABLE.fullmatch, text))


def legible(text: str) -> str:
    """Return a text with a question mark for each letter that cannot be printed."""
    return _UNPRINTABLE.sub("?", text)
