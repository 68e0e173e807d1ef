"""The state table of tickets."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from support.errors import WrongTicketState
from support.models import TicketState

_S = TicketState


class TicketAction(StrEnum):
    """What can be done with a ticket."""

    OPEN = "open"
    ASK = "ask"
    ANSWER = "answer"
    ASSIGN = "assign"
    CLOSE = "close"


_A = TicketAction
_LIVE = (_S.OPEN, _S.ANSWERED)

TICKET: Machine[TicketState, TicketAction] = Machine(
    "Ticket",
    "A question to support. While it is open it waits for an admin; a message within thirty days "
    "takes a closed one up again.",
    {
        (None, _A.OPEN): step_to(_S.OPEN, Party.PERSON),
        **{(s, _A.ASK): step_to(_S.OPEN, Party.PERSON) for s in _S},
        **{(s, _A.ANSWER): step_to(_S.ANSWERED, Party.ADMIN) for s in _S},
        **{(s, _A.ASSIGN): step_to(s, Party.ADMIN) for s in _LIVE},
        **{(s, _A.CLOSE): step_to(_S.CLOSED, Party.PERSON, Party.ADMIN) for s in _LIVE},
    },
    WrongTicketState,
)
