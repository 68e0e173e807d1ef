"""Opening a case on a patient's consent."""

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.machines import Party
from core.units import UnitOfWork
from scans.cases import lifecycle, timeline
from scans.cases.models import Case
from scans.cases.requests import CaseOpened, OpenCase
from scans.consents import attestations
from scans.consents.errors import AgeGroupUnknown, ConsentDoesNotCover
from scans.consents.models import Consent, Scope
from scans.patients.models import Patient
from scans.patients.records import beginning


def open_case(ctx: Context, request: OpenCase) -> CaseOpened:
    """Open a case to which the clinic uploads itself. Two reads, six writes, a retry record.

    Raises:
        PatientNotFound, ErasurePending, ConsentNotFound, ConsentWithdrawn, GuardianRequired,
        AgeGroupUnknown, ConsentDoesNotCover, ConsentFull, KeyReused.
    """

    def work(unit: UnitOfWork) -> CaseOpened:
        patient, consent = patient_and_consent(
            unit, ctx, request.patient_id, request.consent_id, Scope.SCAN
        )
        case = lifecycle.draft(ctx, patient, consent, request.notes, None)
        write_case(unit, ctx, case, patient, consent)
        audit.record(unit, ctx, "scans.open_case", f"cases/{case.id}")
        return CaseOpened(case_id=case.id)

    return once(ctx, "scans/open_case", request.idempotency_key, request, CaseOpened, work)


def patient_and_consent(
    unit: UnitOfWork, ctx: Context, patient_id: str, consent_id: str, *scopes: Scope
) -> tuple[Patient, Consent]:
    """Read a patient and a consent of theirs that covers all of the scopes. Two reads.

    Raises:
        PatientNotFound, ErasurePending, ConsentNotFound, ConsentWithdrawn, GuardianRequired,
        AgeGroupUnknown, ConsentDoesNotCover.
    """
    patient = beginning(unit, clinic_of(ctx), patient_id)
    consent = attestations.own_consent(unit, ctx, consent_id)
    if consent.patient_id != patient.id:
        raise ConsentDoesNotCover(scope=Scope.SCAN)
    attestations.check(consent, patient, *scopes)
    if patient.age_group is None:
        raise AgeGroupUnknown
    return patient, consent


def write_case(
    unit: UnitOfWork, ctx: Context, case: Case, patient: Patient, consent: Consent, **also: object
) -> None:
    """Write a new case, and that it rests on the consent. Five writes at most.

    `also` are fields of the patient that change in the same write.

    Raises:
        ConsentFull.
    """
    attestations.rest_on(unit, consent, case.id)
    if patient.idle_since is not None:  # the first case there is
        also |= {"idle_since": None}
    if also:
        unit.change(patient, **also)
    unit.create(case, case.id)
    lifecycle.watch(unit, ctx, case.id)
    timeline.add(unit, ctx, case.id, case.clinic_id, "case_open", Party.CLINIC)
