"""What admins do with access reviews: read them, and say that they did."""

from core import audit
from core.context import Context
from core.machines import Party
from core.units import UnitOfWork
from privacy.access_reviews.errors import ReviewNotFound
from privacy.access_reviews.requests import NameReview, Review
from privacy.access_reviews.states import REVIEW, ReviewAction
from privacy.models import AccessReview


def get_review(ctx: Context, request: NameReview) -> Review:
    """Return a month's review; who read it is on record. One read, one write.

    Raises:
        ReviewNotFound.
    """
    review = ctx.store.get(AccessReview, request.month)
    if review is None:
        raise ReviewNotFound
    shown = [*(admin.uid for admin in review.admins), *review.differing]
    shown += [day.uid for day in review.links]
    path = AccessReview.path_for(request.month)
    audit.looked(ctx, "privacy.get_access_review", path, dict.fromkeys(shown))
    return Review.of(review)


def acknowledge(ctx: Context, request: NameReview) -> Review:
    """Note that an admin has read a review. One read, two writes; again, it changes nothing.

    Raises:
        ReviewNotFound, WrongReviewState.
    """

    def work(unit: UnitOfWork) -> AccessReview:
        review = unit.get(AccessReview, request.month)
        if review is None:
            raise ReviewNotFound
        step = REVIEW.step(review.state, ReviewAction.ACKNOWLEDGE, Party.ADMIN)
        if step is None:
            return review
        audit.record(unit, ctx, "privacy.acknowledge_review", AccessReview.path_for(request.month))
        who, now = ctx.caller.uid, ctx.clock.now()
        return unit.change(review, state=step.to, acknowledged_by=who, acknowledged_at=now)

    return Review.of(ctx.store.run(work))
