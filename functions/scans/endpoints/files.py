"""The callables of files: slots to upload to, and links."""

from core.access import CLINICS, OPERATORS
from core.blobs import Blobs
from core.callables import callable_function
from core.context import Context
from core.firebase import bucket
from scans import errors, files, slots
from scans.requests import cases as case_forms


@callable_function(
    request=case_forms.StartUpload,
    response=case_forms.UploadSlot,
    roles=CLINICS | OPERATORS,
    submits=True,
    raises=(
        *errors.ON_CASE,
        errors.VisitNotFound,
        errors.WrongVisitState,
        errors.ConsentNotFound,
        errors.ConsentWithdrawn,
        errors.ConsentDoesNotCover,
        errors.FormAlreadyThere,
        errors.FileTooLarge,
        errors.TooManyOpenUploads,
        errors.TooManyUploads,
    ),
)
def start_upload(ctx: Context, data: case_forms.StartUpload) -> case_forms.UploadSlot:
    """Ask for a slot in the landing zone; upload to it through the Storage SDK.

    Clients then listen to `uploads/{upload_id}` until its state is `ready` or `rejected`.
    """
    return slots.start(ctx, data)


@callable_function(
    request=case_forms.GetFileLinks,
    response=case_forms.FileLinks,
    roles=CLINICS,
    raises=(errors.CaseNotFound, errors.WrongCaseStatus, errors.FileNotFound),
)
def get_file_links(ctx: Context, data: case_forms.GetFileLinks) -> case_forms.FileLinks:
    """Get short-lived signed links to a case's files and their pictures."""
    return files.file_links(ctx, Blobs(bucket()), data)
