"""Records the job that looks at an order again: when it is late, or is to be completed."""

from datetime import date, datetime, timedelta

from core import jobs, settings
from core.clock import start_of
from core.context import Context
from core.jobs import JobKind
from core.units import UnitOfWork
from labs.orders.models import Order, OrderState
from labs.orders.states import OrderAction

#: Steps after which somebody has to look at the order later.
_PROMISING = frozenset(
    {OrderAction.ACCEPT, OrderAction.SEND_RESCAN, OrderAction.AMEND, OrderAction.DELIVER}
)


def follow_up(unit: UnitOfWork, ctx: Context, order: Order, action: OrderAction) -> None:
    """Record the job that looks at an order again, where the step calls for it. One write at most.

    An order has one such job: a new day, or the delivery, moves it.
    """
    due_at = look_at(order) if action in _PROMISING else None
    if due_at is not None:
        path = Order.path_for(order.id)
        jobs.promise(unit, ctx, f"order-{order.id}", JobKind.ORDER_FOLLOW_UP, path, due_at)


def look_at(order: Order) -> datetime | None:
    """Return when an order is late or, once it is delivered, when it is taken for completed."""
    delivered = order.times.get(OrderState.DELIVERED)
    if order.state is OrderState.DELIVERED and delivered is not None:
        return delivered + timedelta(days=settings.COMPLETION_DAYS.value)
    if order.due_on is None:
        return None
    return start_of(date.fromisoformat(order.due_on) + timedelta(days=1))
