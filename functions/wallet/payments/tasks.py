"""The schedule on which the books are reconciled with the payment gateway, payouts among them."""

from zoneinfo import ZoneInfo

from firebase_functions import options, scheduler_fn

from core import log, settings
from core.clock import SystemClock
from core.context import Context
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from wallet.payments import daily
from wallet.payouts import catching_up

#: Seconds after which no further day is begun, and no further payout: the function has 540.
_SECONDS, _SECONDS_OF_PAYOUTS = 360.0, 100.0


@scheduler_fn.on_schedule(
    schedule="30 3 * * *",
    timezone=ZoneInfo("Asia/Kolkata"),
    # One comes a day.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=540, concurrency=1).options(),
    retry_count=3,
    # The sweep, in which other chores are done, has no key to the gateway.
    secrets=[settings.RAZORPAY_KEY_SECRET],
)
def wallet_reconcile_nightly(event: scheduler_fn.ScheduledEvent) -> None:
    """Book what the webhook missed in the last days, and tell admins of what differs."""
    ctx = Context.of_system(Store(firestore_client()), SystemClock())
    report = daily.reconcile_last(ctx.store, ctx.clock, seconds=_SECONDS)
    done = {"booked": len(report.booked), "differ": len(report.differences)} if report else {}
    log.info("reconciled", job=event.job_name, configured=report is not None, **done)
    payouts = catching_up.nightly(ctx, seconds=_SECONDS_OF_PAYOUTS)
    log.info("payouts caught up with", job=event.job_name, booked=payouts)
