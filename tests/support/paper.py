"""Reads PDFs back: their text by two readers, and the outlines that stand on each line."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import uharfbuzz
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

from core.paper import fonts

#: What HarfBuzz is told of Latin that is kerned and of Latin in tables; of Devanagari nothing.
KERNED = {"calt": False}
PLAIN = {"calt": False, "kern": False, "liga": False}
#: Runs of a script with what stands between its letters, and before the first of a line.
_RUN = r"[^A-Za-z\u0900-\u097f]*(?:[A-Za-z][^\u0900-\u097f]*|[\u0900-\u097f][^A-Za-z]*)"


def by_pypdf(data: bytes) -> str:
    """Return the text of a PDF as pypdf reads it, white space as single spaces."""
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def by_pdfium(data: bytes) -> str:
    """Return the text that is copied from a PDF in Chrome, white space as single spaces."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return " ".join(" ".join(pages).split())


#: A step of drawing: operator and points.
Outline = tuple[str, list[tuple[float, float]]]
READERS: list[Callable[[bytes], str]] = [by_pypdf, by_pdfium]


@dataclass
class TextLine:
    """What one text object of a PDF shows.

    Attributes:
        text: its text by ToUnicode.
        drawn: its outlines as (operator, points), in points of the page from where it begins.
        width: what its letters take, in points.
    """

    text: str = ""
    drawn: list[Outline] = field(default_factory=list)
    width: float = 0.0
    style: str = ""
    size: float = 0.0


class _Embedded:
    """A font of a PDF: what each code draws, how wide, and what it stands for."""

    def __init__(self, font: Any) -> None:
        below = font["/DescendantFonts"][0].get_object()
        descriptor = below["/FontDescriptor"].get_object()
        self.style = "B" if "Bold" in font["/BaseFont"] else ""
        self.font = TTFont(io.BytesIO(descriptor["/FontFile2"].get_object().get_data()))
        self.outlines = self.font.getGlyphSet()
        self._glyphs = below["/CIDToGIDMap"].get_object().get_data()
        self.widths: dict[int, float] = {}
        told = list(below["/W"])
        while told:
            first, more = told.pop(0), told.pop(0)
            if isinstance(more, list):
                self.widths |= dict(enumerate(map(float, more), first))
            else:
                self.widths |= dict.fromkeys(range(first, more + 1), float(told.pop(0)))
        pairs = re.findall(rb"<(\w{4})> <(\w*)>", font["/ToUnicode"].get_object().get_data())
        self.texts = {int(a, 16): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}

    def glyph(self, code: int) -> str:
        """Return the name that a code's glyph has in the embedded file."""
        return self.font.getGlyphName(int.from_bytes(self._glyphs[2 * code : 2 * code + 2], "big"))


class _Page:
    """Goes through the operators of a page, as far as fpdf2 writes them."""

    def __init__(self, page: Any, known: dict[int, _Embedded]) -> None:
        self._fonts, self._known = page["/Resources"]["/Font"], known
        self._font: _Embedded | None = None
        self._size = 0.0
        self._kept: list[tuple[_Embedded | None, float]] = []
        self._line = TextLine()
        self._begin, self._at = (0.0, 0.0), (0.0, 0.0)

    def lines(self, operations: Iterable[tuple[Any, bytes]]) -> Iterator[TextLine]:
        """Return what each text object shows."""
        take = {
            b"q": self._keep, b"Q": self._restore, b"BT": self._start, b"Tf": self._choose,
            b"Td": self._begin_at, b"Tm": self._move, b"Tj": self._show, b"TJ": self._show_all,
        }  # fmt: skip
        for given, operator in operations:
            if operator in take:
                take[operator](given)
            elif operator == b"ET" and self._line.drawn:
                yield self._line

    def _keep(self, _: Any) -> None:
        self._kept.append((self._font, self._size))

    def _restore(self, _: Any) -> None:
        self._font, self._size = self._kept.pop()

    def _start(self, _: Any) -> None:
        self._line = TextLine()

    def _choose(self, given: Any) -> None:
        number = self._fonts.raw_get(given[0]).idnum
        if number not in self._known:
            self._known[number] = _Embedded(self._fonts[given[0]].get_object())
        self._font, self._size = self._known[number], float(given[1])

    def _begin_at(self, given: Any) -> None:
        self._begin = self._at = (float(given[0]), float(given[1]))

    def _move(self, given: Any) -> None:
        assert [float(each) for each in given[:4]] == [1, 0, 0, 1]
        self._at = (float(given[4]), float(given[5]))

    def _show_all(self, given: Any) -> None:
        for part in given[0]:
            if isinstance(part, (int, float)):
                self._at = (self._at[0] - float(part) * self._size / 1000, self._at[1])
            else:
                self._show([part])

    def _show(self, given: Any) -> None:
        font, shown, line, scale = (
            self._font,
            given[0].original_bytes,
            self._line,
            self._size / 1000,
        )
        assert font
        line.style, line.size = font.style, self._size
        for place in range(0, len(shown), 2):
            code = int.from_bytes(shown[place : place + 2], "big")
            assert font.texts.get(code), f"a glyph after {line.text} has no text"
            line.text += font.texts[code]
            (x, y), (left, bottom) = self._at, self._begin
            line.drawn += _outline(font.outlines, font.glyph(code), scale, (x - left, y - bottom))
            self._at = (x + font.widths[code] * scale, y)
        line.width = self._at[0] - self._begin[0]


def lines(data: bytes) -> Iterator[TextLine]:
    """Return what each text object with letters shows, in the order of the file."""
    reader, known = PdfReader(io.BytesIO(data)), dict[int, _Embedded]()
    for page in reader.pages:
        content = ContentStream(page.get_contents(), reader)
        yield from _Page(page, known).lines(content.operations)


def _outline(outlines: Any, name: str, scale: float, at: tuple[float, float]) -> list[Outline]:
    pen = DecomposingRecordingPen(outlines)
    outlines[name].draw(pen)
    return [
        (operator, [(x * scale + at[0], y * scale + at[1]) for x, y in filter(None, points)])
        for operator, points in pen.value
    ]


@cache
def _face(path: Path) -> tuple[TTFont, Any, uharfbuzz.Font]:
    """Return a font of ours as fontTools and HarfBuzz read it; reading it takes longest."""
    loaded = TTFont(path)
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return loaded, loaded.getGlyphSet(), uharfbuzz.Font(face)


def shaped(line: TextLine, latin: dict[str, bool]) -> TextLine:
    """Return what a line of this text, size and weight is, with HarfBuzz told each run's script."""
    loaded, outlines, font = _face(fonts()[line.style])
    scale, made = line.size / 1000, TextLine(text=line.text, style=line.style, size=line.size)
    for run in re.findall(_RUN, line.text) or [line.text]:
        joined = bool(re.search(r"[\u0900-\u097f]", run))
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run)
        buffer.direction, buffer.script, buffer.language = (
            ("ltr", "Deva", "hi") if joined else ("ltr", "Latn", "en")
        )
        uharfbuzz.shape(font, buffer, {} if joined else latin)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            at = made.width + place.x_offset * scale, place.y_offset * scale
            made.drawn += _outline(outlines, loaded.getGlyphName(info.codepoint), scale, at)
            made.width += place.x_advance * scale
    return made
