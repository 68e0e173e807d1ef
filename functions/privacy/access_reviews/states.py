"""The state table of access reviews."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from privacy.access_reviews.errors import WrongReviewState
from privacy.models import ReviewState


class ReviewAction(StrEnum):
    """What can happen to an access review."""

    BEGIN = "begin"
    GO_ON = "go_on"
    FINISH = "finish"
    ACKNOWLEDGE = "acknowledge"


_S, _A = ReviewState, ReviewAction


REVIEW: Machine[ReviewState, ReviewAction] = Machine(
    "Access review",
    "The month's report on who may do what. The sweep makes it, page by page; an admin reads it "
    "and says so.",
    {
        (None, _A.BEGIN): step_to(_S.BUILDING, Party.SYSTEM),
        (_S.BUILDING, _A.GO_ON): step_to(_S.BUILDING, Party.SYSTEM),
        (_S.BUILDING, _A.FINISH): step_to(_S.OPEN, Party.SYSTEM),
        (_S.OPEN, _A.ACKNOWLEDGE): step_to(_S.ACKNOWLEDGED, Party.ADMIN),
    },
    WrongReviewState,
)
