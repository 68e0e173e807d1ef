"""The requests and responses of the privacy callables, with an example of each."""

from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.fields import DocId, Name
from core.idempotency import IdempotencyKey
from privacy.models import (
    AccessReview,
    Digest,
    DisclosureState,
    Ground,
    ReviewState,
    ScopePath,
)

#: A month such as `2026-05`.
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]

_DISCLOSURE = "d9Ts4HdKp2MwXq7LcRb5"
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


class RequestDisclosure(Message):
    """What an authority asks for: by which law, under which number, and of whom."""

    idempotency_key: IdempotencyKey
    authority: Name
    file_number: Name
    ground: Ground
    scope: Annotated[list[ScopePath], Field(min_length=1, max_length=50)]

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": "court_order",
        "scope": [f"users/{_UID}"],
    }


class DecideDisclosure(Message):
    """Approve what another admin entered, or refuse it."""

    disclosure_id: DocId
    approve: bool

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "approve": True}


class RecordDisclosure(Message):
    """Note what was handed over: the SHA-256 of the file, in hex."""

    disclosure_id: DocId
    digest: Digest

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "digest": "0" * 64}


class DisclosureNow(Message):
    """The disclosure, and its state."""

    disclosure_id: str
    state: DisclosureState

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "state": "requested"}


class ListDisclosures(Message):
    """One page of the disclosures in a state, the oldest first."""

    state: DisclosureState
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "requested"}


class DisclosureRow(Message):
    """One demand, who entered it, who decided, and what was handed over."""

    disclosure_id: str
    state: DisclosureState
    authority: str
    file_number: str
    ground: Ground
    scope: list[str]
    requested_by: str
    requested_at: AwareDatetime
    decided_by: str | None
    decided_at: AwareDatetime | None
    disclosed_by: str | None
    disclosed_at: AwareDatetime | None
    digest: str | None

    example: ClassVar = {
        "disclosure_id": _DISCLOSURE,
        "state": "requested",
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": "court_order",
        "scope": [f"users/{_UID}"],
        "requested_by": _UID,
        "requested_at": "2026-05-04T04:00:00Z",
        "decided_by": None,
        "decided_at": None,
        "disclosed_by": None,
        "disclosed_at": None,
        "digest": None,
    }


class Disclosures(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    disclosures: list[DisclosureRow]
    cursor: str | None

    example: ClassVar = {"disclosures": [DisclosureRow.example], "cursor": None}
