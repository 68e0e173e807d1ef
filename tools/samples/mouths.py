"""A made-up person's two rows of teeth, of varied form, as a seed has it.

In the person's frame z is up, the front teeth look to -y, the patient's right is -x; mm. What
varies, and how far: width and depth of the arches and whether they are tapered, ovoid or square;
sizes of teeth by 10 %; missing teeth, crowding, spacing; overjet from edge-to-edge to 4 mm; the
curves of Spee and Wilson; the palate's height.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.samples.crowns import CANINE, INCISOR, MOLAR, TEETH, Crown, Jaw
from tools.samples.curves import Curve, arch_curve

_FORMS: Final = ((1.9, 0.93, 1.06), (2.1, 1.0, 1.0), (2.5, 1.04, 0.94))
"""Tapered, ovoid, square: exponent of the superellipse, factors of its width and depth."""

_WISDOM: Final = 9.0
"""Width of a third molar, in mm."""

_LEVELLED: Final = ((MOLAR, 1.0), (CANINE, -1.0))
"""How much higher than as modelled a kind stands, in mm, so that all end at about one level."""

_QUADRANTS: Final[dict[Jaw, tuple[int, int]]] = {"upper": (1, 2), "lower": (4, 3)}
"""FDI quadrants of a jaw: the patient's right, the left."""


@dataclass(frozen=True)
class Tooth:
    """A tooth in its row.

    Attributes:
        number: FDI.
        kind: the shape of its crown.
        middle: where its middle lies along the curve, in mm, below zero on the patient's right.
        width: along the curve, in mm.
        shift: how far outward of the curve it stands, in mm.
        turn: how much it is turned about its axis, as a slope.
        lift: how much higher it stands than others, in mm.
        present: False where it is lost and only the ridge is left.
    """

    number: int
    kind: Crown
    middle: float
    width: float
    shift: float
    turn: float
    lift: float
    present: bool

    @property
    def side(self) -> int:
        """-1 on the patient's right, 1 on the left."""
        return -1 if self.middle < 0 else 1

    @property
    def thick(self) -> float:
        """From cheek to tongue, in mm; lower incisors are thinner than upper ones."""
        thinner = self.kind is INCISOR and self.number // 10 in _QUADRANTS["lower"]
        return self.kind.thick * (0.8 if thinner else 1.0)


@dataclass(frozen=True)
class Row:
    """The teeth of a jaw and the curve on which they stand."""

    jaw: Jaw
    curve: Curve
    teeth: tuple[Tooth, ...]


@dataclass(frozen=True)
class Mouth:
    """Both rows, and how the level curves at which they meet.

    z rises by `spee` (1/mm) times the square of the distance from the premolars to front and back,
    by `wilson` times that from the midline.
    """

    upper: Row
    lower: Row
    spee: float
    wilson: float
    palate_mm: float


def mouth(seed: int) -> Mouth:
    """Give the mouth of a seed: the same each time, another for each seed."""
    random = np.random.default_rng([seed, 1])
    scale = float(np.clip(random.normal(1, 0.04), 0.91, 1.09))
    roundness, wider, deeper = _FORMS[random.integers(len(_FORMS))]
    curve = arch_curve(
        26.5 * scale * wider * random.uniform(0.95, 1.05),
        42.5 * scale * deeper * random.uniform(0.95, 1.05),
        roundness + random.uniform(-0.08, 0.08),
    )
    crowded = random.choice([0.0, 0.0, 0.0, 1.0])
    loose = random.uniform(0.99, 1.04) - 0.04 * crowded
    front = random.choice([0.5, 1.6, 2.0, 2.4, 3.4]) + random.uniform(-0.3, 0.3)
    back = random.uniform(2.1, 2.7) * scale
    away = np.clip((np.abs(curve.along) - 9) / 14, 0, 1)
    below = curve.inward(front + (back - front) * away * away * (3 - 2 * away))
    upper = _row("upper", curve, scale, loose, 1 + crowded, random)
    lower = _row("lower", below, scale, loose, 1 + crowded, random)
    return Mouth(
        upper,
        lower,
        spee=random.uniform(0.0003, 0.0016),
        wilson=random.uniform(0.0003, 0.0015),
        palate_mm=random.uniform(9, 17),
    )


def _row(
    jaw: Jaw, curve: Curve, scale: float, loose: float, restless: float, random: np.random.Generator
) -> Row:
    kinds = [*TEETH[jaw]] + ([(MOLAR, _WISDOM)] if random.random() < 0.2 else [])
    widths = [
        width * scale * float(np.clip(random.normal(1, 0.02), 0.95, 1.05)) for _, width in kinds
    ]
    lost = set(_lost(jaw, random))
    teeth = []
    for side, quadrant in zip((-1, 1), _QUADRANTS[jaw], strict=True):
        start = 0.0
        for place, ((kind, _), width) in enumerate(zip(kinds, widths, strict=True), 1):
            shift, turn, lift = random.normal(0, (0.2 * restless, 0.05 * restless, 0.15))
            level = sum(more for other, more in _LEVELLED if other is kind)
            number = quadrant * 10 + place
            middle = side * (start + width / 2) * loose
            teeth.append(
                Tooth(number, kind, middle, width, shift, turn, lift + level, number not in lost)
            )
            start += width
    return Row(jaw, curve, tuple(sorted(teeth, key=lambda tooth: tooth.middle)))


def _lost(jaw: Jaw, random: np.random.Generator) -> list[int]:
    """Give one or two teeth that are missing in every third row, none of them in the front."""
    if random.random() > 0.33:
        return []
    places = [quadrant * 10 + place for quadrant in _QUADRANTS[jaw] for place in (4, 5, 6)]
    chosen = random.choice(places, size=random.integers(1, 3), replace=False)
    return [int(number) for number in chosen]
