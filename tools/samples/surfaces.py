"""What a scanner records of a row of teeth: a strip over the crowns, and the palate if wanted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.samples.arches import border, evened
from tools.samples.crowns import Array, bulge
from tools.samples.fields import LEVEL, OUT, heights
from tools.samples.mouths import Mouth, Row
from tools.samples.triangles import strip_triangles


@dataclass(frozen=True)
class Extent:
    """What of a row is scanned, and how finely.

    Attributes:
        right, left: where the scan ends, in mm along the curve; `right` is the lesser.
        skew: how slantwise the ends are cut, as a slope.
        deep: how far the border lies below the ridge's top, in mm.
        palate: whether the palate was scanned; of an upper row alone.
        triangles: roughly how many.
        noise: of a point's place, standard deviation in mm.
    """

    right: float
    left: float
    skew: float
    deep: float
    palate: bool
    triangles: int
    noise: float


@dataclass(frozen=True)
class Sheet:
    """A scan's surface in the person's frame, as grids that are joined at their rims.

    `strip` has the shape (rows from right to left, columns from the cheek to the tongue, 3).
    """

    strip: Array
    triangles: Array


def scanned(
    mouth: Mouth, row: Row, extent: Extent, raised: float, random: np.random.Generator
) -> Sheet:
    """Give the surface of a row of teeth; `raised` is how far the lower jaw moves up, in mm."""
    count = int(np.sqrt(extent.triangles / 2 * 2.3))
    columns = max(8, extent.triangles // (2 * count)) + 1
    step = (extent.left - extent.right) / count
    number = np.arange(int(np.ceil(extent.right / step)), int(extent.left / step) + 1)
    straight = (
        number.astype(np.float64) * step
    )  # a row lies on the midline itself, where the palate begins
    slant = extent.skew * np.clip((np.abs(straight) - 15) / 20, 0, 1)
    field = heights(row, straight[:, None] + slant[:, None] * OUT)
    rims = border(straight, random)
    shallow = extent.deep - 6.8
    inner = 5.0 + 0.2 * (rims[1] - 6.8) if extent.palate else rims[1] + shallow
    rims = (rims[0] + shallow, inner)
    across, up = evened(OUT + bulge(field, OUT), field, rims, columns)
    points, outward = row.curve.at(straight[:, None] + slant[:, None] * across)
    flat = points + across[..., None] * outward
    level = mouth.wilson * flat[..., 0] ** 2 + mouth.spee * (flat[..., 1] + 20) ** 2
    z = level + (LEVEL - up if row.jaw == "upper" else up - LEVEL + raised)
    strip = np.concatenate((flat, z[..., None]), axis=-1)
    noise = random.normal(0, extent.noise, strip.shape)
    noise[:, -1] *= 0 if extent.palate else 1  # the palate hangs on it: no ridges across
    strip += noise
    triangles = strip_triangles(strip)
    if extent.palate and number[0] < 0 < number[-1]:
        middle = int(np.flatnonzero(number == 0)[0])
        vault = _palate(strip[:, -1], middle, mouth.palate_mm, columns // 2)
        triangles = np.concatenate((triangles, vault))
    if row.jaw == "upper":
        triangles = triangles[:, ::-1]
    return Sheet(strip, triangles)


def _palate(rim: Array, middle: int, deep: float, columns: int) -> Array:
    """Fill between the two sides of the strip's inner rim: a vault that rises behind the teeth."""
    rows = min(middle, len(rim) - 1 - middle)
    away = np.arange(1, rows + 1)
    right, left = rim[middle - away], rim[middle + away]
    share = np.linspace(0, 1, columns)[None, :, None]
    grid = right[:, None] * (1 - share) + left[:, None] * share
    wide = np.linalg.norm(left - right, axis=1)
    rise = deep * (1 - np.exp(-((wide / 24) ** 2)))
    arched = (1 - (2 * share[..., 0] - 1) ** 2) ** 0.8
    grid[..., 2] += rise[:, None] * arched
    front = np.broadcast_to(rim[middle], (columns - 1, 3))
    fan = np.stack((front, grid[0, 1:], grid[0, :-1]), axis=1)
    return np.concatenate((fan, strip_triangles(grid)[:, ::-1]))
