"""What can go wrong with legal holds, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, ScannerError


class LegalHoldNotFound(ScannerError):
    """There is no such hold."""

    code = ErrorCode.NOT_FOUND
    reason = "legal-hold-not-found"
    sentence = "There is no such hold: list them again."


class HoldSubjectNotFound(ScannerError):
    """Nobody stands at the path that is to be held."""

    code = ErrorCode.NOT_FOUND
    reason = "hold-subject-not-found"
    sentence = "There is nobody at this path: check the ids in `subject`."


class WrongHoldState(ScannerError):
    """The hold's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-legal-hold-state"
    sentence = "The hold is in `state`, which does not allow this: list them again."
    gives = STEP


class OwnRelease(ScannerError):
    """Who asks to let go of a hold does not confirm it."""

    code = ErrorCode.PERMISSION_DENIED
    reason = "own-release"
    sentence = "You asked for this release yourself: have another admin confirm it."
