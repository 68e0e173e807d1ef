"""The callables of cases."""

from core.access import CLINICS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from scans import cases, errors, opening
from scans.requests import cases as case_forms


@callable_function(
    request=case_forms.OpenCase,
    response=case_forms.CaseOpened,
    roles=CLINICS,
    submits=True,
    raises=errors.ON_CONSENT,
)
def open_case(ctx: Context, data: case_forms.OpenCase) -> case_forms.CaseOpened:
    """Open a case to which the clinic uploads its own scans."""
    return opening.open_case(ctx, data)


@callable_function(
    request=case_forms.ListCases, response=case_forms.Cases, roles=CLINICS, raises=(CursorInvalid,)
)
def list_cases(ctx: Context, data: case_forms.ListCases) -> case_forms.Cases:
    """List the clinic's cases, newest first, by status, patient and time of opening."""
    return cases.list_cases(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed, response=case_forms.CaseNow, roles=CLINICS, raises=errors.ON_CASE
)
def close_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Close a case that the clinic is done with; its time of keeping begins."""
    return cases.close(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed, response=case_forms.CaseNow, roles=CLINICS, raises=errors.ON_CASE
)
def reopen_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Open a closed case again."""
    return cases.reopen(ctx, data)
