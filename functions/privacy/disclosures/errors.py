"""What can go wrong with disclosures, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, ScannerError


class DisclosureNotFound(ScannerError):
    """There is no such disclosure."""

    code = ErrorCode.NOT_FOUND
    reason = "disclosure-not-found"
    sentence = "There is no such disclosure: list them again."


class WrongDisclosureState(ScannerError):
    """The disclosure's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-disclosure-state"
    sentence = "The disclosure is in `state`, which does not allow this: list them again."
    gives = STEP


class OwnDisclosure(ScannerError):
    """Who enters a demand does not decide on it."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "own-disclosure"
    sentence = "You entered this demand yourself: have another admin decide."
