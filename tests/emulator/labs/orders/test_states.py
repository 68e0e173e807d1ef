"""Every state of an order with every act, by everybody who may ask: what happens, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from core.errors import ScannerError
from core.store import Store
from labs.orders import transitions
from labs.orders.models import Order, OrderState, Reason, Shipment
from labs.orders.requests import MoveOrder
from scans.consents.models import Scope
from tests.support import lab_records, records
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import NOW, key

#: What each state allows: the act, who may (c clinic, l lab, a admin), and where it leads.
LIVES: dict[str, dict[str, tuple[str, str]]] = {
    "placed": {
        "accept": ("l", "accepted"), "reject": ("l", "rejected"), "cancel": ("ca", "cancelled"),
    },
    "accepted": {
        "start": ("l", "in_production"), "put_on_hold": ("la", "on_hold"),
        "request_rescan": ("l", "rescan_requested"), "cancel": ("ca", "cancelled"),
        "give_back": ("l", "rejected"), "amend": ("l", "accepted"),
    },
    "rejected": {},
    "in_production": {
        "finish": ("l", "ready"), "put_on_hold": ("la", "on_hold"),
        "request_rescan": ("l", "rescan_requested"), "cancel": ("a", "cancelled"),
        "give_back": ("l", "rejected"), "amend": ("l", "in_production"),
    },
    "on_hold": {
        "resume": ("la", "in_production"), "cancel": ("a", "cancelled"),
        "give_back": ("l", "rejected"), "amend": ("l", "on_hold"),
    },
    "rescan_requested": {
        "send_rescan": ("c", "accepted"), "cancel": ("ca", "cancelled"),
        "give_back": ("l", "rejected"),
    },
    "ready": {
        "ship": ("l", "shipped"), "cancel": ("a", "cancelled"), "amend": ("l", "ready"),
    },
    "shipped": {
        "deliver": ("ca", "delivered"), "cancel": ("a", "cancelled"),
        "report_lost": ("cla", "lost"), "amend": ("l", "shipped"),
    },
    "lost": {
        "accept": ("la", "accepted"), "deliver": ("ca", "delivered"),
        "cancel": ("ca", "cancelled"), "give_back": ("l", "rejected"),
    },
    "delivered": {
        "complete": ("ca", "completed"), "request_remake": ("c", "remake_requested"),
    },
    "completed": {},
    "remake_requested": {
        "accept": ("la", "accepted"), "complete": ("ca", "completed"),
        "give_back": ("l", "rejected"),
    },
    "cancelled": {},
}  # fmt: skip
#: What a step needs beside its name.
MORE: dict[str, dict[str, Any]] = {
    "reject": {"reason": "no_capacity"},
    "put_on_hold": {"reason": "question"},
    "request_rescan": {"reason": "bite_wrong"},
    "request_remake": {"reason": "broken"},
    "cancel": {"reason": "not_needed"},
    "ship": {"shipment": {"carrier": "Blue Dart"}},
    "give_back": {"reason": "no_capacity"},
    "amend": {"due_on": "2026-06-01"},
}
#: What an order says that got where it is: a step done again says the same.
SAID: dict[str, dict[str, Any]] = {
    "rejected": {"reason": Reason.NO_CAPACITY},
    "on_hold": {"reason": Reason.QUESTION},
    "rescan_requested": {"reason": Reason.BITE_WRONG},
    "remake_requested": {"reason": Reason.BROKEN},
    "cancelled": {"reason": Reason.NOT_NEEDED},
    "shipped": {"shipment": Shipment(carrier="Blue Dart")},
}
ACTIONS = (
    "accept", "reject", "start", "put_on_hold", "resume", "request_rescan", "send_rescan",
    "finish", "ship", "report_lost", "deliver", "complete", "request_remake", "cancel",
    "give_back", "amend",
)  # fmt: skip
CORRECTED = {"shipment": {"carrier": "Delhivery"}}
#: Where an act leads at all: asked again there, it is a retry and changes nothing.
ENDS = {
    action: {to for acts in LIVES.values() for act, (_, to) in acts.items() if act == action}
    for action in ACTIONS
}
WHO = {"member": "c", "lab": "l", "admin": "a", "stranger": "", "operator": ""}


@dataclass
class OrdersInStates:
    """A clinic with a case, a lab with a profile, and orders in any state."""

    practice: ClinicFixture = field(default_factory=ClinicFixture)
    file_id: str = ""

    def __post_init__(self) -> None:
        tenants = self.practice.tenants
        file = records.file(tenants)
        self.file_id = file.id
        tenants.seed(
            records.case(tenants),
            records.consent(tenants).model_copy(update={"scope": list(Scope)}),
            file.model_copy(update={"findings": []}).placed(tenants.case, file.id),
            lab_records.profile(tenants),
        )

    def order(self, state: str) -> Order:
        """Seed an order in a state."""
        update = {
            "state": OrderState(state),
            "times": {OrderState(state): NOW - timedelta(days=8)},
            **SAID.get(state, {}),
            "placed_by": self.practice.uid("owner"),
            "accepted_by": self.practice.uid("lab"),
        }
        made = lab_records.order(self.practice.tenants)
        update["files"] = [made.files[0].model_copy(update={"file_id": self.file_id})]
        stood = made.model_copy(update=update).placed(made.id)
        self.practice.tenants.seed(stood)
        return stood

    def now(self, order: Order) -> tuple[Order | None, int]:
        """The order, and the length of its history."""
        store: Store = self.practice.ctx().store
        events = store.client.collection(f"orders/{order.id}/events").get()
        return store.get(Order, order.id), len(events)


@pytest.fixture(scope="module")
def seeded() -> OrdersInStates:
    """One for the module: each case has an order of its own."""
    return OrdersInStates()


def outcome(state: str, action: str, party: str) -> tuple[str, str]:
    """The state afterwards, and the reason of a refusal."""
    who, to = LIVES[state].get(action, ("", ""))
    if not party:
        return state, "order-not-found"
    if to and party in who:
        return to, ""
    if to:
        return state, "role-not-allowed"
    return state, "" if state in ENDS[action] else "wrong-order-state"


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", LIVES)
def test_a_cell_of_the_table(seeded: OrdersInStates, state: str, action: str) -> None:
    for who, party in WHO.items():
        order, (expected, reason) = seeded.order(state), outcome(state, action, party)
        before = seeded.now(order)
        said = {
            "order_id": order.id, "action": action, "idempotency_key": key(),
            **MORE.get(action, {}),
            **({"due_on": None, **CORRECTED} if (action, state) == ("amend", "shipped") else {}),
            **({"file_ids": [seeded.file_id]} if action == "send_rescan" else {}),
            **({"proceed_with_warnings": True} if action == "send_rescan" else {}),
        }  # fmt: skip
        try:
            transitions.move(seeded.practice.ctx(who), MoveOrder.model_validate(said))
            met = ""
        except ScannerError as err:
            met = err.reason
        assert met == reason, who
        after = seeded.now(order)
        assert after[0] is not None
        assert after[0].state == expected
        done = not reason and action in LIVES[state]
        assert after[1] == before[1] + done
        assert (after == before) == (not done)


def test_the_table_names_every_state() -> None:
    assert set(LIVES) == {state.value for state in OrderState}
