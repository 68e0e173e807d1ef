"""What admins do with jobs: list them, and have failed ones run again."""

from core import audit
from core.context import Context
from core.jobs import JOB, Job, JobAction, set_alarm
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from jobs.errors import JobNotFound
from jobs.requests import JobNow, JobRow, Jobs, ListJobs, RetryJob

BY_STATE = Query(Job, where=(("state", "=="),), order=(("due_at", "ASCENDING"),))


def list_jobs(ctx: Context, request: ListJobs) -> Jobs:
    """Return one page of the jobs in a state, the earliest first. A read per job.

    Raises:
        CursorInvalid.
    """
    page = ctx.store.page(
        BY_STATE, request.state, limit=request.limit, cursor=request.cursor, lenient=True
    )
    return Jobs(jobs=[row(job) for job in page.items], cursor=page.cursor, left_out=page.left_out)


def retry(ctx: Context, request: RetryJob) -> JobNow:
    """Have a failed job run again, now. One read, two writes; again, it changes nothing.

    Raises:
        JobNotFound, WrongJobState.
    """

    def work(unit: UnitOfWork) -> JobNow:
        job = unit.get(Job, request.job_id)
        if job is None:
            raise JobNotFound
        found = JOB.step(job.state, JobAction.RETRY, Party.ADMIN)
        if found is None:
            return JobNow(job_id=job.id, state=job.state)
        now = ctx.clock.now()
        unit.change(job, state=found.to, due_at=now, wakes_at=now, attempts=0, last_error=None)
        unit.afterwards(lambda: set_alarm(ctx.store, job.id, now))
        audit.record(unit, ctx, "jobs.retry", Job.path_for(job.id))
        return JobNow(job_id=job.id, state=found.to or job.state)

    return ctx.store.run(work)


def row(job: Job) -> JobRow:
    """Return a job as admins see it."""
    return JobRow(
        job_id=job.id,
        kind=job.kind,
        subject=job.subject,
        state=job.state,
        due_at=job.due_at,
        attempts=job.attempts,
        last_error=job.last_error,
    )
