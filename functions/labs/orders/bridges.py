"""Checks a bridge: units of one dentition side by side in one arch, that something holds.

A bridge with a retainer at one end alone, a cantilever, is made, and so is one of two units: a
pontic that is bonded to its neighbour (Mine et al., Jpn Dent Sci Rev 57, 2021, 33-38,
doi:10.1016/j.jdsr.2020.12.002). A pontic that nothing holds is not.
"""

from collections.abc import Sequence
from typing import Any

from labs.catalogue import teeth as fdi
from labs.orders.models import BridgeUnit, UnitPart
from labs.orders.problems import Problem, problem

#: One that replaces a tooth, and one that holds it.
_FEWEST = 2


def along(units: Sequence[BridgeUnit]) -> list[BridgeUnit]:
    """Return units as they stand in the mouth, from the patient's right to the left."""
    order = fdi.along(unit.tooth for unit in units)
    return sorted(units, key=lambda unit: order.index(unit.tooth))


def numbers(at: str, teeth: Sequence[int], field: str = "") -> list[dict[str, Any]]:
    """Return what is wrong with the numbers of teeth: unknown ones, and such as come twice."""
    found = [
        problem(Problem.TOOTH_UNKNOWN, f"{at}.{place}{field}")
        for place, tooth in enumerate(teeth)
        if not fdi.is_tooth(tooth)
    ]
    if len(set(teeth)) < len(teeth):
        found.append(problem(Problem.TOOTH_TWICE, at))
    return found


def together(at: str, teeth: Sequence[int]) -> list[dict[str, Any]]:
    """Return why one piece cannot hold these teeth: they stand in two arches or dentitions."""
    known = list(filter(fdi.is_tooth, teeth))
    found = []
    if len(set(map(fdi.arch_of, known))) > 1:
        found.append(problem(Problem.TWO_ARCHES, at))
    if len(set(map(fdi.is_deciduous, known))) > 1:
        found.append(problem(Problem.TWO_DENTITIONS, at))
    return found


def problems(at: str, units: Sequence[BridgeUnit]) -> list[dict[str, Any]]:
    """Return all that speaks against a bridge of these units; nothing where none are named."""
    if not units:
        return []
    teeth = [unit.tooth for unit in units]
    wrong = [*numbers(at, teeth, ".tooth"), *together(at, teeth)]
    if len(set(teeth)) < _FEWEST:
        return [*wrong, problem(Problem.BRIDGE_TOO_SHORT, at)]
    parts = {unit.part for unit in units}
    found = [] if UnitPart.PONTIC in parts else [problem(Problem.PONTIC_MISSING, at)]
    if wrong:  # which stand side by side, and which at an end, cannot be told
        return [*wrong, *found]
    if missing := fdi.between(teeth):
        found.append(problem(Problem.BRIDGE_HAS_GAP, at, missing=missing))
    row = along(units)
    if UnitPart.RETAINER not in {row[0].part, row[-1].part}:
        found.append(problem(Problem.RETAINER_MISSING, at))
    return found
