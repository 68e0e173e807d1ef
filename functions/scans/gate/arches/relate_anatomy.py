"""Which of two arches that face each other is the upper jaw: by anatomy, and by the makers' axes.

Each kind of evidence says how strongly it speaks for the arch that the axis leads to being the
upper one, from -1 to 1; 0 is silence. The upper row stands outside of the lower one all around
(overjet in front, buccal overlap at the sides), though not in a crossbite; the palate closes an
upper arch, and a lower one is open for the tongue; in bite position nearly all makers export z, or
y, pointing up.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.arches.relate_facing import across
from scans.gate.arches.surface import Floats64, Surface

_UP: Final = 0.94
"""Cosine to z or y from which on the axis is taken for the maker's: 20 degrees, as in
`stl.camera`."""

_CROWN: Final = 2.5
"""mm below its edges and cusps that a row of teeth is looked at: what the other one overlaps."""

_SECTORS: Final = 36  # of 10 degrees each
_ENOUGH: Final = 6  # sectors in which both rows must stand: 60 degrees
_OVERJET: Final = 0.4
"""mm between the outer faces of the rows from which on a sector speaks. Overjet is 1 to 4 mm in
front, and buccal overlap 1 to 2 mm; edge to edge it is 0."""
_MOST: Final = 8.0  # mm; beyond it is not the same part of the rows that is compared

_CELL: Final = 1.5  # mm
_WIDEST: Final = 60.0
"""Radius in mm of a row beyond which it has no ground within: that of an arch is 20 to 35, and of
a ridge that is nearly straight it is without bounds."""
_BRIDGED: Final = 0.35
"""Difference of what the two cover of the ground within the rows from which on one has a palate."""


@dataclass(frozen=True)
class JawEvidence:
    """What speaks for the second of two arches being the upper jaw (above 0) or the lower one."""

    frame: float
    overjet: float
    palate: float

    @property
    def votes(self) -> tuple[float, float, float]:
        """All three."""
        return self.frame, self.overjet, self.palate


def evidence(one: Surface, other: Surface, axis: Floats64) -> JawEvidence:
    """Weigh what tells whether `other`, to which `axis` leads from `one`, is the upper jaw."""
    plane = across(axis)
    lower, upper = (
        _crowns(surface, sign * axis, plane) for surface, sign in ((one, 1), (other, -1))
    )
    both = np.concatenate((lower, upper))
    middle, _ = circle(both)
    return JawEvidence(
        frame=_frame(axis),
        overjet=_overjet(lower - middle, upper - middle),
        palate=_palate(one, other, plane, both),
    )


def circle(points: Floats64) -> tuple[Floats64, float]:
    """Middle and radius of the circle that lies best along points, shape (n, 2).

    The algebraic fit of I. Kåsa, A curve fitting procedure and its error analysis, IEEE Trans.
    Instrum. Meas. 25 (1976).
    """
    mean = points.mean(axis=0)
    about = points - mean
    columns = np.column_stack((about, np.ones(len(about))))
    solved, *_ = np.linalg.lstsq(columns, (about**2).sum(axis=1), rcond=None)
    middle = solved[:2] / 2
    return middle + mean, float(np.sqrt(max(solved[2] + middle @ middle, 0)))


def _frame(axis: Floats64) -> float:
    up = max(axis[1:], key=abs)
    return float(np.sign(up)) if abs(up) > _UP else 0.0


def _crowns(surface: Surface, axis: Floats64, plane: Floats64) -> Floats64:
    """Where a row's edges and cusps stand in the plane, (n, 2)."""
    points = surface.points.astype(np.float64)
    flat, high = points @ plane.T, points @ axis
    columns = np.column_stack((flat, np.ones(len(flat))))
    top = high >= np.quantile(high, 0.6)  # also of what is flat some points are the highest
    for _ in range(4):  # the plane of occlusion: what lies above it is kept, and it rises
        level, *_ = np.linalg.lstsq(columns[top], high[top], rcond=None)
        above = high - columns @ level
        top = above >= np.quantile(above[top], 0.3)
    level, *_ = np.linalg.lstsq(columns[top], high[top], rcond=None)
    above = high - columns @ level
    return flat[above > np.quantile(above, 0.995) - _CROWN]


def _overjet(lower: Floats64, upper: Floats64) -> float:
    """Share of sectors in which the upper row is the outer one, less that of the lower one."""
    differences = _outline(upper) - _outline(lower)
    told = differences[np.abs(differences) < _MOST]
    if len(told) < _ENOUGH:
        return 0.0
    spoken = np.sign(told[np.abs(told) > _OVERJET])
    return float(spoken.sum() / len(told))


def _outline(points: Floats64) -> Floats64:
    """How far a row reaches out in each sector, NaN where it does not stand."""
    sector = ((np.arctan2(points[:, 1], points[:, 0]) / (2 * np.pi) + 0.5) * _SECTORS).astype(int)
    sector %= _SECTORS
    radius = np.linalg.norm(points, axis=1)
    reach = np.full(_SECTORS, np.nan)
    for number in range(_SECTORS):
        if (of := radius[sector == number]).size > 20:
            reach[number] = np.quantile(of, 0.95)
    return reach


def _palate(one: Surface, other: Surface, plane: Floats64, row: Floats64) -> float:
    """1 where the second alone covers the ground within the rows, -1 where the first does."""
    ground = _within(row)
    if not len(ground):
        return 0.0
    covered = [np.isin(ground, cells(surface.points @ plane.T)).mean() for surface in (one, other)]
    difference = float(covered[1] - covered[0])
    return float(np.sign(difference)) if abs(difference) > _BRIDGED else 0.0


def cells(flat: NDArray[np.floating]) -> NDArray[np.int64]:
    """Numbers of the cells of the plane that points lie in."""
    x, y = np.floor(flat / _CELL).astype(np.int64).T
    numbers: NDArray[np.int64] = np.unique(x * 2**31 + y)
    return numbers


def _within(row: Floats64) -> NDArray[np.int64]:
    """Cells that are well inside of the row: nearer to the middle of its circle than half way.

    None of a row that is nearly straight.
    """
    middle, radius = circle(row)
    if radius > _WIDEST:
        return np.empty(0, np.int64)
    steps = np.arange(-radius / 2, radius / 2, _CELL)
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    return cells(grid[np.linalg.norm(grid, axis=1) < radius / 2] + middle)
