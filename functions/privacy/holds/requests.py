"""The requests and responses of the callables about legal holds, with an example of each."""

from typing import ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from privacy.models.holds import CaseNumber, HoldGround, HoldSubject, LegalHoldState

_HOLD = "h9Ts4HdKp2MwXq7LcRb5"
_SUBJECT = "clinics/c9Ts4HdKp2MwXq7LcRb5/patients/p9Ts4HdKp2MwXq7LcRb5"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class SetHold(Message):
    """Keep all of a person, a patient or an organisation: by which ground, under which number."""

    idempotency_key: IdempotencyKey
    subject: HoldSubject = Field(
        description="Whose data is kept as it is: the path of an account, a patient, a clinic or "
        "a lab."
    )
    ground: HoldGround = Field(description="Why the law wants it kept.")
    case_number: CaseNumber = Field(
        description="The number under which an authority, or a lawyer of ours, keeps the case. No "
        "small letters, so that nobody's name is in it."
    )

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "subject": _SUBJECT,
        "ground": "court_order",
        "case_number": "CRI 112/2026",
    }


class ReleaseHold(Message):
    """Ask to let go of a hold, confirm what another admin asked, or keep it after all."""

    hold_id: DocId = Field(
        description="The hold, as `privacy/set_hold` or `privacy/list_holds` answered it."
    )
    action: Literal["ask_release", "confirm_release", "keep"] = Field(
        description="`ask_release`: ask to let go of it. `confirm_release`: do so, as another "
        "admin than the one who asked. `keep`: take that back; it holds on."
    )

    example: ClassVar = {"hold_id": _HOLD, "action": "ask_release"}


class HoldNow(Message):
    """The hold, and its state."""

    hold_id: str = Field(description="The hold that was set or moved on.")
    state: LegalHoldState = Field(
        description="Where the hold stands now. Only a `released` one lets data go."
    )

    example: ClassVar = {"hold_id": _HOLD, "state": "active"}


class ListHolds(PageRequest):
    """One page of the holds in a state, the oldest first."""

    state: LegalHoldState = Field(
        default=LegalHoldState.ACTIVE,
        description="Where the holds stand, such as `releasing` for those that need a "
        "confirmation.",
    )

    example: ClassVar = {"state": "active"}


class HoldRow(Message):
    """One hold: on whom, why, and who set it, asked to let go of it and confirmed that."""

    hold_id: str = Field(description="The hold, as `privacy/release_hold` takes it.")
    state: LegalHoldState = Field(description="Where the hold stands.")
    subject: str = Field(
        description="Whose data it keeps: the path of an account, a patient, a clinic or a lab."
    )
    ground: HoldGround = Field(description="Why the law wants it kept.")
    case_number: str = Field(
        description="The number under which an authority, or a lawyer of ours, keeps the case."
    )
    set_by: str = Field(description="The uid of the admin who set it.")
    set_at: AwareDatetime = Field(
        description="When it was set, in UTC: since then nothing of the subject's is erased."
    )
    asked_by: str | None = Field(
        description="The uid of the admin who asked to let go of it; null where none did, or it "
        "was taken back."
    )
    asked_at: AwareDatetime | None = Field(
        description="When that was asked, in UTC; null where it was not, or was taken back."
    )
    released_by: str | None = Field(
        description="The uid of the admin who confirmed it; null until then."
    )
    released_at: AwareDatetime | None = Field(
        description="When the hold was let go of, in UTC; null until then."
    )

    example: ClassVar = {
        "hold_id": _HOLD,
        "state": "active",
        "subject": _SUBJECT,
        "ground": "court_order",
        "case_number": "CRI 112/2026",
        "set_by": _UID,
        "set_at": "2026-05-04T04:00:00Z",
        "asked_by": None,
        "asked_at": None,
        "released_by": None,
        "released_at": None,
    }


class Holds(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    holds: list[HoldRow] = Field(description="The holds of this page, the oldest first.")

    example: ClassVar = {"holds": [HoldRow.example], "cursor": None}
