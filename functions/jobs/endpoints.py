"""The callables of jobs, all of them for admins."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, WrongJobState
from core.jobs import Job
from jobs import errors, service, sweeping
from jobs.requests import JobNow, Jobs, ListJobs, RetryJob, Sweep, Swept


@callable_function(request=Sweep, response=Swept, roles=ADMINS)
def sweep_jobs(ctx: Context, data: Sweep) -> Swept:
    """Look after what is due now, as `sweep` does by itself; or what is about one document."""
    return sweeping.on_demand(ctx, data)


@callable_function(request=ListJobs, response=Jobs, roles=ADMINS, raises=(CursorInvalid,))
def list_jobs(ctx: Context, data: ListJobs) -> Jobs:
    """List the jobs in a state, failed ones unless another is asked for."""
    return service.list_jobs(ctx, data)


@callable_function(
    request=RetryJob,
    response=JobNow,
    roles=ADMINS,
    raises=(errors.JobNotFound, WrongJobState),
    locks=(Job,),
)
def retry_job(ctx: Context, data: RetryJob) -> JobNow:
    """Have a failed job run again, now."""
    return service.retry(ctx, data)
