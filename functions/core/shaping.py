"""Prints shaped text with fpdf2: what joins is one glyph a syllable, which copies as its text.

fpdf2 shapes a line with the script of its first letter, and prints the glyphs of a syllable one by
one, most of them without a text: what begins in Latin is joined wrongly, and what is copied or
searched is not what is printed. Here a text is split by script (Unicode Annex 24), and the glyphs
of a syllable become one glyph of the embedded font, a composite, whose text is the syllable. No
reader has to guess an order or a space from where glyphs stand. For that Latin is kerned within
the line too, where fpdf2 places what follows anew.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import Any, cast

from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fpdf.fonts import TTFFont
from fpdf.line_break import Fragment
from fpdf.unicode_script import UnicodeScript, get_unicode_script

#: What HarfBuzz is told of a script. The language it would take from the machine. FiraGO's `calt`
#: sets off the small letter after a digit, as in 2 x 3, which tears ids apart.
SHAPING: dict[UnicodeScript, dict[str, Any]] = {
    UnicodeScript.LATIN: {"script": "Latn", "language": "en", "features": {"calt": False}},
    UnicodeScript.DEVANAGARI: {"script": "Deva", "language": "hi"},
}
_SHARED = (UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN)
_JOINERS = "\u200c\u200d"
_VIRAMA = 9  # the combining class of the sign that joins two consonants


def runs(text: str) -> Iterator[tuple[UnicodeScript, str]]:
    """Split a text by script.

    Letters that scripts share go with those before them, at the beginning with those that follow.
    A text without others is common.
    """
    begin, current = 0, UnicodeScript.COMMON
    for place, letter in enumerate(text):
        script = get_unicode_script(letter)
        if script in _SHARED or script is current:
            continue
        if current is not UnicodeScript.COMMON:
            yield current, text[begin:place]
            begin = place
        current = script
    if text:
        yield current, text[begin:]


def syllables(text: str) -> list[str]:
    """Split a text where a line may break at all: never before a mark or within a conjunct."""
    found: list[str] = []
    for letter in text:
        if found and _belongs(letter, found[-1]):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(letter: str, before: str) -> bool:
    if before.isspace():
        return False
    if letter in _JOINERS or unicodedata.category(letter).startswith("M"):
        return True
    end = before.rstrip("\u200d")[-1:]
    return bool(end) and unicodedata.combining(end) == _VIRAMA and letter.isalpha()


def is_joined(script: UnicodeScript, run: str) -> bool:
    """Tell whether letters of a run change with their neighbours: Devanagari, marks, joiners."""
    return script is UnicodeScript.DEVANAGARI or UnicodeScript.INHERITED in map(
        get_unicode_script, run
    )


class ShapedRun(Fragment):
    """A part of a line in one script, as HarfBuzz shapes it.

    Its `characters` are syllables, by which fpdf2 measures and breaks lines.
    """

    def render_pdf_text(self, *_: float) -> str:
        """Return the operator that shows the text where the line has come to."""
        font = cast(TTFFont, self.font)
        infos, positions = font.perform_harfbuzz_shaping(
            self.string, self.font_size_pt, self.text_shaping_parameters
        )
        begins = {info.cluster for info in infos}
        cuts = [cut for cut in accumulate(map(len, self.characters), initial=0) if cut in begins]
        shaped = zip(infos, positions, strict=True)
        shown = ""
        for place, glyphs in groupby(shaped, lambda each: bisect_right(cuts, each[0].cluster)):
            text = self.string[slice(*[*cuts, None][place - 1 : place + 1])]
            shown += _shown(font, text, list(glyphs))
        return f"[<{shown}>] TJ"


def _shown(font: TTFFont, text: str, glyphs: Sequence[tuple[Any, Any]]) -> str:
    """Return the code of one glyph that draws all these and stands for a text, then its kerning."""
    advance, parts = 0, []
    for info, position in glyphs:
        name = font.ttfont.getGlyphName(info.codepoint)
        parts.append((name, advance + position.x_offset, position.y_offset))
        advance += position.x_advance
    name = _composed(font.ttfont, parts, advance)
    width, wanted = (round(font.scale * n + 0.001) for n in (font.ttfont["hmtx"][name][0], advance))
    glyph = font.subset.get_glyph(
        glyph=font.ttfont.getGlyphID(name),
        unicode=tuple(map(ord, text)),
        glyph_name=name,
        glyph_width=width,
    )
    kern = f"> {width - wanted} <" if width != wanted else ""
    return f"{font.subset.pick_glyph(glyph):04X}{kern}"


def _composed(font: TTFont, parts: Sequence[tuple[str, int, int]], width: int) -> str:
    """Return the name of a glyph of these parts, each at its place, after adding it to a font."""
    outlines = font["glyf"]
    drawn = [part for part in parts if outlines[part[0]].numberOfContours]
    if len(parts) == 1 and parts[0][1:] == (0, 0):
        return parts[0][0]
    name = "_".join(f"{part}.{x}.{y}" for part, x, y in drawn) + f"_{width}"
    if name not in font.getReverseGlyphMap():
        pen = TTGlyphPen(outlines)
        for part, x, y in drawn:
            pen.addComponent(part, (1, 0, 0, 1, x, y))
        outlines[name] = outline = pen.glyph(componentFlags=0)
        outline.recalcBounds(outlines)
        font["hmtx"][name] = (width, getattr(outline, "xMin", 0))
        font.setGlyphOrder(outlines.glyphOrder)
    return name
