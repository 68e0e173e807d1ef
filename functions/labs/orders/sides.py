"""Reads an order as one of its two sides, and tells whether its case may still be shared."""

from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from labs.orders.errors import NotShared, OrderNotFound
from labs.orders.models import Order
from labs.orders.transitions import seen
from scans import service as scans


def side(unit: UnitOfWork, ctx: Context, order_id: str) -> tuple[Order, Party]:
    """Read an order as one of its two sides. One read.

    Raises:
        OrderNotFound: there is none, or it is none of the caller's; admins are no side.
    """
    order, party = seen(unit, ctx, order_id)
    if party is Party.ADMIN:
        raise OrderNotFound
    return order, party


def shared_patient(unit: UnitOfWork, order: Order) -> str:
    """Return the patient whom an order is for, while the case may be shared. Two reads.

    Raises:
        NotShared: the consent was withdrawn, or the case is frozen; nothing may be shared any more.
        CaseNotFound: it was erased.
    """
    sharing = scans.sharing(unit, order.case_id)
    if sharing.refusal is not None:
        raise NotShared(why=sharing.refusal)
    return sharing.patient_id
