"""The documents of privacy."""

from privacy.models.reviews import AccessReview, AdminSeen, LinksSeen, ReviewState
from privacy.models.seals import BEGINNING, Evidence, Mark, Seal, SealEvidence

__all__ = [
    "BEGINNING",
    "AccessReview",
    "AdminSeen",
    "Evidence",
    "LinksSeen",
    "Mark",
    "ReviewState",
    "Seal",
    "SealEvidence",
]
