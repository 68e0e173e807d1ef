"""The client as it was built, run by Node: no emulators, for what it does by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.callables import parse
from core.errors import InvalidRequest
from tests.support.typescript import ClientCopy
from tools.docs import surface
from tools.docs.models import specs

#: Requests that a field is wrong in, each beside the example that it was made from.
REFUSED: dict[str, dict[str, Any]] = {
    "accounts/register_account": {"role": "admin", "policy_version": "2026 05", "name": " "},
    "labs/place_order": {"file_ids": [], "wanted_on": "soon", "items": [{}], "share_name": None},
    "labs/save_service": {"price": 99, "turnaround": 1.5, "per": "gram", "materials": ["wood"]},
    "messaging/set_preferences": {"channels": {"gossip": []}, "zone": "", "digest": "weekly"},
    "scans/move_visit": {"action": "teleport", "visit_id": "x"},
    "scans/assign_operator": {"slot": {"starts_at": "2026-05-04T09:30:00"}, "uid": None},
    "accounts/invite_member": {"email": "nobody", "owner": "yes", "of_a_later_release": 1},
}


@pytest.mark.parametrize("name", ["calls", "tables"])
def test_a_program_on_the_built_client_passes(built: ClientCopy, name: str) -> None:
    """A program asserts by itself; what it leaves open would keep it running."""
    assert built.run(Path(__file__).with_name(f"{name}.mjs"), None) == ""


def test_the_fields_of_requests_take_what_the_functions_take(built: ClientCopy) -> None:
    called = {spec.name: spec for spec in specs(surface.load())}
    examples = {
        name: {k: v for k, v in spec.request.example.items() if k != "idempotency_key"}
        for name, spec in called.items()
    }
    refused = [
        (name, {**examples[name], field: value})
        for name, changes in REFUSED.items()
        for field, value in changes.items()
    ]
    refused.append(("scans/open_case", {"patient_id": examples["scans/open_case"]["patient_id"]}))
    for name, request in refused:
        with pytest.raises(InvalidRequest):
            parse(called[name].request, request)
    program = Path(__file__).with_name("fields.mjs")
    assert built.run(program, {"examples": examples, "refused": refused}) == ""
