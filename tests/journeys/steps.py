"""Steps of a journey, each a call that a client makes."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.support.forms import starting
from tests.support.people import Cast
from tools.client import CallError, Person, wait_for
from wallet.ledger.terms import Prices


def move(person: Person, visit: str, action: str) -> str:
    """Take a step; the state after it."""
    key = uuid.uuid4().hex
    answer = person.call("scans/move_visit", visit_id=visit, action=action, idempotency_key=key)
    return str(answer["state"])


def assign(admin: Person, visit: str, operator: Person, slot: dict[str, str]) -> None:
    """Send an operator to a visit at one of the hours offered."""
    admin.call(
        "scans/assign_operator",
        visit_id=visit,
        uid=operator.uid,
        slot=slot,
        idempotency_key=uuid.uuid4().hex,
    )


def upload(person: Person, data: bytes, **target: object) -> dict[str, Any]:
    """Ask for a slot, upload, and watch the slot under the rules until it is decided."""
    slot = person.call("scans/start_upload", starting(None, byte_size=len(data), **target))
    person.upload(slot["object_name"], data)
    path = f"uploads/{slot['upload_id']}"
    return wait_for(lambda: decided(person.read(path)), what=f"no outcome of {path}")


def drawn(person: Person, case: str, file: str) -> None:
    """Watch a scan of a case until its pictures stand: they follow after it is ready."""

    def pictures() -> object:
        return (person.read(f"cases/{case}/files/{file}") or {}).get("pictures")

    wait_for(pictures, what=f"{file} is not drawn")


def inbox(person: Person) -> set[str]:
    """The kinds of notices that have arrived with somebody."""
    return {item["kind"] for item in person.query("inbox", parent=f"users/{person.uid}")}


def ask(person: Person, name: str, /, **request: Any) -> Any:
    """Call with a fresh idempotency key."""
    return person.call(name, **request, idempotency_key=uuid.uuid4().hex)


def paying(cast: Cast, paise: int) -> Person:
    """A clinic's owner who pays by a tariff of its own: ₹1,500 and tax for a visit."""
    owner, tariff = cast.member(), uuid.uuid4().hex
    wallet = owner.call("wallet/get_balance")["wallet_id"]
    prices = Prices(
        visit=150_000, tax=1_800, late_cancellation=5_000, no_show=10_000, low_balance=0
    )
    ask(cast.admin, "wallet/publish_prices", tariff=tariff, replaces=0, prices=prices.model_dump())
    cast.admin.call("wallet/set_terms", wallet_id=wallet, kind="clinic", tariff=tariff)
    details = {"legal_name": "Smile Dental LLP", "address": "12 MG Road, Pune", "state": "27"}
    owner.call("wallet/set_billing", billing=details)
    if paise:
        paid = {"wallet_id": wallet, "kind": "clinic", "paise": paise, "reason": "Paid in cash."}
        ask(cast.admin, "wallet/adjust_wallet", **paid)
    return owner


def decided(upload: dict[str, Any] | None) -> dict[str, Any] | None:
    """The upload, once the gate has decided."""
    return upload if upload and upload["state"] in {"ready", "rejected"} else None


def refused(person: Person, name: str, /, **request: Any) -> str:
    """The reason for which a call fails."""
    with pytest.raises(CallError) as caught:
        person.call(name, **request) if name.startswith("labs/get_") else ask(
            person, name, **request
        )
    return caught.value.reason
