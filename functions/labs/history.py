"""An order's history, and who is told of it."""

from collections.abc import Iterable
from datetime import datetime

from core.clock import day_of
from core.context import Context
from core.machines import Party
from core.store import Unit
from labs.models import Order, OrderEvent
from labs.states import OrderAction
from messaging.service import Notice, notify


def add(
    unit: Unit, ctx: Context, order: Order, action: OrderAction, party: Party, **refs: str
) -> None:
    """Add what the caller did; one write. The state and the reason are those after the act."""
    event = OrderEvent(
        clinic_id=order.clinic_id,
        lab_id=order.lab_id,
        action=action,
        state=order.state,
        reason=order.reason,
        actor=ctx.caller.uid,
        party=party,
        at=ctx.clock.now(),
        on_time=_on_time(order, ctx.clock.now()) if action is OrderAction.SHIP else None,
        refs=refs,
    )
    unit.create(event, order.id, ctx.store.new_id())


def _on_time(order: Order, at: datetime) -> bool | None:
    """Tell whether a shipment keeps the lab's promise; None where it made none."""
    return day_of(at).isoformat() <= order.due_on if order.due_on is not None else None


def tell(unit: Unit, ctx: Context, order: Order, kind: Notice, uids: Iterable[str]) -> None:
    """Tell people of the other side, but not who acts. A write each."""
    for uid in sorted(set(uids) - {ctx.caller.uid}):
        notify(unit, ctx.store, ctx.clock, uid, kind, order=order.id, state=order.state.value)
