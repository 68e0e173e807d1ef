"""The requests and responses about visits and operators."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, Flag, Moment, Name, Pincode, Text, Uid, Whole
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, WorkPage
from scans.examples import CASE, CONSENT, KEY, PATIENT, SLOT, UID, VISIT
from scans.visits.models import CancelReason, ScanKind, VisitAction, VisitCause, VisitState


class SlotOffered(Message):
    """A stretch of time, its end not included: a quarter of an hour to eight hours."""

    starts_at: Moment = Field(
        description="When the operator is to be there. In a request it lies in the future, a year "
        "ahead at most."
    )
    ends_at: Moment = Field(
        description="When the operator is to be done; this moment is no part of the slot."
    )

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
    """

    patient_id: DocId = Field(description="The patient to scan; that of the case, if one is named.")
    consent_id: DocId = Field(
        description="A consent of that patient that covers `scan`, and `images` where photographs "
        "are wanted; that of the case, if one is named."
    )
    case_id: DocId | None = Field(
        default=None,
        description="The case that gets one more visit. Null opens a new case.",
    )
    slots: Slots = Field(description="When it would suit the clinic; an admin chooses one of them.")
    scans: list[ScanKind] = Field(
        min_length=1,
        max_length=len(ScanKind),
        description="What the operator is to scan.",
    )
    notes: Text | None = Field(
        default=None,
        description="What the clinic wants to remember of the case, on one line; no operator and "
        "no lab sees it. Null leaves those of the case as they are.",
    )
    price_list: Whole = Field(
        default=0,
        le=1_000_000,
        ge=0,
        description="The `price_list` of the prices that were shown, as `wallet/get_prices` "
        "answered: the visit costs what was shown. With other prices in force it is refused.",
    )
    again: Flag = Field(
        default=False,
        description="Whether another visit is wanted although one was requested for the patient in "
        "the last ten minutes, with one of the scans and a time that overlaps. Without it such a "
        "request is refused with `visit-already-requested`, which names the visit that is there.",
    )
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

    case_id: str = Field(description="The case of the visit: the one named, or the new one.")
    visit_id: str = Field(
        description="The new visit. Listen to `visits/{visit_id}` for who is assigned and when."
    )

    example: ClassVar = {"case_id": CASE, "visit_id": VISIT}


class AssignOperator(Message):
    """Send an operator to a visit, at one of the slots that the clinic offered."""

    visit_id: DocId = Field(
        description="The visit that an operator is sent to. One who was assigned before goes free; "
        "the scans that are there stay."
    )
    uid: Uid = Field(
        description="The account of an active operator who is free then, such as "
        "`scans/suggest_operators` names."
    )
    slot: SlotOffered = Field(
        description="The time, exactly one of the visit's `slots`; it begins in the future. For a "
        "visit that was interrupted it may be the visit's own `slot` until that ends."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "uid": UID, "slot": SLOT, "idempotency_key": KEY}


class VisitNow(Message):
    """The visit, and its state after the act."""

    visit_id: str = Field(description="The visit that was changed.")
    state: VisitState = Field(description="Where the visit stands now.")

    example: ClassVar = {"visit_id": VISIT, "state": "assigned"}


class MoveVisit(Message):
    """Take a visit one step on. Who may take which step when: docs/states.md."""

    visit_id: DocId = Field(
        description="The visit: the clinic's own, the assigned operator's, or any for an admin."
    )
    action: Literal[
        VisitAction.ACCEPT,
        VisitAction.DECLINE,
        VisitAction.DEPART,
        VisitAction.ARRIVE,
        VisitAction.BEGIN,
        VisitAction.FINISH,
        VisitAction.COMPLETE,
        VisitAction.REPORT_NO_SHOW,
    ] = Field(description="The step to take. Taken already, it changes nothing.")
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "action": "accept", "idempotency_key": KEY}


#: Admins alone say it: what a clinic does is the clinic's.
OnAccountOf = Annotated[
    Literal[VisitCause.CLINIC, VisitCause.OPERATOR, VisitCause.PLATFORM] | None,
    Field(
        description="On whose account an admin does it: fees follow from it. Null is `platform` "
        "for an admin; a clinic acts on its own account and leaves it out."
    ),
]


class RescheduleVisit(Message):
    """Offer other slots; the operator, if there is one, is free again until one is assigned."""

    visit_id: DocId = Field(description="The visit to move to another time.")
    slots: Slots = Field(
        description="When it would suit the clinic instead; these replace all that were offered "
        "before."
    )
    cause: OnAccountOf = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {"visit_id": VISIT, "slots": [SLOT], "idempotency_key": KEY}


class CancelVisit(Message):
    """Call a visit off."""

    visit_id: DocId = Field(
        description="The visit to call off. A clinic pays for that once an operator has accepted "
        "the time that stands, unless the operator was lost or an admin chose that time since: "
        "docs/states.md has the table of fees."
    )
    reason: Literal[
        CancelReason.PATIENT_UNAVAILABLE,
        CancelReason.CLINIC_UNAVAILABLE,
        CancelReason.NO_OPERATOR,
        CancelReason.NOT_NEEDED,
        CancelReason.REQUESTED_TWICE,
    ] = Field(description="Why it is called off; the clinic reads it in the visit.")
    cause: OnAccountOf = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "visit_id": VISIT,
        "reason": "patient_unavailable",
        "idempotency_key": KEY,
    }


class ListVisits(PageRequest):
    """One page of the visits in a state, the longest waiting first."""

    state: VisitState = Field(
        description="Where the visits stand, such as `requested` for those that need an operator."
    )

    example: ClassVar = {"state": "requested"}


class SlotShown(Message):
    """A time that was offered or is booked."""

    starts_at: AwareDatetime = Field(description="When the operator is to be there, in UTC.")
    ends_at: AwareDatetime = Field(
        description="When the operator is to be done, in UTC; this moment is no part of the slot."
    )

    example: ClassVar = SLOT


class VisitRow(Message):
    """A visit as admins see it: where and when, and nothing of the patient."""

    visit_id: str = Field(description="The visit, as `scans/assign_operator` takes it.")
    state: VisitState = Field(description="Where the visit stands.")
    clinic_name: str = Field(description="The clinic that the operator goes to.")
    city: str = Field(description="The city of the clinic's address.")
    pincode: str = Field(description="The postal index number of the clinic's address: six digits.")
    slots: list[SlotShown] = Field(description="When it would suit the clinic.")
    slot: SlotShown | None = Field(
        description="When the visit takes place; null while no slot was assigned."
    )
    assignee: str | None = Field(
        description="The uid of the operator who is assigned; null before, again after the visit, "
        "and after the operator's account was shut out."
    )
    requested_at: AwareDatetime = Field(
        description="When the clinic asked for the visit, in UTC. The list is ordered by it."
    )
    awaiting_guardian: bool = Field(
        default=False,
        description="Whether it waits until a guardian has consented: nobody can be assigned then.",
    )

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
        "awaiting_guardian": False,
    }


class ShowVisit(Message):
    """One visit, in whatever state it is."""

    visit_id: DocId = Field(description="The visit to show.")

    example: ClassVar = {"visit_id": VISIT}


class VisitShown(Message):
    """The visit as the lists of admins show it."""

    visit: VisitRow = Field(description="The visit: where and when, and nothing of the patient.")

    example: ClassVar = {"visit": VisitRow.example}


class Visits(WorkPage):
    """The page, and the cursor for the next; no cursor, no next page."""

    visits: list[VisitRow] = Field(
        description="The visits of this page, the longest waiting first."
    )

    example: ClassVar = {"visits": [VisitRow.example], "cursor": None, "left_out": 0}


class SuggestOperators(Message):
    """The visit that needs an operator, and the slot that is thought of."""

    visit_id: DocId = Field(description="The visit that needs an operator.")
    slot: SlotOffered = Field(
        description="The time that is thought of, usually one of the visit's `slots`."
    )

    example: ClassVar = {"visit_id": VISIT, "slot": SLOT}


class Suggestion(Message):
    """An operator who is free then: how near, and how many visits it has already."""

    uid: str = Field(description="The operator's account, as `scans/assign_operator` takes it.")
    near: Literal["pincode", "city", "district"] = Field(
        description="How near the operator sets out: in the clinic's `pincode`, in its `city`, or "
        "in the same sorting `district`, which is the first three digits of the pincode."
    )
    visits_that_day: int = Field(
        description="How many visits the operator is booked for on that day of India."
    )
    visits: int = Field(description="How many visits the operator is booked for in all.")

    example: ClassVar = {"uid": UID, "near": "pincode", "visits_that_day": 1, "visits": 4}


class Suggestions(Message):
    """The free operators, the best first."""

    operators: list[Suggestion] = Field(
        description="At most ten, the best first: the nearest, then those with the fewest visits "
        "that day and in all."
    )

    example: ClassVar = {"operators": [Suggestion.example]}


class SetServiceArea(Message):
    """Where the operator sets out from, and whether it takes visits."""

    city: Name = Field(
        description="The city that the operator sets out from; case and spacing do not count."
    )
    pincode: Pincode = Field(
        description="The postal index number that it sets out from: six digits, the first not zero."
    )
    available: Flag = Field(
        description="Whether the operator takes visits. False: it is suggested for none; those "
        "assigned stay."
    )

    example: ClassVar = {"city": "Pune", "pincode": "411001", "available": True}


class ServiceArea(Message):
    """The area as it is stored."""

    city: str = Field(description="The city that visits near it are looked up by.")
    pincode: str = Field(
        description="The postal index number that visits near it are looked up by."
    )
    available: bool = Field(description="Whether the operator is suggested for visits.")

    example: ClassVar = {"city": "Pune", "pincode": "411001", "available": True}
