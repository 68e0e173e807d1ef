"""The callables of access reviews."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from privacy.access_reviews import acknowledgement, errors
from privacy.access_reviews.requests import NameReview, Review
from privacy.models.reviews import AccessReview


@callable_function(
    request=NameReview,
    response=Review,
    roles=ADMINS,
    raises=(errors.ReviewNotFound,),
    reads=(AccessReview,),
)
def get_access_review(ctx: Context, data: NameReview) -> Review:
    """Read the access review of a month: who may do what, and what of it looks odd."""
    return acknowledgement.get_review(ctx, data)


@callable_function(
    request=NameReview,
    response=Review,
    roles=ADMINS,
    raises=(errors.ReviewNotFound, errors.WrongReviewState),
    locks=(AccessReview,),
)
def acknowledge_review(ctx: Context, data: NameReview) -> Review:
    """Say that the access review of a month was read and acted upon."""
    return acknowledgement.acknowledge(ctx, data)
