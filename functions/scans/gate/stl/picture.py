"""Shaded pictures of a scan, drawn on the processor alone."""

from dataclasses import dataclass
from functools import partial
from typing import Final, get_args

from scans.gate.stl import raster
from scans.gate.stl.camera import View
from scans.gate.stl.layers import Layers, develop
from scans.gate.stl.mesh import Mesh
from scans.gate.stl.packed import Pixels
from scans.gate.stl.palette import png
from scans.gate.stl.parsing import parse
from scans.gate.stl.scene import Scene
from scans.gate.stl.shading import darken_hollows
from scans.gate.stl.sheet import ContactSheet
from scans.gate.stl.workers import spread

__all__ = ["RenderedPictures", "View", "pictures", "render"]

_MARGIN: Final = 0.035
_SMALL: Final = 512  # pictures up to this side are drawn three times as large, others twice
_PREVIEW: Final = 1024
_THUMBNAIL: Final = 256


@dataclass(frozen=True)
class RenderedPictures:
    """PNG files of a scan on transparent ground.

    `thumbnail` (256 pixels square) and `preview` (1024) show it from the front and above. `sheet`
    (1200 wide and up to 1200 high) shows six sides to one scale, with captions and a bar of 10 mm.
    """

    thumbnail: bytes
    preview: bytes
    sheet: bytes


def pictures(mesh: Mesh, threads: int = 2) -> RenderedPictures:
    """Draw all pictures of a scan at once, in much less time than one after another.

    The same mesh gives the same bytes, whatever the number of threads. Raises ValueError when there
    are no triangles or a coordinate is not finite; the mesh should have passed `examine`.
    """
    scene = Scene(mesh)
    sheet = ContactSheet(scene)
    works = (partial(_squares, scene, sheet), partial(_sides, scene, sheet))
    (thumbnail, preview), _ = spread(lambda: lambda number: works[number](), len(works), threads)
    return RenderedPictures(thumbnail, preview, png(sheet.finished()))


def _squares(scene: Scene, sheet: ContactSheet) -> tuple[bytes, ...]:
    """Draw the three-quarter view: the thumbnail, the preview, and what the sheet shows of it."""
    square = _Square(scene, _PREVIEW, "three-quarter")
    preview = square.developed(raster.draw(scene, [square.frame]).pop())
    sheet.show_reduced("three-quarter", preview, square.scale)
    return png(preview.reduced(_PREVIEW // _THUMBNAIL)), png(preview)


def _sides(scene: Scene, sheet: ContactSheet) -> tuple[bytes, ...]:
    """Draw what is on the sheet alone."""
    drawn = raster.draw(scene, list(sheet.frames.values()))
    for view, pixels in zip(sheet.frames, drawn, strict=True):
        sheet.show(view, pixels)
    return ()


def render(scan: bytes | Mesh, size: int = 256, view: View = "three-quarter") -> bytes:
    """Draw a scan as a square PNG of `size` pixels (16 to 2048) on a transparent background.

    `three-quarter` looks from the front and above, `occlusal` straight onto the chewing side; for
    the others see `stl.camera`. All are found from the scan itself. The inside of an open surface
    is darker and cooler. The same mesh gives the same bytes. Raises `StlError` when `scan` is bytes
    that cannot be parsed, ValueError for another size or view, when there are no triangles, or when
    a coordinate is not finite; the mesh should have passed `examine`.
    """
    if not 16 <= size <= 2048 or view not in get_args(View):
        raise ValueError(f"size must be 16 to 2048 and view one of {', '.join(get_args(View))}")
    mesh = scan if isinstance(scan, Mesh) else parse(scan)
    scene = Scene(mesh)
    square = _Square(scene, size, view)
    return png(square.developed(raster.draw(scene, [square.frame]).pop()))


class _Square:
    """A square picture of `size` pixels, filled by the scan: `scale` pixels to its unit."""

    def __init__(self, scene: Scene, size: int, view: View) -> None:
        self._size, self._finer = size, 3 if size <= _SMALL else 2
        extent = max(float(scene.extent(view).size[:2].max()), 1e-6)
        self.scale = size * (1 - 2 * _MARGIN) / extent
        needed = raster.needed(scene, view, self.scale)
        self._width, self._height = (min(size, side) for side in needed)
        drawn = (self._width * self._finer, self._height * self._finer)
        self.frame = raster.centred(scene, view, self.scale * self._finer, drawn)

    def developed(self, drawn: Pixels) -> Layers:
        """The picture from what was drawn in its frame."""
        page = Layers.blank(self._size, self._size)
        left, top = (self._size - self._width) // 2, (self._size - self._height) // 2
        part = page.window(left, top, self._width, self._height)
        depth = develop(drawn[0], self.frame, self._finer, part)
        del drawn  # the largest array by far, and nobody else holds it
        darken_hollows(part.bright, depth, part.covered, self.scale)
        return page
