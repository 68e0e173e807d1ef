"""The client as it was built, run by Node: no emulators, for what it does by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import BaseModel

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
#: Requests that only the functions can tell are wrong.
LATER: list[tuple[str, dict[str, Any]]] = [
    ("wallet/get_totals", {"first_day": "2026-05-04", "last_day": "2026-05-03"}),
    ("labs/place_order", {"wanted_on": "2026-02-30"}),
    ("wallet/adjust_wallet", {"paise": 0}),
    ("privacy/move_breach", {"action": "assess", "risk": None}),
]
#: What each field is tried with: bounds, other types, and what looks alike.
TRIED: list[Any] = [
    *(None, True, False, 0, 1, -1, 11, 85, 99, 100, 101, 8000, 10**8, 10**13, 1.5, 2.0),
    *("", " ", "x", "X" * 20, f" {'x' * 40} ", "x" * 120, "x" * 121, "x" * 2000, "x" * 2001),
    *(
        "\n",
        "a\nb",
        "अ",
        "😀" * 120,
        "\u200b",
        "a/b",
        "०१",
        "400001",
        "012345",
        "27",
        "A2",
        "P-104",
    ),
    *("2026-05-04", "2026-02-30", "2026-05", "2026Q1", "21:30", "24:00", "1999-12-31"),
    *("2026-05-04T09:30:00Z", "2026-05-04T09:30", "2026-05-04 09:30+05:30", "1777887000"),
    *("2026-05-04t09:30:00.5z", "2026-05-04T09:30:00-00:30", "2026-05-04T24:00:00Z"),
    *("a@b.in", "a@b", "name@bank", "HDFC0001234", "ABCDE1234F", "abcde1234f", "123456789"),
    *("en", "hi", "clinic", "admin", "open", "approve", "accept", "pdf", "stl", "image", "high"),
    *([], ["x"], ["X" * 20], [11], ["upper"], [{}], {}, {"visits": ["push"]}, {"gossip": []}),
    {"starts_at": "2026-05-04T09:30:00Z", "ends_at": "2026-05-04T10:30:00Z"},
    {"start": "21:00", "end": "07:00"},
    {"name": "A", "address": "B", "city": "C", "pincode": "400001"},
    {"name": " A ", "relation": "parent"},
]


@pytest.mark.parametrize("name", ["calls", "tables"])
def test_a_program_on_the_built_client_passes(built: ClientCopy, name: str) -> None:
    """A program asserts by itself; what it leaves open would keep it running."""
    assert built.run(Path(__file__).with_name(f"{name}.mjs"), None) == ""


def wrong(model: type[BaseModel], request: dict[str, Any]) -> list[dict[str, str]]:
    """What a function says of a request; nothing where it takes it."""
    try:
        parse(model, request)
    except InvalidRequest as error:
        return cast("list[dict[str, str]]", error.details["problems"])
    return []


def test_the_fields_of_requests_take_what_the_functions_take(built: ClientCopy) -> None:
    called = {spec.name: spec for spec in specs(surface.load())}
    examples = {
        name: {k: v for k, v in spec.request.example.items() if k != "idempotency_key"}
        for name, spec in called.items()
    }
    told = [
        (name, {**examples[name], field: value}, False)
        for name, changes in REFUSED.items()
        for field, value in changes.items()
    ]
    told.append(
        ("scans/open_case", {"patient_id": examples["scans/open_case"]["patient_id"]}, False)
    )
    told += [(name, {**examples[name], **changes}, True) for name, changes in LATER]
    refused = [
        {"name": name, "request": request, "told": fits, "problems": problems}
        for name, request, fits in told
        if (problems := wrong(called[name].request, request))
    ]
    assert len(refused) == len(told)
    tried = [
        (name, field, value, wrong(spec.request, {**spec.request.example, field: value}))
        for name, spec in called.items()
        for field in spec.request.model_fields
        if field != "idempotency_key"
        for value in TRIED
    ]
    taken = [
        (name, field, value)
        for name, field, value, problems in tried
        if not any(each["field"].partition(".")[0] in {field, ""} for each in problems)
    ]
    assert len(taken) > len(called)
    settings = {"examples": examples, "refused": refused, "taken": taken}
    assert built.run(Path(__file__).with_name("fields.mjs"), settings) == ""
