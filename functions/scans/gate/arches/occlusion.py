"""The picture of how two jaws meet: both chewing sides, coloured by the distance to the other jaw.

It is laid out as a dental chart: the upper jaw above with its front teeth at the top, the lower one
below, the patient's right at the left of the picture. Where the jaws stand far apart there is
nothing to colour, and they are shown from the right side with the distance between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from scans.gate.arches.occlusion_colours import coloured
from scans.gate.arches.occlusion_page import OcclusionPage
from scans.gate.arches.recognition import recognised
from scans.gate.arches.relate import Pair
from scans.gate.arches.relate_distance import REACH, Distances
from scans.gate.arches.surface import Floats64
from scans.gate.stl import raster
from scans.gate.stl.camera import Axes, View, front_of, snapped
from scans.gate.stl.layers import Layers, develop
from scans.gate.stl.mesh import Floats32, Mesh
from scans.gate.stl.scene import Scene
from scans.gate.stl.shading import darken_hollows
from scans.gate.stl.vectors import turned

WIDTH: Final = 800
"""Pixels across. The height follows from the jaws', and is 1,300 at most."""
_HIGH: Final = 1150  # pixels for both jaws together
_GAP: Final = 16  # pixels around each
_MARGIN: Final = 46  # pixels at the sides, for what is written there
_STRAIGHT: Final = 0.8  # cosine to an axis from which on the front teeth look along it: 37 degrees
_FINER: Final = 2  # pictures are drawn twice as large


def occlusion_picture(pair: Pair, upper: Mesh, lower: Mesh) -> bytes | None:
    """Draw how two jaws meet as a PNG, `WIDTH` pixels wide; None where they do not face each other.

    What `relate` recognised as the upper jaw is drawn as such, whatever the file is called. The
    patient's sides are named only where a row of teeth told them. The same scans give the same
    bytes.
    """
    if pair.axis is None or pair.of_upper is None or pair.of_lower is None:
        return None
    up, above, below = pair.axis, pair.of_upper, pair.of_lower
    if pair.relation == "exchanged":
        up, above, below, upper, lower = -up, below, above, lower, upper
    up = snapped(up)
    front, sure = _front(up, (above, below))
    rotation = np.stack((np.cross(up, front), up, front))
    jaws = (_Jaw(upper, Axes(rotation, True), above), _Jaw(lower, Axes(rotation, False), below))
    if pair.gap_mm is not None and pair.gap_mm > REACH:
        return _from_the_side(jaws, pair.gap_mm, sure)
    return _opened(jaws, sure)


def _front(up: Floats64, jaws: Sequence[Distances]) -> tuple[Floats64, bool]:
    """Where the front teeth look, at right angles to `up`, and whether a row of teeth told it."""
    if row := next(filter(None, (recognised(jaw.surface) for jaw in jaws)), None):
        front = np.array(row.front) - (np.array(row.front) @ up) * up
        return _along_axis(front / np.linalg.norm(front), up), True
    points = np.concatenate([jaw.surface.points[::12] for jaw in jaws]).astype(np.float64)
    front = front_of(points - points.mean(axis=0), np.ones(len(points)), up)
    return _along_axis(front, up), False


def _along_axis(front: Floats64, up: Floats64) -> Floats64:
    """Return the coordinate axis nearest to a direction, if `up` is one too.

    Makers export the front along one. An arch that was scanned farther on one side would be turned
    in the picture otherwise.
    """
    axis = int(np.argmax(np.abs(front)))
    if np.abs(up).max() < 1 or abs(front[axis]) < _STRAIGHT:
        return front
    straight: Floats64 = np.eye(3)[axis] * np.sign(front[axis])
    return straight


class _Jaw:
    """A jaw to be drawn, measured in mm of its file."""

    def __init__(self, mesh: Mesh, axes: Axes, measured: Distances) -> None:
        self.scene = Scene(mesh, axes)
        self.measured = measured

    def reach(self, view: View) -> tuple[Floats64, Floats64]:
        """Lowest and highest place along the picture's right, its up, and to the viewer, in mm."""
        extent, origin = self.scene.extent(view), self.scene.origin(view)
        return extent.lowest * self.scene.size + origin, extent.highest * self.scene.size + origin

    def frame(self, view: View, box: "_Box", scale: float) -> raster.Frame:
        """The frame that shows a box of mm in a view, `_FINER` times as large as it will be."""
        width, height = box.pixels(scale)
        origin, size = self.scene.origin(view), self.scene.size
        corner = (origin - box.lowest) * scale * _FINER
        return raster.Frame(
            rotation=self.scene.axes.towards(view),
            shift=(float(corner[0]), float(corner[1])),
            scale=size * scale * _FINER,
            far=float((box.lowest - origin)[2] / size),
            near=float((box.highest - origin)[2] / size),
            width=width * _FINER,
            height=height * _FINER,
        )

    def places(self, view: View, box: "_Box", scale: float) -> Floats32:
        """Where measured points are in the picture, (3, n): pixels from the left, up, nearer."""
        turn = (self.scene.axes.towards(view) @ self.scene.axes.rotation).astype(np.float32)
        low = box.lowest.astype(np.float32)[:, None]
        return (turned(turn, self.measured.surface.points.T) - low) * np.float32(scale)


@dataclass(frozen=True)
class _Box:
    """A part of a view, in mm along its right, its up, and to the viewer."""

    lowest: Floats64
    highest: Floats64

    @classmethod
    def around(cls, *reaches: tuple[Floats64, Floats64]) -> "_Box":
        """The box around all that is reached, with some room for rounding."""
        lowest = np.min([low for low, _ in reaches], axis=0)
        highest = np.max([high for _, high in reaches], axis=0)
        return cls(lowest - 0.2, highest + 0.2)

    @property
    def size(self) -> Floats64:
        """Width, height and depth."""
        return self.highest - self.lowest

    def pixels(self, scale: float) -> tuple[int, int]:
        """Width and height in pixels, with `scale` of them to the mm."""
        width, height = np.ceil(self.size[:2] * scale).astype(int)
        return int(width), int(height)


def _opened(jaws: tuple[_Jaw, _Jaw], sure: bool) -> bytes:
    """Both chewing sides, one above the other, the midlines in line."""
    boxes = [_Box.around(jaw.reach("occlusal")) for jaw in jaws]
    left = min(box.lowest[0] for box in boxes)
    right = max(box.highest[0] for box in boxes)
    high = sum(float(box.size[1]) for box in boxes)
    scale = min((WIDTH - 2 * _MARGIN) / (right - left), _HIGH / high)
    heights = [box.pixels(scale)[1] for box in boxes]
    page = OcclusionPage(WIDTH, sum(heights) + 4 * _GAP, scale)
    top = _GAP
    middles = []
    for jaw, box, height in zip(jaws, boxes, heights, strict=True):
        start = round((WIDTH - (right - left) * scale) / 2 + (box.lowest[0] - left) * scale)
        layers, near = _drawn(jaw, "occlusal", box, scale)
        places = jaw.places("occlusal", box, scale)
        page.put(coloured(layers, near, places, jaw.measured.mm, scale), layers, start, top)
        middles.append(top + height // 2)
        top += height + 2 * _GAP
    if sure:
        page.name_quadrants(middles)
    page.explain_colours()
    return page.png()


def _from_the_side(jaws: tuple[_Jaw, _Jaw], gap_mm: float, sure: bool) -> bytes:
    """Both jaws from the patient's right, with the distance between them."""
    box = _Box.around(*(jaw.reach("right") for jaw in jaws))
    scale = min((WIDTH - 2 * _MARGIN) / float(box.size[0]), _HIGH / float(box.size[1]))
    page = OcclusionPage(WIDTH, box.pixels(scale)[1] + 2 * _GAP, scale)
    start = (WIDTH - box.pixels(scale)[0]) // 2
    for jaw in jaws:
        layers, _ = _drawn(jaw, "right", box, scale)
        page.put(coloured(layers), layers, start, _GAP)
    if sure:
        page.name_side()
    page.show_gap(gap_mm, *_facing_rows(jaws, box, scale))
    return page.png()


def _facing_rows(jaws: tuple[_Jaw, _Jaw], box: _Box, scale: float) -> tuple[int, int]:
    """Rows of the page's pixels where the upper jaw ends and the lower one begins."""
    upper, lower = (jaw.reach("right") for jaw in jaws)
    top, bottom = (float(box.highest[1] - end) for end in (upper[0][1], lower[1][1]))
    return _GAP + round(top * scale), _GAP + round(bottom * scale)


def _drawn(jaw: _Jaw, view: View, box: _Box, scale: float) -> tuple[Layers, Floats32]:
    """A jaw in light, and how near each pixel is, in pixels."""
    frame = jaw.frame(view, box, scale)
    layers = Layers.blank(*box.pixels(scale))
    near = develop(raster.draw(jaw.scene, [frame])[0][0], frame, _FINER, layers)
    darken_hollows(layers.bright, near, layers.covered, float(box.size[:2].max()) * scale)
    return layers, near
