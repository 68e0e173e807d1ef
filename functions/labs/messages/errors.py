"""What can go wrong with messages on an order, one sentence each."""

from core.details import LIMIT
from core.errors import ErrorCode, ScannerError

# --- messages -----------------------------------------------------------------------------------


class MessageNotFound(ScannerError):
    """The order has no such message."""

    code = ErrorCode.NOT_FOUND
    reason = "message-not-found"
    sentence = "The order has no such message: reload its messages."


class TooManyMessages(ScannerError):
    """The order has as many messages as it may."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "too-many-messages"
    sentence = "An order has `limit` messages at most: telephone, or ask support."
    gives = (LIMIT,)
