"""Heights of a row of teeth over its strip, and the eruption that brings two rows into contact.

As teeth do, each lower one rises until it meets the upper row, or as far as a tooth rises that
meets none. So contacts lie all along the rows, and none goes deeper into another than is said.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tools.samples.crowns import Array, bulge, crown, gum
from tools.samples.mouths import Mouth, Row, Tooth

OUT: Final = np.linspace(10.0, -8.5, 260)
"""Distances outward of the curve at which heights are worked out, in mm."""

LEVEL: Final = 8.0
"""How far the ridge of each jaw stands from the level at which the teeth meet, in mm."""

_SMOOTH: Final = 9.0
"""How sharply crown meets crown and gum, in 1/mm: a soft maximum leaves a fillet."""

_RISES: Final = (-4.5, 2.2)
"""How far a tooth is pressed down or rises beyond the others, in mm."""


def heights(row: Row, along: Array) -> Array:
    """Give the heights above the ridge at distances along (rows, n) and `OUT`; mm."""
    widths = np.array([tooth.width for tooth in row.teeth if tooth.side > 0])
    field = gum(along, np.broadcast_to(OUT, along.shape), np.cumsum([0.0, *widths]))
    for tooth in row.teeth:
        if not tooth.present:
            continue
        near = (np.abs(along - tooth.middle) < 0.9 * tooth.width).any(axis=1)
        if near.any():
            risen = _crown(tooth, along[near], OUT)
            field[near] = np.logaddexp(_SMOOTH * field[near], _SMOOTH * risen) / _SMOOTH
    return field


def _crown(tooth: Tooth, along: Array, out: Array) -> Array:
    a = (along - tooth.middle) / (tooth.width / 2 * 1.03)
    b = (out - tooth.shift - tooth.turn * (along - tooth.middle)) / (tooth.thick / 2)
    return crown(tooth.kind, a * tooth.side, b) + tooth.lift


def occluded(mouth: Mouth, depth_mm: float, random: np.random.Generator) -> tuple[Mouth, float]:
    """Let the lower teeth rise to the upper ones.

    Returns the mouth and how far the whole lower jaw moves up for its deepest contact to go
    `depth_mm` into the upper one, along the occlusal axis.
    """
    opposite = _Opposite.of(mouth.upper)
    raw = [_way_up(tooth, mouth.lower, opposite) for tooth in mouth.lower.teeth]
    met = [way for way in raw if way is not None and way < 5]
    usual = float(np.median(met)) if met else 2.0
    teeth = []
    for tooth, way in zip(mouth.lower.teeth, raw, strict=True):
        rise = _RISES[1] if way is None else float(np.clip(way - usual, *_RISES))
        teeth.append(replace(tooth, lift=tooth.lift + rise + random.uniform(-0.03, 0.03)))
    lower = replace(mouth.lower, teeth=tuple(teeth))
    settled = replace(mouth, lower=lower)
    return settled, _room(lower, opposite) + depth_mm


@dataclass(frozen=True)
class _Opposite:
    """Heights of the upper row on an even grid, to be looked up from below."""

    row: Row
    along: Array
    field: Array

    @classmethod
    def of(cls, row: Row) -> _Opposite:
        along = np.arange(-70, 70, 0.25)
        field = heights(row, np.broadcast_to(along[:, None], (len(along), len(OUT))).copy())
        pushed = OUT + bulge(field, OUT)
        rows = [
            np.interp(OUT[::-1], np.maximum.accumulate(x[::-1]), z[::-1])[::-1]
            for x, z in zip(pushed, field, strict=True)
        ]
        return cls(row, along, np.stack(rows))

    def over(self, flat: Array) -> Array:
        """Give the height at points (n, 2) of the person's frame; far below beside the strip."""
        along, out = self.row.curve.locate(flat)
        i = (along - self.along[0]) / 0.25
        j = (OUT[0] - out) / (OUT[0] - OUT[1])
        beside = (i < 0) | (i > len(self.along) - 2) | (j < 0) | (j > len(OUT) - 2)
        i, j = i.clip(0, len(self.along) - 2), j.clip(0, len(OUT) - 2)
        p, q = i.astype(int), j.astype(int)
        u, v = i - p, j - q
        f = self.field
        near = f[p, q] * (1 - v) + f[p, q + 1] * v
        far = f[p + 1, q] * (1 - v) + f[p + 1, q + 1] * v
        return np.where(beside, -50.0, near * (1 - u) + far * u)


def _way_up(tooth: Tooth, row: Row, opposite: _Opposite) -> float | None:
    """Give how far a tooth can rise from the ridge's level; None if there is nothing above it."""
    half = tooth.width * 0.5
    along = np.arange(tooth.middle - half, tooth.middle + half, 0.25)[:, None] + 0 * OUT
    field = _crown(tooth, along, OUT)
    return _least(row, along, field, opposite) if tooth.present else None


def _room(row: Row, opposite: _Opposite) -> float:
    along = np.arange(-65, 65, 0.25)[:, None] + 0 * OUT
    found = _least(row, along, heights(row, along), opposite)
    return 2.0 if found is None else found


def _least(row: Row, along: Array, field: Array, opposite: _Opposite) -> float | None:
    """Give the least way up from a field of heights to the upper row, where it is a crown."""
    points, outward = row.curve.at(along)
    across = OUT + bulge(field, OUT)
    standing = field > 2.0
    flat = (points + across[..., None] * outward)[standing]
    over = opposite.over(flat)
    ways = 2 * LEVEL - field[standing] - over
    ways = ways[over > -8]
    return float(ways.min()) if len(ways) else None
