"""An order's history, and who is told of it."""

from collections.abc import Iterable

from core.access import Role
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
        refs=refs,
    )
    unit.create(event, order.id, ctx.store.new_id())


def concerned(unit: Unit, order: Order, party: Party) -> list[str]:
    """Return who hears of what a party does: who placed the order, and who accepted it or might.

    A read for each owner of the lab while nobody there has accepted it.
    """
    return [order.placed_by, *([] if party is Party.LAB else _of_lab(unit, order))]


def _of_lab(unit: Unit, order: Order) -> list[str]:
    if order.accepted_by is not None:
        return [order.accepted_by]
    from accounts import service as accounts  # seldom: orders are accepted soon

    return accounts.active_owners(unit, Role.LAB, order.lab_id)


def tell(
    unit: Unit, ctx: Context, order: Order, kind: Notice, uids: Iterable[str], **refs: str
) -> None:
    """Tell people of the other side, but not who acts. A write each."""
    refs = {"order": order.id, "state": order.state.value, **refs}
    for uid in sorted(set(uids) - {ctx.caller.uid}):
        notify(unit, ctx.store, ctx.clock, uid, kind, **refs)
