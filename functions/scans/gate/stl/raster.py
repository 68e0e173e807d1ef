"""Where a scan lies in pictures: frames, and drawing all triangles in each of them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from scans.gate.stl.camera import View
from scans.gate.stl.kernel import paint
from scans.gate.stl.packed import DEPTHS, Pixels
from scans.gate.stl.painting import Canvas
from scans.gate.stl.scene import Array, Scene

_BUDGET: Final = 6
"""Times that all pixels of the picture may be painted, and then 2 million more. A scan needs one
to three. Triangles that would cover the picture a thousand times over are thinned out evenly
instead of drawn for minutes."""


class Frame(NamedTuple):
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

    def canvas(self) -> Canvas:
        """An empty canvas of this picture."""
        deep = (DEPTHS - 1) / max(self.near - self.far, 1e-6)
        stretch = np.array((self.scale, self.scale, deep))
        return Canvas(
            sides=np.zeros((1 + self.behind, self.height, self.width), np.uint32),
            matrix=(self.rotation * stretch[:, None]).astype(np.float32),
            shift=np.array((*self.shift, 1 - self.far * deep), np.float32),
            facing=self.rotation.astype(np.float32),
        )


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
    canvases = [frame.canvas() for frame in frames]
    budgets = [_BUDGET * frame.width * frame.height + 2_000_000 for frame in frames]
    left = len(scene)
    for points, normals in scene.chunks():
        count = points.shape[2]
        for number, canvas in enumerate(canvases):
            allowed = min(budgets[number], budgets[number] * 8 * count // left)
            budgets[number] -= paint(canvas, points, normals, allowed)
        left -= count
    return [_finished(canvas.sides) for canvas in canvases]


def _finished(sides: Pixels) -> Pixels:
    """Turn the picture from behind, if there is one, to how it is seen."""
    for behind in sides[1:]:
        behind[:] = behind[:, ::-1].copy()
    return sides
