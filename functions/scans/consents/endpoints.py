"""The callables of consents."""

from core.access import CLINICS
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from scans.consents import errors, form_link
from scans.consents import requests as patient_forms
from scans.consents.models import Consent


@callable_function(
    request=patient_forms.GetFormLink,
    response=patient_forms.FormLink,
    roles=CLINICS,
    raises=(errors.ConsentNotFound, errors.FormNotFound),
    locks=(Consent,),
)
def get_form_link(ctx: Context, data: patient_forms.GetFormLink) -> patient_forms.FormLink:
    """Get a short-lived signed link to the photo of a consent's signed form."""
    return form_link.form_link(ctx, project_blobs(), data)
