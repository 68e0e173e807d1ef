"""The jobs of retention: one a day sees what is due, and one for each row takes it.

The job of a day is named after it, so that the sweep asks for one document to know that the day is
looked after. All of them may run twice, and stop half way.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from core import jobs, log
from core.blobs import Blobs
from core.clock import day_of
from core.context import Context
from core.jobs import Job, JobKind
from core.units import UnitOfWork
from privacy.erasure import receipts
from privacy.erasure.tasks import ENDS
from privacy.inventory.entries import SubjectKind
from privacy.inventory.subjects import DataSubject
from privacy.retention import audit_entries, cascades, wallet_entries
from privacy.retention.runs import Errand, Holds, Taker, documents
from privacy.retention.schedule import QUERIED

#: The row that stands for all of them, in ids and subjects of jobs.
ALL = "day"

#: What takes more than the documents that are found; all else goes by `documents`.
TAKERS: dict[str, Taker] = {
    "cases": cascades.cases,
    "patients": cascades.patients,
    "tickets": cascades.tickets,
    "clinics": cascades.organisations,
    "labs": cascades.organisations,
    "entries": wallet_entries.entries,
    "audit": audit_entries.entries,
}


def begin(ctx: Context) -> int:
    """Record the day's retention job, once; return how many were recorded. One read mostly."""
    day = day_of(ctx.clock.now()).isoformat()
    if ctx.store.get(Job, _job_id(ALL, day)) is not None:
        return 0
    return ctx.store.run(lambda unit: _promise_day(unit, ctx, day))


def retain(ctx: Context, blobs: Blobs, holds: Holds, job: Job) -> datetime | None:
    """Run the job of a day, or of one of its rows; when the job is due again.

    The day's: a read for each row, and a write for each that has something due.
    """
    name, day = job.subject_id, job.id[-len("2026-01-01") :]
    if name == ALL:
        due = [each for each in QUERIED if _has_due(ctx, each)]
        ctx.store.run(lambda unit: _promise(unit, ctx, day, due))
        return None
    errand = Errand(ctx, blobs, holds, QUERIED[name])
    more = TAKERS.get(name, documents)(errand)
    log.info("retained", row=name, gone=errand.gone, held=errand.kept, more=more)
    if errand.gone and errand.row.then:
        ctx.store.run(lambda unit: _promise(unit, ctx, day, errand.row.then))
    return ctx.clock.now() if more else None


def end_erasure(ctx: Context, blobs: Blobs, holds: Holds, job: Job) -> datetime | None:
    """Take what an erasure left on a ground, and then its receipt; when the job is due again."""
    name = job.id.removeprefix(ENDS)
    receipt = receipts.read(blobs, name)
    if receipt is None:
        return None
    subject = DataSubject(receipt.subject, SubjectKind(receipt.kind))
    subject.recall(receipt.known)
    errand = Errand(ctx, blobs, holds, QUERIED["cases"])
    if not cascades.left(errand, subject):
        return errand.now + timedelta(days=1)
    blobs.discard_all([receipts.name_of(name)])
    return None


def _has_due(ctx: Context, name: str) -> bool:
    row = QUERIED[name]
    values = row.values(ctx.clock.now())
    return bool(ctx.store.find(row.found.query, *values, limit=1))


def _promise_day(unit: UnitOfWork, ctx: Context, day: str) -> int:
    if unit.get(Job, _job_id(ALL, day)) is not None:
        return 0
    _promise(unit, ctx, day, (ALL,))
    return 1


def _promise(unit: UnitOfWork, ctx: Context, day: str, names: Iterable[str]) -> None:
    now = ctx.clock.now()
    for name in names:
        jobs.promise(unit, ctx, _job_id(name, day), JobKind.RETAIN, f"retention/{name}", now)


def _job_id(name: str, day: str) -> str:
    return f"retain-{name}-{day}"
