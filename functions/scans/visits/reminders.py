"""A reminder tells operator and clinic of an appointment; a visit has one job for it."""

from datetime import datetime, timedelta

from core import jobs, settings
from core.access import Role
from core.context import Context
from core.jobs import Job, JobKind
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases.models import Case
from scans.visits.models import Visit, VisitSlot, VisitState
from scans.visits.states import EXPECTED


def arrange(unit: UnitOfWork, ctx: Context, before: Visit, after: Visit) -> None:
    """Record, move or void the job of a visit's reminder after a step. One write at most.

    What is left when the operator arrives is not voided: it will find nobody to remind.
    """
    was, now = _appointment(before), _appointment(after)
    if was == now:
        return
    path, job_id = Visit.path_for(after.id), f"visit-{after.id}"
    due_at = _next(now, ctx.clock.now()) if now else None
    if due_at is not None:
        jobs.promise(unit, ctx, job_id, JobKind.VISIT_REMINDER, path, due_at)
    elif was is not None and after.state is not VisitState.ARRIVED:
        jobs.void(unit, ctx, job_id, JobKind.VISIT_REMINDER, path)


def remind(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Remind the operator and the clinic; when to remind again. Two reads, two writes.

    Nobody is reminded of what has begun, or of a visit that nobody is expected for.
    """
    visit = unit.get(Visit, job.subject_id)
    slot, now = _appointment(visit) if visit else None, ctx.clock.now()
    if visit is None or slot is None or slot.starts_at <= now:
        return None
    case = unit.get(Case, visit.case_id)
    hours = round((slot.starts_at - job.due_at) / timedelta(hours=1))
    refs = {"visit": visit.id, "hours": str(hours), "starts_at": slot.starts_at.isoformat()}
    opened_by = case.opened_by if case else None
    told = [Audience.organisation(Role.CLINIC, visit.clinic_id, opened_by)]
    told += [Audience.operator(visit.assignee)] if visit.assignee else []
    for audience in told:
        notify(unit, ctx.store, ctx.clock, audience, Notice.VISIT_REMINDER, **refs)
    return _next(slot, now)


def _appointment(visit: Visit) -> VisitSlot | None:
    """Return when the operator is expected; None where nobody is."""
    return visit.slot if visit.state in EXPECTED else None


def _next(slot: VisitSlot, now: datetime) -> datetime | None:
    """Return when to remind of an appointment next: the first of its times that is to come."""
    times = (slot.starts_at - timedelta(hours=each) for each in settings.REMINDER_HOURS.value)
    return min((at for at in times if at > now), default=None)
