"""Correcting a patient changes the record, the labels on cases and the visits under way."""

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.units import UnitOfWork
from scans.cases.models import PatientLabel
from scans.cases.queries import CASES_OF_PATIENT
from scans.effects.requests import CorrectPatient
from scans.patients.models import Patient, PatientCorrection, PatientReference, digest_of
from scans.patients.records import own_patient, refuse_taken
from scans.patients.requests import PatientSaved
from scans.visits.models import Visit, VisitPatient

#: Cases of one patient whose labels a correction rewrites: a transaction takes 500 writes.
MAX_CASES = 200


def correct(ctx: Context, request: CorrectPatient) -> PatientSaved:
    """Replace what the record says; the labels on cases and the visit under way follow.

    Three reads and five writes at most, one each for every case and every visit under way (one read
    where there is none), and a retry record.

    Raises:
        PatientNotFound, ReferenceTaken, KeyReused.
    """
    clinic = clinic_of(ctx)

    def work(unit: UnitOfWork) -> PatientSaved:
        patient = own_patient(unit, ctx, request.patient_id)
        old, new = digest_of(patient.reference), digest_of(request.reference)
        reserved = unit.get(PatientReference, clinic, old)
        if new != old:
            refuse_taken(unit, clinic, request.reference, patient.id)
        cases = unit.find(CASES_OF_PATIENT, clinic, patient.id, limit=MAX_CASES)
        visits = [unit.get(Visit, case.visit_id) for case in cases if case.visit_id]
        if new != old and reserved is not None:
            unit.delete(reserved)
            unit.create(PatientReference(patient_id=patient.id), clinic, new)
        corrected = _rewrite(unit, ctx, patient, request)
        for case in cases:
            unit.change(case, patient=PatientLabel.of(corrected))
        for visit in filter(None, visits):
            unit.change(visit, patient=VisitPatient.of(corrected))
        return PatientSaved(patient_id=patient.id)

    return once(ctx, "scans/correct_patient", request.idempotency_key, request, PatientSaved, work)


def _rewrite(unit: UnitOfWork, ctx: Context, patient: Patient, request: CorrectPatient) -> Patient:
    now = ctx.clock.now()
    before = PatientCorrection(
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
        reference=request.reference,
        name=request.name,
        age_group=request.age_group,
        updated_at=now,
    )
