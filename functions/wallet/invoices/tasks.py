"""The month's invoices: the schedule that starts them, and the tasks that make them."""

from zoneinfo import ZoneInfo

from firebase_functions import https_fn, options, scheduler_fn, tasks_fn

from core import log
from core.clock import SystemClock
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from wallet.invoices import monthly_billing


@scheduler_fn.on_schedule(
    schedule="0 2 1,16 * *",
    timezone=ZoneInfo("Asia/Kolkata"),
    # Two come a month.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=540, concurrency=1).options(),
    retry_count=3,
)
def wallet_bill_month(event: scheduler_fn.ScheduledEvent) -> None:
    """Have the month that is over invoiced, or in a month's middle what cannot wait for its end.

    A task for the first page of wallets; again, it adds none.
    """
    month, started = monthly_billing.start_due(Store(firestore_client()), SystemClock())
    log.info("billing started", job=event.job_name, month=month, started=started)


@tasks_fn.on_task_dispatched(
    # A wallet's month may hold hundreds of fees: few at once in one instance.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=300, concurrency=4).options(),
    retry_config=options.RetryConfig(
        max_attempts=5, min_backoff_seconds=60, max_backoff_seconds=600
    ),
    rate_limits=options.RateLimits(max_dispatches_per_second=50, max_concurrent_dispatches=8),
)
def bill(request: https_fn.CallableRequest[object]) -> None:
    """Make out one wallet's invoices of a month, or hand in a page of wallets.

    Tried again unless only people can help.
    """
    try:
        monthly_billing.take(Store(firestore_client()), SystemClock(), request.data)
    except Exception as err:
        log.failure("billing failed", err)
        # The library logs the text of all errors but its own, and a text may quote a person.
        raise https_fn.HttpsError(https_fn.FunctionsErrorCode.INTERNAL, "INTERNAL") from err
