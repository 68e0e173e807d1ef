"""The sweep finds jobs that are due and were not woken, and sets alarms of those far ahead."""

from functools import partial

from core import audit
from core.context import Context
from core.errors import Busy, DocumentNewer
from core.jobs import Job, JobState, set_alarm
from core.queries import Op, Query
from core.store import Store
from core.units import UnitOfWork
from jobs import chores
from jobs.requests import Sweep, Swept
from jobs.running import PAUSE, AttemptFailedError, run

_WAKING: tuple[tuple[str, Op], ...] = (("state", "=="), ("wakes_at", "<="))
WAKING = Query(Job, _WAKING, order=(("wakes_at", "ASCENDING"),))
WAKING_OF_ONE = Query(Job, (("subject", "=="), *_WAKING), order=(("wakes_at", "ASCENDING"),))

#: Jobs that a sweep runs by itself: what some lost alarms leave. More are handed to the queue,
#: which keeps its rate.
RUN_HERE = 50
#: Jobs handed to the queue in one transaction, and in one sweep: some tens of seconds.
PAGE = 100
MOST = 4_000


def sweep(ctx: Context, subject: str | None = None) -> Swept:
    """Look after every job whose time came; `subject` takes the jobs about one document alone.

    The first that are due are run at once; the rest is woken through the queue, and what is further
    ahead gets its alarm. Reads each job found, twice where it is run; writes each. May run twice,
    and while tasks run.
    """
    found = _find(ctx.store, ctx, subject, RUN_HERE)
    overdue = [job for job in found if job.due_at <= ctx.clock.now()]
    ran = sum(_run(ctx, job) for job in overdue)
    woken = 0
    while woken < MOST and (more := ctx.store.run(lambda unit: _wake(unit, ctx, subject))):
        woken += more
    return Swept(run=ran, woken=woken)


def on_demand(ctx: Context, request: Sweep) -> Swept:
    """Sweep for an admin, as the system; the chores too, unless it is about one document.

    One audit entry says so, before anything is done.
    """
    subject = request.subject or Job.collection()
    ctx.store.run(lambda unit: audit.record(unit, ctx, "jobs.sweep", subject))
    system = Context.of_system(ctx.store, ctx.clock)
    swept = sweep(system, request.subject)
    if request.subject is None:
        chores.do_all(system)
    return swept


def _find(source: Store | UnitOfWork, ctx: Context, subject: str | None, limit: int) -> list[Job]:
    """Find jobs whose time came, the longest waiting first; one that does not load stops none."""
    values = (JobState.DUE, ctx.clock.now())
    if subject is None:
        return source.find(WAKING, *values, limit=limit, lenient=True)
    return source.find(WAKING_OF_ONE, subject, *values, limit=limit, lenient=True)


def _run(ctx: Context, job: Job) -> bool:
    """Run a job; False where it has to be run again, which is put off."""
    try:
        return run(ctx, job.id) is not None
    except (AttemptFailedError, Busy, DocumentNewer):
        return False


def _wake(unit: UnitOfWork, ctx: Context, subject: str | None) -> int:
    """Set the alarms of a page of jobs, and leave these to the queue for a while."""
    now = ctx.clock.now()
    jobs = _find(unit, ctx, subject, PAGE)
    for job in jobs:
        at = max(job.due_at, now)
        unit.change(job, wakes_at=max(job.due_at, now + PAUSE))
        unit.afterwards(partial(set_alarm, ctx.store, job.id, at, now.isoformat()))
    return len(jobs)
