"""The callables of the record of consents."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, NotOwner
from privacy.consents import record
from privacy.consents import requests as consent_forms
from privacy.inventory import errors as inventory_errors


@callable_function(
    request=consent_forms.GetConsentRecord,
    response=consent_forms.ConsentRecord,
    roles=frozenset({Role.CLINIC, Role.ADMIN}),
    raises=(NotOwner, inventory_errors.SubjectNotFound, CursorInvalid),
)
def get_consent_record(
    ctx: Context, data: consent_forms.GetConsentRecord
) -> consent_forms.ConsentRecord:
    """Tell a clinic's owners, or an admin, of a patient's consents, and who was given what.

    Attestations, withdrawals with what they stopped, links that labs got, and disclosures by law;
    that it was shown is on record.
    """
    return record.record(ctx, data)
