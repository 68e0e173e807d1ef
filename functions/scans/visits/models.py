"""Visits as the operator sees them, and the operators' rosters."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, model_validator

from core.documents import Document, Record
from core.fields import Pincode, StoredName, StoredText
from core.machines import Party
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from core.projections import visible_to
from scans.declarations import LINK, of_case
from scans.patients.models import Patient, Reference


class VisitState(StrEnum):
    """Where a visit stands."""

    REQUESTED = "requested"  # the clinic asked for it; an operator has to be assigned
    ASSIGNED = "assigned"  # an operator is assigned and has not answered yet
    ACCEPTED = "accepted"  # the operator will come
    EN_ROUTE = "en_route"  # the operator is on the way
    ARRIVED = "arrived"  # the operator is at the clinic
    SCANNING = "scanning"  # the operator scans, and may upload
    UPLOADED = "uploaded"  # the operator has uploaded everything; the clinic completes the visit
    COMPLETED = "completed"  # the clinic has what it asked for; nothing follows
    DECLINED = "declined"  # the operator does not come; another one has to be assigned
    RESCHEDULED = "rescheduled"  # other slots were offered; an operator has to be assigned anew
    CANCELLED = "cancelled"  # it was called off; nothing follows
    NO_SHOW = "no_show"  # nobody was there to be scanned; nothing follows
    INTERRUPTED = "interrupted"  # it had begun when its operator was lost; another one goes on


class VisitCause(StrEnum):
    """On whose account a visit changes; fees follow from it."""

    CLINIC = "clinic"  # the clinic wants it so, or nobody was there to be scanned
    OPERATOR = "operator"  # the operator does its part, or cannot come
    PLATFORM = "platform"  # Scanner decides it, or the operator's account was shut out
    PATIENT = "patient"  # the patient withdrew the consent


class VisitAction(StrEnum):
    """What can be done to a visit."""

    REQUEST = "request"  # the clinic asks for the visit
    ASSIGN = "assign"  # an admin sends an operator
    ACCEPT = "accept"  # the operator will come
    DECLINE = "decline"  # the operator will not come after all
    DEPART = "depart"  # the operator sets out
    ARRIVE = "arrive"  # the operator is at the clinic
    BEGIN = "begin"  # the operator begins to scan, or goes on after finishing
    FINISH = "finish"  # the operator has uploaded everything; a file of the visit must be ready
    COMPLETE = "complete"  # the clinic has what it asked for, and pays; a file must be ready
    REPORT_NO_SHOW = "report_no_show"  # nobody was there to be scanned, once the slot has begun
    RESCHEDULE = "reschedule"  # other slots are offered
    CANCEL = "cancel"  # the visit is called off
    RELEASE = "release"  # the operator's account was shut out or changed its role


class ScanKind(StrEnum):
    """What is to be scanned."""

    UPPER_ARCH = "upper_arch"  # the upper jaw
    LOWER_ARCH = "lower_arch"  # the lower jaw
    BITE = "bite"  # how the jaws meet
    PREPARATION = "preparation"  # teeth that were prepared for a restoration
    IMPLANT = "implant"  # implants, with their scan bodies
    PHOTOGRAPHS = "photographs"  # photographs; the consent must cover `images`


class CancelReason(StrEnum):
    """Why a visit was cancelled; words of anyone's own could name the patient."""

    PATIENT_UNAVAILABLE = "patient_unavailable"  # the patient cannot come
    CLINIC_UNAVAILABLE = "clinic_unavailable"  # the clinic cannot receive the operator
    NO_OPERATOR = "no_operator"  # no operator is free at any of the slots
    NOT_NEEDED = "not_needed"  # the scan is not wanted any more
    REQUESTED_TWICE = "requested_twice"  # there is another visit for the same
    CONSENT_WITHDRAWN = "consent_withdrawn"  # the patient withdrew the consent; the system's alone


def _visit(category: str, *, erased: Erasure = Erasure.DELETE, ground: str = "") -> FieldPolicy:
    """Declare what the operator coordinates a visit by (policy section 3), and who assigns it."""
    return of_case(category, Viewer.OPERATOR, Viewer.ADMIN, erased=erased, ground=ground)


class VisitAddress(Record):
    """Where the operator goes: what of a clinic is declared visible to operators."""

    name: Annotated[StoredName, _visit("user.contact.organization")]
    address: Annotated[StoredText, _visit("user.contact.address.street")]
    city: Annotated[StoredName, _visit("user.contact.address.city")]
    pincode: Annotated[Pincode, _visit("user.contact.address.postal_code")]


class VisitPatient(Record):
    """Whom the operator scans: what of a patient is declared visible to operators."""

    reference: Annotated[
        Reference, of_case("user.unique_id.pseudonymous", Viewer.OPERATOR, erased=Erasure.MASK)
    ]

    @classmethod
    def of(cls, patient: Patient) -> Self:
        """Project a patient."""
        return cls.model_validate(visible_to(Viewer.OPERATOR, patient))


class VisitSlot(Record):
    """A time that is offered or booked, from its start to its end, the end not included."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise ValueError("a slot ends after it starts")
        return self

    def overlaps(self, other: "VisitSlot") -> bool:
        """Tell whether the two share any time."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


class Cancellation(Record):
    """Who cancelled, and why."""

    by: Party
    reason: CancelReason


class VisitChange(Record):
    """One step of a visit: what was done, where that led, on whose account, and when."""

    action: Annotated[VisitAction, _visit("system.operations")]
    state: Annotated[VisitState, _visit("system.operations")]
    cause: Annotated[VisitCause, _visit("system.operations")]
    at: Annotated[AwareDatetime, _visit("system.operations")]


class Visit(Document):
    """`visits/{visit_id}`: an operator's visit, as the operator sees it while assigned."""

    path: ClassVar[str] = "visits/{visit_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.OPERATOR})

    clinic_id: Annotated[str, _visit("user.contact.organization")]
    case_id: Annotated[str, _visit("user.unique_id.pseudonymous", erased=Erasure.KEEP, ground=LINK)]
    clinic: VisitAddress
    patient: VisitPatient
    scans: Annotated[list[ScanKind], _visit("user.health_and_medical")]
    #: When it would suit the clinic, and the one that was assigned.
    slots: Annotated[list[VisitSlot], _visit("system.operations")]
    slot: Annotated[VisitSlot | None, _visit("system.operations")] = None
    state: Annotated[VisitState, _visit("system.operations")] = VisitState.REQUESTED
    #: The operator while assigned, who alone reads the visit by this field; None again after.
    assignee: Annotated[str | None, _visit("user.unique_id")] = None
    #: When each state was last entered.
    times: Annotated[dict[VisitState, AwareDatetime], _visit("system.operations")]
    #: Every step in order; the fee follows from them. Visits from before have none, or the last.
    changes: list[VisitChange] = []
    requested_at: Annotated[AwareDatetime, _visit("system.operations")]
    cancelled: Annotated[Cancellation | None, _visit("system.operations")] = None
    #: It waits until a guardian has consented for the patient; its case says so too.
    awaiting_guardian: Annotated[bool, _visit("system.operations")] = False
    #: Upload slots issued so far.
    uploads: Annotated[int, _visit("system.operations")] = 0


def _roster(category: str) -> FieldPolicy:
    return held(category, Viewer.ACTIVE_SUBJECT, Viewer.ADMIN, kept=Retention.ACCOUNT)


class Area(Record):
    """Where an operator sets out from."""

    city: Annotated[StoredName, _roster("user.contact.address.city")]
    pincode: Annotated[Pincode, _roster("user.contact.address.postal_code")]


class Booking(VisitSlot):
    """A visit that an operator is assigned to."""

    visit_id: str


class Operator(Document):
    """`operators/{uid}`: where an operator works and when it is taken.

    Assignments read and write this one document, so two that overlap cannot both succeed.
    """

    path: ClassVar[str] = "operators/{uid}"
    readers = frozenset({Viewer.ACTIVE_SUBJECT, Viewer.ADMIN})

    available: Annotated[bool, _roster("user.account")] = False
    area: Area | None = None
    #: What suggestions are looked up by: the city in one spelling, and the sorting district.
    city_key: Annotated[str | None, _roster("user.contact.address.city")] = None
    district: Annotated[str | None, _roster("user.contact.address.postal_code")] = None
    bookings: Annotated[list[Booking], _roster("system.operations")] = []
    #: Bookings that ended with the account's standing; a job releases these visits.
    to_release: Annotated[list[Booking], _roster("system.operations")] = []
