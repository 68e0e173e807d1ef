"""The z-buffer: draws triangles into packed pixels, many at a time.

A picture and the one from behind it (the left and the right side) cover the same pixels, so both
are drawn at once, one with its depths reversed.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scans.gate.stl import shading
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.packed import BRIGHTEST, DEPTHS, UNIT, Pixels
from scans.gate.stl.spans import Boxes, Facets
from scans.gate.stl.vectors import area_vectors, turned, unit

_AT_ONCE: Final = 32_768  # pixels painted at a time: what they need fits a processor's cache


class Canvas(NamedTuple):
    """What is drawn into, and how triangles come to lie in it.

    `sides`: pixels, (1 or 2, height, width), row 0 at the bottom; the second is the picture from
    behind, not yet mirrored. Points (x, y, z) come to lie at `matrix @ point + shift`: x and y in
    pixels, z a depth, from 1 to `DEPTHS`. `facing` turns normals into the picture's directions. All
    32-bit floats.
    """

    sides: Pixels
    matrix: Floats32
    shift: Floats32
    facing: Floats32

    @property
    def placing(self) -> tuple[Floats32, Floats32, Floats32]:
        """What says how triangles lie in it: `matrix`, `shift`, `facing`."""
        return self.matrix, self.shift, self.facing


def paint(canvas: Canvas, points: Floats32, normals: Floats32 | None, allowed: int) -> int:
    """Draw triangles: corners (3 directions, 3 corners, m), and unit normals there, as many.

    Without normals triangles are flat, and the light on each is one. Returns what they cost: about
    how many pixels were painted, and rows looked at. Where that would be more than `allowed`, they
    are thinned out evenly.
    """
    x, y, depth = turned(canvas.matrix, points) + canvas.shift[:, None, None]
    boxes = Boxes.around(x, y).thinned(allowed)
    x, y, depth = (axis.take(boxes.index, axis=1) for axis in (x, y, depth))
    inside = boxes.doubled < 0
    flat = normals is None
    facing = _faced(points, boxes) if normals is None else normals.take(boxes.index, axis=2)
    bright = _lit(canvas, facing, inside)
    colours = [_colour(light[0], inside ^ bool(side)) for side, light in enumerate(bright)]
    facets = Facets.of(boxes, x, y, np.stack((depth,) if flat else (depth, *bright)))
    sides = canvas.sides.reshape(len(canvas.sides), -1)
    for spans in facets.spans(canvas.sides.shape[2], _AT_ONCE):
        for pixels, of, values in spans.pixels(_AT_ONCE):
            near = np.clip(values[0], 1, DEPTHS).astype(np.uint32)
            for side, known in enumerate(colours):
                depth = np.uint32(DEPTHS + 1) - near if side else near
                colour = (
                    known.take(of)
                    if flat
                    else _colour(values[1 + side], inside.take(of) ^ bool(side))
                )
                np.maximum.at(sides[side], pixels, depth << np.uint32(12) | colour)
    return int(boxes.cost.sum())


def _faced(points: Floats32, boxes: Boxes) -> Floats32:
    """Unit normals of the triangles in boxes, which are flat, (3, 1, m)."""
    return unit(area_vectors(points.take(boxes.index, axis=2)))[:, None]


def _colour(bright: Floats32, inside: NDArray[np.bool_]) -> Pixels:
    """The lower bits of packed pixels."""
    return np.clip(bright, 0, BRIGHTEST).astype(np.uint32) << np.uint32(1) | inside


def _lit(canvas: Canvas, normals: Floats32, inside: NDArray[np.bool_]) -> list[Floats32]:
    """Brightness at corners, (1 or 3, m), of the picture, and of that from behind."""
    facing = turned(canvas.facing, normals)
    facing *= np.where(inside, np.float32(-1), np.float32(1))
    bright = [shading.light(*facing) * shading.dimmed(inside)]
    if len(canvas.sides) > 1:
        bright.append(shading.light(facing[0], -facing[1], facing[2]) * shading.dimmed(~inside))
    return [light * np.float32(UNIT) for light in bright]
