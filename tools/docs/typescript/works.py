"""The works of labs as data: what each names and needs, shades, and the teeth of ISO 3950."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tools.docs.typescript.source import comment, imports, key, literal

if TYPE_CHECKING:
    from labs.catalogue.models import WorkType

_FACTS = """
/** What a kind of work names and needs, as docs/works.md and docs/case_check.md say. */
export interface WorkFacts {
  /** The field of an order's line that says where it is; `any` is teeth, arches, or nothing. */
  readonly named: 'teeth' | 'units' | 'arches' | 'any';
  /** It is fixed on the tooth, which can have one such work at a time. */
  readonly covers: boolean;
  /** What it names is held by one piece, and so stands in one arch. */
  readonly one_piece: boolean;
  /** Both arches together are one piece, where the price is by the piece. */
  readonly pair: boolean;
  /** It has the colour of teeth, and so a shade where its service has a guide. */
  readonly shaded: boolean;
  /** Its teeth stand on implants, or will. */
  readonly on_implant: boolean;
  /** What its price may be for. */
  readonly prices: readonly Per[];
  /** What it needs of the scans. */
  readonly scans: ScanNeeds;
}

/** What a kind of work needs of the scans of a case. */
export interface ScanNeeds {
  /** The arch that it is made for. */
  readonly arch: boolean;
  /** The arch that bites on it. */
  readonly antagonist: boolean;
  /** Both arches as they bite, or a scan of the bite. */
  readonly bite: boolean;
  /** All of each arch. */
  readonly whole: boolean;
  /** The teeth that are named, in the scan. */
  readonly at_teeth: boolean;
}

/** The teeth of a quadrant, which is the first digit of their numbers in ISO 3950. */
export interface Quadrant {
  readonly arch: Arch;
  /** Of the patient. */
  readonly side: 'right' | 'left';
  readonly deciduous: boolean;
  /** What each tooth is, from the midline: the first is number 1. */
  readonly kinds: readonly ToothKind[];
}
"""


def render() -> str:
    """Return the module of works."""
    from labs.catalogue import teeth
    from labs.catalogue.models import WorkType
    from labs.catalogue.shades import ShadeGuide, shades_of
    from labs.catalogue.works import PROVISIONAL

    kinds = sorted({teeth.kind_of(tooth) for tooth in teeth.TEETH})
    guides = {guide: shades_of(guide) for guide in ShadeGuide}
    union = " | ".join(literal(_snake(kind)) for kind in kinds)
    return "\n".join(
        [
            imports({"Arch", "Material", "Per", "ShadeGuide", "WorkType"}, "./enumerations.js"),
            f"{comment('What a tooth is.')}export type ToothKind = {union};\n",
            _FACTS,
            _const("The teeth by quadrant.", "QUADRANTS: Record<number, Quadrant>", _quadrants()),
            _const(
                "What each kind of work names and needs.",
                "WORKS: Record<WorkType, WorkFacts>",
                {work: _facts(work) for work in WorkType},
            ),
            _const(
                "The shades of each guide, in its own order.",
                "SHADES: Record<ShadeGuide, readonly string[]>",
                guides,
            ),
            comment(
                "Worn until the final work is made: a tooth may have one of these and a final one."
            )
            + "export const PROVISIONAL: readonly Material[] = "
            + f"{literal(sorted(PROVISIONAL))};\n",
        ]
    )


def _const(doc: str, name: str, value: Mapping[Any, Any]) -> str:
    rows = "".join(f"  {key(str(k))}: {literal(each)},\n" for k, each in value.items())
    return f"{comment(doc)}export const {name} = {{\n{rows}}};\n"


def _snake(text: str) -> str:
    return text.replace(" ", "_")


def _facts(work: WorkType) -> dict[str, Any]:
    from labs.catalogue.models import COLOURLESS
    from labs.catalogue.prescriptions import PRESCRIPTIONS
    from labs.catalogue.works import WORKS
    from labs.orders.needs import ON_IMPLANTS

    rule, needs = WORKS[work], PRESCRIPTIONS[work]
    return {
        "named": rule.named,
        "covers": rule.covers,
        "one_piece": rule.one_piece,
        "pair": rule.pair,
        "shaded": work not in COLOURLESS,
        "on_implant": work in ON_IMPLANTS,
        "prices": sorted(rule.prices),
        "scans": {
            "arch": needs.arch,
            "antagonist": needs.antagonist,
            "bite": needs.bite,
            "whole": needs.whole,
            "at_teeth": needs.at_teeth,
        },
    }


def _quadrants() -> dict[int, dict[str, Any]]:
    from labs.catalogue import teeth

    return {quadrant: _quadrant(sorted(found)) for quadrant, found in _by_quadrant(teeth.TEETH)}


def _by_quadrant(teeth: Iterable[int]) -> list[tuple[int, list[int]]]:
    found: dict[int, list[int]] = {}
    for tooth in teeth:
        found.setdefault(tooth // 10, []).append(tooth)
    return sorted(found.items())


def _quadrant(teeth: list[int]) -> dict[str, Any]:
    from labs.catalogue.teeth import arch_of, is_deciduous, kind_of, side_of

    return {
        "arch": arch_of(teeth[0]),
        "side": side_of(teeth[0]),
        "deciduous": is_deciduous(teeth[0]),
        "kinds": [_snake(kind_of(tooth)) for tooth in teeth],
    }
