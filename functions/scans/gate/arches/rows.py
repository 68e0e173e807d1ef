"""The curve of a row of teeth, through the middles of the crowns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.arches.surface import Floats64

_STEP_MM: Final = 1.0
_STIFF: Final = 400.0
"""What a bend of 1 mm a step counts against places that are 1 mm off: it makes one line of the
edges of incisors and both rows of cusps of molars, and keeps the curve of the arch."""
_HELD: Final = 1e-3
"""What the guide weighs, by itself, against places: it decides where there are none."""
_FULL: Final = 4.0
"""Cells of a crest in a step from which on more do not count more."""
_ROUNDS: Final = 4
_BROAD_STEPS: Final = 5  # half of a tooth: as far as a crown's breadth is averaged


@dataclass(frozen=True, eq=False)
class Row:
    """A curve in the plane of a row, all in mm.

    Attributes:
        line: its places, about 1 mm apart, shape (n, 3); the third is how high the crowns are.
        along: how far each is along the curve, shape (n,).
        crowned: at which of them there are crowns, shape (m,).
        broad: how much what is highest there spreads across the row, shape (n,).
        centre: what the row goes around, shape (2,).
    """

    line: Floats64
    along: Floats64
    crowned: NDArray[np.intp]
    broad: Floats64
    centre: Floats64

    def placed(self, points: Floats64) -> tuple[NDArray[np.intp], Floats64]:
        """The place that each point is beside, and how far outward it is; points (n, 2 or more)."""
        index, away = _nearest(self.line[:, :2], points[:, :2])
        far = np.hypot(*(points[:, :2] - self.centre).T)
        inside = far < np.hypot(*(self.line[:, :2] - self.centre).T)[index]
        return index, np.where(inside, -away, away)


def followed(crest: Floats64) -> Row:
    """Follow a crest, (n, 3), around the middle of the circle that it lies on at best."""
    centre, radius = _circle(crest[:, :2])
    about = crest[:, :2] - centre
    angle = np.arctan2(about[:, 1], about[:, 0])
    opening = _widest_gap(angle)
    turn, far = (angle - opening) % (2 * np.pi), np.hypot(*about.T)
    step = _STEP_MM / radius
    low, high = np.quantile(turn, (0.002, 0.998))
    steps = int((high - low) / step) + 1
    number = np.floor((turn - low) / step).astype(np.intp).clip(0, steps - 1)
    places = opening + low + (np.arange(steps) + 0.5) * step
    around = np.stack((np.cos(places), np.sin(places)), axis=1)
    return _through(crest, number, far, (np.broadcast_to(centre, around.shape), around), centre)


def laid(crest: Floats64, guide: Floats64) -> Row:
    """Follow a crest, (n, 3), along a guide: places 1 mm apart, (m, 2), which it is near to."""
    ahead = np.gradient(guide, axis=0)
    outward = np.column_stack((ahead[:, 1], -ahead[:, 0]))
    outward /= np.hypot(*outward.T)[:, None]
    number, _ = _nearest(guide, crest[:, :2])
    off = ((crest[:, :2] - guide[number]) * outward[number]).sum(axis=1)
    inside = (number > 0) & (number < len(guide) - 1)
    centre = guide.mean(axis=0)
    return _through(crest[inside], number[inside], off[inside], (guide, outward), centre)


def _through(
    crest: Floats64,
    number: NDArray[np.intp],
    off: Floats64,
    guide: tuple[Floats64, Floats64],
    centre: Floats64,
) -> Row:
    """The row through the middles of a crest.

    Args:
        crest: shape (n, 3).
        number: the place of the guide that each of its points is beside.
        off: how far out from there it is.
        guide: places, and unit vectors outward, both (m, 2).
        centre: what the row goes around.
    """
    places, outward = guide
    size = len(places)
    count, smooth, away = _evened(number, off, size, 3.0)
    _, high, _ = _evened(number, crest[:, 2], size, 2.0)
    spread = np.bincount(number, away**2 / (1 + (away / 3) ** 4), size).astype(np.float64)
    line = np.column_stack((places + outward * smooth[:, None], high))
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(line[:, :2], axis=0).T)))
    broad = np.sqrt(_summed(spread) / np.maximum(_summed(count), 1e-9))
    return Row(line, along, np.flatnonzero(count >= 0.5), broad, centre)


def _nearest(line: Floats64, points: Floats64) -> tuple[NDArray[np.intp], Floats64]:
    """The nearest of the places of a line to each point, and how far off that is; all (n, 2)."""
    from scipy.spatial import KDTree  # type: ignore[import-untyped]

    away, index = KDTree(line).query(points)
    return index, away


def _circle(points: Floats64) -> tuple[Floats64, float]:
    """Centre and radius of the circle through points at best: x2 + y2 = 2ax + 2by + c.

    Points more than 5 mm off it count less.
    """
    weight = np.ones(len(points))
    for _ in range(_ROUNDS):
        middle = np.average(points, axis=0, weights=weight)
        about = points - middle
        design = np.column_stack((2 * about, np.ones(len(about))))
        weighed = design * weight[:, None]
        square = np.einsum("ni,nj->ij", weighed, design) + np.eye(3) * 1e-9
        *to_centre, rest = np.linalg.solve(square, weighed.T @ (about**2).sum(axis=1))
        radius = float(np.sqrt(max(rest + np.square(to_centre).sum(), 1.0)))
        centre: Floats64 = middle + to_centre
        weight = 1 / (1 + ((np.hypot(*(points - centre).T) - radius) / 5) ** 2)
    return centre, radius


def _widest_gap(angles: Floats64) -> float:
    """The angle in the middle of the widest gap between angles: where an arch is open."""
    ordered = np.sort(angles)
    gaps = np.diff(ordered, append=ordered[0] + 2 * np.pi)
    widest = int(np.argmax(gaps))
    return float(ordered[widest] + gaps[widest] / 2)


def _evened(
    number: NDArray[np.intp], values: Floats64, size: int, loose: float
) -> tuple[Floats64, Floats64, Floats64]:
    """Values at numbered steps as one smooth line; those `loose` mm off it count half.

    Returns what counts at each step, the line, and how far each value is off it.
    """
    weight = np.ones(len(values))
    for _ in range(_ROUNDS):
        count = np.bincount(number, weight, size).astype(np.float64)
        mean = np.bincount(number, weight * values, size) / np.maximum(count, 1e-9)
        smooth = _smooth(mean, np.minimum(count, _FULL))
        off = values - smooth[number]
        weight = 1 / (1 + (off / loose) ** 4)
    return count, smooth, off


def _smooth(values: Floats64, weight: Floats64) -> Floats64:
    """Values with their second differences kept small (Whittaker 1922, Eilers 2003).

    Where nothing weighs anything the line goes on as before, and slowly back to the guide.
    """
    from scipy.linalg import solveh_banded  # type: ignore[import-untyped]

    second, size = (1.0, -2.0, 1.0), len(values)
    bands = np.zeros((3, size))
    for row, one in enumerate(second):
        for column, other in enumerate(second[row:], row):
            bands[2 - (column - row), column : size - 2 + column] += _STIFF * one * other
    bands[2] += weight + _HELD
    smooth: Floats64 = solveh_banded(bands, weight * values)
    return smooth


def _summed(values: Floats64) -> Floats64:
    """Sums over the steps around each."""
    return np.convolve(values, np.ones(_BROAD_STEPS), "same")
