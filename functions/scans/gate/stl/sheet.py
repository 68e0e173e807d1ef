"""The contact sheet: a scan from six sides in one picture, all to one scale."""

import math
from typing import Final

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from scans.gate.stl import raster
from scans.gate.stl.camera import View
from scans.gate.stl.layers import Layers, develop
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import Pixels
from scans.gate.stl.scene import Scene
from scans.gate.stl.shading import darken_hollows

WIDTH: Final = 1200
"""Pixels. The height follows from the scan's, and is `HIGHEST` at most."""
HIGHEST: Final = 1200

_ROWS: Final[tuple[tuple[View, View, View], ...]] = (
    ("occlusal", "three-quarter", "fitting"),
    ("right", "front", "left"),  # as the sides are seen by someone who stands before the patient
)
_DRAWN: Final[tuple[View, ...]] = ("occlusal", "right", "front")
_BEHIND: Final[dict[View, View]] = {"occlusal": "fitting", "right": "left"}
_CAPTIONS: Final[dict[View, str]] = {
    "occlusal": "Occlusal",
    "three-quarter": "Three-quarter",
    "fitting": "Fitting side",
    "right": "Right",
    "front": "Front",
    "left": "Left",
}
_CELL: Final = WIDTH // 3
_GAP: Final = 14  # pixels around each picture
_LINE: Final = 34  # pixels below each row of pictures for what is written there
_FINER: Final = 2  # the pictures are drawn twice as large


class ContactSheet:
    """The contact sheet of a scan, with captions and a bar to measure by (10 mm for a jaw).

    `frames` says what is to be drawn for it: the picture from behind of `occlusal` is `fitting`,
    that of `right` is `left`. What was drawn is handed to `show`, in any order and from any
    thread. The three-quarter view is not drawn again: it is in the preview, and handed to
    `show_reduced`.
    """

    def __init__(self, scene: Scene) -> None:
        self._scale = _scale(scene)
        sizes = {view: raster.needed(scene, view, self._scale) for row in _ROWS for view in row}
        heights = [2 * _GAP + max(sizes[view][1] for view in row) for row in _ROWS]
        self._page = Layers.blank(WIDTH, sum(heights) + (len(_ROWS) + 1) * _LINE + _GAP)
        self._ink = _Ink(self._page)
        self._windows: dict[View, Layers] = {}
        top = 0
        for row, high in zip(_ROWS, heights, strict=True):
            for column, view in enumerate(row):
                middle, (width, height) = column * _CELL + _CELL // 2, sizes[view]
                corner = middle - width // 2, top + (high - height) // 2
                self._windows[view] = self._page.window(*corner, width, height)
                self._ink.write(_CAPTIONS[view], middle, top + high + _LINE // 2)
            top += high + _LINE
        self._ink.measure(self._scale / scene.size, top + _GAP)
        self.frames = {view: self._frame(scene, view) for view in _DRAWN}

    def show(self, view: View, drawn: Pixels) -> None:
        """Put a picture in its place, and that from behind it; `drawn` as by `raster.draw`."""
        for name, pixels in zip((view, _BEHIND.get(view)), drawn, strict=False):
            window = self._windows[name or view]
            depth = develop(pixels, self.frames[view], _FINER, window)
            darken_hollows(window.bright, depth, window.covered, self._scale)

    def show_reduced(self, view: View, picture: Layers, scale: float) -> None:
        """Put a larger picture in its place, which shows the view in its middle.

        `scale` of the picture in pixels to the scene's unit.
        """
        window, times = self._windows[view], scale / self._scale
        # Of a scan that is seen from its end, so that it takes a few pixels here, the room around
        # it may be wider than in the picture.
        wide, high = (
            side - 2 * max(0, math.ceil((side - room / times) / 2))
            for side, room in ((window.width, picture.width), (window.height, picture.height))
        )
        if wide < 1 or high < 1:
            return
        left, top = (window.width - wide) // 2, (window.height - high) // 2
        picture.fitted(wide, high, times).copied(window.window(left, top, wide, high))

    def finished(self) -> Layers:
        """The whole sheet."""
        self._ink.dry()
        return self._page

    def _frame(self, scene: Scene, view: View) -> raster.Frame:
        window = self._windows[view]
        size = (window.width * _FINER, window.height * _FINER)
        return raster.centred(scene, view, self._scale * _FINER, size, view in _BEHIND)


def _scale(scene: Scene) -> float:
    """Pixels to the scene's unit, with which each picture fits its cell, and all the sheet."""
    sizes = np.array([[scene.extent(view).size[:2] for view in row] for row in _ROWS])
    high = HIGHEST - (len(_ROWS) + 1) * (_LINE + 3 * _GAP)
    wide = _CELL - 2 * _GAP - 5
    widest, highest = sizes[:, :, 0].max(), sizes[:, :, 1].max(axis=1).sum()
    return float(min(wide / max(widest, 1e-6), high / max(highest, 1e-6)))


class _Ink:
    """Dark letters with a light rim, so that they are read on a white page and on a dark one."""

    def __init__(self, page: Layers) -> None:
        self._page = page
        self._letters, self._rim = (Image.new("L", (page.width, page.height)) for _ in range(2))
        self._font = ImageFont.load_default(17)

    def write(self, text: str, x: int, y: int) -> None:
        """Write a text with its middle at (x, y)."""
        for image, stroke in ((self._letters, 0), (self._rim, 2)):
            ImageDraw.Draw(image).text((x, y), text, 255, self._font, "mm", stroke_width=stroke)

    def measure(self, scale: float, y: int) -> None:
        """Draw a bar as long as the largest power of ten in mm that fits half of a cell.

        `scale` in pixels to the mm.
        """
        length = 10.0 ** math.floor(math.log10(_CELL / 2 / scale))
        half, middle = round(length * scale / 2), WIDTH // 2
        bar = (middle - half, y - 1, middle + half - 1, y + 1)
        ImageDraw.Draw(self._letters).rectangle(bar, 255)
        rim = (bar[0] - 2, bar[1] - 2, bar[2] + 2, bar[3] + 2)
        ImageDraw.Draw(self._rim).rectangle(rim, 255)
        self.write(f"{length:g} mm", middle, y + 14)

    def dry(self) -> None:
        """Put what was written onto the page."""
        letters, rim = (_shares(image) for image in (self._letters, self._rim))
        np.maximum(self._page.covered, rim, out=self._page.covered)
        np.copyto(self._page.bright, (1 - letters) * np.float32(1.05), where=rim > 0)
        self._page.inside[rim > 0] = False


def _shares(image: Image.Image) -> Floats32:
    return np.asarray(image).astype(np.float32) / np.float32(255)
