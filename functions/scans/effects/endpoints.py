"""The callables of acts that reach all that rests on a record."""

from core.access import CLINICS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused, TimeInFuture
from core.idempotency import Request
from scans.consents import errors as consent_errors
from scans.consents import requests as consent_forms
from scans.consents.models import Consent
from scans.effects import correction, recording, withdrawal
from scans.effects import requests as effects_forms
from scans.patients import errors as patient_errors
from scans.patients import requests as patient_forms
from scans.patients.models import Patient


@callable_function(
    request=consent_forms.RecordConsent,
    response=consent_forms.ConsentRecorded,
    roles=CLINICS,
    submits=True,
    begins=True,
    raises=(
        TimeInFuture,
        patient_errors.PatientNotFound,
        consent_errors.GuardianRequired,
        consent_errors.AgeGroupDiffers,
        KeyReused,
    ),
    locks=(Request, Patient),
)
def record_consent(
    ctx: Context, data: consent_forms.RecordConsent
) -> consent_forms.ConsentRecorded:
    """Attest that a patient consented, or a guardian for them. No consent, no case.

    The patient's cases that wait for a guardian go on with the guardian's consent.
    """
    return recording.record(ctx, data)


@callable_function(
    request=effects_forms.WithdrawConsent,
    response=effects_forms.WithdrawalDone,
    roles=CLINICS,
    raises=(consent_errors.ConsentNotFound, KeyReused),
    locks=(Request, Consent),
)
def withdraw_consent(
    ctx: Context, data: effects_forms.WithdrawConsent
) -> effects_forms.WithdrawalDone:
    """Withdraw a patient's consent: sharing stops at once, its cases freeze."""
    return withdrawal.withdraw(ctx, data)


@callable_function(
    request=effects_forms.CorrectPatient,
    response=patient_forms.PatientSaved,
    roles=CLINICS,
    raises=(patient_errors.PatientNotFound, patient_errors.ReferenceTaken, KeyReused),
    locks=(Request, Patient),
)
def correct_patient(ctx: Context, data: effects_forms.CorrectPatient) -> patient_forms.PatientSaved:
    """Correct a patient's record; cases and visits under way follow, the history stays."""
    return correction.correct(ctx, data)
