"""The curve along which the teeth of a jaw stand, seen from above; mm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.samples.crowns import Array

_STEP: Final = 0.2
"""Distance of the points that a curve is kept as, in mm."""


@dataclass(frozen=True)
class Curve:
    """A curve by its points; `along` is the way to each from the midline, below zero on the right.

    The front is -y, the patient's right -x. `outward` are unit normals that look away from the
    tongue.
    """

    along: Array
    points: Array
    outward: Array

    @classmethod
    def through(cls, points: Array, smooth_mm: float = 0.0) -> Curve:
        """Lay even points along a line from the right end to the left; its middle is x = 0."""
        points = _even(points)
        if smooth_mm:
            points = _even(_smoothed(points, smooth_mm / _STEP))
        walked: Array = np.arange(len(points), dtype=np.float64) * _STEP
        walked = walked - float(np.interp(0.0, points[:, 0], walked))
        tangent = np.gradient(points, axis=0)
        tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
        return cls(walked, points, np.stack((tangent[:, 1], -tangent[:, 0]), axis=1))

    def at(self, along: Array) -> tuple[Array, Array]:
        """Give points and outward normals at distances from the midline; the shape and (2,)."""
        both = np.concatenate((self.points, self.outward), axis=1)
        found = np.stack([np.interp(along, self.along, column) for column in both.T], axis=-1)
        return found[..., :2], found[..., 2:]

    def inward(self, offset: Array) -> Curve:
        """Give the curve that runs inside of this one, by an offset at each of its points."""
        return Curve.through(self.points - offset[:, None] * self.outward, smooth_mm=2.0)

    def locate(self, flat: Array) -> tuple[Array, Array]:
        """Give for points (n, 2) how far along and how far outward of the curve they lie."""
        from scipy.spatial import KDTree  # type: ignore[import-untyped]

        nearest: NDArray[np.intp] = KDTree(self.points).query(flat)[1]
        away = flat - self.points[nearest]
        normal = self.outward[nearest]
        tangent = np.stack((-normal[:, 1], normal[:, 0]), axis=1)
        ahead = (away * tangent).sum(axis=1)
        return self.along[nearest] + ahead, (away * normal).sum(axis=1)


def arch_curve(half_width: float, depth: float, roundness: float) -> Curve:
    """Give a superellipse, carried on straight behind its widest place.

    `roundness` is its exponent: 2 is an ellipse (an ovoid arch), more is square, less tapered.
    """
    angle = np.linspace(-np.pi / 2, np.pi / 2, 2001)
    power = 2 / roundness
    x = half_width * np.sign(angle) * np.abs(np.sin(angle)) ** power
    y = -depth * np.abs(np.cos(angle)) ** power
    behind = np.linspace(30, 0.2, 150)
    right = np.stack((np.full(150, -half_width), behind), axis=1)
    left = np.stack((np.full(150, half_width), behind[::-1]), axis=1)
    return Curve.through(np.concatenate((right, np.stack((x, y), axis=1), left)), smooth_mm=3.0)


def _even(points: Array) -> Array:
    walked = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    stops = np.arange(0, walked[-1], _STEP)
    return np.stack([np.interp(stops, walked, column) for column in points.T], axis=1)


def _smoothed(points: Array, spread: float) -> Array:
    """Smooth by a Gaussian of so many points; the ends are carried on straight."""
    reach = int(3 * spread)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / spread) ** 2)
    weights /= weights.sum()
    before = points[0] + (points[0] - points[1]) * np.arange(reach, 0, -1)[:, None]
    after = points[-1] + (points[-1] - points[-2]) * np.arange(1, reach + 1)[:, None]
    longer = np.concatenate((before, points, after))
    return np.stack([np.convolve(column, weights, "valid") for column in longer.T], axis=1)
