"""The receipt of an order: one structure, of which the app's page, PDF and HTML are made."""

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from labs.catalogue.models import Day, Material, WorkType
from labs.catalogue.teeth import Arch
from labs.orders.models import OrderState, Reason, Sender, Shipment, UnitPart
from labs.orders.states import OrderAction
from scans.service import Bilingual, CaseCode, CaseFinding, FindingSeverity

_ORDER = "oR5Hs8RcTj2FgWq7nPx0"
_FILE = "u8Kd2MvQx5ZrTn4WbYc7"
_AT = "2026-05-04T04:00:00Z"
_LINK = {"url": "https://storage.googleapis.com/…", "expires_at": "2026-05-20T04:10:00Z"}


class Purpose(StrEnum):
    """Why an admin looks at what is of a patient; it goes into the audit entry."""

    DISPUTE = "dispute"  # clinic and lab disagree about the order
    SUPPORT = "support"  # somebody has asked support about it
    PRIVACY_REQUEST = "privacy_request"  # somebody asked for what is held, or its erasure


class GetReceipt(Message):
    """The receipt of an order, for either side; admins say for what, the sides do not."""

    order_id: DocId = Field(description="The order, of which the caller is a side; any for admins.")
    reason: Purpose | None = Field(
        default=None,
        description="For what an admin looks, which goes on record; needed for admins, left out by "
        "the two sides.",
    )

    example: ClassVar = {"order_id": _ORDER}


class ToothShown(Message):
    """A tooth by its two digits in ISO 3950, and in words."""

    number: int = Field(description="The tooth by its two digits in ISO 3950, such as 26.")
    name: str = Field(description="The tooth in English words.")
    part: UnitPart | None = Field(
        default=None,
        description="In a bridge, whether the unit holds it or replaces a tooth; null for all "
        "other work, and for bridges of before that did not say.",
    )

    example: ClassVar = {"number": 26, "name": "upper left first molar", "part": None}


class ArchShown(Message):
    """An arch, by the two digits of its area in ISO 3950, and in words."""

    arch: Arch = Field(description="Which of the two arches it is for.")
    area: str = Field(description="Its area by two digits in ISO 3950: `01` or `02`.")
    name: str = Field(description="The arch in English words.")

    example: ClassVar = {"arch": "upper", "area": "01", "name": "upper arch"}


class ItemShown(Message):
    """What was ordered, without its price."""

    name: str = Field(
        description="The service as the catalogue named it when the order was placed."
    )
    work: WorkType = Field(description="The type of the work.")
    teeth: list[ToothShown] = Field(
        description="The teeth that it is for, a bridge's along the arch; empty where it is for "
        "arches, or none was named."
    )
    arches: list[ArchShown] = Field(
        description="The arches that it is for; empty where it is for teeth alone."
    )
    material: Material = Field(description="The material that the clinic chose.")
    shade: str | None = Field(
        description="The shade by the service's guide; null where it has none."
    )
    quantity: int = Field(description="How many the price was for: teeth, units, arches or pieces.")
    notes: str | None = Field(
        description="What the clinic wrote for the lab; null where it wrote nothing."
    )

    example: ClassVar = {
        "name": "Full-contour zirconia crown",
        "work": "crown",
        "teeth": [ToothShown.example],
        "arches": [],
        "material": "zirconia",
        "shade": "A2",
        "quantity": 1,
        "notes": None,
    }


class Flag(Message):
    """What the gate noticed about a file: a stable code, and its sentence."""

    code: str = Field(description="The stable code of the finding, such as `stl-many-pieces`.")
    sentence: str = Field(description="The finding in words to show to people.")

    example: ClassVar = {"code": "stl-many-pieces", "sentence": "The scan is in 4 pieces."}


class FindingShown(Message):
    """What the case check found in what was sent, and whether the clinic signed it off."""

    code: CaseCode = Field(description="The stable code of what was found.")
    severity: FindingSeverity = Field(description="What it asked for.")
    sentence: Bilingual = Field(description="What was found, in words to show to people.")
    teeth: list[int] = Field(
        description="The teeth that it is about, by two digits as ISO 3950 names them; empty where "
        "it is about none."
    )
    file_ids: list[str] = Field(
        description="The files that it was found on; empty where one was missing."
    )
    signed_off: bool = Field(
        description="Whether the clinic sent it in spite of this; false for notes."
    )
    sent_at: AwareDatetime = Field(description="When what it was found in was sent, in UTC.")
    sent_with: int = Field(
        description="With which sending that was: 0 is the order, 1 the first new scan, and so on."
    )

    example: ClassVar = {
        "code": "case-jaws-apart",
        "severity": "warning",
        "sentence": CaseFinding.example["sentence"],
        "teeth": [],
        "file_ids": [_FILE],
        "signed_off": True,
        "sent_at": _AT,
        "sent_with": 0,
    }


class FetchShown(Message):
    """How often a member of the lab was given a link to a file."""

    member: str = Field(description="Who of the lab, numbered: `lab member 1`.")
    times: int = Field(ge=1, description="How many times a link was given out.")
    first_at: AwareDatetime = Field(description="When the first link was given out, in UTC.")
    last_at: AwareDatetime = Field(description="When the last link was given out, in UTC.")

    example: ClassVar = {
        "member": "lab member 1",
        "times": 1,
        "first_at": "2026-05-04T05:30:00Z",
        "last_at": "2026-05-04T05:30:00Z",
    }


class FileShown(Message):
    """A file that was sent: its figures, what was flagged, and who of the lab fetched it."""

    file_id: str = Field(description="The file by its id in the case.")
    kind: str = Field(description="What it is: `stl` for a scan, `image` for a photograph.")
    jaw: str = Field(
        description="What it shows: `upper`, `lower`, `bite`, `bite_right`, `bite_left`, or of a "
        "photograph `mouth`."
    )
    version: int = Field(description="Which scan of the jaw it is, counted from 1.")
    crc32c: str = Field(
        description="The CRC-32C checksum of the bytes that were sent, in base64, as Cloud Storage "
        "has it."
    )
    byte_size: int = Field(description="The size of the file, in bytes.")
    triangles: int | None = Field(
        description="How many triangles the scan has; null for photographs."
    )
    size_mm: list[float] | None = Field(
        description="The extent of the scan along x, y and z, in millimetres; null for photographs."
    )
    flags: list[Flag] = Field(
        description="What the check of uploads had noticed about it; empty where nothing was."
    )
    signed_off: bool = Field(
        description="Whether the clinic sent it although the check had warned of it."
    )
    sent_at: AwareDatetime = Field(description="When it was first sent to the lab, in UTC.")
    sent_by: str = Field(description="Who of the clinic sent it, numbered: `clinic member 1`.")
    sent_with: int = Field(
        description="With which sending it first went: 0 is the order, 1 the first new scan, and "
        "so on."
    )
    out_at: AwareDatetime | None = Field(
        description="When the clinic sent other files without it, in UTC; null while it counts."
    )
    replaced_by: int | None = Field(
        description="The version of the same jaw that came in its place; null where none did, and "
        "for photographs."
    )
    fetches: list[FetchShown] = Field(
        description="Who of the lab was given links to it, and how often; empty where nobody was."
    )

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
    """One line of the history: who did what when, why, and where the order stood then."""

    at: AwareDatetime = Field(description="When it was done, in UTC.")
    party: str = Field(description="Which side did it, in words, such as `the clinic`.")
    who: str = Field(
        description="Who of that side, numbered: `clinic member 1`; `the system` for what nobody "
        "did."
    )
    action: OrderAction = Field(description="What was done.")
    state: OrderState = Field(description="Where the order stood after it.")
    reason: Reason | None = Field(description="Why; null for steps that need no reason.")
    due_on: Day | None = Field(
        description="The day in India that was promised with it, `YYYY-MM-DD`; null where none was."
    )
    shipment: Shipment | None = Field(
        description="How it was sent; null for all steps but `ship`, and `amend` after it."
    )
    sent: list[str] = Field(
        description="The ids of the files that went to the lab with it; empty where none did."
    )

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

    kind: Literal["rescan", "remake"] = Field(
        description="What was asked for: new scans, a `rescan`, by the lab, or a `remake` by "
        "the clinic."
    )
    number: int = Field(description="Which of its kind it is in this order, counted from 1.")
    reason: Reason | None = Field(
        description="Why it was asked for; null where no reason is on record."
    )
    asked_at: AwareDatetime = Field(description="When it was asked for, in UTC.")
    asked_by: str = Field(description="Who asked, numbered by side: `lab member 1`.")
    answer: OrderAction | None = Field(
        description="The step that followed; null while nothing has."
    )
    answered_at: AwareDatetime | None = Field(
        description="When that step was taken, in UTC; null while none was."
    )
    answered_by: str | None = Field(
        description="Who took that step, numbered by side; null while nobody has."
    )

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

    code: str = Field(
        description="The stable code of the rule that it follows from, such as `warned-signed-off`."
    )
    sentence: str = Field(description="The conclusion in words to show to people.")

    example: ClassVar = {
        "code": "warned-signed-off",
        "sentence": "The gate warned of upper jaw, version 1; the clinic signed it off.",
    }


class PatientShown(Message):
    """Whom it is for: the reference, and the name only where the clinic sent it along."""

    reference: str = Field(description="The clinic's reference number of the patient.")
    name: str | None = Field(
        description="The patient's name; null unless the clinic gave it to the lab, and for admins."
    )

    example: ClassVar = {"reference": "P-1042", "name": None}


class Dates(Message):
    """When it was wanted, promised, and where it was when; the last time of each."""

    wanted_on: Day = Field(
        description="The day in India by which the clinic wanted it, `YYYY-MM-DD`."
    )
    due_on: Day | None = Field(
        description="The day in India that the lab promised last, `YYYY-MM-DD`; null until it "
        "accepted."
    )
    placed_at: AwareDatetime = Field(description="When the clinic placed it, in UTC.")
    accepted_at: AwareDatetime | None = Field(
        description="When the lab last accepted it, or was sent new scans, in UTC; null until then."
    )
    ready_at: AwareDatetime | None = Field(
        description="When the lab last finished it, in UTC; null until then."
    )
    shipped_at: AwareDatetime | None = Field(
        description="When it was last shipped, in UTC; null until then."
    )
    delivered_at: AwareDatetime | None = Field(
        description="When it was last delivered, in UTC; null until then."
    )

    example: ClassVar = {
        "wanted_on": "2026-06-15",
        "due_on": "2026-05-09",
        "placed_at": _AT,
        "accepted_at": _AT,
        "ready_at": None,
        "shipped_at": None,
        "delivered_at": None,
    }


class OrderReceipt(Message):
    """What arrived, what was flagged, who answered what, which links were given out.

    It is made of records alone, the same for both sides. People are numbered by party, in the
    order in which they first appear.
    """

    order_id: str = Field(description="The order of the request.")
    case_id: str = Field(description="The case that the work is for.")
    state: OrderState = Field(description="Where the order stands.")
    remakes: int = Field(description="How many remakes the clinic asked for.")
    patient: PatientShown = Field(description="Whom the work is for.")
    clinic: Sender = Field(description="Who ordered, and where the work is sent.")
    lab: str = Field(description="The lab's name, as it was when the order was placed.")
    dates: Dates = Field(description="When it was wanted and promised, and when it got where.")
    items: list[ItemShown] = Field(description="What was ordered, line by line.")
    files: list[FileShown] = Field(
        description="Every file that was ever sent with the order, scans first in each sending."
    )
    findings: list[FindingShown] | None = Field(
        description="What the case check found in each sending, the first one first; null where "
        "nothing was checked, as for orders of before."
    )
    questions: list[Question] = Field(
        description="The new scans and remakes that were asked for, the first one first; empty "
        "where none was."
    )
    history: list[StepShown] = Field(description="All steps of the order, the first one first.")
    conclusions: list[Conclusion] = Field(
        description="What follows from the records by rule, in the order in which to show it."
    )
    messages: int | None = Field(
        description="How many messages the two sides exchanged; null where nobody counted them."
    )
    as_of: AwareDatetime = Field(
        description="The moment of the last record in it, in UTC: without a new record it stays "
        "the same."
    )
    complete: bool = Field(
        description="False where there are more records than a receipt holds, and the first are "
        "shown."
    )

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
        "findings": [FindingShown.example],
        "questions": [],
        "history": [StepShown.example],
        "conclusions": [Conclusion.example],
        "messages": None,
        "as_of": "2026-05-04T05:30:00Z",
        "complete": True,
    }


class ReceiptLink(Message):
    """A signed link to the receipt as a file."""

    url: str = Field(
        description="Signed link to the file, for GET alone, that works until `expires_at`."
    )
    expires_at: AwareDatetime = Field(
        description="When the link stops working, in UTC, some minutes from now; ask again for a "
        "new one."
    )

    example: ClassVar = _LINK


class ReceiptGiven(Message):
    """The receipt, and links to it as a PDF and as an HTML page that needs nothing else."""

    receipt: OrderReceipt = Field(description="The receipt as data, to be shown in the app.")
    pdf: ReceiptLink = Field(description="A link to the same receipt as a PDF.")
    html: ReceiptLink = Field(
        description="A link to the same receipt as one HTML page that needs nothing else."
    )

    example: ClassVar = {"receipt": OrderReceipt.example, "pdf": _LINK, "html": _LINK}
