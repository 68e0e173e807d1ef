"""The reconciliation of the last days, by itself or for an admin; who hears of what differs."""

from datetime import timedelta

from core import audit, log, settings
from core.clock import Clock, day_of
from core.contention import OptimisticUnit
from core.context import Context
from core.store import Store
from messaging.service import Audience, Notice, notify
from wallet.payments import reconciliation
from wallet.payments.errors import OnlinePaymentNotConfigured, PaymentNotBookedError
from wallet.payments.gateway import Gateway
from wallet.payments.models import Outcome, PaymentEvent
from wallet.payments.reports import Difference, ReconciliationReport
from wallet.payments.requests import DifferenceRow, Reconciled, ReconcilePayments

#: New differences that are recorded in one run: what is left is told of by the next one.
_MOST_TOLD = 100


def reconcile_last(store: Store, clock: Clock, *, seconds: float) -> ReconciliationReport | None:
    """Reconcile the last days of the settings, today among them; None without a gateway.

    Raises:
        PaymentGatewayUnavailable, Busy: what was booked by then stays; run it again.
    """
    try:
        at = Gateway.configured()
    except OnlinePaymentNotConfigured:
        return None
    today = day_of(clock.now())
    first = today - timedelta(days=settings.RECONCILED_DAYS.value - 1)
    report = reconciliation.reconcile(store, clock, at, first, today, seconds=seconds)
    alarm(store, clock, report)
    return report


def reconcile_on_demand(
    ctx: Context, at: Gateway, request: ReconcilePayments, *, seconds: float
) -> Reconciled:
    """Reconcile the days that an admin names; one audit entry says so, before anything is booked.

    Raises:
        PaymentGatewayUnavailable, Busy.
    """
    first, last = request.first_day, request.last_day
    named = {"first": str(first), "last": str(last)}
    ctx.store.run(lambda unit: audit.record(unit, ctx, "wallet.reconcile", "payments", **named))
    report = reconciliation.reconcile(ctx.store, ctx.clock, at, first, last, seconds=seconds)
    alarm(ctx.store, ctx.clock, report)
    through = report.through
    return Reconciled(
        next_day=through + timedelta(days=1) if through and through < last else None,
        payments=report.payments,
        paid=report.paid,
        refunds=report.refunds,
        refunded=report.refunded,
        disputes=report.disputes,
        settled=report.settled,
        fees=report.fees,
        tax=report.tax,
        booked=report.booked,
        differences=[
            DifferenceRow(kind=e.kind, subject=e.subject, there=e.there, here=e.here)
            for e in report.differences
        ],
    )


def alarm(store: Store, clock: Clock, report: ReconciliationReport) -> int:
    """Record the differences that are new, and tell the admins of them; how many were.

    A read for each difference, and a write for each that is new; one more for the notice.
    """
    new = store.compete(lambda unit: _recorded(store, unit, clock, report.differences))
    if new:
        log.failure("payments differ", PaymentNotBookedError(), new=new)
    return new


def _recorded(store: Store, unit: OptimisticUnit, clock: Clock, found: list[Difference]) -> int:
    events = {f"differs_{each.kind}_{each.subject}": each for each in found}
    if not events:
        return 0
    known = unit.get_all(PaymentEvent, *((event_id,) for event_id in events))
    new = [name for name, found in zip(events, known, strict=True) if found is None][:_MOST_TOLD]
    for event_id in new:
        made = PaymentEvent(type="reconciliation", outcome=Outcome.DIFFERS, received_at=clock.now())
        unit.create(made, event_id)
    if new:
        first = {"event": new[0], "what": f"reconciliation.{events[new[0]].kind}"}
        notify(unit, store, clock, Audience.admins(), Notice.PAYMENT_ALARM, **first)
    return len(new)
