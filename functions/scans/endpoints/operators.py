"""The callables of operators: who could go, and where they work."""

from core.access import ADMINS, OPERATORS
from core.callables import callable_function
from core.context import Context
from scans import errors, roster
from scans.requests import visits as visit_forms


@callable_function(
    request=visit_forms.SuggestOperators,
    response=visit_forms.Suggestions,
    roles=ADMINS,
    raises=(errors.VisitNotFound,),
)
def suggest_operators(ctx: Context, data: visit_forms.SuggestOperators) -> visit_forms.Suggestions:
    """Rank the operators who are free at a slot: by pincode, city and load."""
    return roster.suggest(ctx, data)


@callable_function(
    request=visit_forms.SetServiceArea, response=visit_forms.ServiceArea, roles=OPERATORS
)
def set_service_area(ctx: Context, data: visit_forms.SetServiceArea) -> visit_forms.ServiceArea:
    """Say where the operator sets out from and whether it takes visits."""
    return roster.set_area(ctx, data)
