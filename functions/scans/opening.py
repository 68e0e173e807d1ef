"""Opening: a case on a patient's consent, with or without the visit that is asked for."""

from collections.abc import Sequence

from core import audit
from core.context import Context, clinic_of
from core.idempotency import once
from core.machines import Party
from core.privacy import Viewer
from core.projections import visible_to
from core.store import Unit
from scans import cases, consents, timeline
from scans.cases import own_case
from scans.errors import ConsentDoesNotCover, SlotInPast
from scans.models import (
    Case,
    Consent,
    Patient,
    PatientTag,
    Place,
    ScanKind,
    Scope,
    Slot,
    Visit,
    VisitState,
)
from scans.patients import own_patient
from scans.requests.cases import CaseOpened, OpenCase
from scans.requests.visits import RequestVisit, SlotOffered, VisitRequested
from scans.states import CASE, CaseAction
from wallet import service as wallet


def open_case(ctx: Context, wish: OpenCase) -> CaseOpened:
    """Open a case to which the clinic uploads itself. Two reads, six writes, a retry record.

    Raises:
        PatientNotFound, ConsentNotFound, ConsentWithdrawn, ConsentDoesNotCover, ConsentFull,
        KeyReused.
    """

    def work(unit: Unit) -> CaseOpened:
        patient, consent = _consented(unit, ctx, wish.patient_id, wish.consent_id, Scope.SCAN)
        case = cases.draft(ctx, patient, consent, wish.notes, None)
        _create(unit, ctx, case, patient, consent)
        audit.record(unit, ctx, "scans.open_case", f"cases/{case.id}")
        return CaseOpened(case_id=case.id)

    return once(ctx, "scans/open_case", wish.idempotency_key, wish, CaseOpened, work)


def request_visit(ctx: Context, wish: RequestVisit) -> VisitRequested:
    """Ask for an operator, and set the fee aside.

    Six reads and eight writes at most, four writes more for the fee, and a retry record.

    Raises:
        SlotInPast, PatientNotFound, ConsentNotFound, ConsentWithdrawn, ConsentDoesNotCover,
        ConsentFull, CaseNotFound, WrongCaseStatus, KeyReused, PricesChanged, BillingMissing,
        InsufficientFunds.
    """
    photographs = (Scope.IMAGES,) if ScanKind.PHOTOGRAPHS in wish.scans else ()

    def work(unit: Unit) -> VisitRequested:
        refuse_past(ctx, wish.slots)
        patient, consent = _consented(
            unit, ctx, wish.patient_id, wish.consent_id, Scope.SCAN, *photographs
        )
        visit_id = ctx.store.new_id()
        before = _case_for_visit(unit, ctx, wish, consent)
        place = _place(unit, ctx)
        fees = wallet.fees(unit, ctx)
        fees.hold(clinic_of(ctx), visit_id, wish.price_list)
        fees.write()
        if before is None:
            case = cases.draft(ctx, patient, consent, wish.notes, visit_id)
            _create(unit, ctx, case, patient, consent)
        else:
            case = unit.change(before, visit_id=visit_id, notes=wish.notes or before.notes)
        unit.create(_visit(ctx, wish, case, patient, place), visit_id)
        timeline.add(
            unit, ctx, case.id, case.clinic_id, "visit_request", Party.CLINIC, visit=visit_id
        )
        audit.record(unit, ctx, "scans.request_visit", f"visits/{visit_id}")
        return VisitRequested(case_id=case.id, visit_id=visit_id)

    return once(ctx, "scans/request_visit", wish.idempotency_key, wish, VisitRequested, work)


def refuse_past(ctx: Context, slots: Sequence[SlotOffered]) -> None:
    """Refuse slots that have begun; inside the transaction, for a retry comes later.

    Raises:
        SlotInPast.
    """
    if any(slot.starts_at <= ctx.clock.now() for slot in slots):
        raise SlotInPast


def _consented(
    unit: Unit, ctx: Context, patient_id: str, consent_id: str, *scopes: Scope
) -> tuple[Patient, Consent]:
    patient = own_patient(unit, ctx, patient_id)
    consent = consents.own_consent(unit, ctx, consent_id)
    if consent.patient_id != patient.id:
        raise ConsentDoesNotCover(scope=Scope.SCAN)
    consents.check(consent, *scopes)
    return patient, consent


def _place(unit: Unit, ctx: Context) -> Place:
    """Read where the operator goes: what of the caller's clinic operators may see."""
    from accounts import service as accounts  # two functions of scans need it; others start faster

    clinic = accounts.clinic(unit, clinic_of(ctx))
    return Place.model_validate(visible_to(Viewer.OPERATOR, clinic))


def _case_for_visit(unit: Unit, ctx: Context, wish: RequestVisit, consent: Consent) -> Case | None:
    """Read the case that gets one more visit, if one is named."""
    if wish.case_id is None:
        return None
    case = own_case(unit, ctx, wish.case_id)
    if case.consent_id != consent.id:
        raise ConsentDoesNotCover(scope=Scope.SCAN)
    CASE.must(case.status, CaseAction.REQUEST_VISIT, Party.CLINIC)
    return case


def _create(unit: Unit, ctx: Context, case: Case, patient: Patient, consent: Consent) -> None:
    consents.rest_on(unit, consent, case.id)
    if patient.idle_since is not None:  # the first case there is
        unit.change(patient, idle_since=None)
    unit.create(case, case.id)
    cases.watch(unit, ctx, case.id)
    timeline.add(unit, ctx, case.id, case.clinic_id, "case_open", Party.CLINIC)


def _visit(ctx: Context, wish: RequestVisit, case: Case, patient: Patient, place: Place) -> Visit:
    now = ctx.clock.now()
    return Visit(
        clinic_id=case.clinic_id,
        case_id=case.id,
        clinic=place,
        patient=PatientTag.of(patient),
        scans=sorted(set(wish.scans)),
        slots=[Slot(**dict(slot)) for slot in wish.slots],
        times={VisitState.REQUESTED: now},
        requested_at=now,
    )
