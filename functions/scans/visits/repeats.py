"""Tells a second tap from a second visit: what a clinic asked for minutes ago is there already."""

from collections.abc import Sequence
from datetime import timedelta

from core.context import Context
from core.units import UnitOfWork
from scans.patients.models import Patient, RequestedVisit
from scans.visits.errors import VisitAlreadyRequested
from scans.visits.models import ScanKind, Visit, VisitSlot
from scans.visits.states import ENDED

#: For so long a request like the one before is held to be a mistake.
WITHIN = timedelta(minutes=10)

#: Visits that a patient's record remembers: more at once nobody asks for by mistake.
_REMEMBERED = 10


def refuse(
    unit: UnitOfWork,
    ctx: Context,
    patient: Patient,
    slots: Sequence[VisitSlot],
    scans: Sequence[ScanKind],
) -> None:
    """Refuse a visit like one of the last minutes. A read for each of those, mostly none.

    Raises:
        VisitAlreadyRequested.
    """
    for each in _recent(ctx, patient):
        visit = unit.get(Visit, each.visit_id)
        if visit is None or visit.state in ENDED or not set(scans) & set(visit.scans):
            continue
        if any(slot.overlaps(other) for slot in slots for other in visit.slots):
            raise VisitAlreadyRequested(visit_id=visit.id)


def remembered(ctx: Context, patient: Patient, visit_id: str) -> list[RequestedVisit]:
    """Return what the patient's record remembers once this visit was requested."""
    new = RequestedVisit(visit_id=visit_id, at=ctx.clock.now())
    return [*_recent(ctx, patient), new][-_REMEMBERED:]


def _recent(ctx: Context, patient: Patient) -> list[RequestedVisit]:
    since = ctx.clock.now() - WITHIN
    return [each for each in patient.visits_requested if each.at > since]
