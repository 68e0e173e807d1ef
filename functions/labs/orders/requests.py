"""Requests about orders, with an example of each. Amounts in paise."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, StringConstraints

from core.callables import Message
from core.fields import PRINTABLE, DocId, Flag, Text, Whole
from core.idempotency import IdempotencyKey
from labs.catalogue.models import Day, Material
from labs.catalogue.teeth import Arch
from labs.orders.models import BridgeUnit, OrderState, Reason, Shipment
from labs.orders.states import OrderAction
from scans.service import CaseFinding

_KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
_ORDER = "oR5Hs8RcTj2FgWq7nPx0"
_FILE = "u8Kd2MvQx5ZrTn4WbYc7"
_CASE = "c4Vb8XsLm1QzRt6KpWd9"


class ItemRequest(Message):
    """One line of an order: a service of the lab's catalogue, for teeth, a bridge, or arches.

    Which of `teeth`, `units` and `arches` a kind of work is ordered by: docs/works.md.
    """

    service_id: DocId = Field(
        description="What to make: an active service of the lab's catalogue, by its id."
    )
    teeth: list[Annotated[Whole, Field(ge=11, le=85)]] = Field(
        default=[],
        max_length=32,
        description="The teeth, each once, by two digits as ISO 3950 names them, such as 26; left "
        "out where the work is ordered by units or arches.",
    )
    units: list[BridgeUnit] = Field(
        default=[],
        max_length=16,
        description="The units of a bridge, which stand side by side in one arch; left out for all "
        "other work.",
    )
    arches: list[Arch] = Field(
        default=[],
        max_length=2,
        description="The arches, each once, for work that is made for arches: dentures, night "
        "guards, aligners, retainers and study models; left out for all other work.",
    )
    material: Material = Field(description="What to make it of: one of the service's `materials`.")
    shade: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9.]{1,10}$")] | None = Field(
        default=None,
        description="A shade of the service's guide, such as `A2`; left out where it has no guide.",
    )
    notes: Text | None = Field(
        default=None,
        description="What the lab has to know of this line beside, without the patient's name; "
        "left out, nothing.",
    )

    example: ClassVar = {
        "service_id": "s7Nc3RkWq9LxVb2TmHd5",
        "teeth": [26],
        "material": "zirconia",
        "shade": "A2",
    }


class PlaceOrder(Message):
    """Order work on a case from a lab; everything that speaks against it is told at once."""

    case_id: DocId = Field(description="The case that the work is for, one of the caller's clinic.")
    lab_id: DocId = Field(description="The lab that is to do the work, one that takes orders.")
    items: list[ItemRequest] = Field(
        min_length=1, max_length=20, description="What to make, line by line."
    )
    file_ids: list[DocId] = Field(
        min_length=1,
        max_length=20,
        description="The scans and photographs of the case to send along, by their ids; those that "
        "no newer scan has replaced.",
    )
    wanted_on: Day = Field(
        description="The day in India by which the clinic wants it, `YYYY-MM-DD`; not before the "
        "lab could have it ready if it accepted today, and a year ahead at most."
    )
    share_name: Flag = Field(
        default=False, description="True to give the lab the patient's name beside the reference."
    )
    proceed_with_warnings: Flag = Field(
        default=False,
        description="True to send files although the check of uploads, or of the case, had warned "
        "of them, which is kept as the clinic's sign-off. What there is to sign off: "
        "`labs/check_order`.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "case_id": _CASE,
        "lab_id": "lB2Xw6QnTz8KcVr4PmYd",
        "items": [ItemRequest.example],
        "file_ids": [_FILE],
        "wanted_on": "2026-06-15",
        "idempotency_key": _KEY,
    }


class CheckOrder(Message):
    """What `labs/place_order` takes, as far as it is filled in: nothing is ordered by it."""

    case_id: DocId = Field(description=PlaceOrder.model_fields["case_id"].description)
    lab_id: DocId = Field(description=PlaceOrder.model_fields["lab_id"].description)
    items: list[ItemRequest] = Field(
        default=[],
        max_length=20,
        description="What to make, line by line, as far as it is known. Without any, the scans are "
        "looked at beside each other, and nothing is found missing.",
    )
    file_ids: list[DocId] = Field(
        default=[],
        max_length=20,
        description="The scans and photographs of the case that are to go along, by their ids.",
    )
    wanted_on: Day | None = Field(
        default=None,
        description="The day in India by which the clinic wants it, `YYYY-MM-DD`; left out, no day "
        "is judged.",
    )
    proceed_with_warnings: Flag = Field(
        default=False,
        description="True to be told what would speak against the order once warnings are signed "
        "off; findings are told all the same.",
    )

    example: ClassVar = {
        "case_id": _CASE,
        "lab_id": "lB2Xw6QnTz8KcVr4PmYd",
        "items": [ItemRequest.example],
        "file_ids": [_FILE],
    }


class OrderProblem(Message):
    """One thing for which `labs/place_order` would refuse the order."""

    reason: str = Field(description="The stable code of it: programs decide by it.")
    at: str = Field(
        description="Where in the request it is, such as `items.0.teeth`; empty where it is about "
        "the case or the wallet."
    )
    sentence: str = Field(description="What to do about it, in words to show to people.")
    details: dict[str, Any] = Field(
        description="What the sentence refers to in backticks, by name; empty where it does not."
    )

    example: ClassVar = {
        "reason": "wanted-too-early",
        "at": "wanted_on",
        "sentence": "The lab cannot have it ready by then: see `earliest`.",
        "details": {"earliest": "2026-06-15"},
    }


class FiledElsewhere(Message):
    """Where in the clinic a scan is filed under another patient. No lab is told."""

    case_id: str = Field(description="The other patient's case.")
    reference: str = Field(description="The clinic's reference number of the other patient.")
    file_id: str = Field(description="The file in that case.")

    example: ClassVar = {"case_id": "x2Wm7QkRt5VnBc9YpLd3", "reference": "P-2077", "file_id": _FILE}


class FindingForClinic(CaseFinding, Message):
    """What a laboratory would send the case back for; a `warning` asks for a sign-off."""

    filed_elsewhere: list[FiledElsewhere] = Field(
        description="For `case-scan-of-another-patient`, where the scan is filed; else empty."
    )

    example: ClassVar = {**CaseFinding.example, "filed_elsewhere": []}


class OrderChecked(Message):
    """What speaks against the order now, what was found in its scans, and what it costs."""

    ready: bool = Field(
        description="Whether `labs/place_order` would take it now: lines, files and a day are "
        "there, and nothing speaks against it."
    )
    problems: list[OrderProblem] = Field(
        description="All for which it would be refused, as `labs/place_order` tells it; empty "
        "where nothing speaks against what is filled in."
    )
    findings: list[FindingForClinic] = Field(
        description="All that a laboratory would ask about, what is missing first; signed-off ones "
        "too."
    )
    price: int = Field(
        description="What the lines that can be made cost together, in paise, tax included."
    )

    example: ClassVar = {
        "ready": False,
        "problems": [OrderProblem.example],
        "findings": [FindingForClinic.example],
        "price": 650000,
    }


class OrderPlaced(Message):
    """The order, and what it costs."""

    order_id: str = Field(
        description="The order, the same for every retry; both sides read it at "
        "`orders/{order_id}`."
    )
    price: int = Field(
        description="What it costs in all, in paise, tax included; so much is set aside in the "
        "clinic's wallet until it is delivered."
    )

    example: ClassVar = {"order_id": _ORDER, "price": 650000}


class MoveOrder(Message):
    """Take an order one step on."""

    order_id: DocId = Field(description="The order, of which the caller is a side; any for admins.")
    action: Literal[
        OrderAction.ACCEPT,
        OrderAction.REJECT,
        OrderAction.START,
        OrderAction.PUT_ON_HOLD,
        OrderAction.RESUME,
        OrderAction.REQUEST_RESCAN,
        OrderAction.SEND_RESCAN,
        OrderAction.FINISH,
        OrderAction.SHIP,
        OrderAction.REPORT_LOST,
        OrderAction.DELIVER,
        OrderAction.COMPLETE,
        OrderAction.REQUEST_REMAKE,
        OrderAction.CANCEL,
        OrderAction.GIVE_BACK,
        OrderAction.AMEND,
    ] = Field(
        description="The step to take. Which side may take it in which state: docs/states.md."
    )
    reason: Reason | None = Field(
        default=None,
        description="Why; needed to reject, put on hold, ask for a new scan or a remake, cancel "
        "and give back, where only some reasons fit the step. Left out for all other steps.",
    )
    shipment: Annotated[Shipment, PRINTABLE] | None = Field(
        default=None,
        description="How it travels, whole; needed to ship, and to amend what was shipped. Not "
        "used for other steps.",
    )
    due_on: Day | None = Field(
        default=None,
        description="The day in India by which the lab promises it now, `YYYY-MM-DD`, from today "
        "to a year ahead; needed to amend what was not shipped yet. Not used for other steps.",
    )
    file_ids: list[DocId] = Field(
        default=[],
        max_length=20,
        description="The new scans, by their ids in the case; needed to send new scans, and not "
        "used for other steps.",
    )
    proceed_with_warnings: Flag = Field(
        default=False,
        description="True to send new scans although the check of uploads, or of the case, had "
        "warned of them, which is kept as the clinic's sign-off.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"order_id": _ORDER, "action": "accept", "idempotency_key": _KEY}


class OrderNow(Message):
    """The order, its state after the act, and by when the lab has promised it."""

    order_id: str = Field(description="The order of the request.")
    state: OrderState = Field(description="Where it stands after the step.")
    due_on: Day | None = Field(
        description="The day in India by which the lab has promised it, `YYYY-MM-DD`; null until "
        "the lab has accepted it."
    )

    example: ClassVar = {"order_id": _ORDER, "state": "accepted", "due_on": "2026-06-12"}
