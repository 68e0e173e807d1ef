"""The callables of support: parse, authorise, one service call."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from labs import service as labs
from scans import service as scans
from support import errors, figures, messages, requests, tickets

_ALL = frozenset(Role)
_ADMIN = frozenset({Role.ADMIN})


@callable_function(
    request=requests.OpenTicket,
    response=requests.TicketOpened,
    roles=_ALL,
    raises=(scans.CaseNotFound, labs.OrderNotFound, errors.TooManyTickets, KeyReused),
)
def support_open_ticket(ctx: Context, data: requests.OpenTicket) -> requests.TicketOpened:
    """Open a ticket: ask support something, about a case or an order where there is one.

    Clients then listen to `tickets/{ticket_id}` and its `messages`.
    """
    return tickets.open_ticket(ctx, data)


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
)
def support_start_attachment(
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
)
def support_send_message(
    ctx: Context, data: requests.SendTicketMessage
) -> requests.TicketMessageSent:
    """Write to the other side of a ticket: its opener asks, an admin answers."""
    return messages.send(ctx, data)


@callable_function(
    request=requests.AssignTicket,
    response=requests.TicketNow,
    roles=_ADMIN,
    raises=(errors.TicketNotFound, errors.WrongTicketState, errors.NotAnAdmin, KeyReused),
)
def support_assign(ctx: Context, data: requests.AssignTicket) -> requests.TicketNow:
    """Give a ticket to an admin, who hears from then on what is written to it."""
    return tickets.assign(ctx, data)


@callable_function(
    request=requests.CloseTicket,
    response=requests.TicketNow,
    roles=_ALL,
    raises=(errors.TicketNotFound, KeyReused),
)
def support_close(ctx: Context, data: requests.CloseTicket) -> requests.TicketNow:
    """Close a ticket, as its opener or as an admin; a message within thirty days reopens it."""
    return tickets.close(ctx, data)


@callable_function(
    request=requests.ListTickets, response=requests.Tickets, roles=_ADMIN, raises=(CursorInvalid,)
)
def support_list(ctx: Context, data: requests.ListTickets) -> requests.Tickets:
    """List tickets by state and admin, the longest waiting first, without anybody's words.

    Which were listed is on record.
    """
    return tickets.list_tickets(ctx, data)


@callable_function(
    request=requests.GetSupportFigures, response=requests.SupportFigures, roles=_ADMIN
)
def support_get_figures(ctx: Context, data: requests.GetSupportFigures) -> requests.SupportFigures:
    """Tell admins how much was asked in some days, and how long the first answers took."""
    return figures.figures(ctx, data)


@callable_function(
    request=requests.ShowTicket,
    response=requests.TicketShown,
    roles=_ADMIN,
    raises=(errors.TicketNotFound,),
)
def support_show(ctx: Context, data: requests.ShowTicket) -> requests.TicketShown:
    """Show an admin a ticket with its messages; that it was shown is on record."""
    return tickets.show(ctx, data)


@callable_function(
    request=requests.GetTicketMessageLinks,
    response=requests.TicketFileLinks,
    roles=_ALL,
    raises=(errors.TicketNotFound, errors.TicketMessageNotFound, errors.FilesStopped),
)
def support_get_message_links(
    ctx: Context, data: requests.GetTicketMessageLinks
) -> requests.TicketFileLinks:
    """Get short-lived signed links to what is attached to a message, each on record."""
    from core.blobs import Blobs  # Storage: only who makes links waits for it
    from core.firebase import bucket

    return messages.message_links(ctx, Blobs(bucket()), data)
