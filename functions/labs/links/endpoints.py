"""The callables of an order's files."""

from core.access import LABS
from core.callables import callable_function
from core.context import Context
from labs.links import errors
from labs.links import requests as file_forms
from labs.orders import errors as order_errors
from labs.orders.models import Order
from scans import service as scans


@callable_function(
    request=file_forms.GetOrderFileLinks,
    response=file_forms.OrderFileLinks,
    roles=LABS,
    raises=(
        order_errors.OrderNotFound,
        order_errors.WrongOrderState,
        order_errors.NotShared,
        errors.FileNotInOrder,
        errors.LinksUsedUp,
        scans.CaseNotFound,
    ),
    locks=(Order,),
)
def get_file_links(ctx: Context, data: file_forms.GetOrderFileLinks) -> file_forms.OrderFileLinks:
    """Get short-lived signed links to an order's files, each on record."""
    from core.blobs import project_blobs  # Storage: only who makes links waits for it
    from labs.links import file_links

    return file_links.file_links(ctx, project_blobs(), data)
