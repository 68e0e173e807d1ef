"""Text STL that departs from the grammar as real exporters do, brought back into it.

What is known of them: `end loop`, `end facet` and `end solid` in two words; colours behind
`endfacet` or on lines of their own; comments; words behind a line that is complete. Only what says
nothing about the surface is passed over: never a word of the grammar, nor a number behind
coordinates, which may be a part of them.
"""

import re
from typing import Final

from scans.gate.stl.findings import StlCode, StlFinding, warning

CLOSING: Final = re.compile(rb"end[ \t]*+solid", re.IGNORECASE)
"""Begins the line that ends a solid."""

FACET_END: Final = re.compile(rb"\bend[ \t]++facet\b", re.IGNORECASE)
"""Ends a facet, in two words."""

_BLANK: Final = rb"[ \t\f\v]"
_WORD: Final = rb"\b(?:(?:end)?(?:solid|facet|loop)|outer|normal|vertex)\b"
_MORE: Final = rb"(?:(?!" + _WORD + rb")[^\n])++"  # up to the next word of the grammar, or line
_COMPLETE: Final = (
    rb"(?:outer" + _BLANK + rb"++loop|endloop|endfacet|facet)\b"
    rb"|\b(?:vertex|normal)(?:" + _BLANK + rb"++[^\s]++){3}(?!" + _BLANK + rb"*[-+.\d])"
)
_APART: Final = re.compile(rb"\bend" + _BLANK + rb"++(?=(?:loop|facet)\b)", re.IGNORECASE)
_ASIDE: Final = re.compile(
    rb"^" + _BLANK + rb"*+(?:[#;]|//|colou?r\b)[^\n]*+", re.IGNORECASE | re.MULTILINE
)
_BEHIND: Final = re.compile(
    rb"\b(" + _COMPLETE + rb")(" + _BLANK + rb"++" + _MORE + rb")", re.IGNORECASE
)
_TELLING: Final = re.compile(rb"solid|facet|loop|vertex", re.IGNORECASE)
_COMMENT: Final = re.compile(rb"\s*+(?:[#;]|//)[#;/\s]*+")
_GRAMMAR: Final = re.compile(rb"(?:end" + _BLANK + rb"++)?+" + _WORD, re.IGNORECASE)
_PHRASE: Final = re.compile(
    rb"\b(?:facet\s++normal|outer\s++loop|vertex\s++[-+.]*+\d++|end\s*+(?:solid|facet|loop))\b",
    re.IGNORECASE,
)
_FILLING: Final = re.compile(rb"[\x1a\s]*+\0*+[\x1a\s]*+")
_BEFORE: Final = b"endfacet "  # what stands before facets, or might
_PADDING: Final = re.compile(rb"[^\0-\x08\x0e-\x1f\x7f]*+[\0\x1a\s]*+")
_NO_PADDING: Final = re.compile(rb"solid|facet|^\s*+<", re.IGNORECASE | re.MULTILINE)


def plain(facets: bytes) -> tuple[bytes, bool]:
    """Whole facets as the grammar has them, and whether something was passed over for it.

    What cannot be brought into the grammar stays as it is, for the reader to refuse.
    """
    passed_over = False

    def without(found: re.Match[bytes]) -> bytes:
        nonlocal passed_over
        kept, more = (found[1], found[2]) if found.re is _BEHIND else (b"", found[0])
        if _tells(more):
            return found[0]
        passed_over |= bool(more.strip())
        return kept + b" "

    text = _BEFORE + _APART.sub(b"end", facets.replace(b"\r", b"\n"))
    return _BEHIND.sub(without, _ASIDE.sub(without, text)).removeprefix(_BEFORE), passed_over


def is_aside(line: bytes) -> bool:
    """Whether a line is a comment or a colour, and says nothing about the surface."""
    return bool(_ASIDE.match(line)) and not _tells(line)


def _tells(aside: bytes) -> bool:
    """Whether words may be a part of the scan.

    A comment is one where it begins with a whole word of the grammar, as a line does that was put
    out of use, or has a phrase of it, as where the end of its line was lost; to speak of facets is
    what comments are for. Anything else must not even do that.
    """
    if opening := _COMMENT.match(aside):
        return bool(_GRAMMAR.match(aside, opening.end()) or _PHRASE.search(aside))
    return bool(_TELLING.search(aside))


def is_filling(data: bytes, at: int) -> bool:
    """Whether nothing but NUL follows, and Ctrl-Z and blanks around it, however much.

    Disks and transports fill up blocks of any size.
    """
    return bool(_FILLING.fullmatch(data, at))


def is_padding(rest: bytes) -> bool:
    """Whether what follows the last line is nothing: blanks, NUL, Ctrl-Z, a closing remark.

    Editors for DOS close a text with Ctrl-Z, and a block of the disk or transport is filled up with
    NUL. Text that speaks of a solid or a facet may be a part of the scan, and markup is what a web
    server adds whose transfer broke.
    """
    return bool(_PADDING.fullmatch(rest)) and not _NO_PADDING.search(rest)


def passed_over() -> StlFinding:
    """What is said of a file that was read in spite of words that STL does not have."""
    return warning(StlCode.ASCII_IGNORED)
