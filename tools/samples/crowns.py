"""The shape of crowns and of the gum around them, as heights over a strip along the arch; mm.

Modelled on average crown widths (Wheeler's Dental Anatomy); they are no one's teeth.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Jaw = Literal["upper", "lower"]


@dataclass(frozen=True)
class Crown:
    """Shape of a kind of tooth; mm. `cusps`: (along the arch, outward, height, spread)."""

    thick: float
    tall: float
    cusps: tuple[tuple[float, float, float, float], ...]
    blade: float = 0.0  # how sharply an incisor narrows to its edge
    groove: float = 0.0  # depth of the fissures


INCISOR: Final = Crown(6.2, 8.6, (), blade=1.0)
CANINE: Final = Crown(7.6, 8.8, ((0.0, 0.15, 1.7, 0.42),), blade=0.55)
PREMOLAR: Final = Crown(8.8, 6.6, ((0.0, 0.50, 1.9, 0.40), (0.0, -0.50, 1.3, 0.38)), groove=1.0)
MOLAR: Final = Crown(
    10.6, 5.6,
    ((-0.46, 0.50, 1.6, 0.34), (0.46, 0.50, 1.5, 0.34),
     (-0.46, -0.50, 1.5, 0.36), (0.46, -0.50, 1.2, 0.34)),
    groove=1.15,
)  # fmt: skip

# From the midline to the back: kind and width along the arch in mm.
TEETH: Final[dict[Jaw, tuple[tuple[Crown, float], ...]]] = {
    "upper": (
        (INCISOR, 8.5), (INCISOR, 6.6), (CANINE, 7.6), (PREMOLAR, 7.1), (PREMOLAR, 6.8),
        (MOLAR, 10.4), (MOLAR, 9.8),
    ),
    "lower": (
        (INCISOR, 5.4), (INCISOR, 5.9), (CANINE, 6.9), (PREMOLAR, 7.1), (PREMOLAR, 7.3),
        (MOLAR, 11.2), (MOLAR, 10.6),
    ),
}  # fmt: skip


def gum(along: Array, out: Array, gaps: Array) -> Array:
    """A rounded ridge, a little lumpy, that rises to a papilla in the gaps between teeth."""
    lumps = 0.22 * np.sin(along * 0.9 + 0.6 * out) + 0.15 * np.sin(along * 0.37 - out)
    near = np.exp(-((np.abs(along)[..., None] - gaps) ** 2) / 1.8).sum(axis=-1)
    papilla = 2.3 * near * np.exp(-((np.abs(out) / 4.2) ** 4))
    roots = 0.35 * (1 - near) * np.exp(-((np.abs(out) - 5.5) ** 2) / 5)  # the bone over a root
    gum: Array = 0.2 - 0.085 * out**2 - 0.0006 * out**4 + lumps + papilla + roots
    return gum


def crown(kind: Crown, a: Array, b: Array) -> Array:
    """Height of a crown; a along the arch, b outward, both -1 to 1 within the crown."""
    taper = 1 - 0.12 * np.clip(b, -1, 1) * (-1 if kind.blade else 0.4)
    body = np.abs(a / taper) ** 3.6 + np.abs(b) ** (2.6 - 0.5 * kind.blade)
    height = kind.tall * np.clip(1 - body, 0, None) ** 0.42
    if kind.blade:  # the tongue side slopes down from the cutting edge, slightly hollow
        slope = np.clip((0.34 - b) / 1.25, 0, 1)
        height = height * (1 - kind.blade * 0.74 * np.sin(slope * np.pi / 2) ** 1.5)
    plateau = np.clip(1 - body, 0, 1) ** 0.5
    for at_a, at_b, tall, spread in kind.cusps:
        reach = ((a - at_a) ** 2 + (b - at_b) ** 2) / (2 * spread**2)
        height = height + tall * plateau * np.exp(-reach)
    if kind.groove:
        fissure = np.exp(-((b + 0.05 * np.sin(5 * a)) ** 2) / 0.016) * (np.abs(a) < 0.72)
        cross = np.exp(-((a + 0.10 * b) ** 2) / 0.012) * (kind is MOLAR) * 0.8
        pits = np.exp(-((np.abs(a) - 0.62) ** 2 + b**2) / 0.02) * 0.5
        height = height - kind.groove * plateau * np.maximum(np.maximum(fissure, cross), pits)
        height = height - 0.9 * kind.groove * plateau * np.exp(-(b**2) / 0.16) * 0.8
    buried = -kind.tall * np.clip(body - 1, 0, None) ** 0.42 - 6 * (body - 1)
    return np.maximum(np.where(body < 1, height, buried), -30.0)


def bulge(height: Array, out: Array) -> Array:
    """Crowns are widest below their edge: push walls outward where they are half way up."""
    return 0.55 * np.exp(-(((height - 3.2) / 2.0) ** 2)) * np.tanh(out / 2.5)
