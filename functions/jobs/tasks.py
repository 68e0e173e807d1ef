"""The functions that jobs run in: the alarm of one, and the sweep over all that are due."""

from firebase_functions import https_fn, options, scheduler_fn, tasks_fn

from core import log, settings
from core.callables import parse
from core.clock import SystemClock
from core.context import Context
from core.errors import InvalidRequest
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from jobs import chores, running, sweeping
from jobs.requests import Alarm


@tasks_fn.on_task_dispatched(
    # A job may go on for minutes and hold an archive: few at once in one instance.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=300, concurrency=4).options(),
    retry_config=options.RetryConfig(
        max_attempts=5, min_backoff_seconds=10, max_backoff_seconds=300
    ),
    rate_limits=options.RateLimits(max_dispatches_per_second=50, max_concurrent_dispatches=20),
)
def remind(request: https_fn.CallableRequest[object]) -> None:
    """Run the job that an alarm is for, if it is due; tried again where that may help."""
    try:
        alarm = parse(Alarm, request.data)
    except InvalidRequest as err:  # another attempt would find it the same
        log.failure("alarm without a job", err)
        return
    try:
        running.run(_context(), alarm.job_id)
    except Exception as err:
        # The library logs the text of all errors but its own, and a text may quote a person.
        raise https_fn.HttpsError(https_fn.FunctionsErrorCode.INTERNAL, "INTERNAL") from err


@scheduler_fn.on_schedule(
    schedule=f"every {settings.SWEEP_MINUTES} minutes",
    # One comes at a time.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=540, concurrency=1).options(),
    retry_count=3,
)
def sweep(event: scheduler_fn.ScheduledEvent) -> None:
    """Look after every job whose time came, then do the chores; again, it does what is left."""
    swept = sweeping.sweep(_context())
    log.info("swept", job=event.job_name, run=swept.run, woken=swept.woken)
    chores.do_all(_context())


def _context() -> Context:
    return Context.of_system(Store(firestore_client()), SystemClock())
