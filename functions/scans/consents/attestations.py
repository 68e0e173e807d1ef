"""Records consents, and checks them before anything that would rest on one."""

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.units import UnitOfWork
from scans.consents.errors import (
    ConsentDoesNotCover,
    ConsentFull,
    ConsentInFuture,
    ConsentNotFound,
    ConsentWithdrawn,
    GuardianRequired,
)
from scans.consents.models import Consent, ConsentState, Guardian, Scope
from scans.consents.requests import ConsentRecorded, RecordConsent
from scans.patients.models import MINORS
from scans.patients.records import own_patient

#: Cases that one consent carries at most: a withdrawal freezes them all in one transaction.
MAX_CASES = 20


def record(ctx: Context, request: RecordConsent) -> ConsentRecorded:
    """Record the clinic's attestation. One read, two writes and one for the retry record.

    Raises:
        ConsentInFuture, PatientNotFound, GuardianRequired, KeyReused.
    """
    now = ctx.clock.now()
    if request.obtained_at > now:
        raise ConsentInFuture

    def work(unit: UnitOfWork) -> ConsentRecorded:
        patient = own_patient(unit, ctx, request.patient_id)
        if patient.age_group in MINORS and request.guardian is None:
            raise GuardianRequired
        consent_id = ctx.store.new_id()
        consent = Consent(
            clinic_id=clinic_of(ctx),
            patient_id=patient.id,
            text_version=request.text_version,
            language=request.language,
            scope=sorted(set(request.scope)),
            obtained_at=request.obtained_at,
            obtained_by=request.obtained_by,
            guardian=Guardian(**dict(request.guardian)) if request.guardian else None,
            attested_by=ctx.caller.uid,
            attested_at=now,
        )
        unit.create(consent, consent_id)
        audit.record(unit, ctx, "scans.record_consent", f"consents/{consent_id}")
        return ConsentRecorded(consent_id=consent_id)

    return once(
        ctx, "scans/record_consent", request.idempotency_key, request, ConsentRecorded, work
    )


def own_consent(unit: UnitOfWork, ctx: Context, consent_id: str) -> Consent:
    """Read a consent of the caller's clinic.

    Raises:
        ConsentNotFound: there is none, or it is another clinic's; the two look alike.
    """
    consent = unit.get(Consent, consent_id)
    if consent is None or consent.clinic_id != clinic_of(ctx):
        raise ConsentNotFound
    return consent


def check(consent: Consent, *scopes: Scope) -> None:
    """Refuse what a consent does not allow.

    Raises:
        ConsentWithdrawn, ConsentDoesNotCover.
    """
    if consent.state is not ConsentState.GIVEN:
        raise ConsentWithdrawn
    for scope in scopes:
        if scope not in consent.scope:
            raise ConsentDoesNotCover(scope=scope)


def rest_on(unit: UnitOfWork, consent: Consent, case_id: str) -> None:
    """Note on a consent that a new case rests on it. One write.

    Raises:
        ConsentFull.
    """
    if len(consent.case_ids) >= MAX_CASES:
        raise ConsentFull
    unit.change(consent, case_ids=[*consent.case_ids, case_id])
