"""Ends the orders under way of a consent that was withdrawn: scans knows no labs.

What is done is decided by what is stored now, and each order is a transaction of its own: an
event may come twice, late, or after a run that died half way.
"""

from core.clock import Clock
from core.context import Context
from core.machines import Party
from core.store import Store
from core.units import UnitOfWork
from labs.follow_ups import open_orders
from labs.orders.models import Order, Reason
from labs.orders.requests import MoveOrder
from labs.orders.states import ORDER, STOPPED_BY
from labs.orders.transitions import OrderStep
from scans import service as scans


def stop(store: Store, clock: Clock, consent_id: str) -> int:
    """End every order under way of a consent that was withdrawn; return how many were ended.

    One read where the consent stands. Else one for each case and for each open order beyond its
    first; for an order three more and nine writes. An order that is placed at the same time is
    refused or found here: placing reads the consent in its transaction.

    Raises:
        FailedError: some could not be ended, the others were; doing it again ends what is left.
    """
    ctx = Context.of_system(store, clock)
    cases = scans.withdrawn_cases(store, consent_id)
    return open_orders.each(store, cases, STOPPED_BY, lambda order: _stop(ctx, order, consent_id))


def _stop(ctx: Context, order_id: str, consent_id: str) -> bool:
    """Take the step that ends an order; False where somebody ended it meanwhile."""

    def work(unit: UnitOfWork) -> bool:
        order = unit.get(Order, order_id)
        action = STOPPED_BY.get(order.state) if order is not None else None
        if order is None or action is None:
            return False
        request = MoveOrder(
            order_id=order_id,
            action=action,
            reason=Reason.CONSENT_WITHDRAWN,
            idempotency_key=consent_id,  # a consent is withdrawn once
        )
        step = OrderStep(unit, ctx, order, request, Party.SYSTEM)
        step.take(ORDER.must(order.state, action, Party.SYSTEM).to)
        return True

    return ctx.store.run(work)
