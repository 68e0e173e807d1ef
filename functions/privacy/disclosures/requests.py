"""The requests and responses about disclosures to authorities, with an example of each."""

from typing import ClassVar, Self

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Flag, Name
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from privacy.models import Digest, Disclosure, DisclosureState, Ground, ScopePath, Secrecy

_DISCLOSURE = "d9Ts4HdKp2MwXq7LcRb5"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class RequestDisclosure(Message):
    """What an authority asks for: by which law, under which number, and of whom."""

    idempotency_key: IdempotencyKey
    authority: Name = Field(
        description="Who asks, such as a court or a police station: the office, not a person."
    )
    file_number: Name = Field(description="The number under which the authority keeps its demand.")
    ground: Ground = Field(description="By what law the authority asks.")
    scope: list[ScopePath] = Field(
        min_length=1,
        max_length=50,
        description="Whose data it asks for: paths of accounts, patients, cases or orders. "
        "Nothing else will be in the archive.",
    )
    secrecy: Secrecy | None = Field(
        default=None,
        description="By what law those concerned must not be told. Null: their exports tell them, "
        "once it was disclosed.",
    )

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "authority": "District Court Pune",
        "file_number": "CRI 112/2026",
        "ground": "court_order",
        "scope": [f"users/{_UID}"],
    }


class DecideDisclosure(Message):
    """Approve what another admin entered, or refuse it."""

    disclosure_id: DocId = Field(
        description="The demand to decide on, which another admin entered."
    )
    approve: Flag = Field(description="True approves it, false refuses it.")

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "approve": True}


class OneDisclosure(Message):
    """A demand."""

    disclosure_id: DocId = Field(
        description="An approved demand, as `privacy/list_disclosures` answered it."
    )

    example: ClassVar = {"disclosure_id": _DISCLOSURE}


class RecordDisclosure(Message):
    """Note what was handed over: the SHA-256 of the file, in hex."""

    disclosure_id: DocId = Field(
        description="The approved demand for which something was handed over."
    )
    digest: Digest = Field(
        description="The SHA-256 of the file that was handed over: 64 hexadecimal digits, small "
        "letters."
    )

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "digest": "0" * 64}


class DisclosureNow(Message):
    """The disclosure, and its state."""

    disclosure_id: str = Field(description="The demand that was entered or moved on.")
    state: DisclosureState = Field(description="Where the demand stands now.")

    example: ClassVar = {"disclosure_id": _DISCLOSURE, "state": "requested"}


class ListDisclosures(PageRequest):
    """One page of the disclosures in a state, the oldest first."""

    state: DisclosureState = Field(
        description="Where the demands stand, such as `requested` for those that need a decision."
    )

    example: ClassVar = {"state": "requested"}


class FetchRow(Message):
    """A link to the archive that was given out."""

    by: str = Field(description="The uid of the admin who got the link.")
    at: AwareDatetime = Field(description="When the link was given out, in UTC.")

    example: ClassVar = {"by": _UID, "at": "2026-05-04T04:00:00Z"}


class DisclosureRow(Message):
    """One demand, who entered it, who decided, and what was handed over."""

    disclosure_id: str = Field(
        description="The demand, as the other callables about disclosures take it."
    )
    state: DisclosureState = Field(description="Where the demand stands.")
    authority: str = Field(description="Who asks.")
    file_number: str = Field(description="The number under which the authority keeps its demand.")
    ground: Ground = Field(description="By what law the authority asks.")
    scope: list[str] = Field(
        description="Whose data it asks for: paths of accounts, patients, cases or orders."
    )
    requested_by: str = Field(
        description="The uid of the admin who entered it, who may not decide on it."
    )
    requested_at: AwareDatetime = Field(
        description="When it was entered, in UTC. The list is ordered by it."
    )
    decided_by: str | None = Field(
        description="The uid of the admin who decided last; null until then."
    )
    decided_at: AwareDatetime | None = Field(
        description="When it was decided, in UTC; null until then."
    )
    disclosed_by: str | None = Field(
        description="The uid of the admin who noted what was handed over; null until then."
    )
    disclosed_at: AwareDatetime | None = Field(
        description="When that was noted, in UTC; null until then."
    )
    digest: str | None = Field(
        description="The SHA-256 of the file that was handed over, in hexadecimal; null until then."
    )
    secrecy: Secrecy | None = Field(
        description="By what law those concerned are not told; null where they are."
    )
    archive_until: AwareDatetime | None = Field(
        description="Until when the archive can be fetched, in UTC; null while there is none."
    )
    fetches: list[FetchRow] = Field(
        description="Each link to the archive that was given out, in order of time."
    )

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


class Disclosures(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    disclosures: list[DisclosureRow] = Field(
        description="The demands of this page, the oldest first."
    )

    example: ClassVar = {"disclosures": [DisclosureRow.example], "cursor": None}
