"""The callables of receipts."""

from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from labs import errors
from labs.requests import receipts as receipt_forms


@callable_function(
    request=receipt_forms.GetReceipt,
    response=receipt_forms.ReceiptGiven,
    roles=ORG_ROLES | ADMINS,
    raises=(errors.OrderNotFound, errors.ReasonNeeded),
)
def get_receipt(ctx: Context, data: receipt_forms.GetReceipt) -> receipt_forms.ReceiptGiven:
    """Get an order's receipt: what arrived, was flagged, asked and answered, and who fetched it."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket
    from labs import receipt_links

    return receipt_links.hand_out(ctx, Blobs(bucket()), data)
