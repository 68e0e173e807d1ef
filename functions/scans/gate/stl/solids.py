"""Where the solids of a text STL begin and end, and where their facets stand.

Several solids may follow each other (exporters write one a tooth). Names are skipped unread: they
hold patient names, in any encoding. A line that opens or closes a solid may stand twice.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from scans.gate.stl import text_errors
from scans.gate.stl.findings import PADDING_BYTES
from scans.gate.stl.text_variants import (
    CLOSING,
    FACET_END,
    is_aside,
    is_filling,
    is_padding,
)

_WINDOW: Final = 1 << 19
"""Bytes read at a time; the words of so many fit a processor core's cache."""

_LONGEST_LINE: Final = 4096  # of a solid's name; the specification has no limit, exporters use 80
_MOST_LINES: Final = 1000  # between facets; exporters write two a tooth at most, 64
_BOM: Final = b"\xef\xbb\xbf"
_SPACE: Final = b" \t\r\n\f\v"
_LINE_END: Final = re.compile(rb"[\r\n]")
_OPENING: Final = re.compile(rb"solid", re.IGNORECASE)


@dataclass
class Outline:
    """What a text consists of.

    Attributes:
        facets: from and up to where facets stand, some whole ones at a time.
        passed_over: whether a line between them was not needed.
        padding: bytes after the last line that are none of the scan's.
    """

    facets: list[tuple[int, int]] = field(default_factory=list)
    passed_over: bool = False
    padding: int = 0


def outline(data: bytes) -> Outline:
    """Find all facets. Raises `StlError` where lines around them are missing or damaged."""
    if refusal := text_errors.wide(data):
        raise refusal
    found = Outline()
    at = _after_space(data, len(_BOM) if data.startswith(_BOM) else 0)
    at, lines = _after_asides(data, at, found)
    found.passed_over = lines > 0
    while at < len(data):
        at, opening = _after_lines(data, at, _OPENING)
        at = _through_facets(data, at, found)
        at, closing = _after_lines(data, at, CLOSING)
        at, asides = _after_asides(data, at, found)
        found.passed_over |= opening > 1 or closing > 1 or asides > 0
        lines += max(opening, closing) + asides
        if lines > _MOST_LINES:
            raise text_errors.damaged(None)
    return found


def _through_facets(data: bytes, at: int, found: Outline) -> int:
    """Where the facets of a solid end."""
    closed = False
    while not closed:
        end, closed = _whole_facets(data[at : at + _WINDOW].lower())
        found.facets.append((at, at + end))
        at += end
    return at


def _whole_facets(window: bytes) -> tuple[int, bool]:
    """Where the last whole facet of a window ends, and whether the solid ends there too."""
    if b"solid" in window and (closing := CLOSING.search(window)):
        return closing.start(), True
    end = window.rfind(b"endfacet")
    if end >= 0:
        return end + len(b"endfacet"), False
    if apart := [found.end() for found in FACET_END.finditer(window)]:
        return apart[-1], False
    if len(window) < _WINDOW:
        raise text_errors.mixed(window) or text_errors.cut_short()
    raise text_errors.endless()


def _after_lines(data: bytes, at: int, keyword: re.Pattern[bytes]) -> tuple[int, int]:
    """Where lines end, one at least, that begin with a keyword; and how many they are."""
    lines = 0
    while keyword.match(data, at) and lines <= _MOST_LINES:
        at = _after_space(data, _line_end(data, at))
        lines += 1
    if not lines:
        raise text_errors.damaged(None)
    return at, lines


def _after_asides(data: bytes, at: int, found: Outline) -> tuple[int, int]:
    """Where remarks around solids end; and how many lines they are."""
    lines = 0
    while at < len(data) and lines <= _MOST_LINES:
        if is_filling(data, at) or (len(data) - at <= PADDING_BYTES and is_padding(data[at:])):
            found.padding = len(data) - at
            return len(data), lines
        line = data[at : at + _LONGEST_LINE].splitlines()[0]
        if not is_aside(line):
            break
        at = _after_space(data, at + len(line))
        lines += 1
    return at, lines


def _line_end(data: bytes, at: int) -> int:
    if end := _LINE_END.search(data, at, at + _LONGEST_LINE):
        return end.end()
    if len(data) - at >= _LONGEST_LINE:
        raise text_errors.endless()
    return len(data)


def _after_space(data: bytes, at: int) -> int:
    while at < len(data):
        window = data[at : at + _WINDOW]
        rest = len(window.lstrip(_SPACE))
        if rest:
            return at + len(window) - rest
        at += len(window)
    return at
