"""The callables of visits."""

from core.access import ADMINS, CLINICS, OPERATORS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from scans import errors, opening, visits
from scans.requests import visits as visit_forms
from wallet import service as wallet

_ON_VISIT = (errors.VisitNotFound, errors.WrongVisitState, KeyReused)


@callable_function(
    request=visit_forms.RequestVisit,
    response=visit_forms.VisitRequested,
    roles=CLINICS,
    submits=True,
    raises=(
        errors.SlotInPast,
        errors.CaseNotFound,
        errors.WrongCaseStatus,
        wallet.PricesChanged,
        wallet.BillingMissing,
        wallet.InsufficientFunds,
        *errors.ON_CONSENT,
    ),
)
def request_visit(ctx: Context, data: visit_forms.RequestVisit) -> visit_forms.VisitRequested:
    """Ask for an operator to come and scan a patient who consented; opens the case."""
    return opening.request_visit(ctx, data)


@callable_function(
    request=visit_forms.AssignOperator,
    response=visit_forms.VisitNow,
    roles=ADMINS,
    raises=(
        *_ON_VISIT,
        errors.SlotNotOffered,
        errors.SlotInPast,
        errors.OperatorNotActive,
        errors.OperatorBusy,
    ),
)
def assign_operator(ctx: Context, data: visit_forms.AssignOperator) -> visit_forms.VisitNow:
    """Send an operator to a visit; one that was assigned before goes free."""
    return visits.assign(ctx, data)


@callable_function(
    request=visit_forms.MoveVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | OPERATORS | ADMINS,
    raises=(*_ON_VISIT, errors.NothingScanned, errors.TooEarly, wallet.InsufficientFunds),
)
def move_visit(ctx: Context, data: visit_forms.MoveVisit) -> visit_forms.VisitNow:
    """Take a visit one step on, from accepting it to completing it."""
    return visits.move(ctx, data)


@callable_function(
    request=visit_forms.RescheduleVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=(*_ON_VISIT, errors.SlotInPast),
)
def reschedule_visit(ctx: Context, data: visit_forms.RescheduleVisit) -> visit_forms.VisitNow:
    """Offer other slots for a visit; an operator is assigned anew."""
    return visits.reschedule(ctx, data)


@callable_function(
    request=visit_forms.CancelVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=_ON_VISIT,
)
def cancel_visit(ctx: Context, data: visit_forms.CancelVisit) -> visit_forms.VisitNow:
    """Call a visit off."""
    return visits.cancel(ctx, data)


@callable_function(
    request=visit_forms.ListVisits,
    response=visit_forms.Visits,
    roles=ADMINS,
    raises=(CursorInvalid,),
)
def list_visits(ctx: Context, data: visit_forms.ListVisits) -> visit_forms.Visits:
    """List the visits in a state, the longest waiting first, without anything of the patient."""
    return visits.list_visits(ctx, data)
