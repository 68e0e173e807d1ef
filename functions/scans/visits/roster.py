"""Operators' rosters: where each works, when it is taken, and who suits a visit best."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

from core import audit, erasures
from core.access import Role, Standing, Status
from core.clock import day_of
from core.context import Context
from core.queries import Query, Search
from core.units import UnitOfWork
from scans.visits.errors import OperatorBusy, OperatorNotActive, VisitNotFound
from scans.visits.models import Area, Booking, Operator, Visit, VisitSlot
from scans.visits.requests import (
    ServiceArea,
    SetServiceArea,
    Suggestion,
    Suggestions,
    SuggestOperators,
)

Near = Literal["pincode", "city", "district"]

IN_PINCODE = Query(Operator, where=(("available", "=="), ("area.pincode", "==")))
IN_DISTRICT = Query(Operator, where=(("available", "=="), ("district", "==")))
IN_CITY = Query(Operator, where=(("available", "=="), ("city_key", "==")))

#: Rosters looked at by pincode, by district and by city each, and operators suggested.
_LOOKED_AT = 50
_SUGGESTED = 10
_ORDER: tuple[Near, ...] = ("pincode", "city", "district")


def set_area(ctx: Context, request: SetServiceArea) -> ServiceArea:
    """Store where the caller works. One read, one write; the same again changes nothing."""
    area = Area(city=request.city, pincode=request.pincode)
    fields = {
        "available": request.available,
        "area": area,
        "city_key": _key(request.city),
        "district": request.pincode[:3],
    }

    def work(unit: UnitOfWork) -> None:
        before = unit.get(Operator, ctx.caller.uid)
        if before is None:
            unit.create(Operator.model_validate(fields), ctx.caller.uid)
        else:
            unit.change(before, **fields)

    ctx.store.run(work)
    return ServiceArea(city=request.city, pincode=request.pincode, available=request.available)


def suggest(ctx: Context, request: SuggestOperators) -> Suggestions:
    """Rank the operators who are free: same pincode, city, district; then the least busy.

    Reads: the visit, at most 50 rosters by pincode, district and city each, at most 20 accounts.
    One write: who was suggested is on record.

    Raises:
        VisitNotFound.
    """
    visit = ctx.store.get(Visit, request.visit_id)
    if visit is None:
        raise VisitNotFound
    slot = VisitSlot(**dict(request.slot))
    place = visit.clinic
    found: list[Operator] = ctx.store.find_all(
        Search(IN_PINCODE, (True, place.pincode), limit=_LOOKED_AT),
        Search(IN_DISTRICT, (True, place.pincode[:3]), limit=_LOOKED_AT),
        Search(IN_CITY, (True, _key(place.city)), limit=_LOOKED_AT),
        lenient=True,
    )
    free = {operator.id: operator for operator in found if _is_free(operator, slot, visit.id)}
    ranked = sorted((_suggestion(o, visit, slot) for o in free.values()), key=_rank)
    best = list(islice(_staying(ctx, ranked), _SUGGESTED))
    path = Visit.path_for(visit.id)
    audit.looked(ctx, "scans.suggest_operators", path, (each.uid for each in best))
    return Suggestions(operators=best)


def book(unit: UnitOfWork, uid: str, visit: Visit, slot: VisitSlot) -> "Reservation":
    """Read what booking an operator needs; write it later in the same unit. Two reads.

    Raises:
        OperatorNotActive, OperatorBusy.
        ErasurePending: the operator's account is about to be erased.
    """
    standing = unit.get(Standing, uid)
    if standing is None or not _is_active(standing):
        raise OperatorNotActive
    erasures.refuse(standing.erasure)
    operator = unit.get(Operator, uid)
    if operator is not None and not _is_free(operator, slot, visit.id):
        raise OperatorBusy
    return Reservation(uid, operator, Booking(**dict(slot), visit_id=visit.id))


class Reservation:
    """A free stretch of an operator's time, for one visit."""

    def __init__(self, uid: str, operator: Operator | None, booking: Booking) -> None:
        self._uid, self._operator, self._booking = uid, operator, booking

    def write(self, unit: UnitOfWork) -> None:
        """Take the time. One write; who never named an area gets a roster without one."""
        if self._operator is None:
            unit.create(Operator(bookings=[self._booking]), self._uid)
        else:
            operator, visit_id = self._operator, self._booking.visit_id
            kept = without(operator, visit_id)
            left = [each for each in operator.to_release if each.visit_id != visit_id]
            unit.change(operator, bookings=[*kept, self._booking], to_release=left)


def without(operator: Operator, *visit_ids: str) -> list[Booking]:
    """Return the operator's bookings but those of some visits."""
    return [booking for booking in operator.bookings if booking.visit_id not in visit_ids]


def _is_active(standing: Standing | None) -> bool:
    return (
        standing is not None and standing.status is Status.ACTIVE and standing.role is Role.OPERATOR
    )


def _staying(ctx: Context, ranked: list[Suggestion]) -> Iterator[Suggestion]:
    """Those of the first twenty who may be booked; a second request only where ten do not do."""
    for start in range(0, 2 * _SUGGESTED, _SUGGESTED):
        some = ranked[start : start + _SUGGESTED]
        standings = ctx.store.several(Standing, *(each.uid for each in some))
        pairs = zip(some, standings, strict=True)
        yield from (each for each, standing in pairs if _stays(standing))


def _stays(standing: Standing | None) -> bool:
    return _is_active(standing) and standing is not None and standing.erasure is None


def _is_free(operator: Operator, slot: VisitSlot, visit_id: str) -> bool:
    return not any(booking.overlaps(slot) for booking in without(operator, visit_id))


def _suggestion(operator: Operator, visit: Visit, slot: VisitSlot) -> Suggestion:
    same_day = [b for b in operator.bookings if day_of(b.starts_at) == day_of(slot.starts_at)]
    return Suggestion(
        uid=operator.id,
        near=_near(operator, visit),
        visits_that_day=len(same_day),
        visits=len(operator.bookings),
    )


def _near(operator: Operator, visit: Visit) -> Near:
    if operator.area is not None and operator.area.pincode == visit.clinic.pincode:
        return "pincode"
    return "city" if operator.city_key == _key(visit.clinic.city) else "district"


def _rank(suggestion: Suggestion) -> tuple[int, int, int, str]:
    near = _ORDER.index(suggestion.near)
    return near, suggestion.visits_that_day, suggestion.visits, suggestion.uid


def _key(city: str) -> str:
    return " ".join(city.casefold().split())
