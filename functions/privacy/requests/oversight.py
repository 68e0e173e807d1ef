"""The requests and responses of the privacy callables, with an example of each."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, Name, Uid
from core.idempotency import IdempotencyKey
from privacy.models import (
    AccessReview,
    BreachState,
    Digest,
    Disclosure,
    DisclosureState,
    Ground,
    ReviewState,
    Risk,
    ScopePath,
    Secrecy,
)

#: A month such as `2026-05`.
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]

_BREACH = "b9Ts4HdKp2MwXq7LcRb5"
_LAB = "l9Ts4HdKp2MwXq7LcRb5"
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
    """What an authority asks for: by which law, under which number, and of whom.

    Those concerned are told by their exports once it was disclosed, unless `secrecy` says by what
    law they are not.
    """

    idempotency_key: IdempotencyKey
    authority: Name
    file_number: Name
    ground: Ground
    scope: Annotated[list[ScopePath], Field(min_length=1, max_length=50)]
    secrecy: Secrecy | None = None

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


class OneDisclosure(Message):
    """A demand."""

    disclosure_id: DocId

    example: ClassVar = {"disclosure_id": _DISCLOSURE}


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


class FetchRow(Message):
    """A link to the archive that was given out."""

    by: str
    at: AwareDatetime

    example: ClassVar = {"by": _UID, "at": "2026-05-04T04:00:00Z"}


class DisclosureRow(Message):
    """One demand, who entered it, who decided, and what was handed over.

    While `archive_until` is to come, the archive can be fetched; `fetches` has who did.
    """

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
    secrecy: Secrecy | None
    archive_until: AwareDatetime | None
    fetches: list[FetchRow]

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
        "secrecy": None,
        "archive_until": None,
        "fetches": [],
    }

    @classmethod
    def of(cls, disclosure: Disclosure) -> Self:
        """Return the view of a demand."""
        return cls(disclosure_id=disclosure.id, **disclosure.model_dump(exclude={"archive"}))


class Disclosures(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    disclosures: list[DisclosureRow]
    cursor: str | None

    example: ClassVar = {"disclosures": [DisclosureRow.example], "cursor": None}


class Source(StrEnum):
    """Where those affected are looked for."""

    SHARES = "shares"
    AUDIT = "audit"


class Language(StrEnum):
    """What a notice is drafted in."""

    ENGLISH = "en"
    HINDI = "hi"


class OpenBreach(Message):
    """Through whose access, an account's or a lab's, and in which time data got out.

    The clock runs from `aware_at`, from now without it.
    """

    idempotency_key: IdempotencyKey
    uid: Uid | None = None
    lab_id: DocId | None = None
    since: AwareDatetime
    until: AwareDatetime
    aware_at: AwareDatetime | None = None

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "lab_id": _LAB,
        "since": "2026-05-01T00:00:00Z",
        "until": "2026-05-03T00:00:00Z",
    }

    @model_validator(mode="after")
    def _of_somebody_and_some_time(self) -> Self:
        if not (self.uid or self.lab_id) or self.since >= self.until:
            raise PydanticCustomError(
                "breach", "Name a uid or a lab_id, and a time that ends after it begins"
            )
        return self


class MoveBreach(Message):
    """Note that a breach was assessed, with its risk, or notified, or closed."""

    breach_id: DocId
    action: Literal["assess", "notify", "close"]
    risk: Risk | None = None

    example: ClassVar = {"breach_id": _BREACH, "action": "assess", "risk": "high"}

    @model_validator(mode="after")
    def _assessed_with_a_risk(self) -> Self:
        if (self.action == "assess") != (self.risk is not None):
            raise PydanticCustomError(
                "risk", "Give the risk where, and only where, a breach is assessed"
            )
        return self


class BreachNow(Message):
    """The breach, its state, and by when the Board and those affected have to be told."""

    breach_id: str
    state: BreachState
    deadline_at: AwareDatetime

    example: ClassVar = {
        "breach_id": _BREACH,
        "state": "open",
        "deadline_at": "2026-05-07T04:00:00Z",
    }


class ListBreaches(Message):
    """One page of the breaches in a state, the earliest deadline first."""

    state: BreachState
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "open"}


class BreachRow(Message):
    """One breach: through whose access, when, and what was done about it."""

    breach_id: str
    state: BreachState
    uid: str | None
    lab_id: str | None
    since: AwareDatetime
    until: AwareDatetime
    aware_at: AwareDatetime
    deadline_at: AwareDatetime
    opened_by: str
    moved_by: str
    risk: Risk | None
    assessed_at: AwareDatetime | None
    notified_at: AwareDatetime | None
    closed_at: AwareDatetime | None

    example: ClassVar = {
        "breach_id": _BREACH,
        "state": "open",
        "uid": None,
        "lab_id": _LAB,
        "since": "2026-05-01T00:00:00Z",
        "until": "2026-05-03T00:00:00Z",
        "aware_at": "2026-05-04T04:00:00Z",
        "deadline_at": "2026-05-07T04:00:00Z",
        "opened_by": _UID,
        "moved_by": _UID,
        "risk": None,
        "assessed_at": None,
        "notified_at": None,
        "closed_at": None,
    }


class Breaches(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    breaches: list[BreachRow]
    cursor: str | None

    example: ClassVar = {"breaches": [BreachRow.example], "cursor": None}


class ListAffected(Message):
    """Whose data it was, by what was shared or by what the account did, page by page."""

    breach_id: DocId
    source: Source
    limit: Annotated[int, Field(ge=1, le=100)] = 100
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"breach_id": _BREACH, "source": "shares"}


class Affected(Message):
    """The paths, or ids, of those in one page of records; another page may name them again."""

    subjects: list[str]
    cursor: str | None

    example: ClassVar = {
        "subjects": ["clinics/c9Ts4HdKp2MwXq7LcRb5/patients/p9Ts4HdKp2MwXq7LcRb5"],
        "cursor": None,
    }


class DraftNotice(Message):
    """The draft of the notice to those affected, in a language."""

    breach_id: DocId
    language: Language = Language.ENGLISH

    example: ClassVar = {"breach_id": _BREACH, "language": "hi"}


class NoticeDraft(Message):
    """The text, with what people have to add in brackets."""

    text: str

    example: ClassVar = {"text": "Personal data breach ..."}
