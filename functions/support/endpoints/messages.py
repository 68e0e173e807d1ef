"""The callables of messages on a ticket."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from core.idempotency import Request
from scans import service as scans
from support import errors, messages, requests
from support.models import Ticket, TicketMessage

_ALL = frozenset(Role)


@callable_function(
    request=requests.StartTicketAttachment,
    response=requests.TicketAttachmentSlot,
    roles=_ALL,
    raises=(
        errors.TicketNotFound,
        errors.WrongTicketState,
        errors.FilesStopped,
        scans.FileTooLarge,
        scans.TooManyOpenUploads,
        KeyReused,
    ),
    locks=(Request, Ticket),
)
def start_attachment(
    ctx: Context, data: requests.StartTicketAttachment
) -> requests.TicketAttachmentSlot:
    """Ask for a slot in the landing zone for a file that goes with a message of the ticket.

    Clients then listen to `uploads/{upload_id}`, which nobody else reads, as for a scan.
    """
    return messages.start_attachment(ctx, data)


@callable_function(
    request=requests.SendTicketMessage,
    response=requests.TicketMessageSent,
    roles=_ALL,
    raises=(
        errors.TicketNotFound,
        errors.WrongTicketState,
        errors.TicketFull,
        errors.FilesStopped,
        scans.AttachmentNotFound,
        scans.AttachmentNotReady,
        scans.AttachmentSent,
        KeyReused,
    ),
    locks=(Request, Ticket),
)
def send_message(ctx: Context, data: requests.SendTicketMessage) -> requests.TicketMessageSent:
    """Write to the other side of a ticket: its opener asks, an admin answers."""
    return messages.send(ctx, data)


@callable_function(
    request=requests.GetTicketMessageLinks,
    response=requests.TicketFileLinks,
    roles=_ALL,
    raises=(errors.TicketNotFound, errors.TicketMessageNotFound, errors.FilesStopped),
    locks=(Ticket, TicketMessage),
)
def get_message_links(
    ctx: Context, data: requests.GetTicketMessageLinks
) -> requests.TicketFileLinks:
    """Get short-lived signed links to what is attached to a message, each on record."""
    from core.blobs import project_blobs  # Storage: only who makes links waits for it

    return messages.message_links(ctx, project_blobs(), data)
