"""Checks the items that are ordered against the services of the catalogue."""

from dataclasses import dataclass
from typing import Any

from labs.catalogue.models import Per, Service
from labs.catalogue.shades import shades_of
from labs.catalogue.teeth import arch_of, is_tooth
from labs.orders.models import OrderItem
from labs.orders.problems import Problem, problem
from labs.orders.requests import ItemRequest


@dataclass(frozen=True)
class OrderLine:
    """One line: what speaks against it, and the item where the service is known."""

    problems: list[dict[str, Any]]
    item: OrderItem | None


def draft(at: str, request: ItemRequest, service: Service | None) -> OrderLine:
    """Check an item against its service; `at` is where in the request it stands."""
    if service is None or not service.active:
        return OrderLine([problem(Problem.SERVICE_UNKNOWN, f"{at}.service_id")], None)
    problems = [*_teeth(at, request, service), *_make(at, request, service)]
    if problems:
        return OrderLine(problems, None)
    quantity = _quantity(request.teeth, service.per)
    item = OrderItem(
        service_id=request.service_id,
        name=service.name,
        work=service.work,
        teeth=sorted(request.teeth),
        material=request.material,
        shade=request.shade,
        notes=request.notes,
        per=service.per,
        quantity=quantity,
        unit_price=service.price,
        price=quantity * service.price,
    )
    return OrderLine([], item)


def _teeth(at: str, request: ItemRequest, service: Service) -> list[dict[str, Any]]:
    found = [
        problem(Problem.TOOTH_UNKNOWN, f"{at}.teeth.{place}")
        for place, tooth in enumerate(request.teeth)
        if not is_tooth(tooth)
    ]
    if len(set(request.teeth)) < len(request.teeth):
        found.append(problem(Problem.TOOTH_TWICE, f"{at}.teeth"))
    if not request.teeth and service.per is not Per.PIECE:
        found.append(problem(Problem.TEETH_MISSING, f"{at}.teeth"))
    return found


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


def _quantity(teeth: list[int], per: Per) -> int:
    """Count what the price is for: teeth, the arches that they stand in, or the one piece."""
    if per is Per.TOOTH:
        return len(teeth)
    return len({arch_of(tooth) for tooth in teeth}) if per is Per.ARCH else 1
