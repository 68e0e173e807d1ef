"""Stopping the orders of a withdrawn consent: scans, which freezes its cases, knows no labs.

Whatever happens is decided by what stands there now, and each order is a transaction of its own: an
event may come twice, late, or after a run that died half way.
"""

from collections.abc import Iterator

from core import log
from core.clock import Clock
from core.context import Context
from core.machines import Party
from core.queries import Query
from core.store import Store, Unit
from core.triggers import FailedError
from labs.models import Order, Reason
from labs.moving import Step
from labs.requests.orders import MoveOrder
from labs.states import ORDER, STOPPED_BY
from scans import service as scans

#: Orders of one page.
PAGE = 50

OPEN = Query(Order, where=(("case_id", "=="), ("state", "in")), order=(("placed_at", "ASCENDING"),))


def stop(store: Store, clock: Clock, consent_id: str) -> int:
    """End every order under way of a consent that was withdrawn; return how many were ended.

    One read where the consent stands. Else one for each case and for each open order beyond its
    first; for an order three more and nine writes; for one that nobody accepted, a read of the lab,
    and one and a write for each owner but the first. An order that is placed at the same time is
    refused or found here: placing reads the consent in its transaction.

    Raises:
        FailedError: some could not be ended, the others were; doing it again ends what is left.
    """
    ctx = Context.of_system(store, clock)
    stopped, failed = 0, 0
    for case_id in scans.withdrawn_cases(store, consent_id):
        for order_id in _open(store, case_id):
            try:
                stopped += _stop(ctx, order_id, consent_id)
            except Exception as err:  # noqa: BLE001  one order keeps no other from being ended
                log.failure("order not stopped", err, order=order_id)
                failed += 1
    if failed:
        raise FailedError
    return stopped


def _open(store: Store, case_id: str) -> Iterator[str]:
    """Yield the orders of a case that could be stopped, page by page."""
    cursor: str | None = None
    while True:
        page = store.page(OPEN, case_id, sorted(STOPPED_BY), limit=PAGE, cursor=cursor)
        yield from (order.id for order in page.items)
        cursor = page.cursor
        if cursor is None:
            return


def _stop(ctx: Context, order_id: str, consent_id: str) -> bool:
    """Take the step that ends an order; False where somebody ended it meanwhile."""

    def work(unit: Unit) -> bool:
        order = unit.get(Order, order_id)
        action = STOPPED_BY.get(order.state) if order is not None else None
        if order is None or action is None:
            return False
        wish = MoveOrder(
            order_id=order_id,
            action=action,
            reason=Reason.CONSENT_WITHDRAWN,
            idempotency_key=consent_id,  # a consent is withdrawn once
        )
        step = Step(unit, ctx, order, wish, Party.SYSTEM)
        step.take(ORDER.must(order.state, action, Party.SYSTEM).to)
        return True

    return ctx.store.run(work)
