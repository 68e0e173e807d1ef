"""Closes cases in which nothing is done any more, so that their retention begins.

Each case has a job for it, recorded by `lifecycle.watch`: nobody has to look for old cases.
"""

from datetime import datetime

from core.access import Role
from core.clock import months_later
from core.context import Context
from core.jobs import Job
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases import lifecycle
from scans.cases.models import Case, CaseEvent
from scans.cases.states import CASE, CaseAction

LAST = Query(CaseEvent, order=(("at", "DESCENDING"),))


def look(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job of a case: close it if nothing was done in it for so long; when to look again.

    One that has a visit under way is not closed: admins have it among their visits, and end it.
    Two reads; four writes where it is closed, and the notice to the clinic.
    """
    case = unit.get(Case, job.subject_id)
    if case is None or case.closed_at or case.frozen_at:
        return None
    last = unit.find(LAST, under=Case.path_for(case.id), limit=1)
    idle_at = lifecycle.idle_at(last[0].at if last else case.opened_at)
    if idle_at > ctx.clock.now():
        return idle_at
    if case.visit_id or not CASE.allows(case.status, CaseAction.CLOSE):
        return months_later(ctx.clock.now(), 1)
    lifecycle.enter(unit, ctx, case, CaseAction.CLOSE, Party.SYSTEM)
    told = Audience.organisation(Role.CLINIC, case.clinic_id, case.opened_by)
    notify(unit, ctx.store, ctx.clock, told, Notice.CASE_CLOSED, case=case.id)
    return None
