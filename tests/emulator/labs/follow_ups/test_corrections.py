"""Corrections of a patient's record in orders: which follow, what labs hear, twice and in time.

Where a test takes the trigger's part, the deployed one hears nothing: `relabel`.
"""

from __future__ import annotations

from typing import Any

import pytest

from core import firebase
from core.store import Store
from core.triggers import FailedError
from labs.follow_ups import corrections
from labs.orders.models import PatientTag
from scans.cases.models import PatientLabel
from scans.effects import correction
from scans.effects.requests import CorrectPatient
from tests.emulator.labs.follow_ups.test_stop import (
    WAYS,
    acts_of_the_system,
    brought_to,
    cost,
    standing,
)
from tests.emulator.labs.orders.test_races import at_once, events
from tests.emulator.privacy.data_requests.test_requests import (
    BETTER,
    DataRequestFixture,
    ask_correction,
)
from tests.support.clinic_fixture import ClinicFixture
from tests.support.crashes import DyingStore, OvertakenStore
from tests.support.lab_fixture import LabFixture
from tests.support.moments import key
from tools.client import wait_for

OVER = {"rejected", "cancelled", "completed"}
NAME = "Mira Joshi"


@pytest.fixture
def workshop(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def relabel(workshop: LabFixture, case_id: str = "", **changes: str) -> PatientLabel:
    """Change the label of a case as a correction does, and have no trigger hear of it."""
    case = workshop.practice.case_of(case_id or workshop.case_id)
    said = {"reference": f"P-{key()[:12]}", "name": NAME, **changes}
    label = PatientLabel.model_validate(said)
    workshop.practice.tenants.seed(case.model_copy(update={"patient": label}).placed(case.id))
    return label


def follow(workshop: LabFixture, store: Store | None = None) -> int:
    """Take the trigger's part; how many orders were changed."""
    case, clock = workshop.case(), workshop.practice.clock
    workshop.practice.tally = (store := store or Store(firebase.firestore_client())).tally
    return corrections.follow(store, clock, case.clinic_id, case.patient_id)


def correct(workshop: LabFixture, **changes: Any) -> str:
    """Correct the patient's record; the new reference."""
    reference = changes.pop("reference", f"P-{key()[:12]}")
    said = {
        "patient_id": workshop.case().patient_id,
        "reference": reference,
        "name": NAME,
        "age_group": None,
        "idempotency_key": key(),
        **changes,
    }
    correction.correct(workshop.practice.ctx(), CorrectPatient.model_validate(said))
    return str(reference)


def told(workshop: LabFixture) -> dict[str, int]:
    """Who heard of a correction, how often."""
    heard = {
        n: workshop.practice.inbox(n).count("order_corrected") for n in workshop.practice.people
    }
    return {name: count for name, count in heard.items() if count}


@pytest.mark.parametrize("state", WAYS)
def test_which_orders_follow(workshop: LabFixture, state: str) -> None:
    order_id = brought_to(workshop, state)
    before, label = standing(workshop, order_id), relabel(workshop)
    changed = follow(workshop)
    after = standing(workshop, order_id)
    if state in OVER:
        assert changed == 0
        assert after == before
        assert acts_of_the_system(order_id) == []
        return
    assert changed == 1
    tag = PatientTag(reference=label.reference)
    assert after[0] == before[0].model_copy(update={"patient": tag})
    assert after[1] - before[1] == {("correct", before[0].state)}
    assert after[2:4] == before[2:4]
    assert acts_of_the_system(order_id) == ["labs.correct_order"]
    assert told(workshop) == {"lab owner" if state == "placed" else "technician": 1}


def test_the_name_follows_where_the_clinic_shared_it(workshop: LabFixture) -> None:
    named, unnamed = workshop.place(share_name=True), workshop.place()
    label = relabel(workshop)
    assert follow(workshop) == 2
    assert workshop.order(named).patient == PatientTag(reference=label.reference, name=NAME)
    assert workshop.order(unnamed).patient == PatientTag(reference=label.reference)
    same = relabel(workshop, reference=label.reference, name="Meera Joshi-Rao")
    assert follow(workshop) == 1
    assert workshop.order(named).patient.name == same.name
    assert events(unnamed, "correct") == 1


def test_what_is_told_has_no_values(workshop: LabFixture) -> None:
    order_id = brought_to(workshop, "on_hold", share_name=True)
    label = relabel(workshop)
    assert follow(workshop) == 1
    client = firebase.firestore_client()
    lines = [e.to_dict() or {} for e in client.collection(f"orders/{order_id}/events").get()]
    line = next(each for each in lines if each["action"] == "correct")
    assert (line["actor"], line["reason"], line["refs"]) == ("system", None, {})
    notice = workshop.practice.notices("technician")[-1]
    assert notice["kind"] == "order_corrected"
    assert notice["refs"] == {"order": order_id, "state": "on_hold"}
    for value in (label.reference, NAME, "Meera Joshi"):
        assert value not in str((line, notice))


def test_a_second_delivery_changes_nothing(workshop: LabFixture) -> None:
    order_id = brought_to(workshop, "in_production")
    relabel(workshop)
    assert at_once(*[lambda: follow(workshop)] * 4) == [""] * 4
    once = standing(workshop, order_id)
    assert follow(workshop) == 0
    assert standing(workshop, order_id) == once
    assert events(order_id, "correct") == 1
    assert acts_of_the_system(order_id) == ["labs.correct_order"]
    assert told(workshop) == {"technician": 1}


def test_the_last_correction_stands_whichever_event_comes_last(workshop: LabFixture) -> None:
    order_id = workshop.place()
    relabel(workshop)
    last = relabel(workshop)
    assert [follow(workshop), follow(workshop)] == [1, 0]
    assert workshop.order(order_id).patient.reference == last.reference


def test_all_cases_of_the_patient_and_no_other_patients(workshop: LabFixture) -> None:
    case = workshop.case()
    consent_id = workshop.practice.consent(case.patient_id)
    second = workshop.practice.case(patient_id=case.patient_id, consent_id=consent_id)
    other_case, other_file = workshop.scanned()
    mine = [
        workshop.place(),
        workshop.place(case_id=second, file_ids=[workshop.file(second)]),
    ]
    other = workshop.place(case_id=other_case, file_ids=[other_file])
    before = standing(workshop, other)[:2]
    labels = [relabel(workshop), relabel(workshop, second), relabel(workshop, other_case)]
    assert follow(workshop) == 2
    now = [workshop.order(each).patient.reference for each in mine]
    assert now == [label.reference for label in labels[:2]]
    assert standing(workshop, other)[:2] == before


def test_nothing_more_is_told_once_the_consent_is_withdrawn(workshop: LabFixture) -> None:
    order_id = brought_to(workshop, "delivered")
    relabel(workshop)
    workshop.withdraw_unheard()
    before = standing(workshop, order_id)
    assert follow(workshop) == 0
    assert standing(workshop, order_id) == before
    twin = LabFixture(ClinicFixture())
    brought_to(twin, "delivered")
    relabel(twin)
    assert follow(twin) == 1


@pytest.mark.parametrize("ends", [True, False])
def test_what_ends_meanwhile_keeps_what_it_said(workshop: LabFixture, *, ends: bool) -> None:
    order_id = brought_to(workshop, "accepted")
    before, label = workshop.order(order_id), relabel(workshop)
    cancel = {"action": "cancel", "who": "member", "reason": "not_needed"}
    step = cancel if ends else {"action": "start"}
    action = step.pop("action")
    store = OvertakenStore(lambda: workshop.move(order_id, action, **step))
    assert follow(workshop, store) == (not ends)
    tag = PatientTag(reference=label.reference)
    assert workshop.order(order_id).patient == (before.patient if ends else tag)
    assert events(order_id, "correct") == (not ends)


@pytest.mark.parametrize("committed", [False, True])
def test_what_a_run_that_died_left_the_next_one_does(
    workshop: LabFixture, *, committed: bool
) -> None:
    orders = [workshop.place() for _ in range(3)]
    label = relabel(workshop)
    with pytest.raises(FailedError):
        follow(workshop, DyingStore(1, committed=committed))
    assert follow(workshop) == (0 if committed else 2)
    for order_id in orders:
        assert workshop.order(order_id).patient.reference == label.reference
        assert acts_of_the_system(order_id) == ["labs.correct_order"]


def test_what_following_costs(workshop: LabFixture) -> None:
    """The case; its open orders; the order, its case and consent; the lab where none accepted."""
    brought_to(workshop, "in_production")
    relabel(workshop)
    assert follow(workshop) == 1
    assert cost(workshop) == (1 + 1 + 3, 4)
    assert follow(workshop) == 0
    assert cost(workshop) == (1 + 1 + 3, 0)
    twin = LabFixture(ClinicFixture())
    twin.place()
    relabel(twin)
    assert follow(twin) == 1
    assert cost(twin) == (1 + 1 + 3 + 2, 4)


def test_placed_at_the_same_time(workshop: LabFixture) -> None:
    """Placing reads the case that a correction writes: it has the new label, or it is found."""
    for _ in range(4):
        orders: list[str] = []
        said: list[str] = []

        def place() -> None:
            orders.append(workshop.place())  # noqa: B023

        def write() -> None:
            said.append(correct(workshop))  # noqa: B023

        assert at_once(place, write) == ["", ""]
        follow(workshop)
        assert workshop.order(orders[0]).patient.reference == said[0]


@pytest.mark.deployed
def test_the_deployed_trigger_hears_of_a_correction(workshop: LabFixture) -> None:
    open_, over = workshop.place(share_name=True), brought_to(workshop, "cancelled")
    kept = workshop.order(over)
    member = workshop.practice.person("member")
    wish = {
        "patient_id": workshop.case().patient_id,
        "reference": f"P-{key()[:12]}",
        "name": NAME,
        "age_group": "adult",
        "idempotency_key": key(),
    }
    member.call("scans/correct_patient", **wish)
    tag = PatientTag(reference=str(wish["reference"]), name=NAME)
    wait_for(lambda: workshop.order(open_).patient == tag)
    assert workshop.order(over) == kept
    wait_for(lambda: told(workshop) == {"lab owner": 1})
    lab = workshop.practice.person("technician")
    assert lab.call("labs/get_receipt", order_id=open_)["receipt"]["patient"] == dict(tag)


@pytest.mark.deployed
def test_the_deployed_job_follows_a_correction_of_the_clinic(workshop: LabFixture) -> None:
    desk, order_id = DataRequestFixture(workshop.practice), workshop.place()
    wish = {"request_id": ask_correction(desk), "answer": "approve"}
    workshop.practice.person("admin").call("privacy/answer_request", **wish)
    wait_for(lambda: workshop.order(order_id).sender.model_dump() == BETTER)
