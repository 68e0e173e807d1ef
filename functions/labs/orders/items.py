"""Checks the items that are ordered against the services of the catalogue, and one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from labs.catalogue.models import Per, Service
from labs.catalogue.shades import shades_of
from labs.catalogue.teeth import AREAS, arch_of, is_tooth, successor_of
from labs.catalogue.works import PROVISIONAL, WORKS, Named, quantity
from labs.orders import bridges
from labs.orders.models import OrderItem
from labs.orders.problems import Problem, problem
from labs.orders.requests import ItemRequest

#: What a line lacks that names nothing.
_MISSING = {
    Named.TEETH: Problem.TEETH_MISSING,
    Named.UNITS: Problem.UNITS_MISSING,
    Named.ARCHES: Problem.ARCHES_MISSING,
}


@dataclass(frozen=True)
class OrderLine:
    """One line: what speaks against it, and the item where the service is known."""

    problems: list[dict[str, Any]]
    item: OrderItem | None


def draft(at: str, request: ItemRequest, service: Service | None) -> OrderLine:
    """Check an item against its service; `at` is where in the request it stands."""
    if service is None or not service.active:
        return OrderLine([problem(Problem.SERVICE_UNKNOWN, f"{at}.service_id")], None)
    problems = [*_named(at, request, service), *_make(at, request, service)]
    if problems:
        return OrderLine(problems, None)
    units = bridges.along(request.units)
    teeth = [unit.tooth for unit in units] or sorted(request.teeth)
    arches = sorted({*request.arches, *map(arch_of, teeth)}, key=AREAS.__getitem__)
    count = quantity(service.work, service.per, teeth, arches)
    item = OrderItem(
        service_id=request.service_id,
        name=service.name,
        work=service.work,
        teeth=teeth,
        units=units,
        arches=sorted(request.arches, key=AREAS.__getitem__),
        material=request.material,
        shade=request.shade,
        notes=request.notes,
        per=service.per,
        quantity=count,
        unit_price=service.price,
        price=count * service.price,
    )
    return OrderLine([], item)


def clashes(items: Sequence[tuple[ItemRequest, Service | None]]) -> Iterator[dict[str, Any]]:
    """Yield the teeth that a line gives a second work of those that cover a tooth.

    A tooth may have a provisional one and a final one. A deciduous tooth and the permanent one that
    follows it stand in one place.
    """
    seen: dict[tuple[int, bool], tuple[int, int]] = {}
    for number, (request, service) in enumerate(items):
        if service is None or not WORKS[service.work].covers:
            continue
        at = f"items.{number}.{WORKS[service.work].named}"
        for tooth in filter(is_tooth, dict.fromkeys(_teeth(request))):
            place = (successor_of(tooth), request.material in PROVISIONAL)
            line, other = seen.setdefault(place, (number, tooth))
            if other != tooth:
                yield problem(Problem.TOOTH_WITH_SUCCESSOR, at, tooth=tooth)
            elif line != number:
                yield problem(Problem.TOOTH_TWICE, at, tooth=tooth)


def _teeth(request: ItemRequest) -> list[int]:
    return [*request.teeth, *(unit.tooth for unit in request.units)]


def _named(at: str, request: ItemRequest, service: Service) -> list[dict[str, Any]]:
    """Return what speaks against the teeth, units and arches of a line."""
    rule = WORKS[service.work]
    allowed = {Named.TEETH, Named.ARCHES} if rule.named is Named.ANY else {rule.named}
    said: dict[Named, Sequence[object]] = {
        Named.TEETH: request.teeth,
        Named.UNITS: request.units,
        Named.ARCHES: request.arches,
    }
    found = [
        problem(Problem.NAMED_OTHERWISE, f"{at}.{field}", names=sorted(allowed))
        for field, values in said.items()
        if values and field not in allowed
    ]
    found += _lacking(at, rule.named, service.per, said)
    if len(set(request.arches)) < len(request.arches):
        found.append(problem(Problem.ARCH_TWICE, f"{at}.arches"))
    if Named.TEETH in allowed:
        found += bridges.numbers(f"{at}.teeth", request.teeth)
        if rule.one_piece:
            found += bridges.together(f"{at}.teeth", request.teeth)
    if rule.named is Named.UNITS:
        found += bridges.problems(f"{at}.units", request.units)
    return found


def _lacking(
    at: str, named: Named, per: Per, said: Mapping[Named, Sequence[object]]
) -> list[dict[str, Any]]:
    """Return what a line should name and does not; work of no kind names what its price is for."""
    if named is Named.ARCHES and per is Per.TOOTH:
        return [problem(Problem.PRICE_DOES_NOT_FIT, f"{at}.service_id")]
    if named is not Named.ANY:
        return [] if said[named] else [problem(_MISSING[named], f"{at}.{named}")]
    if per is Per.TOOTH and not said[Named.TEETH]:
        return [problem(Problem.TEETH_MISSING, f"{at}.teeth")]
    if per is Per.ARCH and not said[Named.TEETH] and not said[Named.ARCHES]:
        return [problem(Problem.ARCHES_MISSING, f"{at}.arches")]
    return []


def _make(at: str, request: ItemRequest, service: Service) -> list[dict[str, Any]]:
    found = []
    if request.material not in service.materials:
        found.append(problem(Problem.MATERIAL_NOT_OFFERED, f"{at}.material"))
    guide = shades_of(service.shade_guide) if service.shade_guide else ()
    if guide and request.shade is None:
        found.append(problem(Problem.SHADE_MISSING, f"{at}.shade"))
    if request.shade is not None and request.shade not in guide:
        found.append(problem(Problem.SHADE_NOT_IN_GUIDE, f"{at}.shade"))
    return found
