"""What can go wrong in the register of breaches, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, ScannerError


class BreachNotFound(ScannerError):
    """There is no such breach."""

    code = ErrorCode.NOT_FOUND
    reason = "breach-not-found"
    sentence = "There is no such breach: list them again."


class WrongBreachState(ScannerError):
    """The breach's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-breach-state"
    sentence = "The breach is in `state`, which does not allow this: list them again."
    gives = STEP
