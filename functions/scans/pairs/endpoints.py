"""The callables of the scans of a case beside each other."""

from core.access import CLINICS
from core.blobs import project_blobs
from core.callables import callable_function
from core.context import Context
from scans.cases import errors as case_errors
from scans.cases.models import Case
from scans.consents import errors as consent_errors
from scans.pairs import errors, links
from scans.pairs import requests as pair_forms


@callable_function(
    request=pair_forms.GetOcclusionLinks,
    response=pair_forms.OcclusionLinks,
    roles=CLINICS,
    raises=(
        case_errors.CaseNotFound,
        case_errors.WrongCaseStatus,
        consent_errors.GuardianRequired,
        errors.OcclusionNotFound,
    ),
    locks=(Case, links.pairs_wanted),
)
def get_occlusion_links(
    ctx: Context, data: pair_forms.GetOcclusionLinks
) -> pair_forms.OcclusionLinks:
    """Get short-lived signed links to the pictures of how a case's scans meet."""
    return links.occlusion_links(ctx, project_blobs(), data)
