"""The callables of visits, and the trigger that announces one."""

from typing import TYPE_CHECKING

from firebase_functions import firestore_fn, options

from core import settings
from core.access import ADMINS, CLINICS, OPERATORS
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from core.firebase import firestore_client
from core.store import Store
from core.triggers import retried, telling
from scans import errors, opening, visits
from scans.requests import visits as visit_forms
from wallet import service as wallet

if TYPE_CHECKING:
    from google.cloud.firestore import DocumentSnapshot

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
def scans_request_visit(ctx: Context, data: visit_forms.RequestVisit) -> visit_forms.VisitRequested:
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
def scans_assign_operator(ctx: Context, data: visit_forms.AssignOperator) -> visit_forms.VisitNow:
    """Send an operator to a visit; one that was assigned before goes free."""
    return visits.assign(ctx, data)


@callable_function(
    request=visit_forms.MoveVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | OPERATORS | ADMINS,
    raises=(*_ON_VISIT, errors.NothingScanned, errors.TooEarly, wallet.InsufficientFunds),
)
def scans_move_visit(ctx: Context, data: visit_forms.MoveVisit) -> visit_forms.VisitNow:
    """Take a visit one step on, from accepting it to completing it."""
    return visits.move(ctx, data)


@callable_function(
    request=visit_forms.RescheduleVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=(*_ON_VISIT, errors.SlotInPast),
)
def scans_reschedule_visit(ctx: Context, data: visit_forms.RescheduleVisit) -> visit_forms.VisitNow:
    """Offer other slots for a visit; an operator is assigned anew."""
    return visits.reschedule(ctx, data)


@callable_function(
    request=visit_forms.CancelVisit,
    response=visit_forms.VisitNow,
    roles=CLINICS | ADMINS,
    raises=_ON_VISIT,
)
def scans_cancel_visit(ctx: Context, data: visit_forms.CancelVisit) -> visit_forms.VisitNow:
    """Call a visit off."""
    return visits.cancel(ctx, data)


@callable_function(
    request=visit_forms.ListVisits,
    response=visit_forms.Visits,
    roles=ADMINS,
    raises=(CursorInvalid,),
)
def scans_list_visits(ctx: Context, data: visit_forms.ListVisits) -> visit_forms.Visits:
    """List the visits in a state, the longest waiting first, without anything of the patient."""
    return visits.list_visits(ctx, data)


@retried
@firestore_fn.on_document_created(
    document="visits/{visit_id}", region=settings.REGION, memory=options.MemoryOption.MB_512
)
def scans_announce_visit(event: "firestore_fn.Event[DocumentSnapshot | None]") -> None:
    """Tell the admins that a visit was asked for and needs an operator."""
    from scans import announcing

    visit_id = event.params["visit_id"]
    with telling("visit not announced", visit=visit_id):
        announcing.announce(Store(firestore_client()), SystemClock(), visit_id)
