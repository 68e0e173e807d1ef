"""Light: how bright a surface is by the direction it faces, and how dark where it lies deep.

All light stands still in the picture, whatever the scan's axes are: a soft key from the upper
left, a sky that fades towards the ground, a little gloss as enamel has. Fissures and the gaps
between teeth are darkened by how far a pixel lies below its surroundings, which is most of what
makes teeth recognisable in a small picture.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scans.gate.stl.mesh import Floats32

KEY: Final = np.array([-0.36, 0.46, 0.81], np.float32)  # towards the light
GLOSS: Final = np.array([-0.20, 0.30, 0.93], np.float32)  # half way between key and viewer
SKY: Final = np.array([0.145, 0.10, 0.045], np.float32)
"""Light from all around: on what faces right, what more on what faces up, and the viewer."""
AMBIENT, DIFFUSE, SPECULAR = np.array([0.12, 0.56, 0.12], np.float32)
"""Light on everything; of the key, where a surface faces it; of its gloss."""
INSIDE: Final = np.float32(0.74)
"""Light on the inside of a surface: less, so that it is told from the outside at a glance."""
_STRIP: Final = 64
_HOLLOWS: Final = ((0.006, 0.30), (0.018, 0.34), (0.05, 0.22))
"""Sizes of hollows that are darkened, as part of the scan's size, and how much at most."""


def light(x: Floats32, y: Floats32, z: Floats32) -> Floats32:
    """Brightness of surfaces that face (x, y, z), a unit vector in the picture; 0 to about 1."""
    key = np.maximum(KEY[0] * x + KEY[1] * y + KEY[2] * z, 0)
    gloss = np.maximum(GLOSS[0] * x + GLOSS[1] * y + GLOSS[2] * z, 0)
    for _ in range(5):  # to the power of 32, which makes a small highlight
        gloss *= gloss
    sky = SKY[0] + SKY[1] * y + SKY[2] * z
    bright: Floats32 = AMBIENT + DIFFUSE * key + sky + SPECULAR * gloss
    return bright


def dimmed(inside: NDArray[np.bool_]) -> Floats32:
    """What is left of the light on a surface seen from its inside, or not."""
    return np.where(inside, INSIDE, np.float32(1))


def darken_hollows(bright: Floats32, depth: Floats32, covered: Floats32, size: float) -> None:
    """Take light, in place, from what lies below its surroundings.

    `depth` in pixels, larger is nearer; `covered` is 1 on the surface, 0 off it, and between at
    its rim; all (height, width). `size` of the scan in pixels.
    """
    mass, cover = Image.fromarray(depth * covered), Image.fromarray(covered)
    radii = [part * size for part, _ in _HOLLOWS]
    cells = [max(1, round(radius / 1.5)) for radius in radii]
    around = [_mean(mass, cover, cell) for cell in cells]
    for rows in strips(len(bright)):
        for near, cell, radius, (_, most) in zip(around, cells, radii, _HOLLOWS, strict=True):
            below = _enlarged(near, cell, bright.shape[1], rows)
            below -= depth[rows]
            below *= np.float32(1.3 / radius)
            np.clip(below, 0, 1, out=below)
            below *= np.float32(-most)
            below += 1
            bright[rows] *= below


def strips(height: int) -> Iterator[slice]:
    """Rows of a picture, some at a time, so that what lies between steps fits a cache."""
    for top in range(0, height, _STRIP):
        yield slice(top, min(top + _STRIP, height))


def _mean(mass: Image.Image, cover: Image.Image, cell: int) -> Image.Image:
    """How near the surface is around each cell of so many pixels, where there is any."""
    whole = np.maximum(_blurred(cover, cell), np.float32(1e-6))
    return Image.fromarray(_blurred(mass, cell) / whole)


def _blurred(image: Image.Image, cell: int) -> Floats32:
    """A pixel for each cell: the mean over three by three, twice; beyond the rim all is zero."""
    coarse = np.array(image.reduce(cell))
    for _ in range(2):
        wide = np.pad(coarse, 1)
        tall = wide[:-2] + wide[1:-1] + wide[2:]
        coarse = (tall[:, :-2] + tall[:, 1:-1] + tall[:, 2:]) / np.float32(9)
    return coarse


def _enlarged(coarse: Image.Image, cell: int, width: int, rows: slice) -> Floats32:
    """Some rows of a coarse picture as they are in one `cell` times finer.

    Straight from cell to cell: what was blurred twice has no bends that curves would show.
    """
    part = (0, rows.start / cell, width / cell, rows.stop / cell)
    size = (width, rows.stop - rows.start)
    return np.array(coarse.resize(size, Image.Resampling.BILINEAR, part))
