"""Tickets: opened by anybody with an account, seen and assigned by admins, closed by either."""

from core import audit, settings
from core.access import Caller, Role
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.queries import Query
from core.reading import Key
from core.units import UnitOfWork
from messaging.service import Audience
from scans import service as scans
from support import telling
from support.errors import NotAnAdmin, TicketNotFound, TooManyTickets
from support.models import Ticket, TicketMessage, TicketState
from support.requests import (
    AssignTicket,
    CloseTicket,
    ListTickets,
    MessageShown,
    OpenTicket,
    ShowTicket,
    TicketNow,
    TicketOpened,
    TicketRow,
    Tickets,
    TicketShown,
)
from support.states import TICKET, TicketAction

#: Clients read a ticket's messages all at once.
MAX_MESSAGES = 500

OF_STATE = Query(Ticket, where=(("state", "=="),), order=(("since", "ASCENDING"),))
ASSIGNED = Query(
    Ticket, where=(("state", "=="), ("assignee", "==")), order=(("since", "ASCENDING"),)
)
#: An account's tickets that are not closed.
STANDING = Query(Ticket, where=(("uid", "=="), ("state", "in")))
_STANDING = sorted(set(TicketState) - {TicketState.CLOSED})
MESSAGES = Query(TicketMessage, order=(("sent_at", "ASCENDING"),))


def side(unit: UnitOfWork, ctx: Context, ticket_id: str) -> tuple[Ticket, Party]:
    """Read a ticket as the person who opened it, or as an admin. One read.

    Raises:
        TicketNotFound: there is none, or it is somebody else's; the two look alike.
    """
    ticket, caller = unit.get(Ticket, ticket_id), ctx.caller
    if ticket is not None and ticket.uid == caller.uid:
        return ticket, Party.PERSON
    if ticket is not None and caller.role is Role.ADMIN:
        return ticket, Party.ADMIN
    raise TicketNotFound


def open_ticket(ctx: Context, request: OpenTicket) -> TicketOpened:
    """Open a ticket with its first message. Five writes, and one more read for what it is about.

    A read for each ticket of the caller that is not closed, at least one.

    Raises:
        CaseNotFound, OrderNotFound: the caller may not see what it is about.
        TooManyTickets, KeyReused.
    """
    most = settings.OPEN_TICKETS.value

    def work(unit: UnitOfWork) -> TicketOpened:
        if len(unit.find(STANDING, ctx.caller.uid, _STANDING, limit=most)) >= most:
            raise TooManyTickets(limit=most)
        case_id = _case_of(unit, ctx, request.about)
        caller, now, ticket_id = ctx.caller, ctx.clock.now(), ctx.store.new_id()
        if caller.role is None:
            raise AssertionError("an account that is active has a role")
        ticket = Ticket(
            uid=caller.uid,
            role=caller.role,
            org=caller.org,
            subject=request.subject,
            about=request.about,
            case_id=case_id,
            state=TICKET.must(None, TicketAction.OPEN, Party.PERSON).to or TicketState.OPEN,
            since=now,
            opened_at=now,
            last_at=now,
            messages=1,
        )
        first = TicketMessage(
            uid=caller.uid, party=Party.PERSON, author=caller.uid, text=request.text, sent_at=now
        )
        unit.create(ticket, ticket_id)
        unit.create(first, ticket_id, ctx.store.new_id())
        telling.waiting(unit, ctx, ticket_id, Audience.queue())
        audit.record(unit, ctx, "support.open_ticket", Ticket.path_for(ticket_id))
        return TicketOpened(ticket_id=ticket_id)

    return once(ctx, "support/open_ticket", request.idempotency_key, request, TicketOpened, work)


def assign(ctx: Context, request: AssignTicket) -> TicketNow:
    """Give a ticket to an admin, who hears of it. Three reads, and four writes at most.

    Raises:
        TicketNotFound, WrongTicketState, NotAnAdmin, KeyReused.
    """

    def work(unit: UnitOfWork) -> TicketNow:
        ticket, _ = side(unit, ctx, request.ticket_id)
        TICKET.must(ticket.state, TicketAction.ASSIGN)
        if not telling.is_admin(unit, request.uid):
            raise NotAnAdmin
        changed = unit.change(ticket, assignee=request.uid)
        telling.waiting(unit, ctx, ticket.id, Audience.admin(request.uid))
        path = Ticket.path_for(ticket.id)
        audit.record(unit, ctx, "support.assign", path, assignee=request.uid)
        return _now(changed)

    return once(ctx, "support/assign_ticket", request.idempotency_key, request, TicketNow, work)


def close(ctx: Context, request: CloseTicket) -> TicketNow:
    """Close a ticket, from either side. Two reads, three writes; closed already, it stays so.

    Nobody is told: the person listens to the ticket, and admins list what is open.

    Raises:
        TicketNotFound, KeyReused.
    """

    def work(unit: UnitOfWork) -> TicketNow:
        ticket, party = side(unit, ctx, request.ticket_id)
        found = TICKET.step(ticket.state, TicketAction.CLOSE, party)
        if found is None:
            return _now(ticket)
        changed = unit.change(ticket, state=found.to, since=ctx.clock.now())
        audit.record(unit, ctx, "support.close", Ticket.path_for(ticket.id))
        return _now(changed)

    return once(ctx, "support/close_ticket", request.idempotency_key, request, TicketNow, work)


def list_tickets(ctx: Context, request: ListTickets) -> Tickets:
    """Return one page of the tickets of a state, the longest in it first; it is on record.

    A read for each, one write.

    Raises:
        CursorInvalid.
    """
    of_somebody = request.assignee is not None
    query = ASSIGNED if of_somebody else OF_STATE
    values = [request.state, *([request.assignee] if of_somebody else [])]
    page = audit.page_shown(
        ctx,
        "support.list",
        query,
        *values,
        limit=request.limit,
        cursor=request.cursor,
        lenient=True,
    )
    return Tickets(
        tickets=[TicketRow.of(ticket) for ticket in page.items],
        cursor=page.cursor,
        left_out=page.left_out,
    )


def show(ctx: Context, request: ShowTicket) -> TicketShown:
    """Show a ticket and its messages, with an entry in the same transaction that says to whom.

    A read, one for each message, and one write.

    Raises:
        TicketNotFound.
    """

    def work(unit: UnitOfWork) -> TicketShown:
        ticket, _ = side(unit, ctx, request.ticket_id)
        path = Ticket.path_for(ticket.id)
        messages = unit.find(MESSAGES, limit=MAX_MESSAGES, under=path)
        audit.record(unit, ctx, "support.show", path)
        return TicketShown(
            ticket=TicketRow.of(ticket),
            subject=ticket.subject,
            messages=[MessageShown.of(message) for message in messages],
        )

    return ctx.store.run(work)


def about_wanted(caller: Caller, request: OpenTicket) -> list[Key]:
    """Return the case that a ticket is about, if it is about one: `open_ticket` reads it."""
    del caller
    kind, _, found = (request.about or "").partition("/")
    return scans.keys_of(found, ()) if kind == "cases" else []


def _case_of(unit: UnitOfWork, ctx: Context, about: str | None) -> str | None:
    """Return the case of what a ticket is about, which the caller must be allowed to see."""
    if about is None:
        return None
    kind, found = about.split("/")
    if kind == "cases":
        scans.concerns(unit, ctx, found)
        return found
    from labs import service as labs  # few tickets are about orders

    return labs.concerns(unit, ctx, found)


def _now(ticket: Ticket) -> TicketNow:
    return TicketNow(ticket_id=ticket.id, state=ticket.state, assignee=ticket.assignee)
