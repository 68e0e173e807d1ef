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
