"""Prints long tables of plain text: each row straight into its page, in bounded time and memory.

`Sheet.rows` lays each cell out as a paragraph, which takes fpdf2 some milliseconds a row. Here all
rows are as high, widths are added up from those of the font's letters, and a cell that is too long
is squeezed and then cut. Nothing is kept of a row that was printed but its operators in the page.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Self, cast

from fpdf.fonts import TTFFont

from core.paper import MARGIN, WIDTH, Column, Sheet

#: Millimetres: a line of a cell, and what is free around cells.
_LINE, _PAD = 3.7, 1.2
#: A row has two lines at most.
_LINES = 2
_SIZE = 8.0  # points
_INK, _RULE, _SHADE = "0.098 g", "0.745 G 0.2 w", "0.949 g"
#: A text that is too wide is squeezed down to this part of its width, and cut beyond it; an amount,
#: on the right of its column, never is.
_NARROWEST = 0.7
#: Texts that are kept as they were drawn: what comes again does so within some rows.
_KEPT = 1_024

Row = Sequence[str]


class TableSheet(Sheet):
    """A document with tables that write their rows into it."""

    def drawn(self, text: str) -> tuple[str, float]:
        """Return the operators that show a text in the font of now, not kerned, and its width."""
        before = self.text_shaping
        self.kern(False)
        parts = self._preload_font_styles(self.normalize_text(text), markdown=False)
        self.text_shaping = before
        shown = " ".join(part.render_pdf_text(0, 0, 0, 0, 0, 0) for part in parts)
        return shown, sum(part.get_width() for part in parts)

    def font_operator(self) -> str:
        """Return the operator that sets the font of now, which the page then has."""
        font = cast(TTFFont, self.current_font)
        return self._set_font_for_page(font, self.font_size_pt, wrap_in_text_object=False)

    def give_up(self) -> None:
        """Close the fonts of a document that is not finished."""
        for font in self.fonts.values():
            cast(TTFFont, font).ttfont.close()

    def write_operators(self, operators: str) -> None:
        """Write operators of a PDF into the page."""
        self._out(operators)


class LongTable:
    """A table whose rows are added one by one.

    `carried` returns a row by the name that it is given, `Carried forward` or `Brought forward`:
    what the rows so far add up to. It closes each page but the last, and begins each but the first.
    """

    def __init__(
        self, sheet: TableSheet, columns: Sequence[Column], carried: Callable[[str], Row]
    ) -> None:
        self._sheet, self._columns, self._carried = sheet, columns, carried
        total = sum(column.width for column in columns)
        self._widths = [column.width * WIDTH / total for column in columns]
        self._drawn = lru_cache(_KEPT)(self._draw)
        self._letters: dict[bool, dict[str, tuple[str, float]]] = {False: {}, True: {}}

    def __enter__(self) -> Self:
        """Begin the table. Until it ends nothing is kerned, the heads of pages neither."""
        self._sheet.kern(False)
        self._head()
        return self

    def __exit__(self, problem: type[BaseException] | None, *_: object) -> None:
        """End the table; a document in whose rows anything failed is given up."""
        self._sheet.kern(True)
        if problem is not None:
            self._sheet.give_up()

    def add(self, row: Row, *, bold: bool = False) -> None:
        """Print a row, on the next page where there is room for one row alone: the carried one."""
        below = self._sheet.page_break_trigger - self._sheet.get_y()
        if below < _height(*row) + (0 if bold else _height("")):
            self._print(self._carried("Carried forward"), bold=True)
            self._sheet.add_page()
            self._head()
            self._print(self._carried("Brought forward"), bold=True)
        self._print(row, bold=bold)

    def _head(self) -> None:
        self._print([column.title for column in self._columns], bold=True)

    def _print(self, row: Row, *, bold: bool) -> None:
        """Write a row where the page has come to."""
        sheet, k = self._sheet, self._sheet.k
        top, height = sheet.get_y(), _height(*row)
        page = sheet.h
        left, bottom, right = MARGIN * k, (page - top - height) * k, (MARGIN + WIDTH) * k
        shade = f"{_SHADE} {left:.2f} {bottom:.2f} {WIDTH * k:.2f} {height * k:.2f} re f "
        rule = f"{_RULE} {left:.2f} {bottom:.2f} m {right:.2f} {bottom:.2f} l S"
        shown = [f"q {shade if bold else ''}{rule} {_INK} {self._font(bold=bold)}"]
        x = MARGIN
        for text, column, width in zip(row, self._columns, self._widths, strict=True):
            for number, line in enumerate(text.split("\n")):
                if line:
                    y = page - top - _PAD - (number + 0.75) * _LINE
                    shown.append(self._placed(line, column, x, y, width, bold=bold))
            x += width
        sheet.write_operators(f"{' '.join(shown)} ET Q")
        sheet.set_y(top + height)

    def _font(self, *, bold: bool) -> str:
        self._sheet.type(_SIZE, bold=bold)
        return f"BT {self._sheet.font_operator()}"

    def _placed(
        self, text: str, column: Column, x: float, y: float, width: float, *, bold: bool
    ) -> str:
        """Return the operators of a text in its cell."""
        room = width - 2 * _PAD
        drawn, wide = self._drawn(text, bold)
        squeeze = min(1.0, room / wide) if wide else 1.0
        if squeeze < _NARROWEST and column.align == "LEFT":
            drawn, wide = self._drawn(self._cut(text, room / _NARROWEST, bold=bold), bold)
            squeeze = min(1.0, room / wide)
        at = x + width - _PAD - wide * squeeze if column.align == "RIGHT" else x + _PAD
        k = self._sheet.k
        return f"{squeeze:.4g} 0 0 1 {at * k:.2f} {y * k:.2f} Tm {drawn}"

    def _cut(self, text: str, room: float, *, bold: bool) -> str:
        """Return the beginning of a text that has room, and that it was cut."""
        few, many = 0, len(text)
        while few < many:
            half = (few + many + 1) // 2
            fits = self._draw(f"{text[:half]}…", bold)[1] <= room
            few, many = (half, many) if fits else (few, half - 1)
        return f"{text[:few]}…"

    def _draw(self, text: str, bold: bool) -> tuple[str, float]:
        """Return the operators that show a text, and its width in millimetres."""
        if not text.isascii():
            self._sheet.type(_SIZE, bold=bold)
            return self._sheet.drawn(text)
        letters = self._letters[bold]
        found = [letters.get(letter) or self._letter(letter, bold=bold) for letter in text]
        codes, widths = zip(*found, strict=True)
        return f"<{''.join(codes)}> Tj", sum(widths) * _SIZE / 1_000 / self._sheet.k

    def _letter(self, letter: str, *, bold: bool) -> tuple[str, float]:
        """Return the code of a letter in the embedded font and its width, which are kept."""
        self._sheet.type(_SIZE, bold=bold)
        font = cast(TTFFont, self._sheet.current_font)
        shown = letter if letter.isprintable() else "?"
        made = f"{font.subset.pick(ord(shown)):04X}", float(font.cw[ord(shown)])
        self._letters[bold][letter] = made
        return made


def _height(*texts: str) -> float:
    """Return how high a row of these texts is, in millimetres."""
    lines = _LINES if any("\n" in text for text in texts) else 1
    return lines * _LINE + 2 * _PAD
