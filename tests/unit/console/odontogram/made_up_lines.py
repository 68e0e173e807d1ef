"""Lines of orders made at random: some that can be made, and many a step away from it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from labs.catalogue.models import COLOURLESS, Material, Per, Service, WorkType
from labs.catalogue.shades import ShadeGuide, shades_of
from labs.catalogue.teeth import TEETH, Arch, along
from labs.catalogue.works import WORKS, Named
from labs.orders.models import UnitPart
from labs.orders.requests import ItemRequest
from tests.support.account_records import MADE

_NO_TEETH = (19, 39, 50, 56, 79)
_PERMANENT = [tooth for tooth in along(TEETH) if tooth < 50]
_DECIDUOUS = [tooth for tooth in along(TEETH) if tooth > 50]


def service(dice: random.Random) -> Service:
    """A service as a lab could have saved it, or as one of before the price had to fit."""
    work = dice.choice(list(WorkType))
    guide = None if work in COLOURLESS else dice.choice([None, *ShadeGuide])
    materials = dice.sample(list(Material), dice.randint(1, 3))
    return Service(
        name="A work", work=work, materials=materials, shade_guide=guide,
        per=dice.choice(list(Per)), price=100_000, turnaround=5, updated_at=MADE,
    )  # fmt: skip


def request(dice: random.Random, offered: Service) -> ItemRequest:
    """A line for a service; two in three name what its kind of work does."""
    fields = {named.value for named in Named if named is not Named.ANY}
    own = WORKS[offered.work].named
    if own is not Named.ANY and dice.random() < 0.67:
        fields = {own.value}
    values: dict[str, Any] = {"teeth": _teeth, "units": _units, "arches": _arches}
    named = {field: values[field](dice) for field in sorted(fields) if dice.random() < 0.9}
    shades = shades_of(offered.shade_guide) if offered.shade_guide else ()
    shade = dice.choice([*shades, *shades, None, "Z9"] if shades else [None, None, None, "A2"])
    material = dice.choice([*offered.materials, *offered.materials, dice.choice(list(Material))])
    return ItemRequest.model_validate(
        {"service_id": "s7Nc3RkWq9LxVb2TmHd5", **named, "material": material, "shade": shade}
    )


def orders(dice: random.Random, count: int) -> Iterator[list[tuple[ItemRequest, Service]]]:
    """Orders of a few lines, whose teeth are near each other."""
    for _ in range(count):
        services = [service(dice) for _ in range(dice.randint(2, 4))]
        yield [(request(dice, each), each) for each in services]


def _span(dice: random.Random) -> list[int]:
    row = dice.choice([_PERMANENT, _PERMANENT, _DECIDUOUS])
    start = dice.randrange(len(row) - 1)
    return row[start : start + dice.randint(1, 5)]


def _teeth(dice: random.Random) -> list[int]:
    span = _span(dice)
    match dice.randrange(10):
        case 0:
            return [*span, dice.choice(_NO_TEETH)]
        case 1:
            return [*span, span[0]]
        case 2:
            return dice.sample(sorted(TEETH), 3)
        case 3:
            return [tooth for tooth in span if tooth != span[len(span) // 2]]
    return dice.sample(span, len(span))


def _units(dice: random.Random) -> list[dict[str, Any]]:
    return [{"tooth": tooth, "part": dice.choice(list(UnitPart))} for tooth in _teeth(dice)]


def _arches(dice: random.Random) -> list[Arch]:
    return dice.choice([[], [Arch.UPPER], [Arch.LOWER], list(Arch), [Arch.LOWER, Arch.LOWER]])
