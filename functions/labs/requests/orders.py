"""Requests about orders, with an example of each. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from core.callables import Message
from core.fields import DocId, Text
from core.idempotency import IdempotencyKey
from labs.models import Day, Material, OrderState, Reason, Shipment
from labs.states import OrderAction

_KEY = "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e"
_ORDER = "oR5Hs8RcTj2FgWq7nPx0"
_FILE = "u8Kd2MvQx5ZrTn4WbYc7"
_CASE = "c4Vb8XsLm1QzRt6KpWd9"


class ItemWish(Message):
    """One line of an order: a service of the lab's catalogue, for these teeth.

    Teeth are named as ISO 3950 has them: two digits. `shade` is one of the service's guide.
    """

    service_id: DocId
    teeth: Annotated[list[int], Field(max_length=32)] = []
    material: Material
    shade: Annotated[str, Field(max_length=10)] | None = None
    notes: Text | None = None

    example: ClassVar = {
        "service_id": "s7Nc3RkWq9LxVb2TmHd5",
        "teeth": [26],
        "material": "zirconia",
        "shade": "A2",
    }


class PlaceOrder(Message):
    """Order work on a case from a lab; everything that speaks against it is told at once.

    The patient's name goes to the lab only with `share_name`; `proceed_with_warnings` signs off
    files that the gate had warned of.
    """

    case_id: DocId
    lab_id: DocId
    items: Annotated[list[ItemWish], Field(min_length=1, max_length=20)]
    file_ids: Annotated[list[DocId], Field(min_length=1, max_length=20)]
    wanted_on: Day
    share_name: bool = False
    proceed_with_warnings: bool = False
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "case_id": _CASE,
        "lab_id": "lB2Xw6QnTz8KcVr4PmYd",
        "items": [ItemWish.example],
        "file_ids": [_FILE],
        "wanted_on": "2026-06-15",
        "idempotency_key": _KEY,
    }


class OrderPlaced(Message):
    """The order, and what it costs."""

    order_id: str
    price: int

    example: ClassVar = {"order_id": _ORDER, "price": 650000}


class MoveOrder(Message):
    """Take an order one step on. Who may take which step when: docs/states.md.

    Some steps need more: `reason` to reject, put on hold, ask for a new scan or a remake, and to
    cancel; `shipment` to ship; `file_ids` to send new scans.
    """

    order_id: DocId
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
        OrderAction.DELIVER,
        OrderAction.COMPLETE,
        OrderAction.REQUEST_REMAKE,
        OrderAction.CANCEL,
    ]
    reason: Reason | None = None
    shipment: Shipment | None = None
    file_ids: Annotated[list[DocId], Field(max_length=20)] = []
    proceed_with_warnings: bool = False
    idempotency_key: IdempotencyKey

    example: ClassVar = {"order_id": _ORDER, "action": "accept", "idempotency_key": _KEY}


class OrderNow(Message):
    """The order, its state after the act, and by when the lab has promised it."""

    order_id: str
    state: OrderState
    due_on: Day | None

    example: ClassVar = {"order_id": _ORDER, "state": "accepted", "due_on": "2026-06-12"}
