"""The callables of requests about one's data: made, taken back, answered, fetched."""

from core.access import ADMINS, ORG_ROLES
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, DoneOtherwise, KeyReused, NotOwner
from privacy.data_requests import decisions, errors, submission
from privacy.data_requests import requests as forms
from privacy.inventory import errors as inventory_errors
from privacy.models.rights import PrivacyRequest

_ASKED = (inventory_errors.SubjectNotFound, errors.RequestOpen, KeyReused)


@callable_function(request=forms.AskExport, response=forms.Asked, roles=None, raises=_ASKED)
def request_export(ctx: Context, data: forms.AskExport) -> forms.Asked:
    """Ask for all that is held about oneself or, as a clinic, about a patient, in one archive.

    Whoever can sign in may ask, pending and suspended people too. The request's document tells when
    the archive is there.
    """
    return submission.ask_export(ctx, data)


@callable_function(
    request=forms.AskErasure,
    response=forms.Asked,
    roles=None,
    raises=(*_ASKED, errors.SignInAgain, errors.ErasureBlocked, NotOwner),
)
def request_erasure(ctx: Context, data: forms.AskErasure) -> forms.Asked:
    """Ask for the erasure of one's account or, as a clinic's owner, of a patient.

    The sign-in must be fresh. The erasure begins after some days in which it can be taken back.
    """
    return submission.ask_erasure(ctx, data)


@callable_function(
    request=forms.AskCorrection,
    response=forms.Asked,
    roles=ORG_ROLES,
    raises=(NotOwner, errors.RequestOpen, KeyReused),
)
def request_correction(ctx: Context, data: forms.AskCorrection) -> forms.Asked:
    """Ask for another name or address of one's own clinic or lab. An admin decides.

    Names and phones of people, and patients' records, are corrected without asking.
    """
    return submission.ask_correction(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.RequestNow,
    roles=None,
    raises=(errors.RequestNotFound, errors.WrongRequestState),
    locks=(PrivacyRequest,),
)
def cancel_request(ctx: Context, data: forms.OneRequest) -> forms.RequestNow:
    """Take a request back that has not begun."""
    return submission.cancel(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.ExportLink,
    roles=None,
    raises=(errors.RequestNotFound, errors.ExportNotReady),
    locks=(PrivacyRequest,),
)
def get_export_link(ctx: Context, data: forms.OneRequest) -> forms.ExportLink:
    """Get a link to the archive of an export, minutes long."""
    return submission.export_link(ctx, project_blobs(), data)


@callable_function(
    request=forms.ListRequests, response=forms.Requests, roles=ADMINS, raises=(CursorInvalid,)
)
def list_requests(ctx: Context, data: forms.ListRequests) -> forms.Requests:
    """List the requests in a state, the longest overdue first."""
    return decisions.list_requests(ctx, data)


@callable_function(
    request=forms.ShowRequest,
    response=forms.RequestShown,
    roles=ADMINS,
    raises=(errors.RequestNotFound,),
)
def show_request(ctx: Context, data: forms.ShowRequest) -> forms.RequestShown:
    """Show an admin one request with what it says; that it was shown is on record."""
    return decisions.show(ctx, data)


@callable_function(
    request=forms.AnswerRequest,
    response=forms.RequestNow,
    roles=ADMINS,
    raises=(errors.RequestNotFound, errors.WrongRequestState, DoneOtherwise, NotOwner),
    locks=(PrivacyRequest,),
)
def answer_request(ctx: Context, data: forms.AnswerRequest) -> forms.RequestNow:
    """Approve a correction, or refuse a request that has not begun, for a reason."""
    return decisions.answer(ctx, data)
