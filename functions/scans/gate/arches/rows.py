"""The curve of a row of teeth, through the middles of the crowns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from scans.gate.arches.surface import Floats64

_STEP_MM: Final = 1.0
_BEYOND: Final = 20
"""Steps that the curve is carried on beyond the last crowns: over a bare ridge, a third molar, and
to the midline where the scan ends before it."""
_STIFF: Final = 400.0
"""What a bend of 1 mm a step counts against places that are 1 mm off: it makes one line of the
edges of incisors and both rows of cusps of molars, and keeps the curve of the arch."""
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
        start, step: the angles around it at which the places are, in radian.
    """

    line: Floats64
    along: Floats64
    crowned: NDArray[np.intp]
    broad: Floats64
    centre: Floats64
    start: float
    step: float

    def placed(self, points: Floats64) -> tuple[NDArray[np.intp], Floats64]:
        """The place that each point is beside, as seen from the centre, and how far outward it is.

        Points (n, 2 or more). Those out of the curve's range are at its ends.
        """
        about = points[:, :2] - self.centre
        turn = (np.arctan2(about[:, 1], about[:, 0]) - self.start) % (2 * np.pi)
        index = np.floor(turn / self.step).astype(np.intp).clip(0, len(self.line) - 1)
        far = np.hypot(*(self.line[:, :2] - self.centre).T)
        return index, np.hypot(*about.T) - far[index]


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
    number = np.floor((turn - low) / step).astype(np.intp).clip(0, steps - 1) + _BEYOND
    size = steps + 2 * _BEYOND
    count, smooth, off = _evened(number, far, size, 3.0)
    _, high_there, _ = _evened(number, crest[:, 2], size, 2.0)
    spread = np.bincount(number, off**2 / (1 + (off / 3) ** 4), size).astype(np.float64)
    start = opening + low - _BEYOND * step
    places = start + (np.arange(size) + 0.5) * step
    around = np.stack((np.cos(places), np.sin(places)), axis=1)
    line = np.column_stack((centre + around * smooth[:, None], high_there))
    along = np.append(0.0, np.cumsum(np.hypot(*np.diff(line[:, :2], axis=0).T)))
    broad = np.sqrt(_summed(spread) / np.maximum(_summed(count), 1e-9))
    return Row(line, along, np.flatnonzero(count >= 0.5), broad, centre, start, step)


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

    Where nothing weighs anything the line goes straight on.
    """
    from scipy.linalg import solveh_banded  # type: ignore[import-untyped]

    second, size = (1.0, -2.0, 1.0), len(values)
    bands = np.zeros((3, size))
    for row, one in enumerate(second):
        for column, other in enumerate(second[row:], row):
            bands[2 - (column - row), column : size - 2 + column] += _STIFF * one * other
    bands[2] += weight
    smooth: Floats64 = solveh_banded(bands, weight * values)
    return smooth


def _summed(values: Floats64) -> Floats64:
    """Sums over the steps around each."""
    return np.convolve(values, np.ones(_BROAD_STEPS), "same")
