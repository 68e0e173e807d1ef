"""Requests about visits and operators."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, LeftOut, Name, Pincode, Text, Uid
from core.idempotency import IdempotencyKey
from scans.models import CancelReason, ScanKind, VisitState
from scans.requests.examples import CASE, CONSENT, KEY, PATIENT, SLOT, UID, VISIT
from scans.states import VisitAction


class SlotOffered(Message):
    """A stretch of time, its end not included: a quarter of an hour to eight hours."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime

    example: ClassVar = SLOT

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if not 15 * 60 <= (self.ends_at - self.starts_at).total_seconds() <= 8 * 3600:
            raise PydanticCustomError("slot", "A slot takes a quarter of an hour to eight hours")
        return self


Slots = Annotated[list[SlotOffered], Field(min_length=1, max_length=5)]


class RequestVisit(Message):
    """Ask for an operator to come and scan: a new case, or one more visit for a case.

    With `case_id` the patient and the consent are those of the case, and must be the same.
    `notes` are the clinic's own: no operator sees them. `price_list` is the number of the one that
    was shown, as `wallet_get_prices` tells it: what a visit costs is what was shown.
    """

    patient_id: DocId
    consent_id: DocId
    case_id: DocId | None = None
    slots: Slots
    scans: Annotated[list[ScanKind], Field(min_length=1, max_length=len(ScanKind))]
    notes: Text | None = None
    price_list: Annotated[int, Field(ge=0)] = 0
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "patient_id": PATIENT,
        "consent_id": CONSENT,
        "slots": [SLOT],
        "scans": ["upper_arch", "lower_arch", "bite"],
        "price_list": 3,
        "idempotency_key": KEY,
    }


class VisitRequested(Message):
    """The case and the visit."""

    case_id: str
    visit_id: str

    example: ClassVar = {"case_id": CASE, "visit_id": VISIT}


class AssignOperator(Message):
    """Send an operator to a visit, at one of the slots that the clinic offered."""

    visit_id: DocId
    uid: Uid
    slot: SlotOffered
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "uid": UID, "slot": SLOT, "idempotency_key": KEY}


class VisitNow(Message):
    """The visit, and its state after the act."""

    visit_id: str
    state: VisitState

    example: ClassVar = {"visit_id": VISIT, "state": "assigned"}


class MoveVisit(Message):
    """Take a visit one step on. Who may take which step when: docs/states.md."""

    visit_id: DocId
    action: Literal[
        VisitAction.ACCEPT,
        VisitAction.DECLINE,
        VisitAction.DEPART,
        VisitAction.ARRIVE,
        VisitAction.BEGIN,
        VisitAction.FINISH,
        VisitAction.COMPLETE,
        VisitAction.REPORT_NO_SHOW,
    ]
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "action": "accept", "idempotency_key": KEY}


class RescheduleVisit(Message):
    """Offer other slots; the operator, if there is one, is free again until one is assigned."""

    visit_id: DocId
    slots: Slots
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "slots": [SLOT], "idempotency_key": KEY}


class CancelVisit(Message):
    """Call a visit off."""

    visit_id: DocId
    reason: Literal[
        CancelReason.PATIENT_UNAVAILABLE,
        CancelReason.CLINIC_UNAVAILABLE,
        CancelReason.NO_OPERATOR,
        CancelReason.NOT_NEEDED,
        CancelReason.REQUESTED_TWICE,
    ]
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "visit_id": VISIT,
        "reason": "patient_unavailable",
        "idempotency_key": KEY,
    }


class ListVisits(Message):
    """One page of the visits in a state, the longest waiting first."""

    state: VisitState
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"state": "requested"}


class VisitRow(Message):
    """A visit as admins see it: where and when, and nothing of the patient."""

    visit_id: str
    state: VisitState
    clinic_name: str
    city: str
    pincode: str
    slots: list[SlotOffered]
    slot: SlotOffered | None
    assignee: str | None
    requested_at: AwareDatetime

    example: ClassVar = {
        "visit_id": VISIT,
        "state": "requested",
        "clinic_name": "Smile Dental",
        "city": "Pune",
        "pincode": "411001",
        "slots": [SLOT],
        "slot": None,
        "assignee": None,
        "requested_at": "2026-05-04T04:00:00Z",
    }


class Visits(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    visits: list[VisitRow]
    cursor: str | None
    left_out: LeftOut = 0

    example: ClassVar = {"visits": [VisitRow.example], "cursor": None, "left_out": 0}


class SuggestOperators(Message):
    """The visit that needs an operator, and the slot that is thought of."""

    visit_id: DocId
    slot: SlotOffered

    example: ClassVar = {"visit_id": VISIT, "slot": SLOT}


class Suggestion(Message):
    """An operator who is free then: how near, and how many visits it has already."""

    uid: str
    near: Literal["pincode", "city", "district"]
    visits_that_day: int
    visits: int

    example: ClassVar = {"uid": UID, "near": "pincode", "visits_that_day": 1, "visits": 4}


class Suggestions(Message):
    """The free operators, the best first."""

    operators: list[Suggestion]

    example: ClassVar = {"operators": [Suggestion.example]}


class SetServiceArea(Message):
    """Where the operator sets out from, and whether it takes visits."""

    city: Name
    pincode: Pincode
    available: bool

    example: ClassVar = {"city": "Pune", "pincode": "411001", "available": True}


class ServiceArea(Message):
    """The area as it is stored."""

    city: str
    pincode: str
    available: bool

    example: ClassVar = {"city": "Pune", "pincode": "411001", "available": True}
