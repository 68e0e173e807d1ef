"""What can go wrong in privacy, one sentence each."""

from core.errors import Code, ScannerError


class ReviewNotFound(ScannerError):
    """There is no access review of that month."""

    code = Code.NOT_FOUND
    reason = "review-not-found"
    sentence = "There is no access review of that month: each begins with its month."


class WrongReviewState(ScannerError):
    """The review's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-review-state"
    sentence = "The review is in `state`, which does not allow this: wait until it is open."


class DisclosureNotFound(ScannerError):
    """There is no such disclosure."""

    code = Code.NOT_FOUND
    reason = "disclosure-not-found"
    sentence = "There is no such disclosure: list them again."


class WrongDisclosureState(ScannerError):
    """The disclosure's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-disclosure-state"
    sentence = "The disclosure is in `state`, which does not allow this: list them again."


class OwnDisclosure(ScannerError):
    """Who enters a demand does not decide on it."""

    code = Code.PERMISSION_DENIED
    reason = "own-disclosure"
    sentence = "You entered this demand yourself: have another admin decide."


class HoldNotFound(ScannerError):
    """There is no such hold."""

    code = Code.NOT_FOUND
    reason = "legal-hold-not-found"
    sentence = "There is no such hold: list them again."


class HoldSubjectNotFound(ScannerError):
    """Nobody stands at the path that is to be held."""

    code = Code.NOT_FOUND
    reason = "hold-subject-not-found"
    sentence = "There is nobody at this path: check the ids in `subject`."


class WrongHoldState(ScannerError):
    """The hold's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-legal-hold-state"
    sentence = "The hold is in `state`, which does not allow this: list them again."


class OwnRelease(ScannerError):
    """Who asks to let go of a hold does not confirm it."""

    code = Code.PERMISSION_DENIED
    reason = "own-release"
    sentence = "You asked for this release yourself: have another admin confirm it."


class BreachNotFound(ScannerError):
    """There is no such breach."""

    code = Code.NOT_FOUND
    reason = "breach-not-found"
    sentence = "There is no such breach: list them again."


class WrongBreachState(ScannerError):
    """The breach's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-breach-state"
    sentence = "The breach is in `state`, which does not allow this: list them again."


class SignInAgain(ScannerError):
    """The last sign-in is too long ago for something that cannot be undone."""

    code = Code.UNAUTHENTICATED
    reason = "sign-in-again"
    sentence = "Sign in again, then ask within five minutes."


class RequestNotFound(ScannerError):
    """There is no such request, or it is none of the caller's."""

    code = Code.NOT_FOUND
    reason = "request-not-found"
    sentence = "There is no such request here: check the id."


class RequestOpen(ScannerError):
    """The same was asked before and is not answered yet."""

    code = Code.FAILED_PRECONDITION
    reason = "request-open"
    sentence = "The same was asked before: `request_id` is not answered yet."


class WrongRequestState(ScannerError):
    """The request's state does not allow what was asked."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-request-state"
    sentence = "The request is in `state`, which does not allow this: load it again."


class ErasureBlocked(ScannerError):
    """Something has to be ended first; all of it is in the details."""

    code = Code.FAILED_PRECONDITION
    reason = "erasure-blocked"
    sentence = "Erasing has to wait: end what `blocks` names, then ask again."


class SubjectNotFound(ScannerError):
    """There is no such patient in the caller's clinic."""

    code = Code.NOT_FOUND
    reason = "subject-not-found"
    sentence = "There is no such patient in this clinic: check the id."


class ExportNotReady(ScannerError):
    """The archive is not built yet, or was taken away again."""

    code = Code.FAILED_PRECONDITION
    reason = "export-not-ready"
    sentence = "There is no archive to fetch: wait until the request is done, or ask anew."
