"""The page that a marked picture is on: lines, rings and numbers over a scan, anti-aliased."""

import io
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scans.gate.arches.surface import Floats64
from scans.gate.stl.layers import Layers
from scans.gate.stl.palette import stone_shades

Colour = tuple[int, int, int]

_FINER: Final = 2  # marks are drawn twice as large, which makes them smooth
_ROW: Final[Colour] = (0, 98, 155)
_HOLE: Final[Colour] = (200, 30, 40)
_INK: Final[Colour] = (38, 38, 46)
_PALE: Final[Colour] = (150, 150, 160)
_WHITE: Final[Colour] = (255, 255, 255)
_BAR_MM: Final = 10


class MarkedPage:
    """A white page in pixels from its left and top."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        """`scale` in pixels to the mm."""
        self._size, self._scale = (width, height), scale
        self._page = Image.new("RGB", self._size, _WHITE)
        self._marks = Image.new("RGBA", (width * _FINER, height * _FINER))
        self._draw = ImageDraw.Draw(self._marks)

    def put(self, layers: Layers) -> None:
        """Put a scan on the page, which is as large."""
        colours = stone_shades(layers.bright)
        covered = np.rint(layers.covered * 255).astype(np.uint8)
        self._page.paste(Image.fromarray(colours), (0, 0), Image.fromarray(covered))

    def line(self, places: Floats64) -> None:
        """Draw a curve through places, (n, 2)."""
        points = [self._at(place) for place in places]
        for colour, width in ((_WHITE, 7), (_ROW, 3)):
            self._draw.line(points, colour, width * _FINER, "curve")

    def end(self, start: Floats64, stop: Floats64) -> None:
        """Draw a strong stroke across the curve where it ends."""
        self._stroke(start, stop, 5)

    def tick(self, start: Floats64, stop: Floats64) -> None:
        """Draw a short stroke across the curve, between two teeth."""
        self._stroke(start, stop, 2)

    def middle(self, start: Floats64, stop: Floats64) -> None:
        """Draw the midline: a dashed stroke across the curve."""
        dashes = np.linspace(0, 1, 8)
        for begin, end in zip(dashes[:-1:2], dashes[1::2], strict=True):
            self._stroke(start + (stop - start) * begin, start + (stop - start) * end, 3)

    def number(self, text: str, place: Floats64, reached: bool) -> None:
        """Write a tooth's number; pale where the scan does not reach it."""
        self._write(text, place, 21, _INK if reached else _PALE)

    def ring(self, place: Floats64, radius: float, text: str) -> None:
        """Draw a ring of some pixels around a place, with a number at its upper right."""
        x, y = self._at(place)
        radius = max(radius, 12.0)
        for colour, width in ((_WHITE, 7), (_HOLE, 3)):
            far = (radius + width / 2) * _FINER
            self._draw.ellipse((x - far, y - far, x + far, y + far), None, colour, width * _FINER)
        beside = (radius + 13) * np.sqrt(0.5)
        centre = place + np.array((beside, -beside))
        x, y = self._at(centre)
        disc = 13 * _FINER
        self._draw.ellipse((x - disc, y - disc, x + disc, y + disc), _HOLE, _WHITE, _FINER)
        self._write(text, centre, 17, _WHITE, rim=0)

    def name_sides(self) -> None:
        """Write R and L for the patient's sides: who looks at a chart has the right at the left."""
        width, height = self._size
        for text, x in (("R", 28), ("L", width - 28)):
            self._write(text, np.array((x, height / 2)), 30, _INK)

    def measure(self) -> None:
        """Draw a bar to measure by."""
        y, left = self._size[1] - 34.0, 30.0
        right = left + _BAR_MM * self._scale
        self._stroke(np.array((left, y)), np.array((right, y)), 3, _INK)
        for x in (left, right):
            self._stroke(np.array((x, y - 7)), np.array((x, y + 7)), 3, _INK)
        self._write(f"{_BAR_MM} mm", np.array(((left + right) / 2, y + 18)), 19, _INK)

    def png(self) -> bytes:
        """The page as a PNG file."""
        marks = self._marks.reduce(_FINER)
        self._page.paste(marks, (0, 0), marks)
        few = self._page.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "PNG")
        return out.getvalue()

    def _at(self, place: Floats64) -> tuple[float, float]:
        return float(place[0]) * _FINER, float(place[1]) * _FINER

    def _stroke(self, start: Floats64, stop: Floats64, width: int, colour: Colour = _ROW) -> None:
        ends = [self._at(start), self._at(stop)]
        self._draw.line(ends, _WHITE, (width + 3) * _FINER)
        self._draw.line(ends, colour, width * _FINER)

    def _write(self, text: str, place: Floats64, size: int, colour: Colour, rim: int = 3) -> None:
        font = ImageFont.load_default(size * _FINER)
        self._draw.text(
            self._at(place), text, colour, font, "mm", stroke_width=rim * _FINER, stroke_fill=_WHITE
        )
