"""Asks for a visit: makes it with its case, and sets its fee aside."""

from core import audit, erasures
from core.access import Caller, Role
from core.clock import day_of
from core.context import Context, clinic_of
from core.following import Following
from core.idempotency import once
from core.machines import Party
from core.privacy import Viewer
from core.projections import visible_to
from core.reading import Key
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from scans.cases import lifecycle, timeline
from scans.cases.lifecycle import own_case
from scans.cases.models import Case
from scans.cases.open_case import patient_and_consent, write_case
from scans.cases.states import CASE, CaseAction
from scans.consents.errors import ConsentDoesNotCover
from scans.consents.models import Consent, Scope
from scans.patients.models import Patient
from scans.visits import booking_times, repeats
from scans.visits.models import (
    ScanKind,
    Visit,
    VisitAction,
    VisitAddress,
    VisitCause,
    VisitChange,
    VisitPatient,
    VisitSlot,
    VisitState,
)
from scans.visits.requests import RequestVisit, VisitRequested
from wallet import service as wallet

#: The prices of a clinic's tariff, from its wallet.
FOLLOWS = Following()


def request_visit(ctx: Context, request: RequestVisit) -> VisitRequested:
    """Ask for an operator, and set the fee aside.

    Six reads and eight writes at most, four writes more for the fee, and a retry record. A read
    more for each visit that was requested for the patient in the last minutes.

    Raises:
        SlotInPast, SlotTooFarAhead, VisitAlreadyRequested, PatientNotFound, ErasurePending,
        ConsentNotFound, ConsentWithdrawn, GuardianRequired, AgeGroupUnknown, ConsentDoesNotCover,
        ConsentFull, CaseNotFound, WrongCaseStatus, KeyReused, PricesChanged, BillingMissing,
        InsufficientFunds.
    """
    slots = [VisitSlot(**dict(slot)) for slot in request.slots]
    photographs = (Scope.IMAGES,) if ScanKind.PHOTOGRAPHS in request.scans else ()

    def work(unit: UnitOfWork) -> VisitRequested:
        unit.ahead(*wanted(ctx.caller, request))
        FOLLOWS.read(unit, ctx.caller, wallet.prices_of(unit, clinic_of(ctx)))
        booking_times.check(ctx, slots)
        patient, consent = patient_and_consent(
            unit, ctx, request.patient_id, request.consent_id, Scope.SCAN, *photographs
        )
        if not request.again:
            repeats.refuse(unit, ctx, patient, slots, request.scans)
        visit_id = ctx.store.new_id()
        before = _case_for_visit(unit, ctx, request, consent)
        place = _place(unit, ctx)
        fees = wallet.fees(unit, ctx)
        first_day = day_of(min(slot.starts_at for slot in slots)).isoformat()
        fees.hold(clinic_of(ctx), visit_id, request.price_list, first_day)
        fees.write()
        remembered = repeats.remembered(ctx, patient, visit_id)
        if before is None:
            case = lifecycle.draft(ctx, patient, consent, request.notes, visit_id)
            write_case(unit, ctx, case, patient, consent, visits_requested=remembered)
        else:
            unit.change(patient, visits_requested=remembered)
            case = unit.change(before, visit_id=visit_id, notes=request.notes or before.notes)
        unit.create(_visit(ctx, request, case, patient, place), visit_id)
        refs = {"visit": visit_id, "cause": VisitCause.CLINIC.value}
        timeline.add(unit, ctx, case.id, case.clinic_id, "visit_request", Party.CLINIC, **refs)
        notify(unit, ctx.store, ctx.clock, Audience.queue(), Notice.VISIT_REQUESTED, visit=visit_id)
        audit.record(unit, ctx, "scans.request_visit", f"visits/{visit_id}")
        return VisitRequested(case_id=case.id, visit_id=visit_id)

    return once(ctx, "scans/request_visit", request.idempotency_key, request, VisitRequested, work)


def wanted(caller: Caller, _: RequestVisit) -> list[Key]:
    """Return the caller's clinic and its wallet, which `request_visit` reads."""
    from accounts import service as accounts  # as in `_place`

    clinic_id = caller.org or ""
    return [accounts.key_of(Role.CLINIC, clinic_id), wallet.key_of(clinic_id)]


def _place(unit: UnitOfWork, ctx: Context) -> VisitAddress:
    """Read where the operator goes: what of the caller's clinic operators may see.

    Raises:
        ErasurePending: the clinic is about to be erased with its last member.
    """
    from accounts import service as accounts  # two functions of scans need it; others start faster

    clinic = accounts.clinic(unit, clinic_of(ctx))
    erasures.refuse(clinic.erasure)
    return VisitAddress.model_validate(visible_to(Viewer.OPERATOR, clinic))


def _case_for_visit(
    unit: UnitOfWork, ctx: Context, request: RequestVisit, consent: Consent
) -> Case | None:
    """Read the case that gets one more visit, if one is named."""
    if request.case_id is None:
        return None
    case = own_case(unit, ctx, request.case_id)
    if case.consent_id != consent.id:
        raise ConsentDoesNotCover(scope=Scope.SCAN)
    CASE.must(case.status, CaseAction.REQUEST_VISIT, Party.CLINIC)
    return case


def _visit(
    ctx: Context, request: RequestVisit, case: Case, patient: Patient, place: VisitAddress
) -> Visit:
    now, requested = ctx.clock.now(), VisitState.REQUESTED
    first = VisitChange(
        action=VisitAction.REQUEST, state=requested, cause=VisitCause.CLINIC, at=now
    )
    return Visit(
        clinic_id=case.clinic_id,
        case_id=case.id,
        clinic=place,
        patient=VisitPatient.of(patient),
        scans=sorted(set(request.scans)),
        slots=[VisitSlot(**dict(slot)) for slot in request.slots],
        times={requested: now},
        changes=[first],
        requested_at=now,
    )
