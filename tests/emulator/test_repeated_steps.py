"""Every step that says something, taken again: the same is done already, another is refused.

One row for each action that a state table declares a content for; a new one fails until it has its
row. The wire and the whole of orders are in `labs/orders/test_amendments.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from accounts import decisions
from core.access import Role, Status
from core.errors import DoneOtherwise
from privacy.breaches import register as breaches
from privacy.breaches.requests import MoveBreach
from privacy.data_requests import decisions as data_requests
from privacy.data_requests.requests import AnswerRequest
from privacy.disclosures import register as disclosures
from privacy.disclosures.requests import RecordDisclosure
from privacy.models import DisclosureState
from scans.visits import actions as visits
from scans.visits.requests import CancelVisit
from tests.emulator.labs.follow_ups.follow_up_steps import WAYS
from tests.support import privacy_records, records
from tests.support.clinic_fixture import ClinicFixture, NoClaims, snapshot
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key
from tests.support.payout_fixture import PayoutFixture
from tools.docs.surface import load


@dataclass
class Repeat:
    """A step that was not taken yet: how to take it with a content, and what it changes."""

    take: Callable[[Any], object]
    same: Any
    other: Any
    fields: list[str]
    path: str


def _rejecting(practice: ClinicFixture) -> Repeat:
    uid = practice.join("applicant", Role.OPERATOR, status=Status.PENDING)

    def take(reason: str) -> object:
        return decisions.reject(practice.ctx("admin"), uid, reason)

    return Repeat(take, "No such clinic.", "Applied twice.", ["reason"], f"users/{uid}")


def _suspending(practice: ClinicFixture) -> Repeat:
    uid = practice.uid("operator")

    def take(reason: str) -> object:
        return decisions.suspend(practice.ctx("admin"), NoClaims(), uid, reason)

    return Repeat(take, "Files were passed on.", "Asked for it.", ["reason"], f"users/{uid}")


def _cancelling(practice: ClinicFixture) -> Repeat:
    visit_id = practice.request().visit_id

    def take(reason: str) -> object:
        said = {"visit_id": visit_id, "reason": reason, "idempotency_key": key()}
        return visits.cancel(practice.ctx(), CancelVisit.model_validate(said))

    return Repeat(take, "not_needed", "requested_twice", ["reason"], f"visits/{visit_id}")


def _refusing(practice: ClinicFixture) -> Repeat:
    made = records.privacy_request(clinic_id=practice.tenants.clinic)
    practice.tenants.seed(made)

    def take(reason: str | None) -> object:
        said = {"request_id": made.id, "answer": "refuse", "reason": reason}
        return data_requests.answer(practice.ctx("admin"), AnswerRequest.model_validate(said))

    path = f"privacy_requests/{made.id}"
    return Repeat(take, "law-forbids", None, ["reasons"], path)


def _assessing(practice: ClinicFixture) -> Repeat:
    made = privacy_records.breach()
    practice.tenants.seed(made)

    def take(risk: str) -> object:
        said = {"breach_id": made.id, "action": "assess", "risk": risk}
        return breaches.move(practice.ctx("admin"), MoveBreach.model_validate(said))

    return Repeat(take, "low", "high", ["risk"], f"breaches/{made.id}")


def _disclosing(practice: ClinicFixture) -> Repeat:
    made = privacy_records.disclosure(state=DisclosureState.APPROVED)
    practice.tenants.seed(made)

    def take(digest: str) -> object:
        request = RecordDisclosure(disclosure_id=made.id, digest=digest)
        return disclosures.record(practice.ctx("admin"), request)

    return Repeat(take, "0" * 64, "1" * 64, ["digest"], f"disclosures/{made.id}")


#: What the bank tells of payouts: under which name, with what, and with what else.
_RESULTS = {
    "pay": ("paid", "utr", "HDFCN52026050412", "HDFCN52026050413"),
    "fail": ("failed", "failure", "account_closed", "name_mismatch"),
    "return": ("returned", "failure", "account_closed", "name_mismatch"),
}


def _recording(action: str) -> Callable[[ClinicFixture], Repeat]:
    result, field, same, other = _RESULTS[action]

    def prepared(practice: ClinicFixture) -> Repeat:
        lab = PayoutFixture(practice)
        payout_id = lab.exported()

        def take(content: str) -> object:
            return lab.record(payout_id, result, **{field: content})

        return Repeat(take, same, other, [field], f"payouts/{payout_id}")

    return prepared


def _turning_down(practice: ClinicFixture) -> Repeat:
    lab = PayoutFixture(practice)
    payout_id = lab.ask()

    def take(refusal: str) -> object:
        return lab.reject(payout_id, refusal)

    return Repeat(take, "dispute", "other", ["refusal"], f"payouts/{payout_id}")


#: An order's steps: where each is taken, by whom, with what, and with what else.
_ORDERS: dict[str, tuple[str, str, str, Any, Any]] = {
    "reject": ("placed", "technician", "reason", "no_capacity", "not_feasible"),
    "put_on_hold": ("accepted", "technician", "reason", "question", "no_capacity"),
    "request_rescan": ("accepted", "technician", "reason", "bite_wrong", "scan_incomplete"),
    "send_rescan": ("rescan_requested", "member", "file_ids", [0], [1]),
    "ship": (
        "ready", "technician", "shipment", {"carrier": "Blue Dart", "tracking": "BD 1"},
        {"carrier": "Blue Dart", "tracking": "BD 2"},
    ),
    "request_remake": ("delivered", "member", "reason", "broken", "does_not_fit"),
    "cancel": ("accepted", "member", "reason", "not_needed", "ordered_twice"),
    "give_back": ("in_production", "technician", "reason", "no_capacity", "not_feasible"),
}  # fmt: skip


def _ordering(action: str) -> Callable[[ClinicFixture], Repeat]:
    state, who, field, same, other = _ORDERS[action]

    def prepared(practice: ClinicFixture) -> Repeat:
        lab = LabFixture(practice)
        order_id = lab.place()
        for actor, step, more in WAYS[state]:
            lab.move(order_id, step, who=actor, **more)
        files = [lab.file(lab.case_id), lab.file(lab.case_id)]

        def take(content: Any) -> object:
            said = [files[n] for n in content] if field == "file_ids" else content
            return lab.move(order_id, action, who=who, **{field: said})

        return Repeat(take, same, other, [field], f"orders/{order_id}")

    return prepared


WALK: dict[tuple[str, str], Callable[[ClinicFixture], Repeat]] = {
    ("Account", "reject"): _rejecting,
    ("Account", "suspend"): _suspending,
    ("Visit", "cancel"): _cancelling,
    ("Privacy request", "refuse"): _refusing,
    ("Breach", "assess"): _assessing,
    ("Disclosure", "disclose"): _disclosing,
    ("Payout", "reject"): _turning_down,
    **{("Payout", action): _recording(action) for action in _RESULTS},
    **{("Order", action): _ordering(action) for action in _ORDERS},
}


def test_every_step_that_says_something_is_walked() -> None:
    declared = {
        (machine.title, action.value) for machine in load().machines for action in machine.contents
    }
    assert declared == set(WALK)


@pytest.mark.parametrize("step", WALK, ids="-".join)
def test_a_step_again(practice: ClinicFixture, step: tuple[str, str]) -> None:
    repeat = WALK[step](practice)
    repeat.take(repeat.same)
    before = snapshot(practice, repeat.path)
    repeat.take(repeat.same)
    assert snapshot(practice, repeat.path) == before
    with pytest.raises(DoneOtherwise) as refused:
        repeat.take(repeat.other)
    assert refused.value.details == {"fields": repeat.fields}
    assert snapshot(practice, repeat.path) == before


@pytest.mark.parametrize("step", WALK, ids="-".join)
def test_either_content_is_good_for_the_first_time(
    practice: ClinicFixture, step: tuple[str, str]
) -> None:
    """What is refused the second time is so for what was said before, and for nothing else."""
    repeat = WALK[step](practice)
    repeat.take(repeat.other)
    before = snapshot(practice, repeat.path)
    repeat.take(repeat.other)
    assert snapshot(practice, repeat.path) == before
