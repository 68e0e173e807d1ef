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
_EDGES_MM: Final = np.array((17.5, 21.0, 24.5))
"""How far from the midline the crowns with one edge end, along the row: the lower canine's end, the
upper one's in smaller teeth, and that of a lower first premolar, whose second cusp is low. Means of
Wheeler's Dental Anatomy."""
_BROAD_MM: Final = (0.8, 2.1)
"""How much what is highest spreads across the row: of an edge, and of two rows of cusps that are 5
to 6 mm apart."""
_STEP_MM: Final = 4.0
_BROAD_OFF_MM: Final = 0.6
_UNLIKE: Final = 4.0
"""Most that a place counts: where a tooth is missing there is a ridge, which may be as broad."""
_MOST_UNLIKE: Final = 1.4
"""Mean square of what crowns may deviate, from which on the row is not read aright: one side from
the wrong end has 2 and more, a row with some teeth lost 1."""
_PLACES_A_TOOTH: Final = 3.0
_LEAST_MM: Final = 1.0
"""Standard deviation of the middle at best: midlines are off by as much in sound mouths."""
_SHIFTS_MM: Final = np.arange(-16, 16.25, 0.5)
_STRAIGHT_MM: Final = 35.0
_STARTS: Final = 12
_STEPS: Final = 25
_SMALL: Final = 1e-5
_APART_MM: Final = 15.0
"""Forms whose apexes are farther apart do not read a row in the same way: of one side, from the
other end. Nearer ones are what `within_mm` says."""
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
        half_mm, depth_mm: half the width of the ellipse, and how deep it is.
    """

    apex: Floats64
    front: Floats64
    half_mm: float
    depth_mm: float
    within_mm: float
    off_mm: float

    def line(self) -> Floats64:
        """Places of the form 1 mm apart, from the right to the left, shape (2 * n + 1, 2).

        Behind the ellipse's widest place it runs straight on, over the last molars and the gum.
        """
        turn = np.linspace(0, np.pi / 2, 200)
        across = np.append(self.half_mm * np.sin(turn), self.half_mm)
        back = np.append(self.depth_mm * (1 - np.cos(turn)), self.depth_mm + _STRAIGHT_MM)
        walked = np.append(0.0, np.cumsum(np.hypot(np.diff(across), np.diff(back))))
        stops = np.arange(0.0, walked[-1])
        across, back = (np.interp(stops, walked, axis)[:, None] for axis in (across, back))
        left = np.array((-self.front[1], self.front[0]))
        one, other = (self.apex - back * self.front + side * across * left for side in (-1, 1))
        return np.concatenate((one[:0:-1], other))


def fitted(row: Row) -> Form | None:
    """Fit to the crowns of a row; None where a form elsewhere fits nearly as well.

    Levenberg and Marquardt's method, from several places of the row at once.
    """
    places, along = row.line[row.crowned, :2], row.along[row.crowned]
    state = _starts(places, row.centre)
    damping, off = np.full(_STARTS, 1e-2), _off(state, places)
    square, push, better = np.empty((_STARTS, 5, 5)), np.empty((_STARTS, 5)), np.full(_STARTS, True)
    for _ in range(_STEPS):
        if better.any():  # the others stand where they stood
            square[better], push[better] = _slopes(state[better], off[better], places)
        scale = np.einsum("sii->si", square)[:, :, None] * np.eye(5)
        damped = square + damping[:, None, None] * scale
        tried = state - np.linalg.solve(damped, push[:, :, None])[:, :, 0]
        tried[:, 3:] = tried[:, 3:].clip(_USUAL - 1.5, _USUAL + 1.5)
        tried_off = _off(tried, places)
        better = (tried_off**2).sum(axis=1) < (off**2).sum(axis=1)
        state[better], off[better] = tried[better], tried_off[better]
        damping = np.where(better, damping / 5, damping * 5).clip(1e-6, 1e6)
    crowned = row.broad[row.crowned]
    from_apex = np.stack([_from_apex(places, along, apex) for apex in state[:, :2]])
    cost = (off**2).sum(axis=1) + _unlike_crowns(from_apex, crowned)
    best = int(np.argmin(cost))
    elsewhere = np.hypot(*(state[:, :2] - state[best, :2]).T) > _APART_MM
    if (cost[elsewhere] < cost[best] + _LIKELIER).any():
        return None
    moved, deviation, unlike = _moved(
        state[best], np.linalg.inv(square[best]), from_apex[best], crowned
    )
    if unlike * _PLACES_A_TOOTH > _MOST_UNLIKE * len(places):
        return None
    return Form(
        apex=moved[:2],
        front=np.array((np.cos(moved[2]), np.sin(moved[2]))),
        half_mm=float(np.exp(moved[3])),
        depth_mm=float(np.exp(moved[4])),
        within_mm=2 * deviation,
        off_mm=float(np.sqrt((off[best, :-2] ** 2).mean())) * _OFF_MM,
    )


def _moved(
    state: Floats64, variance: Floats64, from_apex: Floats64, broad: Floats64
) -> tuple[Floats64, float, float]:
    """A form moved along the row to where the crowns are most like its, and how sure that is.

    Returns its numbers, the standard deviation of its apex along the row, in mm, and how unlike the
    crowns still are, as by `_unlike_crowns`.
    """
    across = np.array((-np.sin(state[2]), np.cos(state[2]), 0, 0, 0))
    along = variance @ across
    own = float(across @ along)
    unlike = _unlike_crowns(from_apex - _SHIFTS_MM[:, None], broad)
    cost = _SHIFTS_MM**2 / own + unlike
    likely = np.exp((cost.min() - cost) / 2)
    likely /= likely.sum()
    shift = float(likely @ _SHIFTS_MM)
    deviation = float(np.sqrt(likely @ (_SHIFTS_MM - shift) ** 2))
    return state + along / own * shift, max(deviation, _LEAST_MM), float(likely @ unlike)


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
    beside = state + _SMALL * np.eye(5)[:, None]
    there = _off(beside.reshape(-1, 5), places).reshape(5, *off.shape)
    slopes = np.ascontiguousarray(((there - off) / _SMALL).transpose(1, 2, 0))
    return np.einsum("sni,snj->sij", slopes, slopes), np.einsum("sni,sn->si", slopes, off)


def _from_apex(places: Floats64, along: Floats64, apex: Floats64) -> Floats64:
    """How far places are from an apex along the row, below zero before it."""
    to_places = places - apex
    away = np.hypot(*to_places.T)
    nearest = int(np.argmin(away))
    ahead = places[min(nearest + 2, len(places) - 1)] - places[max(nearest - 2, 0)]
    beside = float(to_places[nearest] @ ahead) / max(float(np.hypot(*ahead)), 1e-9)
    from_apex: Floats64 = along - along[nearest] + beside
    return from_apex


def _unlike_crowns(from_apex: Floats64, broad: Floats64) -> Floats64:
    """How unlike crowns are to those that stand there, as squares of standard deviations.

    The curve of one side alone may be read from either end, and its middle be put anywhere near.
    Incisors and canines have an edge, premolars and molars a table.

    Args:
        from_apex: how far each place is from the middle, in several cases, shape (s, n).
        broad: how much what is highest there spreads across the row, shape (n,).
    """
    share = (np.abs(from_apex) - _EDGES_MM[:, None, None]) / _STEP_MM + 0.5
    usual = _BROAD_MM[0] + (_BROAD_MM[1] - _BROAD_MM[0]) * share.clip(0, 1)
    unlike = np.minimum(((broad - usual) / _BROAD_OFF_MM) ** 2, _UNLIKE)
    summed: Floats64 = unlike.sum(axis=2).min(axis=0) / _PLACES_A_TOOTH
    return summed
