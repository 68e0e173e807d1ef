"""Patients of a clinic: added under a reference that is theirs alone, corrected with a history."""

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.queries import Query
from core.store import Unit
from scans.errors import PatientNotFound, ReferenceTaken
from scans.models import (
    Case,
    Correction,
    Patient,
    PatientLabel,
    PatientReference,
    PatientTag,
    Visit,
)
from scans.models.patients import digest_of
from scans.requests.patients import AddPatient, CorrectPatient, PatientSaved

CASES_OF_PATIENT = Query(Case, where=(("clinic_id", "=="), ("patient_id", "==")))

#: Cases of one patient whose labels a correction rewrites: a transaction takes 500 writes.
MAX_CASES = 200


def add(ctx: Context, wish: AddPatient) -> PatientSaved:
    """Add a patient. One read, three writes and one for the retry record.

    Raises:
        ReferenceTaken, KeyReused.
    """
    clinic = clinic_of(ctx)

    def work(unit: Unit) -> PatientSaved:
        _refuse_taken(unit, clinic, wish.reference, None)
        now, patient_id = ctx.clock.now(), ctx.store.new_id()
        patient = Patient(
            reference=wish.reference,
            name=wish.name,
            age_group=wish.age_group,
            added_by=ctx.caller.uid,
            added_at=now,
            updated_at=now,
            idle_since=now,
        )
        unit.create(patient, clinic, patient_id)
        unit.create(PatientReference(patient_id=patient_id), clinic, digest_of(wish.reference))
        audit.record(unit, ctx, "scans.add_patient", Patient.path_for(clinic, patient_id))
        return PatientSaved(patient_id=patient_id)

    return once(ctx, "scans/add_patient", wish.idempotency_key, wish, PatientSaved, work)


def correct(ctx: Context, wish: CorrectPatient) -> PatientSaved:
    """Replace what the record says; the labels on cases and the visit under way follow.

    Three reads and five writes at most, one each for every case and every visit under way (one read
    where there is none), and a retry record.

    Raises:
        PatientNotFound, ReferenceTaken, KeyReused.
    """
    clinic = clinic_of(ctx)

    def work(unit: Unit) -> PatientSaved:
        patient = own_patient(unit, ctx, wish.patient_id)
        old, new = digest_of(patient.reference), digest_of(wish.reference)
        reserved = unit.get(PatientReference, clinic, old)
        if new != old:
            _refuse_taken(unit, clinic, wish.reference, patient.id)
        cases = unit.find(CASES_OF_PATIENT, clinic, patient.id, limit=MAX_CASES)
        visits = [unit.get(Visit, case.visit_id) for case in cases if case.visit_id]
        if new != old and reserved is not None:
            unit.delete(reserved)
            unit.create(PatientReference(patient_id=patient.id), clinic, new)
        corrected = _rewrite(unit, ctx, patient, wish)
        for case in cases:
            unit.change(case, patient=PatientLabel.of(corrected))
        for visit in filter(None, visits):
            unit.change(visit, patient=PatientTag.of(corrected))
        return PatientSaved(patient_id=patient.id)

    return once(ctx, "scans/correct_patient", wish.idempotency_key, wish, PatientSaved, work)


def own_patient(unit: Unit, ctx: Context, patient_id: str) -> Patient:
    """Read a patient of the caller's clinic.

    Raises:
        PatientNotFound.
    """
    patient = unit.get(Patient, clinic_of(ctx), patient_id)
    if patient is None:
        raise PatientNotFound
    return patient


def _rewrite(unit: Unit, ctx: Context, patient: Patient, wish: CorrectPatient) -> Patient:
    now = ctx.clock.now()
    before = Correction(
        reference=patient.reference,
        name=patient.name,
        age_group=patient.age_group,
        corrected_by=ctx.caller.uid,
        corrected_at=now,
    )
    unit.create(before, *patient.ids, ctx.store.new_id())
    audit.record(unit, ctx, "scans.correct_patient", Patient.path_for(*patient.ids))
    return unit.change(
        patient,
        reference=wish.reference,
        name=wish.name,
        age_group=wish.age_group,
        updated_at=now,
    )


def _refuse_taken(unit: Unit, clinic: str, reference: str, owner: str | None) -> None:
    taken = unit.get(PatientReference, clinic, digest_of(reference))
    if taken is not None and taken.patient_id != owner:
        raise ReferenceTaken
