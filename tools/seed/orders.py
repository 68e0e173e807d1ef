"""The orders: placed by clinics, taken step by step to where they end up, with messages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from core.clock import day_of
from core.machines import Party
from labs.orders.models import OrderState
from tools import samples
from tools.demo import uploading
from tools.seed.asking import ask

if TYPE_CHECKING:
    from tools.client import Person
    from tools.seed.cases import Opened
    from tools.seed.plan import SeededOrder

_LAB, _CLINIC = Party.LAB, Party.CLINIC
_SHIPMENT = {"carrier": "Blue Dart", "tracking": "BD 4711"}
_Step = tuple[Party, str, dict[str, Any]]


def _step(who: Party, action: str, **said: object) -> _Step:
    return who, action, said


_ACCEPT = _step(_LAB, "accept")
_MADE = (_ACCEPT, _step(_LAB, "start"), _step(_LAB, "finish"))
_SENT = (*_MADE, _step(_LAB, "ship", shipment=_SHIPMENT))
_DELIVERED = (*_SENT, _step(_CLINIC, "deliver"))

#: What leads to each state.
STEPS: dict[OrderState, tuple[_Step, ...]] = {
    OrderState.PLACED: (),
    OrderState.ACCEPTED: (_ACCEPT,),
    OrderState.REJECTED: (_step(_LAB, "reject", reason="no_capacity"),),
    OrderState.IN_PRODUCTION: _MADE[:2],
    OrderState.ON_HOLD: (*_MADE[:2], _step(_LAB, "put_on_hold", reason="question")),
    OrderState.RESCAN_REQUESTED: (_ACCEPT, _step(_LAB, "request_rescan", reason="bite_wrong")),
    OrderState.READY: _MADE,
    OrderState.SHIPPED: _SENT,
    OrderState.DELIVERED: _DELIVERED,
    OrderState.COMPLETED: (*_DELIVERED, _step(_CLINIC, "complete")),
    OrderState.REMAKE_REQUESTED: (
        *_DELIVERED,
        _step(_CLINIC, "request_remake", reason="wrong_shade"),
    ),
    OrderState.LOST: (*_SENT, _step(_LAB, "report_lost")),
    OrderState.CANCELLED: (_ACCEPT, _step(_CLINIC, "cancel", reason="not_needed")),
}

#: What each lab makes: prices in paise, the turnaround in working days.
SERVICES: tuple[dict[str, Any], ...] = (
    {
        "name": "Full-contour zirconia crown",
        "work": "crown",
        "materials": ["zirconia"],
        "shade_guide": "vita_classical",
        "per": "tooth",
        "price": 250_000,
        "turnaround": 5,
    },
    {
        "name": "Night guard, hard",
        "work": "night_guard",
        "materials": ["acrylic"],
        "per": "arch",
        "price": 120_000,
        "turnaround": 3,
    },
    {
        "name": "Study model",
        "work": "study_model",
        "materials": ["resin"],
        "per": "arch",
        "price": 40_000,
        "turnaround": 2,
    },
)
_SAID = (
    (_CLINIC, "The patient grinds at night: please leave a little room."),
    (_LAB, "Thank you. Shall we follow the neighbouring tooth in shade?"),
)


def open_lab(lab: Person) -> tuple[str, dict[str, str]]:
    """Have a lab take orders and show what it makes; its id, and its services by their work."""
    lab_id = str(lab.call("labs/save_profile", accepting=True)["lab_id"])
    saved = {
        service["work"]: str(ask(lab, "labs/save_service", **service)["service_id"])
        for service in SERVICES
    }
    return lab_id, saved


def play(
    planned: SeededOrder,
    case: Opened,
    clinic: Person,
    lab: Person,
    opened: tuple[str, dict[str, str]],
) -> str:
    """Place an order and bring it to where it ends up; its id."""
    lab_id, services = opened
    crown = planned.work == "crown"
    named = {"teeth": [case.tooth], "shade": "A2"} if crown else {"arches": ["upper"]}
    material = next(s["materials"][0] for s in SERVICES if s["work"] == planned.work)
    placed = ask(
        clinic,
        "labs/place_order",
        case_id=case.case_id,
        lab_id=lab_id,
        items=[{"service_id": services[planned.work], "material": material, **named}],
        file_ids=case.file_ids,
        wanted_on=(day_of(datetime.now(UTC)) + timedelta(days=21)).isoformat(),
        proceed_with_warnings=True,
    )
    order_id = str(placed["order_id"])
    sides = {_LAB: lab, _CLINIC: clinic}
    for who, text in _SAID[: planned.messages]:
        _say(sides[who], order_id, text, photo=who == _LAB)
    for who, action, said in STEPS[planned.state]:
        ask(sides[who], "labs/move_order", order_id=order_id, action=action, **said)
    return order_id


def _say(person: Person, order_id: str, text: str, *, photo: bool) -> None:
    attachments = []
    if photo:
        data = samples.photo_with_gps()
        slot = ask(
            person,
            "labs/start_attachment",
            order_id=order_id,
            file_name="shade.jpg",
            kind="image",
            byte_size=len(data),
        )
        person.upload(slot["object_name"], data, "image/jpeg")
        uploading.outcome(person, slot["upload_id"])
        attachments = [slot["upload_id"]]
    ask(person, "labs/send_message", order_id=order_id, text=text, attachment_ids=attachments)
