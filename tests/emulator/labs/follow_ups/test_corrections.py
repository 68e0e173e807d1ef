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
from labs.orders.models import OrderPatient
from scans.cases.models import PatientLabel
from scans.effects import correction
from scans.effects.requests import CorrectPatient
from scans.patients.models import AgeGroup
from tests.emulator.labs.follow_ups.follow_up_steps import (
    WAYS,
    acts_of_the_system,
    brought_to,
    cost,
    standing,
)
from tests.support.clinic_fixture import ClinicFixture
from tests.support.concurrency import refusals_at_once
from tests.support.crashes import DyingStore, OvertakenStore
from tests.support.data_request_fixture import BETTER, DataRequestFixture, ask_correction
from tests.support.lab_fixture import LabFixture, problems, times_done
from tests.support.moments import HOUR, key, refused
from tools.client import wait_for

OVER = {"rejected", "cancelled", "completed"}
NAME = "Mira Joshi"


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that takes orders, and a clinic with a scanned case."""
    return LabFixture(practice)


def relabel(lab: LabFixture, case_id: str = "", **changes: str) -> PatientLabel:
    """Change the label of a case as a correction does, and have no trigger hear of it."""
    case = lab.practice.case_of(case_id or lab.case_id)
    said = {"reference": f"P-{key()[:12]}", "name": NAME, **changes}
    label = PatientLabel.model_validate(said)
    lab.practice.tenants.seed(case.model_copy(update={"patient": label}).placed(case.id))
    return label


def follow(lab: LabFixture, store: Store | None = None) -> int:
    """Take the trigger's part; how many orders were changed."""
    case, clock = lab.case(), lab.practice.clock
    lab.practice.tally = (store := store or Store(firebase.firestore_client())).tally
    return corrections.follow(store, clock, case.clinic_id, case.patient_id)


def correct(lab: LabFixture, **changes: Any) -> str:
    """Correct the patient's record; the new reference."""
    reference = changes.pop("reference", f"P-{key()[:12]}")
    said = {
        "patient_id": lab.case().patient_id,
        "reference": reference,
        "name": NAME,
        "age_group": None,
        "idempotency_key": key(),
        **changes,
    }
    correction.correct(lab.practice.ctx(), CorrectPatient.model_validate(said))
    return str(reference)


def told(lab: LabFixture) -> dict[str, int]:
    """Who heard of a correction, how often."""
    heard = {n: lab.practice.inbox(n).count("order_corrected") for n in lab.practice.people}
    return {name: count for name, count in heard.items() if count}


@pytest.mark.parametrize("state", WAYS)
def test_which_orders_follow(lab: LabFixture, state: str) -> None:
    order_id = brought_to(lab, state)
    before, label = standing(lab, order_id), relabel(lab)
    changed = follow(lab)
    after = standing(lab, order_id)
    if state in OVER:
        assert changed == 0
        assert after == before
        assert acts_of_the_system(order_id) == []
        return
    assert changed == 1
    tag = OrderPatient(reference=label.reference)
    assert after[0] == before[0].model_copy(update={"patient": tag})
    assert after[1] - before[1] == {("correct", before[0].state)}
    assert after[2:4] == before[2:4]
    assert acts_of_the_system(order_id) == ["labs.correct_order"]
    assert told(lab) == {"lab owner" if state == "placed" else "technician": 1}


def test_the_name_follows_where_the_clinic_shared_it(lab: LabFixture) -> None:
    named, unnamed = lab.place(share_name=True), lab.place()
    label = relabel(lab)
    assert follow(lab) == 2
    assert lab.order(named).patient == OrderPatient(reference=label.reference, name=NAME)
    assert lab.order(unnamed).patient == OrderPatient(reference=label.reference)
    same = relabel(lab, reference=label.reference, name="Meera Joshi-Rao")
    assert follow(lab) == 1
    assert lab.order(named).patient.name == same.name
    assert times_done(unnamed, "correct") == 1


def test_what_is_told_has_no_values(lab: LabFixture) -> None:
    order_id = brought_to(lab, "on_hold", share_name=True)
    label = relabel(lab)
    assert follow(lab) == 1
    client = firebase.firestore_client()
    lines = [e.to_dict() or {} for e in client.collection(f"orders/{order_id}/events").get()]
    line = next(each for each in lines if each["action"] == "correct")
    assert (line["actor"], line["reason"], line["refs"]) == ("system", None, {})
    notice = lab.practice.notices("technician")[-1]
    assert notice["kind"] == "order_corrected"
    assert notice["refs"] == {"order": order_id, "state": "on_hold"}
    for value in (label.reference, NAME, "Meera Joshi"):
        assert value not in str((line, notice))


def test_a_second_delivery_changes_nothing(lab: LabFixture) -> None:
    order_id = brought_to(lab, "in_production")
    relabel(lab)
    assert refusals_at_once(*[lambda: follow(lab)] * 4) == [""] * 4
    once = standing(lab, order_id)
    assert follow(lab) == 0
    assert standing(lab, order_id) == once
    assert times_done(order_id, "correct") == 1
    assert acts_of_the_system(order_id) == ["labs.correct_order"]
    assert told(lab) == {"technician": 1}


def test_the_last_correction_stands_whichever_event_comes_last(lab: LabFixture) -> None:
    order_id = lab.place()
    relabel(lab)
    last = relabel(lab)
    assert [follow(lab), follow(lab)] == [1, 0]
    assert lab.order(order_id).patient.reference == last.reference


def test_all_cases_of_the_patient_and_no_other_patients(lab: LabFixture) -> None:
    case = lab.case()
    consent_id = lab.practice.consent(case.patient_id)
    second = lab.practice.case(patient_id=case.patient_id, consent_id=consent_id)
    other_case, other_file = lab.scanned()
    mine = [
        lab.place(),
        lab.place(case_id=second, file_ids=[lab.file(second)]),
    ]
    other = lab.place(case_id=other_case, file_ids=[other_file])
    before = standing(lab, other)[:2]
    labels = [relabel(lab), relabel(lab, second), relabel(lab, other_case)]
    assert follow(lab) == 2
    now = [lab.order(each).patient.reference for each in mine]
    assert now == [label.reference for label in labels[:2]]
    assert standing(lab, other)[:2] == before


def test_nothing_more_is_told_once_the_consent_is_withdrawn(lab: LabFixture) -> None:
    order_id = brought_to(lab, "delivered")
    relabel(lab)
    lab.withdraw_unheard()
    before = standing(lab, order_id)
    assert follow(lab) == 0
    assert standing(lab, order_id) == before
    twin = LabFixture(ClinicFixture())
    brought_to(twin, "delivered")
    relabel(twin)
    assert follow(twin) == 1


@pytest.mark.parametrize("ends", [True, False])
def test_what_ends_meanwhile_keeps_what_it_said(lab: LabFixture, *, ends: bool) -> None:
    order_id = brought_to(lab, "accepted")
    before, label = lab.order(order_id), relabel(lab)
    cancel = {"action": "cancel", "who": "member", "reason": "not_needed"}
    step = cancel if ends else {"action": "start"}
    action = step.pop("action")
    store = OvertakenStore(lambda: lab.move(order_id, action, **step))
    assert follow(lab, store) == (not ends)
    tag = OrderPatient(reference=label.reference)
    assert lab.order(order_id).patient == (before.patient if ends else tag)
    assert times_done(order_id, "correct") == (not ends)


@pytest.mark.parametrize("committed", [False, True])
def test_what_a_run_that_died_left_the_next_one_does(lab: LabFixture, *, committed: bool) -> None:
    orders = [lab.place() for _ in range(3)]
    label = relabel(lab)
    with pytest.raises(FailedError):
        follow(lab, DyingStore(1, committed=committed))
    assert follow(lab) == (0 if committed else 2)
    for order_id in orders:
        assert lab.order(order_id).patient.reference == label.reference
        assert acts_of_the_system(order_id) == ["labs.correct_order"]


def test_what_following_costs(lab: LabFixture) -> None:
    """The case; its open orders; the order, its case and consent, accepted or not."""
    brought_to(lab, "in_production")
    relabel(lab)
    assert follow(lab) == 1
    assert cost(lab) == (1 + 1 + 3, 4)
    assert follow(lab) == 0
    assert cost(lab) == (1 + 1 + 3, 0)
    twin = LabFixture(ClinicFixture())
    twin.place()
    relabel(twin)
    assert follow(twin) == 1
    assert cost(twin) == (1 + 1 + 3, 4)


def test_placed_at_the_same_time(lab: LabFixture) -> None:
    """Placing reads the case that a correction writes: it has the new label, or it is found."""
    for _ in range(4):
        orders: list[str] = []
        said: list[str] = []

        def place() -> None:
            orders.append(lab.place())  # noqa: B023

        def write() -> None:
            said.append(correct(lab))  # noqa: B023

        assert refusals_at_once(place, write) == ["", ""]
        follow(lab)
        assert lab.order(orders[0]).patient.reference == said[0]


# --- a guardian's consent ------------------------------------------------------------------------

GUARDIAN = {"name": "Rohan Joshi", "relation": "parent"}


def heard(lab: LabFixture, who: str = "technician") -> list[str]:
    """What somebody heard of orders that wait and go on, whatever the hour of who told it."""
    kinds = lab.practice.inbox(who)
    return sorted(kind for kind in kinds if kind in {"order_waits", "order_goes_on"})


def test_an_order_waits_for_a_guardian_and_goes_on(lab: LabFixture) -> None:
    order_id = brought_to(lab, "in_production")
    over, before = lab.shipped(), lab.order(order_id)
    lab.move(over, "deliver", "complete", who="member")
    ended = lab.order(over)
    reference = correct(lab, age_group="child")
    refused(lambda: lab.links(order_id), "not-shared", why="guardian-required")
    for _ in range(2):  # an event may come twice
        follow(lab)
    waits = lab.order(order_id)
    assert (waits.state, waits.awaiting_guardian) == (before.state, True)
    assert waits.patient == before.patient, "what it waits with is not told either"
    assert heard(lab) == ["order_waits"]

    lab.practice.consent(lab.case().patient_id, guardian=GUARDIAN)
    for _ in range(2):
        follow(lab)
    after = lab.order(order_id)
    assert (after.state, after.awaiting_guardian) == (before.state, False)
    assert after.patient.reference == reference
    assert heard(lab) == ["order_goes_on", "order_waits"]
    assert lab.links(order_id)
    assert lab.order(over) == ended, "what is over stays as it was"


def test_a_guardian_who_does_not_let_it_be_shared_is_not_waited_for(lab: LabFixture) -> None:
    """And one who does, later, has the order go on: no order is stuck for good."""
    order_id, patient_id = lab.place(), lab.case().patient_id
    reference = correct(lab, age_group="child")
    follow(lab)
    assert lab.order(order_id).awaiting_guardian
    waiting = heard(lab, "lab owner")
    lab.practice.consent(patient_id, guardian=GUARDIAN, scope=["scan"])
    for _ in range(2):
        follow(lab)
    stays = lab.order(order_id)
    assert (stays.state, stays.awaiting_guardian) == ("placed", False)
    assert stays.patient.reference != reference, "what may not be shared is not told"
    assert heard(lab, "lab owner") == waiting == ["order_waits"]
    assert problems(lambda: lab.move(order_id, "accept")) == {"": "consent-does-not-cover"}

    lab.practice.consent(patient_id, guardian=GUARDIAN)
    follow(lab)
    assert lab.order(order_id).patient.reference == reference
    lab.move(order_id, "accept")
    assert lab.order(order_id).state == "accepted"


@pytest.mark.parametrize(
    ("state", "action"), [("placed", "accept"), ("accepted", "start"), ("on_hold", "resume")]
)
def test_a_lab_begins_nothing_while_it_waits(lab: LabFixture, state: str, action: str) -> None:
    order_id = brought_to(lab, state)
    correct(lab, age_group="child")
    before = lab.order(order_id)
    assert problems(lambda: lab.move(order_id, action)) == {"": "guardian-required"}
    assert lab.order(order_id).state == before.state
    lab.practice.consent(lab.case().patient_id, guardian=GUARDIAN)
    lab.move(order_id, action)


def test_nothing_is_ordered_while_it_waits(lab: LabFixture) -> None:
    correct(lab, age_group="child")
    assert problems(lab.place) == {"": "guardian-required"}
    lab.practice.consent(lab.case().patient_id, guardian=GUARDIAN)
    assert lab.place()


def test_nothing_is_ordered_for_a_minor_whose_case_an_earlier_release_let_stand(
    lab: LabFixture,
) -> None:
    patient = lab.practice.patient_of(lab.case().patient_id)
    child = patient.model_copy(update={"age_group": AgeGroup.CHILD})
    lab.practice.tenants.seed(child.placed(*patient.ids))
    assert problems(lab.place) == {"": "guardian-required"}
    lab.practice.tenants.seed(patient)
    assert lab.place()


@pytest.mark.deployed
def test_the_deployed_trigger_hears_of_a_guardian(lab: LabFixture) -> None:
    order_id, patient_id = lab.place(), lab.case().patient_id
    correct(lab, age_group="child")
    wait_for(lambda: lab.order(order_id).awaiting_guardian)
    lab.practice.clock.at += HOUR  # no two acts are of the same moment
    lab.practice.consent(patient_id, guardian=GUARDIAN)
    wait_for(lambda: not lab.order(order_id).awaiting_guardian)


@pytest.mark.deployed
def test_the_deployed_trigger_hears_of_a_correction(lab: LabFixture) -> None:
    open_, over = lab.place(share_name=True), brought_to(lab, "cancelled")
    kept = lab.order(over)
    member = lab.practice.person("member")
    request = {
        "patient_id": lab.case().patient_id,
        "reference": f"P-{key()[:12]}",
        "name": NAME,
        "age_group": "adult",
        "idempotency_key": key(),
    }
    member.call("scans/correct_patient", **request)
    tag = OrderPatient(reference=str(request["reference"]), name=NAME)
    wait_for(lambda: lab.order(open_).patient == tag)
    assert lab.order(over) == kept
    wait_for(lambda: told(lab) == {"lab owner": 1})
    technician = lab.practice.person("technician")
    assert technician.call("labs/get_receipt", order_id=open_)["receipt"]["patient"] == dict(tag)


@pytest.mark.deployed
def test_the_deployed_job_follows_a_correction_of_the_clinic(lab: LabFixture) -> None:
    data_requests, order_id = DataRequestFixture(lab.practice), lab.place()
    request = {"request_id": ask_correction(data_requests), "answer": "approve"}
    lab.practice.person("admin").call("privacy/answer_request", **request)
    wait_for(lambda: lab.order(order_id).sender.model_dump() == BETTER)
