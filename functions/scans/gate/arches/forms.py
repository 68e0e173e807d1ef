"""The form of a row of teeth: half an ellipse that is fitted to it, whose apex is the midline.

A row that reaches beyond the canine on both sides says itself where its middle is. Of one side
alone the fit leans on what arches usually measure, and says how much it may be off.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from scans.gate.arches.rows import Row
from scans.gate.arches.surface import Floats64

_USUAL: Final = np.log((25.0, 42.0))
"""Half the width between the middles of second molars, and the depth from there to the incisors,
mm. Upper arches are some 2 mm wider, lower ones narrower."""
_SPREAD: Final = np.array((0.14, 0.15))
"""Standard deviations of the logarithms of the width, 3.5 mm, and of the depth by the width. An
arch of milk teeth is within two of them."""
_OFF_MM: Final = 1.8
"""What a place may be off the ellipse. Teeth stand about 1 mm out of line, and there are some six
places a tooth, which are out of line together."""
_FROM_APEX_MM: Final = (16.0, 26.0, 34.0, 40.0)
_BROAD_MM: Final = (1.0, 2.0, 2.4, 2.7)
"""How much what is highest spreads across the row: an edge up to the canine, which ends 22 mm from
the midline, and behind it two rows of cusps 5 to 6 mm apart."""
_BROAD_OFF_MM: Final = 0.7
_PLACES_A_TOOTH: Final = 3.0
_STARTS: Final = 12
_STEPS: Final = 25
_SMALL: Final = 1e-5
_APART_MM: Final = 6.0
_LIKELIER: Final = 12.0
"""What another form must fit worse by, in squares of standard deviations, so as to be ruled out:
it is e^6, 400 times, less likely."""


@dataclass(frozen=True, eq=False)
class Form:
    """Half an ellipse in the plane of a row.

    Attributes:
        apex: where it meets the midline, mm, shape (2,).
        front: unit vector to which the front teeth look, shape (2,).
        within_mm: how far the apex may be off along the row: two standard deviations.
        off_mm: how far the row is off the ellipse, root mean square.
    """

    apex: Floats64
    front: Floats64
    within_mm: float
    off_mm: float


def fitted(row: Row) -> Form | None:
    """Fit to the crowns of a row; None where a form elsewhere fits nearly as well.

    Levenberg and Marquardt's method, from several places of the row at once.
    """
    places, along = row.line[row.crowned, :2], row.along[row.crowned]
    state = _starts(places, row.centre)
    damping, off = np.full(_STARTS, 1e-2), _off(state, places)
    for _ in range(_STEPS):
        square, push = _slopes(state, off, places)
        scale = np.einsum("sii->si", square)[:, :, None] * np.eye(5)
        damped = square + damping[:, None, None] * scale
        tried = state - np.linalg.solve(damped, push[:, :, None])[:, :, 0]
        tried[:, 3:] = tried[:, 3:].clip(_USUAL - 1.5, _USUAL + 1.5)
        tried_off = _off(tried, places)
        better = (tried_off**2).sum(axis=1) < (off**2).sum(axis=1)
        state[better], off[better] = tried[better], tried_off[better]
        damping = np.where(better, damping / 5, damping * 5).clip(1e-6, 1e6)
    cost = (off**2).sum(axis=1) + _unlike_crowns(state, places, along, row.broad[row.crowned])
    best = int(np.argmin(cost))
    elsewhere = np.hypot(*(state[:, :2] - state[best, :2]).T) > _APART_MM
    if (cost[elsewhere] < cost[best] + _LIKELIER).any():
        return None
    front = np.array((np.cos(state[best, 2]), np.sin(state[best, 2])))
    across = np.array((-front[1], front[0]))
    variance = np.linalg.inv(square[best])[:2, :2]
    return Form(
        apex=state[best, :2].copy(),
        front=front,
        within_mm=2 * float(np.sqrt(across @ variance @ across)),
        off_mm=float(np.sqrt((off[best, :-2] ** 2).mean())) * _OFF_MM,
    )


def _starts(places: Floats64, centre: Floats64) -> Floats64:
    """Usual forms with their apex at places all over the row; see `_off` for the numbers."""
    picked = places[np.linspace(0, len(places) - 1, _STARTS).astype(np.intp)]
    outward = np.arctan2(*(picked - centre).T[::-1])
    return np.column_stack((picked, outward, np.tile(_USUAL, (_STARTS, 1))))


def _off(state: Floats64, places: Floats64) -> Floats64:
    """How far places are off forms, and forms off what is usual, in standard deviations.

    Args:
        state: apex (2), angle of the front, logarithms of half the width and of the depth; (s, 5).
        places: shape (n, 2).

    Returns:
        shape (s, n + 2).
    """
    cosine, sine = np.cos(state[:, 2:3]), np.sin(state[:, 2:3])
    half, depth = np.exp(state[:, 3:4]), np.exp(state[:, 4:5])
    x, y = (places[None, :, axis] - state[:, axis, None] for axis in (0, 1))
    across = (y * cosine - x * sine) / half
    ahead = (x * cosine + y * sine) / depth + 1  # 0 at the centre, 1 at the apex
    ahead = np.maximum(ahead, 0)  # behind the centre the row runs straight on
    reach = np.sqrt(across**2 + ahead**2) + 1e-9
    slope = np.sqrt((across / half) ** 2 + (ahead / depth) ** 2) / reach + 1e-9
    off = (reach - 1) / slope / _OFF_MM  # the distance, to first order
    width, length = (state[:, 3:] - _USUAL).T
    usual = np.stack((width, length - width), axis=1) / _SPREAD
    return np.concatenate((off, usual), axis=1)


def _slopes(state: Floats64, off: Floats64, places: Floats64) -> tuple[Floats64, Floats64]:
    """Of half the sum of squares: second derivatives, nearly, (s, 5, 5), and first, (s, 5)."""
    slopes = np.stack(
        [(_off(state + _SMALL * unit, places) - off) / _SMALL for unit in np.eye(5)], axis=2
    )
    return np.einsum("sni,snj->sij", slopes, slopes), np.einsum("sni,sn->si", slopes, off)


def _unlike_crowns(state: Floats64, places: Floats64, along: Floats64, broad: Floats64) -> Floats64:
    """How unlike the crowns are to those that forms have there, as squares of deviations, (s,).

    The curve of one side alone may be read from either end. Incisors have an edge, molars a table.
    """
    away = np.hypot(*(places[None] - state[:, None, :2]).transpose(2, 0, 1))
    nearest = np.argmin(away, axis=1)
    from_apex = np.abs(along[None] - along[nearest, None]) + away.min(axis=1)[:, None]
    usual = np.interp(from_apex, _FROM_APEX_MM, _BROAD_MM)
    unlike = np.minimum(((broad[None] - usual) / _BROAD_OFF_MM) ** 2, 9)
    summed: Floats64 = unlike.sum(axis=1) / _PLACES_A_TOOTH
    return summed
