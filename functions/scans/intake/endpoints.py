"""The callables of uploads."""

from core.access import CLINICS, OPERATORS
from core.callables import callable_function
from core.context import Context
from core.idempotency import Request
from scans.cases import errors as case_errors
from scans.cases.models import Case
from scans.consents import errors as consent_errors
from scans.consents.models import Consent
from scans.intake import requests as intake_forms
from scans.intake import slots
from scans.patients import errors as patient_errors
from scans.uploads import errors as upload_errors
from scans.uploads import requests as upload_forms
from scans.visits import errors as visit_errors
from scans.visits.models import Visit


@callable_function(
    request=intake_forms.StartUpload,
    response=upload_forms.UploadSlot,
    roles=CLINICS | OPERATORS,
    submits=True,
    begins=True,
    raises=(
        *case_errors.ON_CASE,
        visit_errors.VisitNotFound,
        visit_errors.WrongVisitState,
        consent_errors.ConsentNotFound,
        consent_errors.ConsentWithdrawn,
        consent_errors.ConsentDoesNotCover,
        consent_errors.FormAlreadyThere,
        patient_errors.PatientNotFound,
        upload_errors.FileTooLarge,
        upload_errors.TooManyOpenUploads,
        upload_errors.TooManyUploads,
    ),
    locks=(Request, Case, Consent, Visit),
)
def start_upload(ctx: Context, data: intake_forms.StartUpload) -> upload_forms.UploadSlot:
    """Ask for a slot in the landing zone; upload to it through the Storage SDK.

    Clients then listen to `uploads/{upload_id}` until its state is `ready` or `rejected`.
    """
    return slots.start(ctx, data)
