"""Correcting a patient changes the record, the labels on cases and the visits under way.

A patient who turns out to be under 18 needs a guardian: what rests on another consent waits then.
"""

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.units import UnitOfWork
from scans.cases.models import Case, PatientLabel
from scans.cases.queries import CASES_OF_PATIENT
from scans.consents.models import Consent
from scans.effects import guardians
from scans.effects.guardians import Change
from scans.effects.requests import CorrectPatient
from scans.patients.models import MINORS, Patient, PatientCorrection, PatientReference, digest_of
from scans.patients.records import own_patient, refuse_taken
from scans.patients.requests import PatientSaved
from scans.visits.models import Visit, VisitPatient

#: Cases of one patient whose labels a correction rewrites: a transaction takes 500 writes.
MAX_CASES = 200


def correct(ctx: Context, request: CorrectPatient) -> PatientSaved:
    """Replace what the record says; the labels on cases and the visit under way follow.

    Three reads and five writes at most, one each for every case and every visit under way (one read
    where there is none), and a retry record. For a patient under 18 a read for each consent, at
    least one, and where cases begin to wait or go on what `guardians` says, with a read of the
    clinic and a write for each to be told.

    Raises:
        PatientNotFound, ReferenceTaken, KeyReused.
    """
    clinic = clinic_of(ctx)

    def work(unit: UnitOfWork) -> PatientSaved:
        patient = own_patient(unit, ctx, request.patient_id)
        old, new = digest_of(patient.reference), digest_of(request.reference)
        unit.ahead(*((PatientReference, clinic, each) for each in (old, new)))
        reserved = unit.get(PatientReference, clinic, old)
        if new != old:
            refuse_taken(unit, clinic, request.reference, patient.id)
        cases = unit.find(CASES_OF_PATIENT, clinic, patient.id, limit=MAX_CASES)
        visits = _visits(unit, cases)
        age_group = request.age_group or patient.age_group
        lacking = guardians.own_consents(unit, patient) if age_group in MINORS else []
        pairs = [(case, visits.get(case.id)) for case in cases]
        changed = guardians.changes(unit, pairs, {consent.id for consent in lacking})
        concerned = _concerned(unit, clinic, changed, lacking)
        if new != old and reserved is not None:
            unit.delete(reserved)
            unit.create(PatientReference(patient_id=patient.id), clinic, new)
        moved = ctx.clock.now() if changed else patient.guardian_changed_at
        corrected = _rewrite(unit, ctx, patient, request, guardian_changed_at=moved)
        for case, visit in pairs:
            label, seen = PatientLabel.of(corrected), VisitPatient.of(corrected)
            if change := changed.get(case.id):
                change.write(unit, ctx, patient=label, of_visit={"patient": seen})
                continue
            unit.change(case, patient=label)
            if visit is not None:
                unit.change(visit, patient=seen)
        if concerned:  # an audience that names nobody is the owners
            guardians.tell(unit, ctx, patient, concerned)
        return PatientSaved(patient_id=patient.id)

    return once(ctx, "scans/correct_patient", request.idempotency_key, request, PatientSaved, work)


def _visits(unit: UnitOfWork, cases: list[Case]) -> dict[str, Visit | None]:
    """Read the visits of cases that have one, by case."""
    there = {case.id: case.visit_id for case in cases if case.visit_id}
    found = unit.get_all(Visit, *((visit_id,) for visit_id in there.values()))
    return dict(zip(there, found, strict=True))


def _concerned(
    unit: UnitOfWork, clinic: str, changed: dict[str, Change], lacking: list[Consent]
) -> set[str]:
    """Return who hears that cases wait: owners, who opened them, who attested. A read at most."""
    waiting = [change.case for change in changed.values() if change.waits]
    if not waiting:
        return set()
    from accounts import service as accounts  # few functions of scans need it; others start faster

    attested = {c.attested_by for c in lacking if {case.consent_id for case in waiting} & {c.id}}
    opened = {case.opened_by for case in waiting}
    return {*accounts.clinic(unit, clinic).owners, *opened, *attested}


def _rewrite(
    unit: UnitOfWork, ctx: Context, patient: Patient, request: CorrectPatient, **more: object
) -> Patient:
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
        age_group=request.age_group or patient.age_group,
        updated_at=now,
        **more,
    )
