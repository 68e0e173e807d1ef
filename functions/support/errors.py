"""What can go wrong with tickets, one sentence each."""

from core.details import LIMIT, STEP
from core.errors import ErrorCode, ScannerError


class TicketNotFound(ScannerError):
    """There is no such ticket, or it is somebody else's."""

    code = ErrorCode.NOT_FOUND
    reason = "ticket-not-found"
    sentence = "There is no such ticket here: check the id."


class WrongTicketState(ScannerError):
    """The ticket's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-ticket-state"
    sentence = "The ticket is in `state`, which does not allow this: reload it, or open another."
    gives = STEP


class TicketFull(ScannerError):
    """The ticket has as many messages as it may."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "ticket-full"
    sentence = "A ticket has `limit` messages at most: open another one."
    gives = (LIMIT,)


class TooManyTickets(ScannerError):
    """The account has as many tickets as it may that are not closed."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "too-many-tickets"
    sentence = "You have `limit` tickets that are not closed: write to one of them, or close one."
    gives = (LIMIT,)


class TicketMessageNotFound(ScannerError):
    """The ticket has no such message."""

    code = ErrorCode.NOT_FOUND
    reason = "ticket-message-not-found"
    sentence = "The ticket has no such message: reload its messages."


class FilesStopped(ScannerError):
    """The case that the ticket is about is frozen, or gone: words may be sent, files not."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "files-stopped"
    sentence = "The patient's consent was withdrawn: no files about this case are given out."


class NotAnAdmin(ScannerError):
    """Tickets are assigned to admins whose account is active."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "not-an-admin"
    sentence = "A ticket is assigned to an active admin: name one."
