"""Printable text: which characters people may type, one definition for models, rules and pages.

By Unicode's general categories: letters, marks, digits, punctuation, symbols and spaces. Nothing
else is, so no control or format character (line breaks, escapes, what makes a line read backwards,
tags, byte order marks), no line or paragraph separator, and no code point without a character.
The two joiners are, which Indian scripts and emoji are written with. What shows nothing although it
counts as a letter, mark or symbol is not: Default_Ignorable_Code_Point of Unicode 16, but for the
two selectors that choose between a sign and its emoji, and two placeholders.

Text begins with something that shows, so it is not of spaces, joiners and marks alone, and no mark
attaches itself to what stands before the text. It is stored as it was typed, not normalised.
"""

import unicodedata

_CATEGORIES = ("L", "M", "N", "P", "S", "Zs")
#: Those of them that show nothing by themselves.
_UNSEEN_ALONE = ("M", "Zs")
_JOINERS = "\u200c\u200d"
#: First and last of what shows nothing, by category.
_BLANK = {
    # Hangul fillers
    "L": ((0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0)),
    # the grapheme joiner, Khmer inherent vowels, Mongolian and ideographic variation selectors
    "M": (
        (0x034F, 0x034F),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0xFE00, 0xFE0D),
        (0xE0100, 0xE01EF),
    ),
    # a Mongolian separator that was a space until Unicode 6.3
    "Zs": ((0x180E, 0x180E),),
    # the empty Braille cell, and what stands for an object that is not there
    "S": ((0x2800, 0x2800), (0xFFFC, 0xFFFC)),
}
#: Categories that `shown` leaves alone: later Unicode may have given the code point a character.
_UNKNOWN = "Cn"


def _one(categories: tuple[str, ...], more: str = "", barred: str = "") -> str:
    """Return the pattern of one character of these categories or of `more`, that is not blank."""
    whole, parts = more, []
    for category in categories:
        out = "".join(_range(*each) for each in _BLANK.get(category, ())) + barred
        if out:
            parts.append(rf"[^\P{{{category}}}{out}]")
        else:
            whole += rf"\p{{{category}}}"
    return f"(?:{'|'.join([f'[{whole}]', *parts] if whole else parts)})"


def _range(first: int, last: int) -> str:
    return rf"\u{{{first:04X}}}" + (rf"-\u{{{last:04X}}}" if last > first else "")


_SHOWING = tuple(name for name in _CATEGORIES if name not in _UNSEEN_ALONE)
_EDGE = tuple(name for name in _CATEGORIES if name != "Zs")
_JOINED = r"\u{200C}\u{200D}"
_SEPARATORS = r"/\\"


def visible(barred: str = "") -> str:
    r"""Return the pattern of one character that shows.

    Patterns are in the syntax that pydantic's engine and ECMA 262 (with flag `u`) share: JSON
    Schemas carry them to clients. `barred` is what is left out, as it stands in a pattern's
    brackets, such as `/\\`.
    """
    return _one(_SHOWING, barred=barred)


def printable(more: str = "", barred: str = "") -> str:
    """Return the pattern of one printable character, or of one of `more`; `barred` as above."""
    return _one(_CATEGORIES, _JOINED + more, barred)


#: One line of text, and one or several; the space around them is cut off before.
LINE = f"^{visible()}{printable()}*$"
LINES = rf"^{visible()}{printable(chr(92) + 'n')}*$"
#: The name of a file: a line without what separates the parts of a path, and not of dots and spaces
#: alone. Nobody cuts the space around it.
FILE_NAME = rf"^[ .]*{visible(barred=_SEPARATORS + ' .')}{printable(barred=_SEPARATORS)}*$"
#: What these say, for people: refusals and docs quote no pattern of such a length.
WORDS = {
    LINE: "one line of printable text that begins with something that shows",
    LINES: "printable text that begins with something that shows",
    FILE_NAME: "a name of printable text without slashes, not of dots and spaces alone",
}
#: A line that nobody cuts, in RE2's syntax, for firestore.rules: it does not end with a space. Its
#: length is another expression's: RE2 has no room for large classes so many times over.
RULE = rf"^{visible()}(?:{_one(('Zs',))}*{_one(_EDGE, _JOINED)})*$".replace(r"\u{", r"\x{")


def is_printable(character: str) -> bool:
    """Tell whether one character may stand in a line of text, as this Python's Unicode has it."""
    category, code = unicodedata.category(character), ord(character)
    if character in _JOINERS:
        return True
    blank = any(first <= code <= last for first, last in _BLANK.get(category[0], ()))
    return not blank and (category in _CATEGORIES or category[0] in _CATEGORIES)


def shown(text: str) -> str:
    """Return a text for a page: U+FFFD for each character that is not printable, but line breaks.

    For what an earlier release took in. Pages isolate texts from one another besides.
    """
    return "".join(
        each
        if each == "\n" or is_printable(each) or unicodedata.category(each) == _UNKNOWN
        else "\N{REPLACEMENT CHARACTER}"
        for each in text
    )
