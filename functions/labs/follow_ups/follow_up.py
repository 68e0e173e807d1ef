"""The job of an order: tells both sides that it is late, or completes one that was delivered."""

from core.context import Context
from core.jobs import Job
from core.machines import Party
from core.units import UnitOfWork
from labs.orders import history, promises
from labs.orders.models import Order, OrderState
from labs.orders.requests import MoveOrder
from labs.orders.states import AT_WORK, ORDER, OrderAction
from labs.orders.transitions import OrderStep
from messaging.service import Notice


def keep(unit: UnitOfWork, ctx: Context, job: Job) -> None:
    """Run the job that looks at an order again.

    One read where there is nothing to do; two writes for a late one; what completing costs for one
    that is completed.
    """
    order = unit.get(Order, job.subject_id)
    due_at = promises.look_at(order) if order is not None else None
    if order is None or due_at is None or due_at > ctx.clock.now():
        return
    if order.state is OrderState.DELIVERED:
        _complete(unit, ctx, order)
    elif order.state in AT_WORK:
        told = history.concerned(order, Party.SYSTEM)
        history.tell(unit, ctx, order, Notice.ORDER_OVERDUE, told)


def _complete(unit: UnitOfWork, ctx: Context, order: Order) -> None:
    action = OrderAction.COMPLETE
    request = MoveOrder(order_id=order.id, action=action, idempotency_key=f"follow-up-{order.id}")
    found = ORDER.must(order.state, action, Party.SYSTEM)
    OrderStep(unit, ctx, order, request, Party.SYSTEM).take(found.to)
