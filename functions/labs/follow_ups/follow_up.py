"""The job of an order: tells both sides that it is late, or completes one that was delivered."""

from core.context import Context
from core.jobs import Job
from core.machines import Party
from core.store import Unit
from labs.orders import history, promises
from labs.orders.models import Order, OrderState
from labs.orders.requests import MoveOrder
from labs.orders.states import AT_WORK, ORDER, OrderAction
from labs.orders.transitions import Step
from messaging.service import Notice


def keep(unit: Unit, ctx: Context, job: Job) -> None:
    """Run the job that looks at an order again.

    One read where there is nothing to do; two writes for a late one, at least; what completing
    costs for one that is completed.
    """
    order = unit.get(Order, job.subject_id)
    due_at = promises.look_at(order) if order is not None else None
    if order is None or due_at is None or due_at > ctx.clock.now():
        return
    if order.state is OrderState.DELIVERED:
        _complete(unit, ctx, order)
    elif order.state in AT_WORK:
        told = history.concerned(unit, order, Party.SYSTEM)
        history.tell(unit, ctx, order, Notice.ORDER_OVERDUE, told)


def _complete(unit: Unit, ctx: Context, order: Order) -> None:
    action = OrderAction.COMPLETE
    wish = MoveOrder(order_id=order.id, action=action, idempotency_key=f"follow-up-{order.id}")
    found = ORDER.must(order.state, action, Party.SYSTEM)
    Step(unit, ctx, order, wish, Party.SYSTEM).take(found.to)
