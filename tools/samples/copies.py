"""Copies of a scan as they come to be filed a second time: the same surface, or nearly."""

from __future__ import annotations

import numpy as np

from tools.samples.crowns import Array
from tools.samples.frames import Frame, turned


def reordered(corners: Array, random: np.random.Generator) -> Array:
    """Write the same triangles in another order, from another corner, -0.0 for 0.0."""
    shuffled = corners[random.permutation(len(corners))]
    start = random.integers(0, 3, len(shuffled))
    order = (start[:, None] + np.arange(3)) % 3
    turned_round = np.take_along_axis(shuffled, order[:, :, None], axis=1)
    return np.where(turned_round == 0, -0.0, turned_round)


def moved(corners: Array, random: np.random.Generator) -> Array:
    """Move and turn it anyhow, as another program's export does."""
    turn = turned(random.normal(size=3), random.uniform(20, 180))
    return Frame(turn, random.uniform(-80, 80, 3)).of(corners)


def thinned(corners: Array, cell_mm: float = 0.5) -> Array:
    """Thin it: vertices in one cell of a grid become one, at their mean.

    Source: Rossignac & Borrel, Multi-resolution 3D approximations for rendering complex scenes
    (1993). Of an arch of 60,000 triangles, a vertex each 0.3 mm, a third to a half is left.
    """
    points = corners.reshape(-1, 3)
    _, cell, count = np.unique(
        np.floor(points / cell_mm).astype(np.int64), axis=0, return_inverse=True, return_counts=True
    )
    cell = cell.ravel()
    means = np.stack([np.bincount(cell, column) for column in points.T], axis=1) / count[:, None]
    number = cell.reshape(-1, 3)
    a, b, c = number.T
    kept = number[(a != b) & (b != c) & (c != a)]
    thin: Array = means[kept]
    return thin
