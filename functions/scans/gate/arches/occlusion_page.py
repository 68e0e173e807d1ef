"""The page that the picture of the occlusion is on: quadrants, scale and legend, without words.

What is written needs no language: figures, mm, R and L, and the numbers of the quadrants (ISO
3950).
"""

import io
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scans.gate.arches.occlusion_colours import BOUNDS, COLOURS
from scans.gate.stl.layers import Layers
from scans.gate.stl.mesh import Floats32

_LEGEND: Final = 96  # pixels below the jaws
_INK: Final = (38, 38, 46)
_PALE: Final = (150, 150, 160)
_BAR_MM: Final = 10


class OcclusionPage:
    """A white page of some width, with room for pictures of some height and the legend below."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        """`scale` in pixels to the mm."""
        self._pixels = np.full((height + _LEGEND, width, 3), 255, np.float32)
        self._high, self._wide, self._scale = height, width, scale
        self._image: Image.Image | None = None

    def put(self, colours: Floats32, layers: Layers, left: int, top: int) -> None:
        """Put a picture on the page, transparent where its layers are."""
        height, width = layers.covered.shape
        part = self._pixels[top : top + height, left : left + width]
        covered = layers.covered[: part.shape[0], : part.shape[1], None]
        part += covered * (colours[: part.shape[0], : part.shape[1]] - part)

    def name_quadrants(self, middles: list[int]) -> None:
        """Write the quadrants' numbers and the patient's sides beside the jaws, upper and lower."""
        for y, (right, left) in zip(middles, (("1", "2"), ("4", "3")), strict=True):
            self._write(right, 24, y, 26, _PALE)
            self._write(left, self._wide - 24, y, 26, _PALE)
        between = sum(middles) // 2
        self._write("R", 24, between, 30)
        self._write("L", self._wide - 24, between, 30)

    def name_side(self) -> None:
        """Write that the jaws are seen from the patient's right."""
        self._write("R", 24, 30, 30)

    def explain_colours(self) -> None:
        """Draw the colours with the distances between them, and what is contact."""
        step, top = 66, self._high + 14
        left = self._wide - 54 - step * len(COLOURS)
        for number, (colour, bound) in enumerate(zip(COLOURS, BOUNDS, strict=True)):
            start = left + number * step
            self._draw.rectangle((start, top, start + step - 1, top + 26), colour, _INK)
            self._write(f"{bound:g}", start + step, top + 44, 20)
        self._write("mm", self._wide - 28, top + 13, 20)
        touching = left + step * 2 + step // 2
        self._arrows(touching, top + 68)
        self._measure()

    def show_gap(self, gap_mm: float, top: int, bottom: int) -> None:
        """Draw the distance between the jaws that are shown from the side, between two rows."""
        x = self._wide - 60
        self._draw.line((x, top, x, bottom), _INK, 3)
        for y, way in ((top, 1), (bottom, -1)):
            self._draw.line((x - 26, y, x + 26, y), _INK, 3)
            self._draw.polygon(((x, y), (x - 8, y + 16 * way), (x + 8, y + 16 * way)), _INK)
        self._write(f"{gap_mm:.0f} mm", x - 70, (top + bottom) // 2, 30)
        self._measure()

    def png(self) -> bytes:
        """The page as a PNG file."""
        out = io.BytesIO()
        few = self._canvas.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG")
        return out.getvalue()

    @property
    def _canvas(self) -> Image.Image:
        if self._image is None:
            self._image = Image.fromarray(np.rint(self._pixels).astype(np.uint8))
        return self._image

    @property
    def _draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self._canvas)

    def _arrows(self, x: int, y: int) -> None:
        """Two triangles that meet: contact."""
        for way in (-1, 1):
            self._draw.polygon(((x, y), (x - 7, y + 11 * way), (x + 7, y + 11 * way)), _INK)

    def _measure(self) -> None:
        """Draw a bar to measure by."""
        left, y = 40, self._high + 28
        right = left + round(_BAR_MM * self._scale)
        self._draw.line((left, y, right, y), _INK, 3)
        for x in (left, right):
            self._draw.line((x, y - 8, x, y + 8), _INK, 3)
        self._write(f"{_BAR_MM} mm", (left + right) // 2, y + 24, 20)

    def _write(
        self, text: str, x: int, y: int, size: int, ink: tuple[int, int, int] = _INK
    ) -> None:
        self._draw.text((x, y), text, ink, ImageFont.load_default(size), "mm")
