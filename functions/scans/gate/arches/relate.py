"""How the scans of two jaws lie to each other in the frame that their files share.

A laboratory looks at both together first: whether they meet as teeth do, stand apart, go through
each other, lie each in a frame of its own, or carry each other's name.
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from scans.gate.arches.relate_anatomy import JawEvidence, evidence
from scans.gate.arches.relate_distance import (
    CONTACT_MM,
    Distances,
    depth,
    distances,
    far_apart,
    least,
    near,
    touching,
    tree_of,
)
from scans.gate.arches.relate_facing import facing, looks
from scans.gate.arches.surface import Floats64, sample
from scans.gate.stl.mesh import Mesh

Relation = Literal["occluding", "apart", "crossing", "exchanged", "unrelated", "unknown"]
"""The values of `scans.checks.models.JawRelation`, which says what they mean."""

APART_MM: Final = 0.5
"""Gap beyond which two jaws do not meet. Scanners' bites were off by up to 0.37 mm where the bite
was raised by 1 to 4 mm, by 0.05 to 0.1 mm in a closed one: Accuracy comparison of buccal bite scans
by five intra-oral scanners, J Dent Rehabil Appl Sci 34 (2018)."""

CROSSING_MM: Final = 0.6
"""Depth beyond which two jaws go through each other as no registration makes them: half as much
again as the largest of those errors, since teeth also move in their sockets under the force of a
bite."""

_NEAR: Final = 0.06
"""Share of what lies above each other that must be near the other jaw where the two touch: in a
bite it is 0.1 and more, also where second molars alone meet. Less is a corner that touches by
chance."""

_LEANING: Final = -0.2
_ALONE: Final = -0.7
"""What the overlap of the rows must say for exchanged names, -1 to 1: where another kind of
evidence says so too, and where it is the only one. In a crossbite of one side it is about 0."""


@dataclass(frozen=True)
class Pair:
    """What was measured between two scans; the first five are those of `PairFigures`.

    Attributes:
        relation: how they lie to each other.
        gap_mm: the least distance where they face each other, 0 where they touch.
        penetration_mm: how deep one goes into the other at most.
        contact_mm2: the area of the lower one that touches the upper one or lies behind it.
        contacts: the number of places that are in contact.
        axis: unit vector from the lower jaw to the upper one, as they are named.
        of_upper, of_lower: distances of the points of each from the other one.
        evidence: what speaks for the names.
    """

    relation: Relation
    gap_mm: float | None = None
    penetration_mm: float | None = None
    contact_mm2: float | None = None
    contacts: int | None = None
    axis: Floats64 | None = None
    of_upper: Distances | None = None
    of_lower: Distances | None = None
    evidence: JawEvidence | None = None


def relate(upper: Mesh, lower: Mesh) -> Pair:
    """Compare the scans of two jaws, named as they are given; both have passed the gate.

    Takes 0.1 s of a processor for two scans, whatever their number of triangles, and 50 MB.
    """
    above, below = sample(upper), sample(lower)
    if looks(above) is None or looks(below) is None:
        return Pair("unknown")
    found = facing(below, above)
    if found is None:
        return Pair("unrelated")
    of_lower = distances(below, above, tree_of(above.points))
    of_upper = distances(above, below, tree_of(below.points))
    gap = min(least(of_lower), least(of_upper))
    if not np.isfinite(gap):
        gap = far_apart(below, above, found.axis)
    deep = max(depth(of_lower), depth(of_upper))
    if gap <= APART_MM and near(of_lower) < _NEAR * found.shared_mm2:
        return Pair("unrelated")
    area, places = touching(of_lower)
    told = evidence(below, above, found.axis)
    return Pair(
        relation=_relation(gap, deep, told),
        gap_mm=0.0 if gap <= CONTACT_MM else gap,
        penetration_mm=deep,
        contact_mm2=area,
        contacts=places,
        axis=found.axis,
        of_upper=of_upper,
        of_lower=of_lower,
        evidence=told,
    )


def faces(one: Mesh, other: Mesh) -> bool:
    """Whether two scans face each other: one is that of a jaw, the other that of its antagonist.

    For two scans of one name: two of the same jaw look the same way, or lie in frames of their own.
    """
    return facing(sample(one), sample(other)) is not None


def _relation(gap: float, deep: float, told: JawEvidence) -> Relation:
    if _exchanged(told):
        return "exchanged"
    if deep > CROSSING_MM:
        return "crossing"
    return "apart" if gap > APART_MM else "occluding"


def _exchanged(told: JawEvidence) -> bool:
    """Whether the evidence is of one mind that the names are exchanged, and strong enough."""
    others = (told.frame, told.palate)
    if max(others) > 0 or told.overjet > 0:
        return False
    return told.overjet <= (_LEANING if min(others) < 0 else _ALONE) or sum(others) <= -2
