"""A patient who turns out to be under 18: what waits for a guardian, what goes on, who hears of it.

Digital Personal Data Protection Act 2023, section 9(1): nothing of a child's is processed without
the verifiable consent of a parent or lawful guardian.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from google.cloud.storage import Bucket

from core import firebase
from core.access import Role
from core.blobs import Blobs
from scans.cases import idle, links
from scans.cases.requests import GetCaseFileLinks
from scans.consents.attestations import MAX_CASES
from tests.support import records
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, hour, key, offered, refused

GUARDIAN = {"name": "Rohan Joshi", "relation": "parent"}


def guarded(practice: ClinicFixture, patient_id: str, **changes: object) -> str:
    """Record a guardian's consent; its id."""
    return practice.consent(patient_id, guardian=GUARDIAN, **changes)


def linked(practice: ClinicFixture, case_id: str, bucket: Bucket) -> Callable[[], object]:
    """Ask for a link to a file of the case, which is there."""
    file = records.file(practice.tenants)
    practice.tenants.seed(file.placed(case_id, file.id))
    body = GetCaseFileLinks(case_id=case_id, file_ids=[file.id])
    return lambda: links.file_links(practice.ctx(), Blobs(bucket), body)


@pytest.fixture
def bucket() -> Bucket:
    """Where the files would lie."""
    return firebase.clean_bucket()


def test_what_rests_on_a_minors_own_consent_waits(practice: ClinicFixture, bucket: Bucket) -> None:
    named = practice.consented()
    asked, plain = practice.scanning(**named), practice.case("owner", **named)
    slot = practice.slot("operator", visit_id=asked.visit_id).upload_id
    own = practice.slot(case_id=plain).upload_id
    link = linked(practice, plain, bucket)
    link()
    practice.clock.at = NOW + HOUR
    practice.correct(named["patient_id"], age_group="child")

    for case_id in (asked.case_id, plain):
        case = practice.case_of(case_id)
        assert (case.status, case.guardian_needed_at) == ("awaiting_guardian", NOW + HOUR)
        assert (case.frozen_at, case.consent_id) == (None, named["consent_id"])
        line = practice.events(case_id)[-1]
        assert (line["kind"], line["party"]) == ("case_require_guardian", "the system")
    visit = practice.visit_of(asked.visit_id)
    assert (visit.state, visit.awaiting_guardian) == ("scanning", True)
    assert visit.assignee == practice.uid("operator"), "it stays, and waits"
    assert [practice.upload_of(each).open for each in (slot, own)] == [False, False]

    paths = (f"cases/{plain}", f"cases/{asked.case_id}", f"visits/{asked.visit_id}")
    before = snapshot(practice, *paths)
    photo = {"kind": "image", "file_name": "front.jpg"}
    for act in (
        link,
        lambda: practice.slot(case_id=plain),
        lambda: practice.slot(case_id=plain, **photo),
        lambda: practice.slot("operator", visit_id=asked.visit_id),
        lambda: practice.slot("operator", visit_id=asked.visit_id, **photo),
        lambda: practice.slot(consent_id=named["consent_id"], jaw=None, **photo),
        lambda: practice.request(**named),
        lambda: practice.request(case_id=plain, **named),
        lambda: practice.case(**named),
        lambda: practice.reopen(plain),
    ):
        refused(act, "guardian-required")
    assert snapshot(practice, *paths) == before


def test_it_goes_on_with_a_guardians_consent(practice: ClinicFixture, bucket: Bucket) -> None:
    named = practice.consented()
    patient_id = named["patient_id"]
    asked, plain = practice.scanning(**named), practice.case(**named)
    practice.correct(patient_id, age_group="adolescent")
    refused(lambda: practice.consent(patient_id), "guardian-required")
    practice.clock.at = NOW + HOUR
    anew = guarded(practice, patient_id)

    for case_id in (asked.case_id, plain):
        case = practice.case_of(case_id)
        assert (case.guardian_needed_at, case.consent_id) == (None, anew)
        assert practice.events(case_id)[-1]["kind"] == "case_resume"
    assert practice.case_of(asked.case_id).status == "scheduled"
    assert practice.case_of(plain).status == "open"
    assert sorted(practice.consent_of(anew).case_ids) == sorted([asked.case_id, plain])
    assert practice.consent_of(named["consent_id"]).case_ids == []
    assert not practice.visit_of(asked.visit_id).awaiting_guardian
    assert practice.slot("operator", visit_id=asked.visit_id)
    assert practice.slot(case_id=plain, kind="image", file_name="front.jpg")
    linked(practice, plain, bucket)()
    practice.withdraw(named["consent_id"])
    assert practice.case_of(plain).status == "open", "it does not rest on the first one any more"
    practice.withdraw(anew)
    assert practice.case_of(plain).status == "frozen"


@pytest.mark.parametrize(
    ("steps", "waits", "allowed"),
    [
        ((), "assign", None),
        (("assign",), "accept", "decline"),
        (("assign", "accept"), "depart", "decline"),
        (("assign", "accept", "depart"), None, "arrive"),
        (("assign", "accept", "depart", "arrive"), "begin", None),
    ],
)
def test_no_operator_comes_nearer_to_the_patient(
    practice: ClinicFixture, steps: tuple[str, ...], waits: str | None, allowed: str | None
) -> None:
    named = practice.consented()
    visit_id = practice.request(**named).visit_id
    take(practice, visit_id, *steps)
    practice.correct(named["patient_id"], age_group="child")
    if waits is not None:
        before = snapshot(practice, f"visits/{visit_id}")
        refused(lambda: take(practice, visit_id, waits), "guardian-required")
        assert snapshot(practice, f"visits/{visit_id}") == before
    if allowed is not None:
        take(practice, visit_id, allowed)
        return
    guarded(practice, named["patient_id"])
    take(practice, visit_id, *([waits] if waits else []))


def take(practice: ClinicFixture, visit_id: str, *steps: str) -> None:
    """Take steps of a visit, the operator's and the admin's."""
    for step in steps:
        practice.assign(visit_id) if step == "assign" else practice.move(visit_id, step)


@pytest.mark.parametrize("end", ["cancel", "reschedule"])
def test_a_visit_that_waits_can_be_called_off_and_moved(practice: ClinicFixture, end: str) -> None:
    named = practice.consented()
    visit_id = practice.request(**named).visit_id
    practice.correct(named["patient_id"], age_group="child")
    getattr(practice, end)(visit_id)
    refused(lambda: practice.assign(visit_id), {
        "cancel": "wrong-visit-state", "reschedule": "guardian-required"}[end])  # fmt: skip


def test_everyone_concerned_is_told_but_not_who_acts(practice: ClinicFixture) -> None:
    practice.join("opener", Role.CLINIC, practice.tenants.clinic)
    named = practice.consented()
    asked = practice.request("opener", **named)
    practice.assign(asked.visit_id)
    before = {name: len(practice.inbox(name)) for name in practice.people}
    practice.clock.at += HOUR
    practice.correct(named["patient_id"], who="owner", age_group="child")
    practice.clock.at += HOUR
    guarded(practice, named["patient_id"], who="owner")
    assert {
        name: kinds for name, count in before.items() if (kinds := practice.inbox(name)[count:])
    } == {
        "member": ["guardian_needed"],  # attested the first
        "opener": ["guardian_needed"],
        "operator": ["visit_waits", "visit_goes_on"],
    }
    acts = [act["action"] for act in practice.acts()]
    assert acts.count("scans.correct_patient") == 1
    assert acts.count("scans.record_consent") == 2


def test_a_correction_said_again_changes_nothing_more(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    same = {"age_group": "child", "idempotency_key": key()}
    practice.correct(named["patient_id"], **same)
    first = snapshot(practice, f"cases/{case_id}")
    practice.correct(named["patient_id"], **same)
    assert snapshot(practice, f"cases/{case_id}") == first, "a retry"
    practice.clock.at += HOUR
    practice.correct(named["patient_id"], age_group="adolescent")
    assert practice.case_of(case_id).guardian_needed_at == NOW, "since when it waits"
    kinds = sorted(e["kind"] for e in practice.events(case_id))
    assert kinds == ["case_open", "case_require_guardian"]


def test_an_age_group_that_was_wrong_is_put_right(practice: ClinicFixture) -> None:
    """Adult after all: the patient's own consent is good, and what waited goes on with it."""
    named = practice.consented()
    asked = practice.request(**named)
    practice.correct(named["patient_id"], age_group="child")
    practice.correct(named["patient_id"], age_group="adult")
    case = practice.case_of(asked.case_id)
    assert (case.status, case.consent_id) == ("scheduled", named["consent_id"])
    assert not practice.visit_of(asked.visit_id).awaiting_guardian
    practice.assign(asked.visit_id)


def test_a_guardians_consent_outlasts_the_eighteenth_birthday(practice: ClinicFixture) -> None:
    """It was given by who had to give it: nothing stops in the middle of a treatment."""
    patient_id = practice.patient(age_group="adolescent")
    consent_id = guarded(practice, patient_id)
    named = {"patient_id": patient_id, "consent_id": consent_id}
    case_id = practice.case(**named)
    practice.correct(patient_id, age_group="adult")
    assert practice.case_of(case_id).status == "open"
    assert practice.slot(case_id=case_id)
    assert practice.case(**named)
    assert practice.consent(patient_id), "and the patient may consent anew, alone"


def test_an_age_group_is_not_unsaid(practice: ClinicFixture) -> None:
    """Left out it stays: else a correction would avoid the guardian."""
    patient_id = practice.patient(age_group="child")
    practice.correct(patient_id, name="Mira Joshi")
    said = practice.patient_of(patient_id)
    assert (said.name, said.age_group) == ("Mira Joshi", "child")


def test_a_first_age_group_under_18_has_the_earlier_cases_rest_on_the_guardian(
    practice: ClinicFixture,
) -> None:
    """Consents of before anybody was asked: the guardian's takes over what they carry."""
    named = practice.consented()
    case_id, patient_id = practice.case(**named), named["patient_id"]
    path = f"clinics/{practice.tenants.clinic}/patients/{patient_id}"
    firebase.firestore_client().document(path).update({"age_group": None})
    anew = guarded(practice, patient_id, age_group="child")
    case = practice.case_of(case_id)
    assert (case.status, case.consent_id) == ("open", anew)


def test_a_guardians_consent_to_pictures_alone_carries_no_case(practice: ClinicFixture) -> None:
    named = practice.consented()
    case_id = practice.case(**named)
    practice.correct(named["patient_id"], age_group="child")
    guarded(practice, named["patient_id"], scope=["images"])
    assert practice.case_of(case_id).status == "awaiting_guardian"
    guarded(practice, named["patient_id"], scope=["scan"])
    assert practice.case_of(case_id).status == "open"
    refused(lambda: practice.slot(case_id=case_id, kind="image"), "consent-does-not-cover")


@pytest.mark.parametrize("wider", [True, False])
def test_what_a_guardian_left_out_is_added_by_a_wider_consent(
    practice: ClinicFixture, *, wider: bool
) -> None:
    """One of no wider scope takes nothing over, nor does any what was withdrawn."""
    named = practice.consented()
    case_id, patient_id = practice.case(**named), named["patient_id"]
    practice.correct(patient_id, age_group="child")
    gone = guarded(practice, patient_id, scope=["scan"])
    narrow = guarded(practice, patient_id, scope=["scan"])
    assert practice.case_of(case_id).consent_id == gone, "one that allows the same takes nothing"
    frozen = practice.case(patient_id=patient_id, consent_id=narrow)
    practice.withdraw(narrow)
    moved_at = practice.patient_of(patient_id).guardian_changed_at
    practice.clock.at += HOUR
    scope = ["scan", "images"] if wider else ["share_with_lab", "images"]
    second = guarded(practice, patient_id, scope=scope)
    assert practice.case_of(case_id).consent_id == (second if wider else gone)
    assert practice.case_of(case_id).status == "open"
    assert practice.consent_of(second).case_ids == ([case_id] if wider else [])
    assert practice.consent_of(gone).case_ids == ([] if wider else [case_id])
    after = practice.patient_of(patient_id).guardian_changed_at
    assert after == (practice.clock.at if wider else moved_at), "what orders follow by"
    assert practice.case_of(frozen).status == "frozen"
    assert practice.consent_of(narrow).case_ids == [frozen]

    def photograph() -> object:
        return practice.slot(case_id=case_id, kind="image", file_name="front.jpg")

    if wider:
        assert photograph()
    else:
        refused(photograph, "consent-does-not-cover")


def test_what_one_consent_cannot_carry_waits_for_a_second(practice: ClinicFixture) -> None:
    first = practice.consented()
    patient_id = first["patient_id"]
    second = {**first, "consent_id": practice.consent(patient_id)}
    early = practice.case(**first)
    practice.clock.at += HOUR
    cases = [practice.case(**second) for _ in range(MAX_CASES)]
    practice.correct(patient_id, age_group="child")
    assert sorted(practice.consent_of(guarded(practice, patient_id)).case_ids) == sorted(cases)
    assert practice.case_of(early).status == "awaiting_guardian"
    assert practice.consent_of(guarded(practice, patient_id)).case_ids == [early]
    assert practice.case_of(early).status == "open"


def test_other_consents_and_other_patients_are_left_alone(practice: ClinicFixture) -> None:
    patient_id, other = practice.patient(age_group="adult"), practice.case()
    own = practice.consent(patient_id)
    by_guardian = guarded(practice, patient_id)
    waits = practice.case(patient_id=patient_id, consent_id=own)
    stays = practice.case(patient_id=patient_id, consent_id=by_guardian)
    gone = practice.consent(patient_id)
    frozen = practice.case(patient_id=patient_id, consent_id=gone)
    practice.withdraw(gone)
    practice.correct(patient_id, age_group="child")
    found = {each: practice.case_of(each).status for each in (waits, stays, frozen, other)}
    assert found == {
        waits: "awaiting_guardian", stays: "open", frozen: "frozen", other: "open"
    }  # fmt: skip


def test_the_consent_can_be_withdrawn_meanwhile(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked = practice.request(slots=[offered(hour(24))], **named)
    practice.correct(named["patient_id"], age_group="child")
    assert practice.withdraw(named["consent_id"]) == [asked.case_id]
    assert practice.case_of(asked.case_id).status == "frozen"
    assert practice.visit_of(asked.visit_id).state == "cancelled"
    guarded(practice, named["patient_id"])
    assert practice.case_of(asked.case_id).status == "frozen", "withdrawn is withdrawn"


def test_a_case_that_waits_can_be_closed_and_its_keeping_begins(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked, plain = practice.request(**named), practice.case(**named)
    practice.correct(named["patient_id"], age_group="child")
    refused(lambda: practice.close(asked.case_id), "wrong-case-status", state="scheduled")
    practice.clock.at = NOW + HOUR
    assert practice.close(plain) == "awaiting_guardian"
    assert practice.case_of(plain).closed_at == NOW + HOUR
    practice.clock.at += HOUR
    practice.close(plain)
    assert practice.case_of(plain).closed_at == NOW + HOUR, "once"
    guarded(practice, named["patient_id"])
    assert practice.case_of(plain).status == "closed"


def test_nobody_waits_for_a_guardian_for_ever(practice: ClinicFixture) -> None:
    """Two years without anything done: closed like any other, so that it is not kept for ever."""
    from core.jobs import Job

    named = practice.consented()
    case_id = practice.case(**named)
    practice.correct(named["patient_id"], age_group="child")
    ctx = practice.ctx()
    job = ctx.store.get(Job, f"idle-{case_id}")
    assert job is not None
    practice.clock.at = job.due_at
    assert ctx.store.run(lambda unit: idle.look(unit, ctx, job)) is None
    assert practice.case_of(case_id).closed_at == job.due_at
