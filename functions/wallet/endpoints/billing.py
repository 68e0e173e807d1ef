"""The callables of the month's invoices: who starts them, and the tasks that make them."""

from zoneinfo import ZoneInfo

from firebase_functions import https_fn, options, scheduler_fn, tasks_fn

from core import log, settings
from core.access import ADMINS
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import CursorInvalid
from core.firebase import firestore_client
from core.store import Store
from wallet import monthly, periods
from wallet.requests import invoices as invoice_forms


@callable_function(
    request=invoice_forms.StartBilling,
    response=invoice_forms.BillingStarted,
    roles=ADMINS,
    raises=(CursorInvalid,),
)
def wallet_start_billing(
    ctx: Context, data: invoice_forms.StartBilling
) -> invoice_forms.BillingStarted:
    """Have a month invoiced, a page of wallets a call, as `wallet_bill_month` does by itself."""
    return monthly.start(ctx, data)


@scheduler_fn.on_schedule(
    schedule="0 2 1 * *",
    timezone=ZoneInfo("Asia/Kolkata"),
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=540,
    retry_count=3,
)
def wallet_bill_month(event: scheduler_fn.ScheduledEvent) -> None:
    """Have the month that is over invoiced, a task for each clinic; again, it adds none."""
    month = periods.month_before(SystemClock().now())
    enqueued = monthly.start_all(Store(firestore_client()), month)
    log.info("billing started", job=event.job_name, month=month, enqueued=enqueued)


@tasks_fn.on_task_dispatched(
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=300,
    retry_config=options.RetryConfig(max_attempts=5, min_backoff_seconds=60),
    rate_limits=options.RateLimits(max_concurrent_dispatches=8),
)
def bill(request: https_fn.CallableRequest[object]) -> None:
    """Make out one wallet's invoices of a month; tried again unless only people can help."""
    try:
        monthly.bill(Store(firestore_client()), SystemClock(), request.data)
    except Exception as err:
        log.failure("billing failed", err)
        # The library logs the text of all errors but its own, and a text may quote a person.
        raise https_fn.HttpsError(https_fn.FunctionsErrorCode.INTERNAL, "INTERNAL") from err
