"""Steps of a journey, each a call that a client makes."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from tests.support.forms import starting
from tools.client import CallError, Person, wait_for


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


def inbox(person: Person) -> set[str]:
    """The kinds of notices that have arrived with somebody."""
    return {item["kind"] for item in person.query("inbox", parent=f"users/{person.uid}")}


def ask(person: Person, name: str, /, **request: Any) -> Any:
    """Call with a fresh idempotency key."""
    return person.call(name, **request, idempotency_key=uuid.uuid4().hex)


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
