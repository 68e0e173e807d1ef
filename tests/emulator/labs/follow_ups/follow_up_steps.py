"""Orders in any state, and what a follow-up changes of them and costs."""

from __future__ import annotations

from typing import Any

from google.cloud.firestore import FieldFilter

from core import firebase
from tests.support.lab_fixture import LabFixture

SHIPMENT = {"shipment": {"carrier": "Blue Dart"}}

#: How an order gets to each state: who takes which step.
WAYS: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
    "placed": [],
    "accepted": [("technician", "accept", {})],
    "rejected": [("technician", "reject", {"reason": "no_capacity"})],
    "cancelled": [("member", "cancel", {"reason": "not_needed"})],
}
WAYS["in_production"] = [*WAYS["accepted"], ("technician", "start", {})]
WAYS["on_hold"] = [*WAYS["accepted"], ("technician", "put_on_hold", {"reason": "question"})]
WAYS["rescan_requested"] = [
    *WAYS["accepted"], ("technician", "request_rescan", {"reason": "bite_wrong"}),
]  # fmt: skip
WAYS["ready"] = [*WAYS["in_production"], ("technician", "finish", {})]
WAYS["shipped"] = [*WAYS["ready"], ("technician", "ship", SHIPMENT)]
WAYS["lost"] = [*WAYS["shipped"], ("technician", "report_lost", {})]
WAYS["delivered"] = [*WAYS["shipped"], ("member", "deliver", {})]
WAYS["completed"] = [*WAYS["delivered"], ("member", "complete", {})]
WAYS["remake_requested"] = [*WAYS["delivered"], ("member", "request_remake", {"reason": "broken"})]
#: A remake that the lab is at.
WAYS["accepted again"] = [*WAYS["remake_requested"], ("technician", "accept", {})]


def brought_to(lab: LabFixture, state: str, **changes: Any) -> str:
    """Place an order and take it to a state; its id."""
    order_id = lab.place(**changes)
    for who, action, more in WAYS[state]:
        lab.move(order_id, action, who=who, **more)
    return order_id


def cost(lab: LabFixture) -> tuple[int, int]:
    """What that cost."""
    return lab.practice.tally.reads, lab.practice.tally.writes


def acts_of_the_system(order_id: str) -> list[str]:
    """What the audit trail says that the system did to an order."""
    query = firebase.firestore_client().collection("audit")
    mine = query.where(filter=FieldFilter("subject", "==", f"orders/{order_id}"))
    found = [doc.to_dict() or {} for doc in mine.get()]
    return [act["action"] for act in found if act["actor"] == "system"]


def standing(lab: LabFixture, order_id: str) -> tuple[Any, ...]:
    """Everything that ending an order changes."""
    practice = lab.practice
    notices = [practice.inbox(name) for name in practice.people]
    history = lab.history(order_id)
    return lab.order(order_id), history, lab.wallet.balance, lab.earned(), notices
