"""The lists of a person's own tickets and their messages."""

from core.lists import ClientList, Own, Parameter, among, ascending, descending, equal
from core.privacy import Viewer
from support.models import Ticket, TicketMessage, TicketState

_OWN = equal("uid", Own.UID)
_LAST_WRITTEN = descending("last_at")

ClientList(
    "own_tickets",
    Ticket,
    Viewer.ACTIVE_SUBJECT,
    "The reader's tickets, the one last written to first.",
    where=(_OWN,),
    order=_LAST_WRITTEN,
)
ClientList(
    "own_tickets_open",
    Ticket,
    Viewer.ACTIVE_SUBJECT,
    "The reader's tickets that are not closed, the one last written to first.",
    where=(_OWN, among("state", {TicketState.OPEN, TicketState.ANSWERED})),
    order=_LAST_WRITTEN,
)
ClientList(
    "own_messages_of_ticket",
    TicketMessage,
    Viewer.ACTIVE_SUBJECT,
    "The messages of one of the reader's tickets, the first one first.",
    where=(_OWN,),
    order=ascending("sent_at"),
    parents=(Parameter("ticket_id", "The ticket."),),
)
