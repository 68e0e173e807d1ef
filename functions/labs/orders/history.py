"""Writes the history of an order, and tells the other side of it."""

from collections.abc import Iterable
from datetime import datetime

from core.access import Role
from core.clock import day_of
from core.context import Context
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from labs.orders.models import Order, OrderCause, OrderEvent, OrderState
from labs.orders.states import OrderAction
from messaging.service import Audience, Notice, notify

#: What is on record of one order, from the first on: its history, and the links to its files.
EVENTS = Query(OrderEvent, order=(("at", "ASCENDING"),))


#: Steps by which files reach the lab, and steps by which it promises a day.
_SENDING = frozenset({OrderAction.PLACE, OrderAction.SEND_RESCAN})


_PROMISING = frozenset({OrderAction.ACCEPT, OrderAction.SEND_RESCAN})


#: Steps that move nothing, and so have no reason.
_IN_PLACE = frozenset({OrderAction.CORRECT, OrderAction.AMEND})


def add(
    unit: UnitOfWork,
    ctx: Context,
    order: Order,
    action: OrderAction,
    party: Party,
    cause: OrderCause,
    **refs: str,
) -> None:
    """Add what the caller did; one write. The state and the reason are those after the act.

    What the act sent or promised is kept with it: the order itself has only the last of each. A
    correction of the patient does not say what was corrected.
    """
    sent, amended = action in _SENDING, action is OrderAction.AMEND
    travels = order.state is OrderState.SHIPPED
    event = OrderEvent(
        clinic_id=order.clinic_id,
        lab_id=order.lab_id,
        action=action,
        state=order.state,
        reason=None if action in _IN_PLACE else order.reason,
        cause=cause,
        actor=ctx.caller.uid,
        party=party,
        at=ctx.clock.now(),
        on_time=_on_time(order, ctx.clock.now()) if action is OrderAction.SHIP else None,
        files=order.files if sent else [],
        signed_off=order.signed_off if sent else [],
        checked=sent and order.checked,
        findings=order.findings if sent else [],
        due_on=order.due_on if action in _PROMISING or (amended and not travels) else None,
        shipment=order.shipment if travels and action is not OrderAction.CORRECT else None,
        refs=refs,
    )
    unit.create(event, order.id, ctx.store.new_id())


def _on_time(order: Order, at: datetime) -> bool | None:
    """Tell whether a shipment keeps the lab's promise; None where it made none."""
    promised = order.promised_on or order.due_on
    return day_of(at).isoformat() <= promised if promised is not None else None


def concerned(order: Order, party: Party) -> list[Audience]:
    """Return who hears of what a party does: who placed the order, and who accepted it or might."""
    clinic = Audience.organisation(Role.CLINIC, order.clinic_id, order.placed_by)
    return [clinic, *([] if party is Party.LAB else [of_lab(order)])]


def of_lab(order: Order) -> Audience:
    """Return who of the lab hears of an order: who accepted it, or its owners."""
    return Audience.organisation(Role.LAB, order.lab_id, order.accepted_by)


def tell(
    unit: UnitOfWork,
    ctx: Context,
    order: Order,
    kind: Notice,
    audiences: Iterable[Audience],
    **refs: str,
) -> None:
    """Tell people of the other side, but not who acts. A write each."""
    refs = {"order": order.id, "state": order.state.value, **refs}
    for audience in audiences:
        notify(unit, ctx.store, ctx.clock, audience.but(ctx.caller), kind, **refs)
