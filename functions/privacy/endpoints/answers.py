"""The callables of what admins do with requests about people's data."""

from core.access import ADMINS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, NotOwner
from privacy import errors
from privacy.requests import rights as forms
from privacy.rights import answering


@callable_function(
    request=forms.ListRequests, response=forms.Requests, roles=ADMINS, raises=(CursorInvalid,)
)
def list_requests(ctx: Context, data: forms.ListRequests) -> forms.Requests:
    """List the requests in a state, the longest overdue first."""
    return answering.list_requests(ctx, data)


@callable_function(
    request=forms.AnswerRequest,
    response=forms.RequestNow,
    roles=ADMINS,
    raises=(errors.RequestNotFound, errors.WrongRequestState, NotOwner),
)
def answer_request(ctx: Context, data: forms.AnswerRequest) -> forms.RequestNow:
    """Approve a correction, or refuse a request that has not begun, for a reason."""
    return answering.answer(ctx, data)
