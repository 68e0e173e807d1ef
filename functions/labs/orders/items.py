"""Checks the items that are ordered against the services of the catalogue."""

from dataclasses import dataclass
from typing import Any

from labs.catalogue.models import Per, Service
from labs.catalogue.shades import shades_of
from labs.catalogue.teeth import arch_of, is_tooth
from labs.orders.models import Item
from labs.orders.problems import Problem, problem
from labs.orders.requests import ItemWish


@dataclass(frozen=True)
class Line:
    """One line: what speaks against it, and the item where the service is known."""

    problems: list[dict[str, Any]]
    item: Item | None


def draft(at: str, wish: ItemWish, service: Service | None) -> Line:
    """Check an item against its service; `at` is where in the request it stands."""
    if service is None or not service.active:
        return Line([problem(Problem.SERVICE_UNKNOWN, f"{at}.service_id")], None)
    problems = [*_teeth(at, wish, service), *_make(at, wish, service)]
    if problems:
        return Line(problems, None)
    quantity = _quantity(wish.teeth, service.per)
    item = Item(
        service_id=wish.service_id,
        name=service.name,
        work=service.work,
        teeth=sorted(wish.teeth),
        material=wish.material,
        shade=wish.shade,
        notes=wish.notes,
        per=service.per,
        quantity=quantity,
        unit_price=service.price,
        price=quantity * service.price,
    )
    return Line([], item)


def _teeth(at: str, wish: ItemWish, service: Service) -> list[dict[str, Any]]:
    found = [
        problem(Problem.TOOTH_UNKNOWN, f"{at}.teeth.{place}")
        for place, tooth in enumerate(wish.teeth)
        if not is_tooth(tooth)
    ]
    if len(set(wish.teeth)) < len(wish.teeth):
        found.append(problem(Problem.TOOTH_TWICE, f"{at}.teeth"))
    if not wish.teeth and service.per is not Per.PIECE:
        found.append(problem(Problem.TEETH_MISSING, f"{at}.teeth"))
    return found


def _make(at: str, wish: ItemWish, service: Service) -> list[dict[str, Any]]:
    found = []
    if wish.material not in service.materials:
        found.append(problem(Problem.MATERIAL_NOT_OFFERED, f"{at}.material"))
    guide = shades_of(service.shade_guide) if service.shade_guide else ()
    if guide and wish.shade is None:
        found.append(problem(Problem.SHADE_MISSING, f"{at}.shade"))
    if wish.shade is not None and wish.shade not in guide:
        found.append(problem(Problem.SHADE_NOT_IN_GUIDE, f"{at}.shade"))
    return found


def _quantity(teeth: list[int], per: Per) -> int:
    """Count what the price is for: teeth, the arches that they stand in, or the one piece."""
    if per is Per.TOOTH:
        return len(teeth)
    return len({arch_of(tooth) for tooth in teeth}) if per is Per.ARCH else 1
