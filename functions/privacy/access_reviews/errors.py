"""What can go wrong with access reviews, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, ScannerError


class ReviewNotFound(ScannerError):
    """There is no access review of that month."""

    code = ErrorCode.NOT_FOUND
    reason = "review-not-found"
    sentence = "There is no access review of that month: each begins with its month."


class WrongReviewState(ScannerError):
    """The review's state does not allow what was asked."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-review-state"
    sentence = "The review is in `state`, which does not allow this: wait until it is open."
    gives = STEP
