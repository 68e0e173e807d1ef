"""Tells admins that a ticket waits: its own admin, or all in their digests while it is nobody's."""

from core.context import Context
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from support.models import Ticket, TicketState


def is_admin(unit: UnitOfWork, uid: str) -> bool:
    """Tell whether somebody is an active admin. One read."""
    from accounts import service as accounts  # what only reads tickets starts faster

    return accounts.is_active_admin(unit, uid)


def asked(unit: UnitOfWork, ctx: Context, ticket: Ticket) -> None:
    """Tell of a message of the person, on the ticket as it was before. One write at most.

    Of what is nobody's admins hear once, when it begins to wait, and not of every further line.
    """
    if ticket.assignee is not None:
        waiting(unit, ctx, ticket.id, Audience.admin(ticket.assignee))
    elif ticket.state is not TicketState.OPEN:
        waiting(unit, ctx, ticket.id, Audience.queue())


def waiting(unit: UnitOfWork, ctx: Context, ticket_id: str, audience: Audience) -> None:
    """Tell admins of a ticket, but not who acts. One write."""
    to = audience.but(ctx.caller)
    notify(unit, ctx.store, ctx.clock, to, Notice.TICKET_WAITING, ticket=ticket_id)
