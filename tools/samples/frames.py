"""The axes that scanners export a case in: where a person's mouth lies in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from tools.samples.crowns import Array

Axes = Literal["z up", "y up", "tilted"]

_Y_UP: Final = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
"""Up is y and the front teeth look to +z, as some makers export; others have z up and -y."""


@dataclass(frozen=True)
class Frame:
    """A rigid motion from the person's frame into that of the files."""

    turn: Array
    move: Array

    def of(self, points: Array) -> Array:
        """Move points."""
        return points @ self.turn.T + self.move

    def way(self, direction: tuple[float, float, float]) -> Array:
        """Turn a direction."""
        way: Array = self.turn @ np.array(direction)
        return way


def turned(axis: Array, degrees: float) -> Array:
    """Give the rotation about an axis (Rodrigues' formula)."""
    x, y, z = axis / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    rotation: Array = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return rotation


def a_frame(axes: Axes, random: np.random.Generator) -> Frame:
    """Give a frame: a few degrees off the maker's axes or, tilted, anyhow.

    Every tenth lies far from the origin.
    """
    largest = 180.0 if axes == "tilted" else 12.0
    turn = turned(random.normal(size=3), random.uniform(-largest, largest))
    if axes == "y up":
        turn = turn @ _Y_UP
    far = 800.0 if random.random() < 0.1 else 25.0
    return Frame(turn, random.uniform(-far, far, 3))
