"""Printing A4 pages: our fonts, tables that break over pages, and the same bytes every time."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fpdf import FPDF, FontFace
from fpdf.enums import TableBordersLayout, VAlign
from fpdf.graphics_state import GraphicsState
from fpdf.line_break import Fragment
from fpdf.table import Row
from fpdf.unicode_script import UnicodeScript

from core.printable import legible
from core.shaping import SHAPING, ShapedRun, is_joined, runs, syllables

MARGIN = 14.0  # millimetres
WIDTH = 210.0 - 2 * MARGIN
_INK, _GREY, _RULE, _SHADE = (25, 25, 25), (105, 105, 105), (190, 190, 190), (242, 242, 242)
_PAPER = (255, 255, 255)
_PAGES = "{nb}"  # fpdf2 puts their number there
_TOGETHER = 30.0  # millimetres below a section's title, without which it goes to the next page
_BOLD = FontFace(emphasis="BOLD", fill_color=_SHADE)


@dataclass(frozen=True)
class Column:
    """A column of a table; widths are in proportion to each other."""

    title: str
    width: float
    align: Literal["LEFT", "RIGHT", "CENTER"] = "LEFT"


@dataclass(frozen=True)
class Picture:
    """A PNG in a cell of a table, as wide as its column."""

    data: bytes


@dataclass(frozen=True)
class Strong:
    """A cell in bold, for what a row is about."""

    text: str


Cell = str | Picture | Strong


class Sheet(FPDF):
    """A document: a title, its number at the top of each page but the first, pages counted.

    Fonts are embedded with the glyphs that are used and no more. Nothing in the bytes tells when
    or where they were made. `unprintable` tells whether letters stand as question marks, for
    which the fonts have no glyph.
    """

    unprintable = False

    def __init__(self, title: str, number: str, made_at: datetime) -> None:
        super().__init__(format="A4")
        self._head = f"{title} {number}"
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, margin=18)
        self.set_creation_date(made_at)
        self.set_title(self._head)
        self.set_lang("en-IN")
        for style, path in fonts().items():
            self.add_font("FiraGO", style, path)
        self.kern(True)
        self.add_page()

    def normalize_text(self, text: str) -> str:
        """Return any text as it is printed; fpdf2 asks for each."""
        shown = legible(text)
        self.unprintable = self.unprintable or shown != text
        return super().normalize_text(shown)

    def _preload_bidirectional_text(self, text: str, markdown: bool) -> Sequence[Fragment]:
        """Return the parts of a text; no letter that is printed runs from right to left."""
        return self._preload_font_styles(text, markdown)

    def _preload_font_styles(
        self,
        text: str | None,
        markdown: bool,
        _initial_emphasis: tuple[bool, bool, bool, bool] | None = None,
    ) -> Sequence[Fragment]:
        """Return the parts of a text by script; fpdf2 asks for each, to measure and to print it."""
        if not text or _PAGES in text or (text.isascii() and not self.text_shaping):
            return super()._preload_font_styles(text, markdown, _initial_emphasis)
        found: list[Fragment] = []
        for script, run in runs(text):
            if self.text_shaping or is_joined(script, run):
                found.append(ShapedRun(syllables(run), self._shaping(script), self.k))
            else:
                found += super()._preload_font_styles(run, markdown, _initial_emphasis)
        return tuple(found)

    def header(self) -> None:
        """Name the document on the pages that go on from the first."""
        if self.page_no() > 1:
            self.type(8, _GREY)
            self.cell(WIDTH, 5, f"{self._head}, continued", new_x="LMARGIN", new_y="NEXT")
            self.ln(2)

    def footer(self) -> None:
        """Count the pages."""
        self.set_y(-13)
        self.type(8, _GREY)
        self.cell(WIDTH, 5, self._head)
        self.set_x(MARGIN)
        self.cell(WIDTH, 5, f"Page {self.page_no()} of {_PAGES}", align="R")

    def type(self, size: float, colour: tuple[int, int, int] = _INK, *, bold: bool = False) -> None:
        """Go on in this size (points) and colour."""
        self.set_font("FiraGO", "B" if bold else "", size)
        self.set_text_color(*colour)

    def heading(self, text: str) -> None:
        """Print the document's title."""
        self.type(17, bold=True)
        self.cell(WIDTH, 10, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(2)

    def section(self, text: str) -> None:
        """Print the title of a section, on the next page where little of it would stand below."""
        if self.get_y() > self.page_break_trigger - _TOGETHER:
            self.add_page()
        self.type(11, bold=True)
        self.cell(WIDTH, 7, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(1)

    def points(self, texts: Iterable[str]) -> None:
        """Print a list of sentences, each behind a dot."""
        self.type(9)
        for text in texts:
            self.cell(4, 5, "•")
            self.multi_cell(WIDTH - 4, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def boxes(self, rows: Sequence[Sequence[tuple[str, bool]]]) -> None:
        """Print rows of 16 boxes at most with a few letters in each, centred; marked ones dark."""
        self.set_draw_color(*_RULE)
        for row in rows:
            self.set_x(MARGIN + (16 - len(row)) * WIDTH / 32)
            for text, marked in row:
                self.type(8, _PAPER if marked else _GREY, bold=marked)
                self.set_fill_color(*(_INK if marked else _PAPER))
                self.cell(WIDTH / 16, 6, text, border=1, align="C", fill=True)
            self.ln(6)
        self.ln(3)

    def blocks(self, *blocks: tuple[str, Sequence[str]]) -> None:
        """Print blocks of lines beside each other, each under a caption, its first line bold."""
        width, top, bottom = WIDTH / len(blocks), self.get_y(), 0.0
        for place, (caption, lines) in enumerate(blocks):
            self.set_xy(MARGIN + place * width, top)
            self._block(caption, [line for line in lines if line], width - 5)
            bottom = max(bottom, self.get_y())
        self.set_xy(MARGIN, bottom + 4)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Print short facts in two columns of name and value, above and below a rule."""
        self.set_draw_color(*_RULE)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(2)
        for left, right in zip_longest(pairs[::2], pairs[1::2], fillvalue=("", "")):
            top, bottom = self.get_y(), 0.0
            for place, (name, value) in enumerate((left, right)):
                self._fact(MARGIN + WIDTH / 2 * place, top, name, value)
                bottom = max(bottom, self.get_y())
            self.set_y(bottom)
        self.ln(2)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(4)

    def rows(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        totals: Sequence[Sequence[str]] = (),
    ) -> None:
        """Print a table; its head comes again on every page, `totals` close it.

        Its Latin text is not kerned, which takes a quarter of the time.
        """
        self.type(8)
        self.set_draw_color(*_RULE)
        self.kern(False)
        with self.table(
            width=WIDTH,
            col_widths=tuple(column.width for column in columns),
            text_align=tuple(column.align for column in columns),
            headings_style=_BOLD,
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            line_height=4.2,
            padding=(1.1, 1.2),
            v_align=VAlign.T,
        ) as table:
            table.row([column.title for column in columns])
            for row in rows:
                line = table.row()
                for cell in row:
                    _put(line, cell)
            for row in totals:
                table.row(row, style=_BOLD)
        self.kern(True)
        self.ln(4)

    def paragraph(self, text: str, *, bold: bool = False, grey: bool = False) -> None:
        """Print a paragraph."""
        self.type(9, _GREY if grey else _INK, bold=bold)
        self.multi_cell(WIDTH, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")

    def finished(self) -> bytes:
        """Return the file."""
        return bytes(self.output())

    def _shaping(self, script: UnicodeScript) -> GraphicsState:
        """Return the state of the page, but with text shaped as this script."""
        before = self.text_shaping
        self.set_text_shaping(True, **SHAPING.get(script, SHAPING[UnicodeScript.LATIN]))
        state = self._get_current_graphics_state()
        self.text_shaping = before
        return state

    def kern(self, kerned: bool) -> None:
        """Have Latin text shaped from now on, or not; Devanagari always is."""
        self.set_text_shaping(kerned, **SHAPING[UnicodeScript.LATIN])

    def _fact(self, left: float, top: float, name: str, value: str) -> None:
        self.set_xy(left, top)
        self.type(9, _GREY)
        self.cell(30, 5.2, name)
        self.type(9)
        width = WIDTH / 2 - 30
        self.multi_cell(width, 5.2, value, align="L", new_x="LMARGIN", new_y="NEXT")

    def _block(self, caption: str, lines: Sequence[str], width: float) -> None:
        left = self.get_x()
        self.type(8, _GREY)
        self.multi_cell(width, 4.6, caption, align="L", new_x="LEFT", new_y="NEXT")
        for place, line in enumerate(lines):
            self.set_x(left)
            self.type(10 if place == 0 else 9, bold=place == 0)
            self.multi_cell(width, 4.8, line, align="L", new_x="LEFT", new_y="NEXT")


def _put(row: Row, cell: Cell) -> None:
    if isinstance(cell, Picture):
        row.cell(img=BytesIO(cell.data), img_fill_width=True)
    elif isinstance(cell, Strong):
        row.cell(cell.text, style=FontFace(emphasis="BOLD"))
    else:
        row.cell(cell)


@cache
def fonts() -> dict[str, Path]:
    """Write the fonts where fpdf reads them, once for each instance; their paths by style."""
    from pymupdf_fonts import FiraGO_Bold, FiraGO_Regular  # type: ignore[import-untyped]

    folder = Path(tempfile.mkdtemp(prefix="scanner-fonts-"))
    paths = {}
    for style, font in (("", FiraGO_Regular), ("B", FiraGO_Bold)):
        paths[style] = folder / f"FiraGO{style}.ttf"
        _with_even_digits(font.fontbuffer).save(paths[style])
    return paths


def _with_even_digits(font: bytes) -> TTFont:
    """Return a font whose digits are all as wide, so that amounts stand in columns.

    It has such digits, but only for who shapes text; here they take the place of the others.
    """
    loaded = TTFont(BytesIO(font), recalcTimestamp=False)
    features = loaded["GSUB"].table.FeatureList.FeatureRecord
    lookups = next(f.Feature.LookupListIndex for f in features if f.FeatureTag == "tnum")
    even: dict[str, str] = {}
    for place in lookups:
        for table in loaded["GSUB"].table.LookupList.Lookup[place].SubTable:
            even |= getattr(table, "ExtSubTable", table).mapping
    for letters in loaded["cmap"].tables:
        for digit in map(ord, "0123456789"):
            letters.cmap[digit] = even.get(letters.cmap[digit], letters.cmap[digit])
    return loaded
