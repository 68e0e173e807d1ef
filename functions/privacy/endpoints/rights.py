"""The callables of people's rights: asking, taking back, fetching."""

from core.access import ORG_ROLES
from core.blobs import Blobs
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused, NotOwner
from core.firebase import bucket
from privacy import errors
from privacy.requests import rights as forms
from privacy.rights import asking

_ASKED = (errors.SubjectNotFound, errors.RequestOpen, KeyReused)


@callable_function(request=forms.AskExport, response=forms.Asked, roles=None, raises=_ASKED)
def request_export(ctx: Context, data: forms.AskExport) -> forms.Asked:
    """Ask for all that is held about oneself or, as a clinic, about a patient, in one archive.

    Whoever can sign in may ask, pending and suspended people too. The request's document tells when
    the archive is there.
    """
    return asking.ask_export(ctx, data)


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
    return asking.ask_erasure(ctx, data)


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
    return asking.ask_correction(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.RequestNow,
    roles=None,
    raises=(errors.RequestNotFound, errors.WrongRequestState),
)
def cancel_request(ctx: Context, data: forms.OneRequest) -> forms.RequestNow:
    """Take a request back that has not begun."""
    return asking.cancel(ctx, data)


@callable_function(
    request=forms.OneRequest,
    response=forms.ExportLink,
    roles=None,
    raises=(errors.RequestNotFound, errors.ExportNotReady),
)
def get_export_link(ctx: Context, data: forms.OneRequest) -> forms.ExportLink:
    """Get a link to the archive of an export, minutes long."""
    return asking.export_link(ctx, Blobs(bucket()), data)
