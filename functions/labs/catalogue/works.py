"""What each kind of work names: teeth, the units of a bridge, or arches; one table for all code.

Requests, the problems of orders, prices, receipts and docs/works.md go by it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from labs.catalogue.models import Material, Per, WorkType
from labs.catalogue.teeth import Arch


class Named(StrEnum):
    """What a line of an order names, by the field of the request."""

    TEETH = "teeth"  # single teeth, each a piece of work
    UNITS = "units"  # the units of one bridge, along the arch
    ARCHES = "arches"  # the upper arch, the lower one, or both
    ANY = "any"  # teeth, arches, or nothing: what the work is, its service says


@dataclass(frozen=True)
class WorkRule:
    """What a kind of work names, and how that is counted.

    Attributes:
        named: what a line names; all else is refused.
        covers: it is fixed on the tooth, which can have one such work at a time.
        one_piece: what it names is held by one piece, and so stands in one arch.
        pair: both arches together are one piece, where the price is by the piece.
        prices: what a new price of such a service may be for.
    """

    named: Named
    covers: bool = False
    one_piece: bool = False
    pair: bool = False
    prices: frozenset[Per] = frozenset(Per)


_BY_ARCH = frozenset({Per.ARCH, Per.PIECE})
_W = WorkType
_ON_A_TOOTH = WorkRule(Named.TEETH, covers=True)

#: A denture is for an arch: which teeth a partial one replaces, and where it is clasped, is in the
#: notes. A splint, a retainer and a denture are a piece for each arch; aligners and study models
#: come as a set of both.
WORKS: Mapping[WorkType, WorkRule] = {
    _W.CROWN: _ON_A_TOOTH,
    _W.BRIDGE: WorkRule(Named.UNITS, covers=True, one_piece=True, prices=frozenset({Per.TOOTH})),
    _W.VENEER: _ON_A_TOOTH,
    _W.INLAY_ONLAY: _ON_A_TOOTH,
    _W.IMPLANT_CROWN: _ON_A_TOOTH,
    _W.DENTURE: WorkRule(Named.ARCHES, prices=_BY_ARCH),
    _W.ALIGNER: WorkRule(Named.ARCHES, pair=True, prices=_BY_ARCH),
    _W.RETAINER: WorkRule(Named.ARCHES, prices=_BY_ARCH),
    _W.NIGHT_GUARD: WorkRule(Named.ARCHES, prices=_BY_ARCH),
    _W.STUDY_MODEL: WorkRule(Named.ARCHES, pair=True, prices=_BY_ARCH),
    # It lies on the teeth of one arch and leads the drill where the implants named will stand.
    _W.SURGICAL_GUIDE: WorkRule(Named.TEETH, one_piece=True),
    _W.OTHER: WorkRule(Named.ANY),
}

#: Worn until the final work is made: a tooth may have one of these and a final one in one order.
PROVISIONAL = frozenset({Material.PMMA})


def quantity(work: WorkType, per: Per, teeth: Collection[int], arches: Collection[Arch]) -> int:
    """Count what a price is for: teeth or units, arches, or pieces.

    Args:
        work: the kind of the work.
        per: what the price is for.
        teeth: the teeth, or those of the units of a bridge.
        arches: the arches that are named, or that the teeth stand in.
    """
    if per is Per.TOOTH:
        return len(teeth)
    if per is Per.ARCH:
        return len(arches)
    rule = WORKS[work]
    return len(arches) if rule.named is Named.ARCHES and not rule.pair else 1
