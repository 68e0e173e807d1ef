"""Colours of a jaw by its distance to the other one."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from scans.gate.arches.surface import Floats64
from scans.gate.stl.layers import Layers
from scans.gate.stl.mesh import Floats32
from scans.gate.stl.palette import stone_shades

BOUNDS: Final = (-0.5, -0.1, 0.1, 0.5, 1.0, 2.0, 4.0)
"""Distances in mm at which the colour changes. Between -0.1 and 0.1 is contact, see
`relate_distance.CONTACT_MM`; below it the jaws lie in each other, above 4 they keep their own
colour."""

COLOURS: Final = (
    (112, 26, 117),
    (214, 40, 57),
    (247, 127, 0),
    (250, 204, 60),
    (126, 190, 92),
    (74, 163, 199),
    (92, 112, 178),
)
"""Red, green and blue below each bound, as occlusal maps have them: warm where it is tight."""

_TOUCHING: Final = 2  # number of the last bound that is contact: what is below it gets an outline
_SPREAD_MM: Final = 0.22  # over which the distances of points, 0.3 mm apart, are evened out
_SEEN_MM: Final = 0.6  # below the surface that is seen; a point deeper is behind it
_CELL: Final = 2  # pixels; it is evened out in cells of so many, each way
_LIT: Final = 0.88  # light in which a colour is as in the legend
_EVEN: Final = np.float32(0.6)  # part of it that falls on all: steep faces keep the legend's colour


def coloured(
    layers: Layers,
    near: Floats32 | None = None,
    places: Floats32 | None = None,
    mm: Floats32 | None = None,
    scale: float = 1,
) -> Floats32:
    """Red, green and blue, 0 to 255, of each pixel of a jaw, (height, width, 3).

    Args:
        layers: the jaw in light.
        near: how near each pixel is, in pixels.
        places: measured points in the picture, (3, n): pixels from the left, up, and nearer.
        mm: their distances to the other jaw; infinite where there is none.
        scale: pixels to the mm.
    """
    plain = stone_shades(layers.bright).astype(np.float32)
    if near is None or places is None or mm is None:
        return plain
    distance = _spread(near, places, mm, scale)
    band = np.searchsorted(BOUNDS, distance)
    shown = np.flatnonzero(band.ravel() < len(BOUNDS))
    light = _EVEN + (1 - _EVEN) * layers.bright.ravel()[shown, None] / np.float32(_LIT)
    colours = np.array(COLOURS, np.float32)[band.ravel()[shown]]
    plain.reshape(-1, 3)[shown] = np.clip(colours * light, 0, 255)
    plain[_outline(band <= _TOUCHING)] *= np.float32(0.3)
    return plain


def _spread(near: Floats32, places: Floats32, mm: Floats32, scale: float) -> Floats64:
    """Distance at each pixel from those of the points seen around it; infinite without any."""
    from scipy.ndimage import gaussian_filter  # type: ignore[import-untyped]

    height, width = near.shape
    x, up, nearer = places
    column, row = x.astype(np.intp), height - 1 - up.astype(np.intp)
    there = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    column, row, nearer, mm = column[there], row[there], nearer[there], mm[there]
    seen = nearer > near[row, column] - np.float32(_SEEN_MM * scale)
    coarse = (-(-height // _CELL), -(-width // _CELL))
    cell, mm = (row // _CELL * coarse[1] + column // _CELL)[seen], mm[seen]
    told = np.isfinite(mm)
    sums = (
        np.bincount(cell, minlength=coarse[0] * coarse[1]),
        np.bincount(cell[told], minlength=coarse[0] * coarse[1]),
        np.bincount(cell[told], mm[told], minlength=coarse[0] * coarse[1]),
    )
    whole, part, total = (
        gaussian_filter(each.reshape(coarse).astype(np.float32), _SPREAD_MM * scale / _CELL)
        for each in sums
    )
    size = (coarse[1] * _CELL, coarse[0] * _CELL)
    whole, part, total = (
        np.array(Image.fromarray(each).resize(size, Image.Resampling.BILINEAR))[:height, :width]
        for each in (whole, part, total)
    )
    enough = part > np.maximum(whole / 2, np.float32(1e-4))
    return np.where(enough, total / np.where(enough, part, 1), np.inf)


def _outline(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels around an area."""
    around = np.pad(inside, 1)
    wide = around[:-2, 1:-1] | around[2:, 1:-1] | around[1:-1, :-2] | around[1:-1, 2:]
    edge: NDArray[np.bool_] = wide & ~inside
    return edge
