"""Patients: one reference each, corrections with their history, and what follows a correction."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from core.errors import ScannerError
from core.firebase import firestore_client
from scans.effects import correction
from scans.effects.requests import CorrectPatient
from scans.patients.models import Patient
from scans.patients.requests import AddPatient
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.moments import HOUR, NOW, key, refused


@pytest.fixture(scope="module")
def practice() -> ClinicFixture:
    """A practice whose patients are each a test's own."""
    return ClinicFixture()


def reference() -> str:
    """A reference that no other patient has."""
    return f"Ref {key()[:12]}"


def correct(
    practice: ClinicFixture, patient_id: str, who: str = "member", **changes: object
) -> str:
    """Correct a patient's record."""
    request = {"name": "Meera Joshi-Rao", "idempotency_key": key(), **changes}
    form = CorrectPatient.model_validate({"patient_id": patient_id, **request})
    return correction.correct(practice.ctx(who), form).patient_id


def record(practice: ClinicFixture, patient_id: str) -> Patient:
    """What the record says."""
    found = practice.ctx().store.get(Patient, practice.tenants.clinic, patient_id)
    assert found is not None
    return found


def test_a_reference_is_one_patients_however_it_is_written(practice: ClinicFixture) -> None:
    ref = reference()
    practice.patient(reference=ref)
    for same in (ref, ref.upper(), ref.replace(" ", "   "), f"  {ref.lower()} "):
        refused(lambda ref=same: practice.patient(reference=ref), "reference-taken")
    assert practice.patient(reference=ref.replace(" ", "-")), "another spelling, another patient"


def test_another_clinic_may_use_the_same_reference(practice: ClinicFixture) -> None:
    ref = reference()
    assert practice.patient(reference=ref) != practice.patient("stranger", reference=ref)


def test_of_two_who_add_a_reference_at_once_one_wins(practice: ClinicFixture) -> None:
    ref = reference()

    def add(_: int) -> str:
        try:
            return practice.patient(reference=ref)
        except ScannerError as err:
            return err.reason

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(add, range(4)))
    assert answers.count("reference-taken") == 3
    assert len(with_reference(practice, ref)) == 1


def test_of_two_who_take_a_reference_by_correction_at_once_one_wins(
    practice: ClinicFixture,
) -> None:
    ref, both = reference(), [practice.patient(), practice.patient()]

    def take(patient_id: str) -> str:
        try:
            return correct(practice, patient_id, reference=ref)
        except ScannerError as err:
            return err.reason

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(take, both))
    assert sorted(a in both for a in answers) == [False, True]
    assert "reference-taken" in answers
    assert len(with_reference(practice, ref)) == 1


def test_a_correction_keeps_what_was_said_before(practice: ClinicFixture) -> None:
    old, new = reference(), reference()
    patient_id = practice.patient(reference=old, name="Meera Josi", age_group="adult")
    practice.clock.at = NOW + HOUR
    correct(practice, patient_id, "owner", reference=new)
    practice.clock.at = NOW

    now = record(practice, patient_id)
    assert (now.reference, now.name, now.age_group) == (new, "Meera Joshi-Rao", "adult")
    assert (now.added_by, now.added_at) == (practice.uid("member"), NOW)
    assert now.updated_at == NOW + HOUR
    path = f"clinics/{practice.tenants.clinic}/patients/{patient_id}/corrections"
    (before,) = [doc.to_dict() for doc in firestore_client().collection(path).get()]
    assert before == {
        "reference": old, "name": "Meera Josi", "age_group": "adult",
        "corrected_by": practice.uid("owner"), "corrected_at": NOW + HOUR,
    }  # fmt: skip


def test_a_correction_frees_the_old_reference_and_holds_the_new(practice: ClinicFixture) -> None:
    old, new = reference(), reference()
    patient_id = practice.patient(reference=old)
    refused(lambda: correct(practice, practice.patient(), reference=old), "reference-taken")
    correct(practice, patient_id, reference=new)
    refused(lambda: practice.patient(reference=new), "reference-taken")
    assert practice.patient(reference=old)


def test_a_reference_spelt_anew_stays_held(practice: ClinicFixture) -> None:
    ref = reference()
    patient_id = practice.patient(reference=ref)
    correct(practice, patient_id, reference=ref.upper())
    assert record(practice, patient_id).reference == ref.upper()
    refused(lambda: practice.patient(reference=ref), "reference-taken")


def test_cases_and_the_visit_under_way_follow_a_correction(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    consent_id = practice.consent(patient_id)
    named = {"patient_id": patient_id, "consent_id": consent_id}
    over, asked, plain = (
        practice.request(**named),
        practice.request(**named),
        practice.case(**named),
    )
    practice.cancel(over.visit_id)
    was, new = record(practice, patient_id).reference, reference()
    correct(practice, patient_id, reference=new)
    for case_id in (over.case_id, asked.case_id, plain):
        label = practice.case_of(case_id).patient
        assert (label.reference, label.name) == (new, "Meera Joshi-Rao")
    assert practice.visit_of(asked.visit_id).patient.reference == new
    assert practice.visit_of(over.visit_id).patient.reference == was, "what is over stays"
    other = practice.case_of(practice.case())
    assert other.patient.name == "Meera Joshi", "another patient's case is left alone"


def test_another_clinics_patient_is_not_found(practice: ClinicFixture) -> None:
    patient_id = practice.patient()
    path = f"clinics/{practice.tenants.clinic}/patients/{patient_id}"
    before = snapshot(practice, path)
    request = {"reference": reference()}
    refused(lambda: correct(practice, patient_id, "stranger", **request), "patient-not-found")
    assert snapshot(practice, path) == before
    assert correct(practice, patient_id, **request) == patient_id


@pytest.mark.parametrize(
    "wrong", ["", "-7", "P\n1", "P\u00851", "P\u202e1", "x" * 41, "P/\u0967"], ids=ascii
)
def test_a_reference_that_cannot_be(wrong: str) -> None:
    request = {"name": "Meera Joshi", "idempotency_key": key()}
    assert AddPatient.model_validate({**request, "reference": "P-7/a b_c."})
    with pytest.raises(ValueError, match="reference"):
        AddPatient.model_validate({**request, "reference": wrong})


def with_reference(practice: ClinicFixture, ref: str) -> list[str]:
    """The ids of the clinic's patients that have a reference."""
    from google.cloud.firestore import FieldFilter

    path = f"clinics/{practice.tenants.clinic}/patients"
    query = firestore_client().collection(path)
    return [doc.id for doc in query.where(filter=FieldFilter("reference", "==", ref)).get()]
