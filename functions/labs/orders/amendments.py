"""Corrects what a lab said of an order: the day it promised, or how the parcel travels.

It is a step of its own, in the history, and the clinic is told: a step that was taken is never
changed by being sent again. Whether the lab keeps its promises is told by the day that it promised
first.
"""

from core import audit
from core.clock import day_of
from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from labs.catalogue.workdays import latest_from
from labs.orders import history, promises
from labs.orders.errors import AmendmentNeeded, DayNotPossible
from labs.orders.models import Order, OrderCause, OrderState
from labs.orders.requests import MoveOrder
from messaging.service import Notice


def amend(unit: UnitOfWork, ctx: Context, order: Order, request: MoveOrder, party: Party) -> Order:
    """Write what the lab says now; what stands there already is done. Four writes, five for a day.

    Raises:
        AmendmentNeeded: the request says nothing that may be corrected in this state, or more.
        DayNotPossible: the day is over, or more than a year ahead.
    """
    field = "shipment" if order.state is OrderState.SHIPPED else "due_on"
    said = {"shipment": request.shipment, "due_on": request.due_on}
    if said.pop(field) is None or any(said.values()):
        raise AmendmentNeeded(allowed=[field])
    wanted = getattr(request, field)
    if getattr(order, field) == wanted:
        return order
    if field == "shipment":
        after = unit.change(order, shipment=wanted)
    else:
        _refuse_day(ctx, wanted)
        first = order.promised_on or order.due_on
        after = unit.change(order, due_on=wanted, promised_on=first)
        promises.follow_up(unit, ctx, after, request.action)
    history.add(unit, ctx, after, request.action, party, OrderCause.LAB)
    history.tell(unit, ctx, after, Notice.ORDER_AMENDED, history.concerned(after, party))
    audit.record(unit, ctx, "labs.amend_order", Order.path_for(order.id))
    return after


def _refuse_day(ctx: Context, wanted: str) -> None:
    today = day_of(ctx.clock.now())
    earliest, latest = today.isoformat(), latest_from(today).isoformat()
    if not earliest <= wanted <= latest:
        raise DayNotPossible(earliest=earliest, latest=latest)
