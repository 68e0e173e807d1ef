"""The callables of messages on an order."""

from core.access import CLINICS, LABS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from core.idempotency import Request
from labs.links import errors as link_errors
from labs.links import requests as file_forms
from labs.messages import conversation, errors
from labs.messages import requests as message_forms
from labs.messages.models import OrderMessage
from labs.orders import errors as order_errors
from labs.orders.models import Order
from scans import service as scans

_TALKING = (
    order_errors.OrderNotFound,
    order_errors.WrongOrderState,
    order_errors.NotShared,
    scans.CaseNotFound,
)


@callable_function(
    request=message_forms.StartAttachment,
    response=message_forms.AttachmentSlot,
    roles=CLINICS | LABS,
    submits=True,
    raises=(*_TALKING, scans.FileTooLarge, scans.TooManyOpenUploads, KeyReused),
    locks=(Request, Order),
)
def start_attachment(
    ctx: Context, data: message_forms.StartAttachment
) -> message_forms.AttachmentSlot:
    """Ask for a slot in the landing zone for a file that goes with a message of the order.

    Clients then listen to `uploads/{upload_id}`, which nobody else reads, as for a scan.
    """
    return conversation.start_attachment(ctx, data)


@callable_function(
    request=message_forms.SendMessage,
    response=message_forms.MessageSent,
    roles=CLINICS | LABS,
    submits=True,
    raises=(
        *_TALKING,
        errors.TooManyMessages,
        scans.AttachmentNotFound,
        scans.AttachmentNotReady,
        scans.AttachmentSent,
        KeyReused,
    ),
    locks=(Request, Order, conversation.files_wanted),
)
def send_message(ctx: Context, data: message_forms.SendMessage) -> message_forms.MessageSent:
    """Write to the other side of an order, with files that were uploaded for it."""
    return conversation.send(ctx, data)


@callable_function(
    request=message_forms.GetMessageLinks,
    response=file_forms.OrderFileLinks,
    roles=CLINICS | LABS,
    raises=(*_TALKING, errors.MessageNotFound, link_errors.LinksUsedUp),
    locks=(Order, OrderMessage),
)
def get_message_links(
    ctx: Context, data: message_forms.GetMessageLinks
) -> file_forms.OrderFileLinks:
    """Get short-lived signed links to what is attached to a message, each on record."""
    from core.blobs import project_blobs  # Storage: only who makes links waits for it
    from labs.messages import attachment_links

    return attachment_links.message_links(ctx, project_blobs(), data)
