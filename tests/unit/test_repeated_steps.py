"""What a step says is compared when it is taken again: no callable drops a content.

Each callable that may be refused by a state table takes a step, or looks at one. Every field of its
request that neither names a document nor chooses the step is listed here: as compared, or with the
reason why there is nothing to compare. A new field fails until somebody decided.
"""

from __future__ import annotations

from typing import Any

import pytest

from core.callables import Spec
from core.errors import DoneOtherwise
from core.machines import Machine
from tools.docs.surface import load

MACHINES: tuple[Machine[Any, Any], ...] = load().machines
TAKING = {
    name: [machine for machine in MACHINES if machine.refusal in spec.raises]
    for name, spec in sorted(Spec.registry.items())
    if any(machine.refusal in spec.raises for machine in MACHINES)
}
#: What chooses the step; another choice is another step.
CHOICES = {"action", "answer", "approve", "idempotency_key", "result"}
#: Fields of requests, by the name under which the document keeps what they say.
COMPARED: dict[str, dict[str, str]] = {
    "accounts/reject_account": {"reason": "reason"},
    "accounts/suspend_account": {"reason": "reason"},
    "labs/move_order": {"reason": "reason", "shipment": "shipment", "file_ids": "file_ids"},
    "privacy/answer_request": {"reason": "reasons"},
    "privacy/move_breach": {"risk": "risk"},
    "privacy/record_disclosure": {"digest": "digest"},
    "scans/cancel_visit": {"reason": "reason", "cause": "cause"},
    "wallet/record_payout_result": {"utr": "utr", "failure": "failure"},
    "wallet/reject_payout": {"refusal": "refusal"},
}
_NEW = "makes something new, under a key that remembers the whole request"
_READS = "changes nothing"
#: Why the other fields of a callable have nothing to be compared with.
ELSE: dict[str, dict[str, str]] = {
    "accounts/change_role": dict.fromkeys(("role", "org"), "says another role: it is changed"),
    "labs/get_file_links": {"file_ids": _READS},
    "labs/move_order": {
        "due_on": "only a correction has it, which is taken where it differs",
        "proceed_with_warnings": "lets the same files go out",
    },
    "labs/send_message": dict.fromkeys(("text", "attachment_ids"), _NEW),
    "labs/start_attachment": dict.fromkeys(("file_name", "kind", "byte_size"), _NEW),
    "scans/assign_operator": {"slot": "another slot: it is assigned anew"},
    "scans/get_file_links": {"file_ids": _READS},
    "scans/get_occlusion_links": {"pair_ids": _READS},
    "scans/open_case": {"notes": _NEW},
    "scans/request_visit": dict.fromkeys(("slots", "scans", "notes", "price_list", "again"), _NEW),
    "scans/reschedule_visit": dict.fromkeys(("slots", "cause"), "slots are offered anew"),
    "scans/start_upload": dict.fromkeys(("file_name", "kind", "byte_size", "jaw"), _NEW),
    "support/send_message": dict.fromkeys(("text", "attachment_ids"), _NEW),
    "support/start_attachment": dict.fromkeys(("file_name", "kind", "byte_size"), _NEW),
}


def contents(name: str) -> set[str]:
    """The fields of a request that say more than which step of what."""
    fields = set(Spec.registry[name].request.model_fields) - CHOICES
    return {each for each in fields if not each.endswith("_id") and each not in {"uid", "month"}}


@pytest.mark.parametrize("name", TAKING)
def test_every_content_is_compared_or_there_is_nothing_to_compare_it_with(name: str) -> None:
    compared, other = set(COMPARED.get(name, {})), set(ELSE.get(name, {}))
    assert contents(name) == compared | other
    assert not compared & other


@pytest.mark.parametrize("name", sorted(TAKING))
def test_who_compares_says_that_it_may_refuse(name: str) -> None:
    assert (DoneOtherwise in Spec.registry[name].raises) == (name in COMPARED)


def test_what_is_compared_is_what_the_tables_declare() -> None:
    declared = {
        (machine.title, kept)
        for machine in MACHINES
        for names in machine.contents.values()
        for kept in names
    }
    compared = {
        (machine.title, kept)
        for name, fields in COMPARED.items()
        for machine in TAKING[name]
        for kept in fields.values()
    }
    assert declared == compared


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.title)
def test_what_has_a_content_has_one_end_that_keeps_it(machine: Machine[Any, Any]) -> None:
    for action, names in machine.contents.items():
        assert names
        assert machine.ends(action), "an action without an end is never done already"
