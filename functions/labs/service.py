"""What other packages use of labs: whether an order concerns a caller, and the job of an order."""

from core.context import Context
from core.jobs import Job
from core.units import UnitOfWork
from labs.orders.errors import OrderNotFound

__all__ = ["OrderNotFound", "concerns", "follow_up_order"]


def concerns(unit: UnitOfWork, ctx: Context, order_id: str) -> str:
    """Make sure that the caller is a side of an order; the id of its case. One read.

    Raises:
        OrderNotFound: there is none, or it is none of the caller's; admins are no side.
    """
    from labs.orders.sides import (
        side,
    )  # prices and the wallet come with it; few who ask name an order

    order, _ = side(unit, ctx, order_id)
    return order.case_id


def follow_up_order(unit: UnitOfWork, ctx: Context, job: Job) -> None:
    """Run the job that looks at an order again."""
    from labs.follow_ups import follow_up  # who asks for less does without what moves orders

    follow_up.keep(unit, ctx, job)
