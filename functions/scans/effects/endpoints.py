"""The callables of acts that reach all that rests on a record."""

from core.access import CLINICS
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from scans.consents import errors as consent_errors
from scans.effects import correction, withdrawal
from scans.effects import requests as effects_forms
from scans.patients import errors as patient_errors
from scans.patients import requests as patient_forms


@callable_function(
    request=effects_forms.WithdrawConsent,
    response=effects_forms.WithdrawalDone,
    roles=CLINICS,
    raises=(consent_errors.ConsentNotFound, KeyReused),
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
)
def correct_patient(ctx: Context, data: effects_forms.CorrectPatient) -> patient_forms.PatientSaved:
    """Correct a patient's record; cases and visits under way follow, the history stays."""
    return correction.correct(ctx, data)
