"""The requests and responses about access reviews, with an example of each."""

from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from privacy.models import AccessReview, ReviewState

#: A month such as `2026-05`.
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class NameReview(Message):
    """The review of a month."""

    month: Month = Field(
        description="The month of India that the review was made in, as `YYYY-MM`."
    )

    example: ClassVar = {"month": "2026-05"}


class AdminRow(Message):
    """An admin: since when, when last active, and whether that is more than 90 days ago."""

    uid: str = Field(description="The admin's account.")
    since: AwareDatetime = Field(
        description="When the account's role or status was set last, in UTC; where it never was, "
        "when it was made."
    )
    last_active: AwareDatetime | None = Field(
        description="When the account was used last, as far as Firebase Auth knows, in UTC; null "
        "for never."
    )
    dormant: bool = Field(
        description="Whether it was not used for 90 days: consider taking the role away."
    )

    example: ClassVar = {
        "uid": _UID,
        "since": "2026-01-05T04:30:00Z",
        "last_active": "2026-04-30T11:00:00Z",
        "dormant": False,
    }


class LinksRow(Message):
    """A member of a lab, a day, and to how many files it got links then."""

    uid: str = Field(description="The lab's member who got the links.")
    day: str = Field(description="The day of India, as `YYYY-MM-DD`.")
    files: int = Field(
        description="To how many files links were got: at least half of what a day allows."
    )

    example: ClassVar = {"uid": _UID, "day": "2026-04-28", "files": 140}


class SealsRow(Message):
    """Seals of the audit that were drawn, and which of them do not fit their entries."""

    newest: int = Field(description="The number of the newest seal when they were drawn.")
    seed: str = Field(description="Its hash, by which they were drawn.")
    numbers: list[int] = Field(description="The numbers of the seals that were compared.")
    differing: list[int] = Field(
        description="Those with a finding: `scannerctl audit verify --from <number> --to <number>` "
        "says what it is."
    )

    example: ClassVar = {"newest": 3, "seed": "9f86d081…", "numbers": [1, 2, 3], "differing": []}


class Review(Message):
    """A month's review; accounts are counted by role and status, and named by uid alone."""

    month: str = Field(description="The month of India that the review was made in, as `YYYY-MM`.")
    state: ReviewState = Field(
        description="Where the review stands. While it is `building`, its lists grow."
    )
    accounts: dict[str, int] = Field(
        description="How many accounts there are, by `<role>/<status>`; the role is `none` while "
        "there is none, and `none/unregistered` are accounts in Auth alone."
    )
    admins: list[AdminRow] = Field(description="Every account that is an active admin.")
    differing: list[str] = Field(
        description="The uids of accounts whose claims in Firebase Auth are not those of their "
        "user document: the first 500. Find out why."
    )
    differing_count: int = Field(description="How many such accounts there are in all.")
    links: list[LinksRow] = Field(
        description="On which days a lab's member got links to unusually many files, in the 31 "
        "days before: the 100 with the most."
    )
    seals: SealsRow | None = Field(
        default=None,
        description="Seals of the audit that were compared with what they cover; null while it is "
        "`building`, and where nothing was sealed.",
    )
    ended_at: AwareDatetime | None = Field(
        description="When it was complete, in UTC; null while it is `building`."
    )
    acknowledged_by: str | None = Field(
        description="The uid of the admin who said that it was read; null until then."
    )
    acknowledged_at: AwareDatetime | None = Field(
        description="When that was said, in UTC; null until then."
    )

    example: ClassVar = {
        "month": "2026-05",
        "state": "open",
        "accounts": {"admin/active": 1, "clinic/active": 40, "none/pending": 3},
        "admins": [AdminRow.example],
        "differing": [],
        "differing_count": 0,
        "links": [LinksRow.example],
        "seals": SealsRow.example,
        "ended_at": "2026-05-01T00:10:00Z",
        "acknowledged_by": None,
        "acknowledged_at": None,
    }

    @classmethod
    def of(cls, review: AccessReview) -> Self:
        """Return the view of a review."""
        said = review.model_dump(exclude={"begun_at", "page"})
        return cls(month=review.id, **said)
