"""The callables of consents."""

from core.access import CLINICS
from core.blobs import Blobs
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from core.firebase import bucket
from scans.consents import attestations, errors, form_link
from scans.consents import requests as patient_forms
from scans.patients import errors as patient_errors


@callable_function(
    request=patient_forms.RecordConsent,
    response=patient_forms.ConsentRecorded,
    roles=CLINICS,
    submits=True,
    raises=(
        errors.ConsentInFuture,
        patient_errors.PatientNotFound,
        errors.GuardianRequired,
        KeyReused,
    ),
)
def record_consent(
    ctx: Context, data: patient_forms.RecordConsent
) -> patient_forms.ConsentRecorded:
    """Attest that a patient consented. No consent, no case."""
    return attestations.record(ctx, data)


@callable_function(
    request=patient_forms.GetFormLink,
    response=patient_forms.FormLink,
    roles=CLINICS,
    raises=(errors.ConsentNotFound, errors.FormNotFound),
)
def get_form_link(ctx: Context, data: patient_forms.GetFormLink) -> patient_forms.FormLink:
    """Get a short-lived signed link to the photo of a consent's signed form."""
    return form_link.form_link(ctx, Blobs(bucket()), data)
