"""What can go wrong with requests about one's data, one sentence each."""

from core.details import ACTION, REQUEST_ID, STATE, Detail
from core.errors import ErrorCode, ScannerError


class SignInAgain(ScannerError):
    """The last sign-in is too long ago for something that cannot be undone."""

    code = ErrorCode.UNAUTHENTICATED
    reason = "sign-in-again"
    sentence = "Sign in again, then ask within five minutes."


class RequestNotFound(ScannerError):
    """There is no such request, or it is none of the caller's."""

    code = ErrorCode.NOT_FOUND
    reason = "request-not-found"
    sentence = "There is no such request here: check the id."


class RequestOpen(ScannerError):
    """The same was asked before and is not answered yet."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "request-open"
    sentence = "The same was asked before: `request_id` is not answered yet."
    gives = (REQUEST_ID,)


class WrongRequestState(ScannerError):
    """The request's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-request-state"
    sentence = "The request is in `state`, which does not allow this: load it again."
    gives = (STATE, ACTION.at_times())


class ErasureBlocked(ScannerError):
    """Something has to be ended first; all of it is in the details."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "erasure-blocked"
    sentence = "Erasing has to wait: end what `blocks` names, then ask again."
    gives = (Detail("blocks", list[str], "The reason codes of all that has to end first."),)


class ExportNotReady(ScannerError):
    """The archive is not built yet, or was taken away again."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "export-not-ready"
    sentence = "There is no archive to fetch: wait until the request is done, or ask anew."
