"""What other packages use of labs: whether somebody has to do with an order."""

from core.context import Context
from core.store import Unit
from labs.errors import OrderNotFound

__all__ = ["OrderNotFound", "concerns"]


def concerns(unit: Unit, ctx: Context, order_id: str) -> str:
    """Make sure that the caller is a side of an order; the id of its case. One read.

    Raises:
        OrderNotFound: there is none, or it is none of the caller's; admins are no side.
    """
    from labs.sides import side  # prices and the wallet come with it; few who ask name an order

    order, _ = side(unit, ctx, order_id)
    return order.case_id
