"""The callables of receipts."""

from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from labs.orders import errors as order_errors
from labs.orders.models import Order
from labs.receipts import requests as receipt_forms


@callable_function(
    request=receipt_forms.GetReceipt,
    response=receipt_forms.ReceiptGiven,
    roles=ORG_ROLES | ADMINS,
    raises=(order_errors.OrderNotFound, order_errors.ReasonNeeded),
    locks=(Order,),
)
def get_receipt(ctx: Context, data: receipt_forms.GetReceipt) -> receipt_forms.ReceiptGiven:
    """Get an order's receipt: what arrived, was flagged, asked and answered, and who fetched it."""
    from core.blobs import project_blobs  # Storage: only who makes links waits for it
    from labs.receipts import links

    return links.hand_out(ctx, project_blobs(), data)
