"""Adds patients to a clinic, under a reference that no other patient of it has."""

from core import audit, erasures
from core.access import Caller
from core.context import Context, clinic_of
from core.idempotency import once
from core.reading import Key
from core.units import UnitOfWork
from scans.patients.errors import PatientNotFound, ReferenceTaken
from scans.patients.models import Patient, PatientReference, digest_of
from scans.patients.requests import AddPatient, PatientSaved


def add(ctx: Context, request: AddPatient) -> PatientSaved:
    """Add a patient. One read, three writes and one for the retry record.

    Raises:
        ReferenceTaken, KeyReused.
    """
    clinic = clinic_of(ctx)

    def work(unit: UnitOfWork) -> PatientSaved:
        refuse_taken(unit, clinic, request.reference, None)
        now, patient_id = ctx.clock.now(), ctx.store.new_id()
        patient = Patient(
            reference=request.reference,
            name=request.name,
            age_group=request.age_group,
            added_by=ctx.caller.uid,
            added_at=now,
            updated_at=now,
            idle_since=now,
        )
        unit.create(patient, clinic, patient_id)
        unit.create(PatientReference(patient_id=patient_id), clinic, digest_of(request.reference))
        audit.record(unit, ctx, "scans.add_patient", Patient.path_for(clinic, patient_id))
        return PatientSaved(patient_id=patient_id)

    return once(ctx, "scans/add_patient", request.idempotency_key, request, PatientSaved, work)


def reserved(caller: Caller, request: AddPatient) -> list[Key]:
    """Return where it stands whether the reference is taken, which `add` reads."""
    return [(PatientReference, caller.org or "", digest_of(request.reference))]


def own_patient(unit: UnitOfWork, ctx: Context, patient_id: str) -> Patient:
    """Read a patient of the caller's clinic.

    Raises:
        PatientNotFound.
    """
    patient = unit.get(Patient, clinic_of(ctx), patient_id)
    if patient is None:
        raise PatientNotFound
    return patient


def beginning(unit: UnitOfWork, clinic_id: str, patient_id: str) -> Patient:
    """Read the patient for whom something new begins: a consent, a case, a visit, an upload.

    One read. Asking for the erasure writes the record, so that of the two at once one is refused.

    Raises:
        PatientNotFound.
        ErasurePending: the patient's erasure cools off.
    """
    patient = unit.get(Patient, clinic_id, patient_id)
    if patient is None:
        raise PatientNotFound
    erasures.refuse(patient.erasure)
    return patient


def refuse_taken(unit: UnitOfWork, clinic: str, reference: str, owner: str | None) -> None:
    """Refuse a reference that another patient of the clinic has; `owner` may have it. One read.

    Raises:
        ReferenceTaken.
    """
    taken = unit.get(PatientReference, clinic, digest_of(reference))
    if taken is not None and taken.patient_id != owner:
        raise ReferenceTaken
