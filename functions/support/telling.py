"""Tells which admins hear that a ticket waits."""

from collections.abc import Sequence

from core.context import Context
from core.units import UnitOfWork
from messaging.service import Notice, notify
from support.models import Ticket, TicketState


def admins(ctx: Context) -> Sequence[str]:
    """Return the active admins, as many as hear of one event. A read each."""
    from accounts import service as accounts  # what only reads tickets starts faster

    return accounts.active_admins(ctx.store)


def is_admin(unit: UnitOfWork, uid: str) -> bool:
    """Tell whether somebody is an active admin. One read."""
    from accounts import service as accounts  # as above

    return accounts.is_active_admin(unit, uid)


def concerned(unit: UnitOfWork, ctx: Context, ticket: Ticket) -> Sequence[str]:
    """Return who hears of a message of the person: its admin, or all while it is nobody's.

    All of them hear once, when it begins to wait, and not of every further line. One read, and
    one for each admin where the one assigned is none any more.
    """
    if ticket.assignee is not None and is_admin(unit, ticket.assignee):
        return [ticket.assignee]
    return [] if ticket.state is TicketState.OPEN else admins(ctx)


def waiting(unit: UnitOfWork, ctx: Context, ticket_id: str, uids: Sequence[str]) -> None:
    """Tell admins of a ticket, but not who acts. A write each."""
    for uid in sorted(set(uids) - {ctx.caller.uid}):
        notify(unit, ctx.store, ctx.clock, uid, Notice.TICKET_WAITING, ticket=ticket_id)
