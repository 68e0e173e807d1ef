"""The callables of tickets."""

from core.access import ADMINS, Role, Standing
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from core.idempotency import Request
from labs import service as labs
from scans import service as scans
from support import errors, requests, tickets
from support.models import Ticket

_ALL = frozenset(Role)


@callable_function(
    request=requests.OpenTicket,
    response=requests.TicketOpened,
    roles=_ALL,
    raises=(scans.CaseNotFound, labs.OrderNotFound, errors.TooManyTickets, KeyReused),
    locks=(Request, tickets.about_wanted),
)
def open_ticket(ctx: Context, data: requests.OpenTicket) -> requests.TicketOpened:
    """Open a ticket: ask support something, about a case or an order where there is one.

    Clients then listen to `tickets/{ticket_id}` and its `messages`.
    """
    return tickets.open_ticket(ctx, data)


@callable_function(
    request=requests.AssignTicket,
    response=requests.TicketNow,
    roles=ADMINS,
    raises=(errors.TicketNotFound, errors.WrongTicketState, errors.NotAnAdmin, KeyReused),
    locks=(Request, Ticket, Standing),
)
def assign_ticket(ctx: Context, data: requests.AssignTicket) -> requests.TicketNow:
    """Give a ticket to an admin, who hears from then on what is written to it."""
    return tickets.assign(ctx, data)


@callable_function(
    request=requests.CloseTicket,
    response=requests.TicketNow,
    roles=_ALL,
    raises=(errors.TicketNotFound, KeyReused),
    locks=(Request, Ticket),
)
def close_ticket(ctx: Context, data: requests.CloseTicket) -> requests.TicketNow:
    """Close a ticket, as its opener or as an admin; a message within thirty days reopens it."""
    return tickets.close(ctx, data)


@callable_function(
    request=requests.ListTickets, response=requests.Tickets, roles=ADMINS, raises=(CursorInvalid,)
)
def list_tickets(ctx: Context, data: requests.ListTickets) -> requests.Tickets:
    """List tickets by state and admin, the longest waiting first, without anybody's words.

    Which were listed is on record.
    """
    return tickets.list_tickets(ctx, data)


@callable_function(
    request=requests.ShowTicket,
    response=requests.TicketShown,
    roles=ADMINS,
    raises=(errors.TicketNotFound,),
    locks=(Ticket,),
)
def show_ticket(ctx: Context, data: requests.ShowTicket) -> requests.TicketShown:
    """Show an admin a ticket with its messages; that it was shown is on record."""
    return tickets.show(ctx, data)
