"""Runs one job once it is due, whoever wakes it and however often."""

from datetime import datetime, timedelta

from core import log, periods
from core.context import Context
from core.errors import Busy, DocumentNewer, ScannerError
from core.jobs import JOB, Job, JobAction, JobState, set_alarm, wake
from core.privacy import Retention
from core.units import UnitOfWork
from jobs.handlers import HANDLERS, Beside, Inside

#: Attempts before a job counts as failed; the queue's back-off spreads them over some minutes.
MOST = 5
#: After a failed attempt the sweep leaves the job to the queue for so long, each time longer.
PAUSE = timedelta(minutes=10)


class AttemptFailedError(Exception):
    """An attempt failed and may be made again: the queue does, and after it the sweep."""


def run(ctx: Context, job_id: str) -> JobState | None:
    """Run a job if it is due; its state then, None where there is nothing to do now.

    A job that is not due yet was moved, or its alarm came early: its own alarm or the sweep will
    wake it. What only people can mend ends as failed; what meets a document of a newer release
    waits for that, however long. One read where there is nothing to do, else two reads and a write
    beside what the handler costs.

    Raises:
        AttemptFailedError, Busy: it may go better later.
        DocumentNewer: so may it, where the job itself is a newer release's.
    """
    job = ctx.store.get(Job, job_id)
    if job is None or not _is_due(ctx, job):
        return None
    handler = HANDLERS.get(job.kind)
    if handler is None:
        return None
    try:
        state = _run(ctx, job, handler)
    except Busy:
        raise
    except DocumentNewer as err:
        _put_off(ctx, job, err)
        raise AttemptFailedError from err
    except ScannerError as err:
        return _failed(ctx, job, err, err.reason, final=True)
    except Exception as err:
        last = job.attempts + 1 >= MOST
        if (state := _failed(ctx, job, err, type(err).__name__, final=last)) is JobState.DUE:
            raise AttemptFailedError from err
    log.info("job", job=job_id, kind=job.kind, state=state.value if state else None)
    return state


def _is_due(ctx: Context, job: Job) -> bool:
    return job.state is JobState.DUE and job.due_at <= ctx.clock.now()


def _run(ctx: Context, job: Job, handler: Inside | Beside) -> JobState | None:
    if isinstance(handler, Inside):
        return _inside(ctx, job, handler)
    return _beside(ctx, job, handler)


def _inside(ctx: Context, job: Job, handler: Inside) -> JobState | None:
    def work(unit: UnitOfWork) -> JobState | None:
        now = unit.get(Job, job.id)
        if now is None or not _is_due(ctx, now):
            return None
        return _kept(unit, ctx, now, handler.keep(unit, ctx, now))

    return ctx.store.run(work)


def _beside(ctx: Context, job: Job, handler: Beside) -> JobState | None:
    again = handler.keep(ctx, job)

    def work(unit: UnitOfWork) -> JobState | None:
        now = unit.get(Job, job.id)
        if now is None or (now.state, now.due_at) != (job.state, job.due_at):
            return None  # moved, voided or kept by another attempt meanwhile
        return _kept(unit, ctx, now, again)

    return ctx.store.run(work)


def _kept(unit: UnitOfWork, ctx: Context, job: Job, again: datetime | None) -> JobState:
    """Write that the job is done, or when it is due again."""
    action, now = JobAction.GO_ON if again else JobAction.FINISH, ctx.clock.now()
    state = JOB.must(job.state, action).to or job.state
    if again is None:
        gone = periods.due(Retention.JOB, now)  # by TTL
        unit.change(job, state=state, attempts=0, last_error=None, expires_at=gone)
        return state
    wakes_at = wake(again, now)
    unit.change(job, state=state, due_at=again, wakes_at=wakes_at, attempts=0, last_error=None)
    if wakes_at == again:
        unit.afterwards(lambda: set_alarm(ctx.store, job.id, again))
    return state


def _put_off(ctx: Context, job: Job, err: DocumentNewer) -> None:
    """Leave a job to the queue, and after it to the sweep: the attempt does not count."""
    log.failure("job put off", err, job=job.id, kind=job.kind)

    def work(unit: UnitOfWork) -> None:
        now = unit.get(Job, job.id)
        if now is not None and (now.state, now.due_at) == (job.state, job.due_at):
            unit.change(now, last_error=err.reason, wakes_at=ctx.clock.now() + PAUSE)

    ctx.store.run(work)


def _failed(ctx: Context, job: Job, err: Exception, why: str, *, final: bool) -> JobState | None:
    """Write that an attempt failed; `final` where another would not go better."""
    log.failure("job failed", err, job=job.id, kind=job.kind, final=final)

    def work(unit: UnitOfWork) -> JobState | None:
        now = unit.get(Job, job.id)
        if now is None or (now.state, now.due_at) != (job.state, job.due_at):
            return None
        attempts = now.attempts + 1
        state = JOB.must(now.state, JobAction.GIVE_UP).to if final else now.state
        wakes_at = ctx.clock.now() + attempts * PAUSE
        unit.change(now, state=state, attempts=attempts, last_error=why, wakes_at=wakes_at)
        return state

    return ctx.store.run(work)
