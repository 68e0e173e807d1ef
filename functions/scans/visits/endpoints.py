"""The callables of visits and operators."""

from core.access import ADMINS, CLINICS, OPERATORS, Standing
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, DoneOtherwise, ErasurePending, KeyReused
from core.idempotency import Request
from scans.cases import errors as case_errors
from scans.cases.models import Case
from scans.consents import errors as consent_errors
from scans.consents.models import Consent
from scans.patients.models import Patient
from scans.visits import actions, errors, roster
from scans.visits import request_visit as visit_request_visit
from scans.visits import requests as visit_forms
from scans.visits.models import Operator, Visit
from wallet import service as wallet

_ON_VISIT = (errors.VisitNotFound, errors.WrongVisitState, KeyReused)


@callable_function(
    request=visit_forms.RequestVisit,
    response=visit_forms.VisitRequested,
    roles=CLINICS,
    submits=True,
    begins=True,
    raises=(
        errors.SlotInPast,
        errors.SlotTooFarAhead,
        errors.VisitAlreadyRequested,
        case_errors.CaseNotFound,
        case_errors.WrongCaseStatus,
        wallet.PricesChanged,
        wallet.BillingMissing,
        wallet.InsufficientFunds,
        *consent_errors.ON_CONSENT,
    ),
    locks=(Request, Patient, Consent, Case, visit_request_visit.wanted),
    follows=visit_request_visit.FOLLOWS,
)
def request_visit(ctx: Context, data: visit_forms.RequestVisit) -> visit_forms.VisitRequested:
    """Ask for an operator to come and scan a patient who consented; opens the case."""
    return visit_request_visit.request_visit(ctx, data)


@callable_function(
    request=visit_forms.AssignOperator,
    response=visit_forms.VisitNow,
    roles=ADMINS,
    raises=(
        *_ON_VISIT,
        consent_errors.GuardianRequired,
        errors.SlotNotOffered,
        errors.SlotInPast,
        errors.SlotTooFarAhead,
        errors.OperatorNotActive,
        ErasurePending,
        errors.OperatorBusy,
    ),
    locks=(Request, Visit, Standing, Operator),
)
def assign_operator(ctx: Context, data: visit_forms.AssignOperator) -> visit_forms.VisitNow:
    """Send an operator to a visit; one that was assigned before goes free."""
    return actions.assign(ctx, data)


@callable_function(
    request=visit_forms.MoveVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | OPERATORS | ADMINS,
    raises=(
        *_ON_VISIT,
        consent_errors.GuardianRequired,
        errors.NothingScanned,
        errors.TooEarly,
        wallet.InsufficientFunds,
    ),
    locks=(Request, Visit),
)
def move_visit(ctx: Context, data: visit_forms.MoveVisit) -> visit_forms.VisitNow:
    """Take a visit one step on, from accepting it to completing it."""
    return actions.move(ctx, data)


@callable_function(
    request=visit_forms.RescheduleVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=(*_ON_VISIT, errors.SlotInPast, errors.SlotTooFarAhead),
    locks=(Request, Visit),
)
def reschedule_visit(ctx: Context, data: visit_forms.RescheduleVisit) -> visit_forms.VisitNow:
    """Offer other slots for a visit; an operator is assigned anew."""
    return actions.reschedule(ctx, data)


@callable_function(
    request=visit_forms.CancelVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=(*_ON_VISIT, DoneOtherwise),
    locks=(Request, Visit),
)
def cancel_visit(ctx: Context, data: visit_forms.CancelVisit) -> visit_forms.VisitNow:
    """Call a visit off."""
    return actions.cancel(ctx, data)


@callable_function(
    request=visit_forms.ListVisits,
    response=visit_forms.Visits,
    roles=ADMINS,
    raises=(CursorInvalid,),
)
def list_visits(ctx: Context, data: visit_forms.ListVisits) -> visit_forms.Visits:
    """List the visits in a state, the longest waiting first, without anything of the patient."""
    return actions.list_visits(ctx, data)


@callable_function(
    request=visit_forms.ShowVisit,
    response=visit_forms.VisitShown,
    roles=ADMINS,
    raises=(errors.VisitNotFound,),
    locks=(Visit,),
)
def show_visit(ctx: Context, data: visit_forms.ShowVisit) -> visit_forms.VisitShown:
    """Show a visit in whatever state, as lists do, without anything of the patient."""
    return actions.show(ctx, data)


@callable_function(
    request=visit_forms.SuggestOperators,
    response=visit_forms.Suggestions,
    roles=ADMINS,
    raises=(errors.VisitNotFound,),
    reads=(Visit,),
)
def suggest_operators(ctx: Context, data: visit_forms.SuggestOperators) -> visit_forms.Suggestions:
    """Rank the operators who are free at a slot: by pincode, city and load."""
    return roster.suggest(ctx, data)


@callable_function(
    request=visit_forms.SetServiceArea,
    response=visit_forms.ServiceArea,
    roles=OPERATORS,
    locks=(Operator,),
)
def set_service_area(ctx: Context, data: visit_forms.SetServiceArea) -> visit_forms.ServiceArea:
    """Say where the operator sets out from and whether it takes visits."""
    return roster.set_area(ctx, data)
