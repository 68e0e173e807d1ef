"""The documents of orders: the order, as both sides read it, and its history."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.documents import Document, Record
from core.fields import StoredName, StoredText, Whole
from core.objects import StoredObject
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from labs.catalogue.models import Day, Material, Per, WorkType
from labs.catalogue.teeth import AREAS, Arch, arch_of
from labs.catalogue.works import WORKS, Named
from labs.orders.sent import OrderFinding, SharedPair


def _order(category: str, erased: Erasure = Erasure.DELETE, ground: str = "") -> FieldPolicy:
    """Declare what both sides of an order see; it is kept as long as the case.

    Admins see it on an order's receipt, by a callable that records it, and under no rule.
    """
    sides = (Viewer.CLINIC, Viewer.LAB)
    return held(category, *sides, Viewer.ADMIN, kept=Retention.CASE, erased=erased, ground=ground)


def _named(category: str) -> FieldPolicy:
    """Declare what names the patient: for the two sides alone."""
    return held(category, Viewer.CLINIC, Viewer.LAB, kept=Retention.CASE, erased=Erasure.MASK)


#: Why an order says who acted for its sides, and of which case it was.
CLAIMS = "accounts and legal claims about the work (DPDP Act 2023, section 17(1)(a))"


_WHO = _order("user.unique_id", Erasure.KEEP, CLAIMS)


_OPS = _order("system.operations")


_HEALTH = _order("user.health_and_medical")


_SUM = _order("user.financial")


class OrderState(StrEnum):
    """Where an order stands."""

    PLACED = "placed"  # the lab has not answered yet
    ACCEPTED = "accepted"  # the lab has promised a day and has not begun
    REJECTED = "rejected"  # the lab does not do it, or gave it back: the end
    IN_PRODUCTION = "in_production"  # the lab is at work
    ON_HOLD = "on_hold"  # the lab waits, for a reason that it gave
    RESCAN_REQUESTED = "rescan_requested"  # the lab waits for new scans of the clinic's
    READY = "ready"  # made, and not shipped yet
    SHIPPED = "shipped"  # on its way to the clinic
    LOST = "lost"  # the parcel did not arrive: the lab makes it anew, or the money goes back
    DELIVERED = "delivered"  # the clinic has it and may ask for a remake; it is paid for
    COMPLETED = "completed"  # the clinic is content: the end
    REMAKE_REQUESTED = "remake_requested"  # the clinic wants it anew; the lab has not answered yet
    CANCELLED = "cancelled"  # called off before it was delivered: the end


class Reason(StrEnum):
    """Why a side stopped or turned back; words of anyone's own could name the patient."""

    # rejected by the lab, or cancelled (transitions.REASONS has which step takes which)
    NO_CAPACITY = "no_capacity"  # the lab cannot make it in time
    NOT_FEASIBLE = "not_feasible"  # the lab cannot make it as it was ordered
    NOT_NEEDED = "not_needed"  # the clinic does not need it any more
    ORDERED_TWICE = "ordered_twice"  # another order asks for the same work
    PATIENT_UNAVAILABLE = "patient_unavailable"  # the patient does not go on with the treatment
    CONSENT_WITHDRAWN = "consent_withdrawn"  # the patient took the consent back
    PARCEL_LOST = "parcel_lost"  # it was lost on its way, and is not made anew
    # on hold
    QUESTION = "question"  # the lab has asked something and waits for the answer
    MATERIAL_MISSING = "material_missing"  # the lab waits for material
    # a new scan
    MARGIN_UNCLEAR = "margin_unclear"  # the edge of the preparation cannot be seen in the scan
    SCAN_INCOMPLETE = "scan_incomplete"  # a part that is needed is not in the scan
    SCAN_DISTORTED = "scan_distorted"  # the surface of the scan is not what was in the mouth
    BITE_WRONG = "bite_wrong"  # the scans of the jaws do not meet as the teeth do
    # a remake
    DOES_NOT_FIT = "does_not_fit"  # it does not sit as it should in the mouth
    WRONG_SHADE = "wrong_shade"  # its colour is not the one that was ordered
    BROKEN = "broken"  # it arrived broken, or broke soon after
    NOT_AS_ORDERED = "not_as_ordered"  # it is not what the order says


class OrderCause(StrEnum):
    """Whose affair a step is; who pays for an end follows from that, in `settlement`."""

    CLINIC = "clinic"  # the clinic wants it so
    PATIENT = "patient"  # the patient does not go on, or took the consent back
    LAB = "lab"  # the lab does it, does not do it, or did not do it as it was ordered
    CARRIER = "carrier"  # the parcel did not arrive
    PLATFORM = "platform"  # an admin or the clock decided


class Settlement(StrEnum):
    """What became of the price when an order ended before it was delivered, or made anew."""

    RELEASED = "released"  # it was not paid yet: what was set aside went back to the clinic
    KEPT = "kept"  # it was paid at the first delivery, and stays paid
    REFUNDED = "refunded"  # it was paid, and went back: the lab's share and the commission


class UnitPart(StrEnum):
    """What a unit of a bridge does; a bridge has a retainer at one end at least."""

    RETAINER = "retainer"  # it is fixed on a tooth or an implant, and holds the bridge
    PONTIC = "pontic"  # it replaces a missing tooth


class Sender(Record):
    """Who ordered, and where to send it: what of a clinic is declared visible to labs."""

    name: Annotated[StoredName, _order("user.contact.organization")] = Field(
        description="The name of the clinic that ordered."
    )
    address: Annotated[StoredText, _order("user.contact.address.street")] = Field(
        description="Building, street and area, to send the work to."
    )
    city: Annotated[StoredName, _order("user.contact.address.city")] = Field(
        description="The city or town."
    )
    pincode: Annotated[str, _order("user.contact.address.postal_code")] = Field(
        description="The postal PIN code: six digits."
    )


class OrderPatient(Record):
    """Whom it is for: the reference, and the name only where the clinic switched it on."""

    reference: Annotated[str, _order("user.unique_id.pseudonymous", Erasure.MASK)]
    name: Annotated[StoredName | None, _named("user.name")] = None


class BridgeUnit(Record):
    """A unit is one tooth of a bridge: a retainer or a pontic."""

    tooth: Annotated[Whole, Field(ge=11, le=85)] = Field(
        description="The tooth that it covers or replaces, by two digits as ISO 3950 names it."
    )
    part: UnitPart = Field(description="Whether it holds the bridge or replaces a missing tooth.")


class OrderItem(Record):
    """A service of the catalogue that was ordered, at the prices of that time, in paise."""

    service_id: Annotated[str, _OPS]
    name: Annotated[str, _HEALTH]
    work: Annotated[WorkType, _HEALTH]
    #: The teeth, for a bridge those of its units. Orders of before named a tooth of each arch here.
    teeth: Annotated[list[int], _HEALTH]
    #: Of a bridge, from the patient's right to the left; orders of before did not say.
    units: Annotated[list[BridgeUnit], _HEALTH] = []
    #: Of work that is made for arches; `for_arches` reads orders of before, too.
    arches: Annotated[list[Arch], _HEALTH] = []
    material: Annotated[Material, _HEALTH]
    shade: Annotated[str | None, _HEALTH] = None
    notes: Annotated[StoredText | None, _HEALTH] = None
    per: Annotated[Per, _OPS]
    quantity: Annotated[int, Field(gt=0), _OPS]
    unit_price: Annotated[int, Field(ge=0), _SUM]
    price: Annotated[int, Field(ge=0), _SUM]

    @property
    def for_arches(self) -> list[Arch]:
        """Return the arches that it is for, the upper one first; none where it is for teeth."""
        named = WORKS[self.work].named is Named.ARCHES
        found = {*self.arches, *(map(arch_of, self.teeth) if named else ())}
        return sorted(found, key=AREAS.__getitem__)

    @property
    def for_teeth(self) -> list[int]:
        """Return the teeth that it is for; none where it is for arches."""
        return [] if WORKS[self.work].named is Named.ARCHES else self.teeth


class SharedFile(Record):
    """A file as the lab has it: its figures and findings; the bytes by signed links alone.

    Its fields are those that a file of a case declares visible to labs, and its id.
    """

    file_id: str
    kind: str
    jaw: str
    version: int
    content: StoredObject
    pictures: dict[str, Any]
    findings: list[dict[str, Any]]
    report: dict[str, Any]
    #: What the case check measured on a scan; files of before have none.
    features: dict[str, Any] | None = None


class Shipment(Record):
    """How it travels."""

    carrier: Annotated[str, StringConstraints(min_length=1, max_length=60)] = Field(
        description="Who carries it: a courier, or the lab itself."
    )
    tracking: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 /-]{1,40}$")] | None = Field(
        default=None, description="The carrier's number to follow it by; null where there is none."
    )


class Order(Document):
    """`orders/{order_id}`: what the lab sees of a case; the clinic reads it too."""

    path: ClassVar[str] = "orders/{order_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    clinic_id: Annotated[str, _order("user.contact.organization")]
    lab_id: Annotated[str, _order("user.contact.organization")]
    lab_name: Annotated[StoredName, _order("user.contact.organization")]
    case_id: Annotated[str, _order("user.unique_id.pseudonymous", Erasure.KEEP, CLAIMS)]
    sender: Sender
    patient: OrderPatient
    items: list[OrderItem]
    files: Annotated[list[SharedFile], _HEALTH]
    #: Files that the clinic sent although the gate had warned.
    signed_off: Annotated[list[str], _OPS] = []
    #: Whether the case check looked at the files; it did at none of before it.
    checked: Annotated[bool, _OPS] = False
    findings: Annotated[list[OrderFinding], _HEALTH] = []
    #: Of the files, those that were looked at beside each other.
    pairs: Annotated[list[SharedPair], _HEALTH] = []
    wanted_on: Annotated[Day, _OPS]
    #: By when the lab has promised it: working days of its own from the day of acceptance.
    due_on: Annotated[Day | None, _OPS] = None
    #: What it promised first, since it last accepted or got new scans: `due_on` may be corrected,
    #: and whether it keeps its promises is told by this.
    promised_on: Annotated[Day | None, _OPS] = None
    turnaround: Annotated[int, _OPS]
    #: What the clinic pays, tax included, in paise.
    price: Annotated[int, _SUM]
    state: Annotated[OrderState, _OPS] = OrderState.PLACED
    #: Why it is where it is, where somebody had to say.
    reason: Annotated[Reason | None, _OPS] = None
    shipment: Annotated[Shipment | None, _OPS] = None
    remakes: Annotated[int, _OPS] = 0
    #: Its case waits for a guardian's consent: until then the lab does not go on with it.
    awaiting_guardian: Annotated[bool, _OPS] = False
    #: How many messages the sides have written to one another.
    messages: Annotated[int, _OPS] = 0
    #: Set when it was delivered for the first time, and paid for.
    paid: Annotated[bool, _OPS] = False
    #: What became of the price, where the order ended otherwise than by being completed.
    settlement: Annotated[Settlement | None, _OPS] = None
    times: Annotated[dict[OrderState, AwareDatetime], _OPS]
    placed_by: Annotated[str, _WHO]
    #: The member of the lab who accepted it, who hears of it from then on.
    accepted_by: Annotated[str | None, _WHO] = None
    placed_at: Annotated[AwareDatetime, _OPS]

    @property
    def file_ids(self) -> list[str]:
        """Return the ids of its files, sorted: what new scans are compared by."""
        return sorted(file.file_id for file in self.files)


class OrderEvent(Document):
    """`orders/{order_id}/events/{event_id}`: one line of its history: who did what, when, why."""

    path: ClassVar[str] = "orders/{order_id}/events/{event_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    clinic_id: Annotated[str, _order("user.contact.organization")]
    lab_id: Annotated[str, _order("user.contact.organization")]
    action: Annotated[str, _OPS]
    state: Annotated[OrderState, _OPS]
    reason: Annotated[Reason | None, _OPS] = None
    #: Whose affair it was; the history of before did not say.
    cause: Annotated[OrderCause | None, _OPS] = None
    actor: Annotated[str, _WHO]
    party: Annotated[str, _OPS]
    at: Annotated[AwareDatetime, _OPS]
    #: Of a shipment: whether it left on the day that the lab had promised it for, or before.
    on_time: Annotated[bool | None, _OPS] = None
    #: What the clinic sent with this step, as it was then; a later scan does not change it.
    files: Annotated[list[SharedFile], _HEALTH] = []
    #: Those of them that it sent although the gate had warned.
    signed_off: Annotated[list[str], _OPS] = []
    #: Whether the case check looked at them, and what it found.
    checked: Annotated[bool, _OPS] = False
    findings: Annotated[list[OrderFinding], _HEALTH] = []
    #: By when the lab promised the work, where this step made a promise.
    due_on: Annotated[Day | None, _OPS] = None
    #: How it travels, where this step sent it or corrected that.
    shipment: Annotated[Shipment | None, _OPS] = None
    refs: Annotated[dict[str, str], _OPS] = {}
