"""The callables of cases, their files and figures."""

from core.access import ADMINS, CLINICS, OPERATORS
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid
from core.idempotency import Request
from scans.cases import errors, figures, lifecycle, links
from scans.cases import open_case as case_open_case
from scans.cases import requests as case_forms
from scans.cases import requests as figure_forms
from scans.cases.models import Case
from scans.consents import errors as consent_errors
from scans.consents.models import Consent
from scans.patients.errors import PatientNotFound
from scans.patients.models import Patient


@callable_function(
    request=case_forms.GetCaseFileLinks,
    response=case_forms.CaseFileLinks,
    roles=CLINICS,
    raises=(
        errors.CaseNotFound,
        errors.WrongCaseStatus,
        consent_errors.GuardianRequired,
        errors.FileNotFound,
    ),
    locks=(Case, links.files_wanted),
)
def get_file_links(ctx: Context, data: case_forms.GetCaseFileLinks) -> case_forms.CaseFileLinks:
    """Get short-lived signed links to a case's files and their pictures."""
    return links.file_links(ctx, project_blobs(), data)


@callable_function(
    request=figure_forms.GetScanFigures,
    response=figure_forms.ScanFigures,
    roles=CLINICS | OPERATORS | ADMINS,
)
def get_figures(ctx: Context, data: figure_forms.GetScanFigures) -> figure_forms.ScanFigures:
    """Tell a clinic or an operator how many of its scans had defects or were wanted anew."""
    return figures.figures(ctx, data)


@callable_function(
    request=case_forms.OpenCase,
    response=case_forms.CaseOpened,
    roles=CLINICS,
    submits=True,
    begins=True,
    raises=consent_errors.ON_CONSENT,
    locks=(Request, Patient, Consent),
)
def open_case(ctx: Context, data: case_forms.OpenCase) -> case_forms.CaseOpened:
    """Open a case to which the clinic uploads its own scans."""
    return case_open_case.open_case(ctx, data)


@callable_function(
    request=case_forms.ListCases, response=case_forms.Cases, roles=CLINICS, raises=(CursorInvalid,)
)
def list_cases(ctx: Context, data: case_forms.ListCases) -> case_forms.Cases:
    """List the clinic's cases, newest first, by status, patient and time of opening."""
    return lifecycle.list_cases(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed,
    response=case_forms.CaseNow,
    roles=CLINICS,
    raises=errors.ON_CASE,
    locks=(Request, Case),
)
def close_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Close a case that the clinic is done with; its time of keeping begins."""
    return lifecycle.close(ctx, data)


@callable_function(
    request=case_forms.CaseKeyed,
    response=case_forms.CaseNow,
    roles=CLINICS,
    raises=(*errors.ON_CASE, PatientNotFound),
    begins=True,
    locks=(Request, Case),
)
def reopen_case(ctx: Context, data: case_forms.CaseKeyed) -> case_forms.CaseNow:
    """Open a closed case again."""
    return lifecycle.reopen(ctx, data)
