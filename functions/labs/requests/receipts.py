"""The receipt of an order: one structure, of which the app's page, PDF and HTML are made."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from labs.models import Day, Material, OrderState, Reason, Sender, Shipment, WorkType
from labs.states import OrderAction

_ORDER = "oR5Hs8RcTj2FgWq7nPx0"
_FILE = "u8Kd2MvQx5ZrTn4WbYc7"
_AT = "2026-05-04T04:00:00Z"
_LINK = {"url": "https://storage.googleapis.com/…", "expires_at": "2026-05-20T04:10:00Z"}


class Purpose(StrEnum):
    """Why an admin looks at what is of a patient; it goes into the audit entry."""

    DISPUTE = "dispute"
    SUPPORT = "support"
    PRIVACY_REQUEST = "privacy_request"


class GetReceipt(Message):
    """The receipt of an order, for either side; admins say for what, the sides do not."""

    order_id: DocId
    reason: Purpose | None = None

    example: ClassVar = {"order_id": _ORDER}


class ToothShown(Message):
    """A tooth by its two digits in ISO 3950, and in words."""

    number: int
    name: str

    example: ClassVar = {"number": 26, "name": "upper left first molar"}


class ItemShown(Message):
    """What was ordered, without its price."""

    name: str
    work: WorkType
    teeth: list[ToothShown]
    material: Material
    shade: str | None
    quantity: int
    notes: str | None

    example: ClassVar = {
        "name": "Full-contour zirconia crown",
        "work": "crown",
        "teeth": [ToothShown.example],
        "material": "zirconia",
        "shade": "A2",
        "quantity": 1,
        "notes": None,
    }


class Flag(Message):
    """What the gate noticed about a file: a stable code, and its sentence."""

    code: str
    sentence: str

    example: ClassVar = {"code": "stl-many-pieces", "sentence": "The scan is in 4 pieces."}


class FetchShown(Message):
    """How often a member of the lab was given a link to a file."""

    member: str
    times: Annotated[int, Field(ge=1)]
    first_at: AwareDatetime
    last_at: AwareDatetime

    example: ClassVar = {
        "member": "lab member 1",
        "times": 1,
        "first_at": "2026-05-04T05:30:00Z",
        "last_at": "2026-05-04T05:30:00Z",
    }


class FileShown(Message):
    """A file that was sent: its figures, what was flagged, and who of the lab fetched it.

    `crc32c` is base64, as Cloud Storage has it; sizes are in bytes and in mm. `sent_with` counts
    the sendings: 0 is the order, 1 the first rescan. `out_at` is when the clinic sent others
    without it; `replaced_by` the version of the jaw that came in its place, if one did.
    """

    file_id: str
    kind: str
    jaw: str
    version: int
    crc32c: str
    byte_size: int
    triangles: int | None
    size_mm: list[float] | None
    flags: list[Flag]
    signed_off: bool
    sent_at: AwareDatetime
    sent_by: str
    sent_with: int
    out_at: AwareDatetime | None
    replaced_by: int | None
    fetches: list[FetchShown]

    example: ClassVar = {
        "file_id": _FILE,
        "kind": "stl",
        "jaw": "upper",
        "version": 1,
        "crc32c": "yZRlqg==",
        "byte_size": 20484,
        "triangles": 408,
        "size_mm": [61.2, 48.0, 17.4],
        "flags": [Flag.example],
        "signed_off": True,
        "sent_at": _AT,
        "sent_by": "clinic member 1",
        "sent_with": 0,
        "out_at": None,
        "replaced_by": None,
        "fetches": [FetchShown.example],
    }


class StepShown(Message):
    """One line of the history: who did what when, why, and where the order stood then.

    `sent` are the files that went to the lab with it.
    """

    at: AwareDatetime
    party: str
    who: str
    action: OrderAction
    state: OrderState
    reason: Reason | None
    due_on: Day | None
    shipment: Shipment | None
    sent: list[str]

    example: ClassVar = {
        "at": _AT,
        "party": "the clinic",
        "who": "clinic member 1",
        "action": "place",
        "state": "placed",
        "reason": None,
        "due_on": None,
        "shipment": None,
        "sent": [_FILE],
    }


class Question(Message):
    """A rescan or a remake that was asked for, and what the next step answered, if one did."""

    kind: Literal["rescan", "remake"]
    number: int
    reason: Reason | None
    asked_at: AwareDatetime
    asked_by: str
    answer: OrderAction | None
    answered_at: AwareDatetime | None
    answered_by: str | None

    example: ClassVar = {
        "kind": "remake",
        "number": 1,
        "reason": "does_not_fit",
        "asked_at": _AT,
        "asked_by": "clinic member 1",
        "answer": "accept",
        "answered_at": _AT,
        "answered_by": "lab member 1",
    }


class Conclusion(Message):
    """What follows from the records by a rule, never a judgement."""

    code: str
    sentence: str

    example: ClassVar = {
        "code": "warned-signed-off",
        "sentence": "The gate warned of upper jaw, version 1; the clinic signed it off.",
    }


class PatientShown(Message):
    """Whom it is for: the reference, and the name only where the clinic sent it along."""

    reference: str
    name: str | None

    example: ClassVar = {"reference": "P-1042", "name": None}


class Dates(Message):
    """When it was wanted, promised, and where it was when; the last time of each."""

    wanted_on: Day
    due_on: Day | None
    placed_at: AwareDatetime
    accepted_at: AwareDatetime | None
    ready_at: AwareDatetime | None
    shipped_at: AwareDatetime | None
    delivered_at: AwareDatetime | None

    example: ClassVar = {
        "wanted_on": "2026-06-15",
        "due_on": "2026-05-09",
        "placed_at": _AT,
        "accepted_at": _AT,
        "ready_at": None,
        "shipped_at": None,
        "delivered_at": None,
    }


class Receipt(Message):
    """What arrived, what was flagged, who answered what, which links were given out.

    It is made of records alone, the same for both sides. People are numbered by party, in the
    order in which they first appear. `as_of` is the moment of the last record in it; `complete`
    is false where there are more records than a receipt holds.
    """

    order_id: str
    case_id: str
    state: OrderState
    remakes: int
    patient: PatientShown
    clinic: Sender
    lab: str
    dates: Dates
    items: list[ItemShown]
    files: list[FileShown]
    questions: list[Question]
    history: list[StepShown]
    conclusions: list[Conclusion]
    messages: int | None
    as_of: AwareDatetime
    complete: bool

    example: ClassVar = {
        "order_id": _ORDER,
        "case_id": "c4Vb8XsLm1QzRt6KpWd9",
        "state": "accepted",
        "remakes": 0,
        "patient": PatientShown.example,
        "clinic": {
            "name": "Smile Dental",
            "address": "12 MG Road",
            "city": "Pune",
            "pincode": "411001",
        },
        "lab": "Pearl Dental Lab",
        "dates": Dates.example,
        "items": [ItemShown.example],
        "files": [FileShown.example],
        "questions": [],
        "history": [StepShown.example],
        "conclusions": [Conclusion.example],
        "messages": None,
        "as_of": "2026-05-04T05:30:00Z",
        "complete": True,
    }


class ReceiptLink(Message):
    """A signed link to the receipt as a file."""

    url: str
    expires_at: AwareDatetime

    example: ClassVar = _LINK


class ReceiptGiven(Message):
    """The receipt, and links to it as a PDF and as an HTML page that needs nothing else."""

    receipt: Receipt
    pdf: ReceiptLink
    html: ReceiptLink

    example: ClassVar = {"receipt": Receipt.example, "pdf": _LINK, "html": _LINK}
