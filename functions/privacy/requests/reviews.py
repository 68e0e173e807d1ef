"""The requests and responses about access reviews, with an example of each."""

from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, StringConstraints

from core.callables import Message
from privacy.models import AccessReview, ReviewState

#: A month such as `2026-05`.
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class NameReview(Message):
    """The review of a month."""

    month: Month

    example: ClassVar = {"month": "2026-05"}


class AdminRow(Message):
    """An admin: since when, when last active, and whether that is more than 90 days ago."""

    uid: str
    since: AwareDatetime
    last_active: AwareDatetime | None
    dormant: bool

    example: ClassVar = {
        "uid": _UID,
        "since": "2026-01-05T04:30:00Z",
        "last_active": "2026-04-30T11:00:00Z",
        "dormant": False,
    }


class LinksRow(Message):
    """A member of a lab, a day, and to how many files it got links then."""

    uid: str
    day: str
    files: int

    example: ClassVar = {"uid": _UID, "day": "2026-04-28", "files": 140}


class Review(Message):
    """A month's review; accounts are counted by role and status, and named by uid alone."""

    month: str
    state: ReviewState
    accounts: dict[str, int]
    admins: list[AdminRow]
    differing: list[str]
    differing_count: int
    links: list[LinksRow]
    ended_at: AwareDatetime | None
    acknowledged_by: str | None
    acknowledged_at: AwareDatetime | None

    example: ClassVar = {
        "month": "2026-05",
        "state": "open",
        "accounts": {"admin/active": 1, "clinic/active": 40, "none/pending": 3},
        "admins": [AdminRow.example],
        "differing": [],
        "differing_count": 0,
        "links": [LinksRow.example],
        "ended_at": "2026-05-01T00:10:00Z",
        "acknowledged_by": None,
        "acknowledged_at": None,
    }

    @classmethod
    def of(cls, review: AccessReview) -> Self:
        """Return the view of a review."""
        said = review.model_dump(exclude={"begun_at", "page"})
        return cls(month=review.id, **said)
