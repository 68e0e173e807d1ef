"""The z-buffer: draws triangles into an array, many at a time.

A pixel is one 32-bit number: its depth in the upper 20 bits, then 11 bits of brightness, then
whether the surface is seen from its inside. So "the nearest wins" is a maximum over numbers and
needs no order of drawing. Zero is the background.

A picture and the one from behind it (the left and the right side) cover the same pixels, so both
are drawn at once, one with its depths reversed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import shading
from scans.gate.stl.camera import View
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.scene import Array, Scene
from scans.gate.stl.spans import Boxes, Facets, Indices
from scans.gate.stl.vectors import turned

Pixels = NDArray[np.uint32]

DEPTHS: Final = 2**20 - 2
_BRIGHTEST: Final = 2**11 - 1
UNIT: Final = 1600  # stored for brightness 1

_BUDGET: Final = 6
"""Times that all pixels of the picture may be painted, and then 2 million more. A scan needs one
to three. Triangles that would cover the picture a thousand times over are thinned out evenly
instead of drawn for minutes."""
_AT_ONCE: Final = 32_768  # pixels painted at a time: what they need fits a processor's cache


@dataclass(frozen=True)
class Frame:
    """An orthographic picture: `pixel = rotation @ point * scale + shift`, y upwards.

    `rotation` is from the patient's directions, shape (3, 3); `scale` in pixels to the scene's
    unit; `near` and `far` are the depths shown, in that unit. `behind`: whether to draw the picture
    from behind as well.
    """

    rotation: Array
    shift: tuple[float, float]
    scale: float
    far: float
    near: float
    width: int
    height: int
    behind: bool = False

    def place(self, points: Floats32) -> Floats32:
        """Points (3 directions, ...) in the picture: x and y in pixels, z 1 to `DEPTHS`."""
        deep = (DEPTHS - 1) / max(self.near - self.far, 1e-6)
        stretch = np.array((self.scale, self.scale, deep))
        placed = turned((self.rotation * stretch[:, None]).astype(np.float32), points)
        shift = np.array((*self.shift, 1 - self.far * deep), np.float32)
        placed += shift.reshape(3, *[1] * (placed.ndim - 1))
        return placed


def centred(
    scene: Scene, view: View, scale: float, size: tuple[int, int], behind: bool = False
) -> Frame:
    """The frame of `size` (width, height) with the scan in its middle."""
    extent = scene.extent(view)
    middle = (extent.lowest + extent.highest)[:2] / 2 * scale
    width, height = size
    return Frame(
        rotation=scene.axes.towards(view),
        shift=(width / 2 - middle[0], height / 2 - middle[1]),
        scale=scale,
        far=float(extent.lowest[2]),
        near=float(extent.highest[2]),
        width=width,
        height=height,
        behind=behind,
    )


def needed(scene: Scene, view: View, scale: float) -> tuple[int, int]:
    """Width and height in pixels that a view needs at a scale, with some room around it."""
    width, height = np.ceil(scene.extent(view).size[:2] * scale).astype(int) + 4
    return int(width), int(height)


def draw(scene: Scene, frames: Sequence[Frame]) -> list[Pixels]:
    """Draw all triangles in each frame.

    Returns packed pixels for each, shape (1, height, width) or, with the picture from behind,
    (2, height, width); row 0 is at the bottom.
    """
    canvases = [_Canvas(frame) for frame in frames]
    left = len(scene)
    for points, normals in scene.chunks():
        for canvas in canvases:
            canvas.add(points, normals, points.shape[2] / left)
        left -= points.shape[2]
    return [canvas.finished() for canvas in canvases]


def drawn(pixels: Pixels) -> Pixels:
    """Return 1 where there is a surface, 0 where there is none."""
    return (pixels > 0).astype(np.uint32)


def depth(pixels: Pixels) -> Pixels:
    """Depth of packed pixels: 1 the farthest, `DEPTHS` the nearest, 0 without a surface."""
    return pixels >> np.uint32(12)


def brightness(pixels: Pixels) -> Pixels:
    """Brightness of packed pixels: 0 to `UNIT`, or a little more."""
    return pixels >> np.uint32(1) & np.uint32(_BRIGHTEST)


def inside(pixels: Pixels) -> Pixels:
    """Return 1 where the surface shows its inside, else 0."""
    return pixels & np.uint32(1)


class _Canvas:
    """The pixels of a frame while it is drawn."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._sides = np.zeros((1 + frame.behind, frame.width * frame.height), np.uint32)
        self._budget = _BUDGET * frame.width * frame.height + 2e6

    def add(self, points: Floats32, normals: Floats32, share: float) -> None:
        """Draw a chunk, which is a `share` of the triangles that are left to draw."""
        x, y, depth = self._frame.place(points)
        boxes = Boxes.around(x, y).thinned(self._budget * min(1, 8 * share))
        self._budget -= boxes.cost.sum()
        x, y, depth = (axis.take(boxes.index, axis=1) for axis in (x, y, depth))
        inside = boxes.doubled < 0
        bright = self._lit(normals.take(boxes.index, axis=2), inside)
        facets = Facets.of(boxes, x, y, np.stack((depth, *bright)))
        for spans in facets.spans(self._frame.width, _AT_ONCE):
            for pixels, of, paint in spans.pixels(_AT_ONCE):
                self._paint(pixels, inside.take(of), paint)

    def finished(self) -> Pixels:
        """The pixels drawn, as `draw` returns them."""
        pixels = self._sides.reshape(-1, self._frame.height, self._frame.width)
        if self._frame.behind:
            pixels[1] = pixels[1, :, ::-1].copy()
        return pixels

    def _lit(self, normals: Floats32, inside: NDArray[np.bool_]) -> list[Floats32]:
        """Brightness at corners, (3, m), of the picture, and of that from behind."""
        facing = turned(self._frame.rotation.astype(np.float32), normals)
        facing *= np.where(inside, np.float32(-1), np.float32(1))
        bright = [shading.light(*facing) * shading.dimmed(inside)]
        if self._frame.behind:
            bright.append(shading.light(facing[0], -facing[1], facing[2]) * shading.dimmed(~inside))
        shape = (3, len(inside))
        return [np.broadcast_to(b * np.float32(UNIT), shape) for b in bright]

    def _paint(self, pixels: Indices, inside: NDArray[np.bool_], paint: Floats32) -> None:
        near = np.clip(paint[0], 1, DEPTHS).astype(np.uint32)
        for side, bright in enumerate(np.clip(paint[1:], 0, _BRIGHTEST).astype(np.uint32)):
            depth = np.uint32(DEPTHS + 1) - near if side else near
            colour = bright << np.uint32(1) | (inside ^ bool(side))
            np.maximum.at(self._sides[side], pixels, depth << np.uint32(12) | colour)
