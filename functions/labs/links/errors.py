"""What can go wrong with links to an order's files, one sentence each."""

from core.details import LIMIT
from core.errors import ErrorCode, ScannerError


class FileNotInOrder(ScannerError):
    """The order holds no such file."""

    code = ErrorCode.NOT_FOUND
    reason = "file-not-in-order"
    sentence = "The order holds no such file: reload the order."


class LinksUsedUp(ScannerError):
    """A member had as many links as a day allows."""

    code = ErrorCode.RESOURCE_EXHAUSTED
    reason = "links-used-up"
    sentence = "At most `limit` links a day: go on tomorrow, or ask an administrator."
    gives = (LIMIT,)
