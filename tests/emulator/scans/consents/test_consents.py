"""Consents: when they are good, for what, and what rests on them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.firebase import firestore_client
from scans.consents.models import Consent
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import NOW, refused

#: A guardian, as requests name one.
GUARDIAN = {"name": "Rohan Joshi", "relation": "parent"}


@pytest.fixture(scope="module")
def practice() -> ClinicFixture:
    """A practice whose patients are each a test's own."""
    return ClinicFixture()


def read(practice: ClinicFixture, consent_id: str) -> Consent:
    """What the consent says."""
    found = practice.ctx().store.get(Consent, consent_id)
    assert found is not None
    return found


def test_a_consent_says_who_attests_what(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    found = read(practice, practice.consent(patient_id, scope=["scan", "images", "scan"]))
    assert found.model_dump(mode="json") == {
        "clinic_id": practice.tenants.clinic, "patient_id": patient_id, "text_version": "2026-05",
        "language": "en", "scope": ["images", "scan"], "obtained_at": "2026-05-04T09:30:00Z",
        "obtained_by": "Dr. Asha Rao", "guardian": None, "form": None, "state": "given",
        "case_ids": [], "attested_by": practice.uid("member"),
        "attested_at": "2026-05-04T09:30:00Z", "withdrawn_by": None, "withdrawn_at": None,
    }  # fmt: skip


def test_a_consent_is_not_of_the_future(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    assert practice.consent(patient_id, obtained_at=NOW)
    ahead = NOW + timedelta(minutes=5)
    stored = read(practice, practice.consent(patient_id, obtained_at=ahead))
    assert stored.obtained_at == NOW, "a clock that runs ahead: it was now"
    soon = ahead + timedelta(microseconds=1)
    refused(lambda: practice.consent(patient_id, obtained_at=soon), "time-in-future")
    earlier = NOW - timedelta(microseconds=1)
    assert read(practice, practice.consent(patient_id, obtained_at=earlier)).obtained_at == earlier


def test_a_retry_of_a_clock_that_runs_ahead_is_a_retry(practice: ClinicFixture) -> None:
    same = {"obtained_at": NOW + timedelta(minutes=1), "idempotency_key": "k" * 16}
    patient_id = practice.patient()
    first = practice.consent(patient_id, **same)
    practice.clock.at += timedelta(minutes=3)
    assert practice.consent(patient_id, **same) == first
    assert read(practice, first).obtained_at == NOW


@pytest.mark.parametrize("age", ["child", "adolescent"])
def test_a_guardian_consents_for_a_minor(practice: ClinicFixture, age: str) -> None:
    patient_id = practice.patient(age_group=age)
    refused(lambda: practice.consent(patient_id), "guardian-required")
    guardian = {"name": "Rohan Joshi", "relation": "parent"}
    found = read(practice, practice.consent(patient_id, guardian=guardian)).guardian
    assert found is not None
    assert found.model_dump() == guardian


@pytest.mark.parametrize("age", ["adult", None])
def test_an_adult_consents_alone(practice: ClinicFixture, age: str | None) -> None:
    patient_id = practice.patient(age_group=age)
    assert practice.consent(patient_id, age_group="adult")
    assert practice.patient_of(patient_id).age_group == "adult"


def test_a_consent_says_the_age_group(practice: ClinicFixture) -> None:
    """Nobody avoids the question: the record says none, and the consent has to."""
    patient_id = practice.patient()
    with pytest.raises(ValueError, match="age_group"):
        practice.consent(patient_id, age_group=None)
    refused(lambda: practice.consent(patient_id, age_group="child"), "guardian-required")
    assert practice.patient_of(patient_id).age_group is None
    practice.consent(patient_id, age_group="child", guardian=GUARDIAN)
    assert practice.patient_of(patient_id).age_group == "child"


def test_a_consent_is_not_of_another_age_group_than_the_record(practice: ClinicFixture) -> None:
    patient_id = practice.patient(age_group="child")
    path = f"clinics/{practice.tenants.clinic}/patients/{patient_id}"
    before = snapshot(practice, path)
    said = {"age_group": "adult", "guardian": GUARDIAN}
    refused(lambda: practice.consent(patient_id, **said), "age-group-differs")
    assert snapshot(practice, path) == before
    assert practice.consent(patient_id, **{**said, "age_group": "child"})


def test_nothing_begins_for_who_has_no_age_group(practice: ClinicFixture) -> None:
    """Consents from before the question was asked: the record is completed first."""
    named = practice.consented()
    path = f"clinics/{practice.tenants.clinic}/patients/{named['patient_id']}"
    firestore_client().document(path).update({"age_group": None})
    before = snapshot(practice, path, f"consents/{named['consent_id']}")
    refused(lambda: practice.case(**named), "age-group-unknown")
    refused(lambda: practice.request(**named), "age-group-unknown")
    assert snapshot(practice, path, f"consents/{named['consent_id']}") == before
    practice.correct(named["patient_id"], age_group="adult")
    assert practice.case(**named)


def test_only_the_own_clinics_patient_consents(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    refused(lambda: practice.consent(patient_id, "stranger"), "patient-not-found")


def test_a_case_needs_a_consent_to_scanning(practice: ClinicFixture) -> None:
    without = practice.consented(scope=["images", "share_with_lab"])
    for ask in (practice.case, practice.request):
        refused(lambda ask=ask: ask(**without), "consent-does-not-cover", scope="scan")
        assert ask(**practice.consented(scope=["scan"]))


def test_photographs_need_a_consent_to_images(practice: ClinicFixture) -> None:
    request = {"scans": ["photographs", "upper_arch"]}
    scan_only = practice.consented(scope=["scan"])
    refused(
        lambda: practice.request(**scan_only, **request), "consent-does-not-cover", scope="images"
    )
    assert practice.request(**practice.consented(scope=["scan", "images"]), **request)


def test_images_are_uploaded_on_a_consent_to_images(practice: ClinicFixture) -> None:
    case_id = practice.case(**practice.consented(scope=["scan"]))
    image = {"case_id": case_id, "kind": "image", "file_name": "front.jpg"}
    refused(lambda: practice.slot(**image), "consent-does-not-cover", scope="images")
    assert practice.slot(case_id=case_id), "the scan itself is covered"
    agreed = practice.case(**practice.consented(scope=["scan", "images"]))
    assert practice.slot(**{**image, "case_id": agreed})


@pytest.mark.parametrize("ask", ["case", "request"])
def test_a_consent_is_one_patients(practice: ClinicFixture, ask: str) -> None:
    mine, other = practice.consented(), practice.consented()
    mixed = {**mine, "consent_id": other["consent_id"]}
    refused(lambda: getattr(practice, ask)(**mixed), "consent-does-not-cover")
    assert getattr(practice, ask)(**mine)


@pytest.mark.parametrize("ask", ["case", "request"])
def test_nothing_of_another_clinic_is_found(practice: ClinicFixture, ask: str) -> None:
    named = practice.consented()
    theirs = practice.patient("stranger")
    strange = {"patient_id": theirs, "consent_id": practice.consent(theirs, "stranger")}
    path = f"consents/{strange['consent_id']}"
    before = snapshot(practice, path)
    mixed = {**named, "consent_id": strange["consent_id"]}
    refused(lambda: getattr(practice, ask)(**mixed), "consent-not-found")
    mixed = {**named, "patient_id": theirs}
    refused(lambda: getattr(practice, ask)(**mixed), "patient-not-found")
    assert snapshot(practice, path) == before
    assert getattr(practice, ask)("stranger", **strange)


@pytest.mark.parametrize("ask", ["case", "request"])
def test_nothing_rests_on_a_withdrawn_consent(practice: ClinicFixture, ask: str) -> None:
    named = practice.consented()
    getattr(practice, ask)(**named)
    practice.withdraw(named["consent_id"])
    refused(lambda: getattr(practice, ask)(**named), "consent-withdrawn")
    named["consent_id"] = practice.consent(named["patient_id"])
    assert getattr(practice, ask)(**named)


def test_a_consent_carries_twenty_cases(practice: ClinicFixture) -> None:
    named = practice.consented()
    cases = [practice.case(**named) for _ in range(19)]
    cases.append(practice.request(**named).case_id)
    before = snapshot(practice, f"consents/{named['consent_id']}")
    refused(lambda: practice.case(**named), "consent-full")
    refused(lambda: practice.request(**named, again=True), "consent-full")
    assert snapshot(practice, f"consents/{named['consent_id']}") == before
    assert read(practice, named["consent_id"]).case_ids == cases
    assert practice.request(case_id=cases[0], **named, again=True), (
        "a visit for a case that it carries"
    )


def test_one_more_visit_rests_on_the_cases_own_consent(practice: ClinicFixture) -> None:
    named = practice.consented()
    asked = practice.request(**named)
    again = {"case_id": asked.case_id, **named}
    refused(lambda: practice.request(**again, again=True), "wrong-case-status", state="scheduled")
    practice.cancel(asked.visit_id)
    newer = {**again, "consent_id": practice.consent(named["patient_id"])}
    refused(lambda: practice.request(**newer), "consent-does-not-cover")
    second = practice.request(**again)
    assert second.case_id == asked.case_id
    assert second.visit_id != asked.visit_id
    assert practice.case_of(asked.case_id).visit_id == second.visit_id
    assert read(practice, named["consent_id"]).case_ids == [asked.case_id]
