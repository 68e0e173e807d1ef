"""The requests and responses about disclosures to authorities, with an example of each."""

from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Name
from core.idempotency import IdempotencyKey
from privacy.models import Digest, Disclosure, DisclosureState, Ground, ScopePath, Secrecy

_DISCLOSURE = "d9Ts4HdKp2MwXq7LcRb5"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


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
