"""The requests and responses of the callables about legal holds, with an example of each."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from core.idempotency import IdempotencyKey
from privacy.models.holds import CaseNumber, HoldGround, HoldState, HoldSubject

_HOLD = "h9Ts4HdKp2MwXq7LcRb5"
_SUBJECT = "clinics/c9Ts4HdKp2MwXq7LcRb5/patients/p9Ts4HdKp2MwXq7LcRb5"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class SetHold(Message):
    """Keep all of a person, a patient or an organisation: by which ground, under which number."""

    idempotency_key: IdempotencyKey
    subject: HoldSubject
    ground: HoldGround
    case_number: CaseNumber

    example: ClassVar = {
        "idempotency_key": "7d4a52a6-3c0e-4c7e-9a3f-1d2b8c9e0f11",
        "subject": _SUBJECT,
        "ground": "court_order",
        "case_number": "CRI 112/2026",
    }


class ReleaseHold(Message):
    """Ask to let go of a hold, confirm what another admin asked, or keep it after all."""

    hold_id: DocId
    action: Literal["ask_release", "confirm_release", "keep"]

    example: ClassVar = {"hold_id": _HOLD, "action": "ask_release"}


class HoldNow(Message):
    """The hold, and its state."""

    hold_id: str
    state: HoldState

    example: ClassVar = {"hold_id": _HOLD, "state": "active"}


class ListHolds(Message):
    """One page of the holds in a state, the oldest first."""

    state: HoldState = HoldState.ACTIVE
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "active"}


class HoldRow(Message):
    """One hold: on whom, why, and who set it, asked to let go of it and confirmed that."""

    hold_id: str
    state: HoldState
    subject: str
    ground: HoldGround
    case_number: str
    set_by: str
    set_at: AwareDatetime
    asked_by: str | None
    asked_at: AwareDatetime | None
    released_by: str | None
    released_at: AwareDatetime | None

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


class Holds(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    holds: list[HoldRow]
    cursor: str | None

    example: ClassVar = {"holds": [HoldRow.example], "cursor": None}
