"""The life of a case: listed, closed and reopened by its clinic; whose case it is."""

from datetime import datetime

from core import access, audit, jobs, settings
from core.clock import months_later
from core.context import Context, clinic_of
from core.idempotency import once
from core.jobs import JobKind
from core.machines import Party
from core.queries import Op, Query
from core.units import UnitOfWork
from scans.cases import timeline
from scans.cases.errors import CaseNotFound, WrongCaseStatus
from scans.cases.models import Case, CaseStatus, PatientLabel
from scans.cases.requests import CaseKeyed, CaseNow, CaseRow, Cases, ListCases
from scans.cases.states import CASE, CaseAction
from scans.consents.models import Consent
from scans.patients.models import Patient
from scans.patients.records import beginning
from scans.uploads.queries import open_uploads

_FILTERS = ("status", "patient_id")


_OWN: tuple[tuple[str, Op], ...] = (("clinic_id", "=="),)


_OPENED: tuple[tuple[str, Op], ...] = (("opened_at", ">="), ("opened_at", "<"))


#: One query for each set of filters that may be given.
LISTS: dict[tuple[str, ...], Query] = {
    chosen: Query(
        Case,
        where=(*_OWN, *((name, "==") for name in chosen), *_OPENED),
        order=(("opened_at", "DESCENDING"),),
    )
    for chosen in ((), ("status",), ("patient_id",), _FILTERS)
}


def own_case(unit: UnitOfWork, ctx: Context, case_id: str) -> Case:
    """Read a case of the caller's clinic.

    Raises:
        CaseNotFound: there is none, or it is another clinic's; the two look alike.
    """
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != clinic_of(ctx):
        raise CaseNotFound
    return case


def draft(
    ctx: Context, patient: Patient, consent: Consent, notes: str | None, visit_id: str | None
) -> Case:
    """Return a new case, at a new id, not yet written."""
    case = Case(
        clinic_id=clinic_of(ctx),
        patient_id=patient.id,
        patient=PatientLabel.of(patient),
        consent_id=consent.id,
        notes=notes,
        visit_id=visit_id,
        opened_by=ctx.caller.uid,
        opened_at=ctx.clock.now(),
    )
    return case.placed(ctx.store.new_id())


def list_cases(ctx: Context, request: ListCases) -> Cases:
    """Return one page of the clinic's cases, newest first. One read per case.

    Raises:
        CursorInvalid.
    """
    given = {"status": request.status, "patient_id": request.patient_id}
    chosen = tuple(name for name in _FILTERS if given[name] is not None)
    values = [clinic_of(ctx), *(given[name] for name in chosen)]
    page = ctx.store.page(
        LISTS[chosen],
        *values,
        request.opened_from,
        request.opened_before,
        limit=request.limit,
        cursor=request.cursor,
        lenient=True,
    )
    return Cases(
        cases=[_row(case) for case in page.items], cursor=page.cursor, left_out=page.left_out
    )


def close(ctx: Context, request: CaseKeyed) -> CaseNow:
    """Close a case: no upload, no visit until it is reopened. Open upload slots close with it.

    Attachments go on: they are for what was ordered, say, which may outlast the case.

    A read, three writes and a retry record, and one each for every open slot (one read where there
    is none).

    Raises:
        CaseNotFound, WrongCaseStatus, KeyReused.
    """

    def work(unit: UnitOfWork) -> CaseNow:
        case = own_case(unit, ctx, request.case_id)
        if CASE.step(case.status, CaseAction.CLOSE, Party.CLINIC) is None or case.closed_at:
            return _now(case)
        if case.visit_id is not None:  # one that waits for a guardian
            raise WrongCaseStatus(state=CaseStatus.SCHEDULED, action=CaseAction.CLOSE)
        slots = [upload for upload in open_uploads(unit, case.id) if upload.subject is None]
        access.close_grants(unit, slots)
        return _now(enter(unit, ctx, case, CaseAction.CLOSE, Party.CLINIC))

    return once(ctx, "scans/close_case", request.idempotency_key, request, CaseNow, work)


def reopen(ctx: Context, request: CaseKeyed) -> CaseNow:
    """Open a closed case again; its status is what its files say.

    Two reads, four writes and a retry record.

    Raises:
        CaseNotFound, WrongCaseStatus, GuardianRequired, PatientNotFound, ErasurePending, KeyReused.
    """

    def work(unit: UnitOfWork) -> CaseNow:
        case = own_case(unit, ctx, request.case_id)
        CASE.must(case.status, CaseAction.REOPEN, Party.CLINIC)
        beginning(unit, case.clinic_id, case.patient_id)
        watch(unit, ctx, case.id)
        return _now(enter(unit, ctx, case, CaseAction.REOPEN, Party.CLINIC))

    return once(ctx, "scans/reopen_case", request.idempotency_key, request, CaseNow, work)


def watch(unit: UnitOfWork, ctx: Context, case_id: str) -> None:
    """Record the job that looks at a case once it may be idle: it was (re)opened. One write."""
    due_at, path = idle_at(ctx.clock.now()), Case.path_for(case_id)
    jobs.promise(unit, ctx, f"idle-{case_id}", JobKind.CASE_IDLE, path, due_at)


def idle_at(last: datetime) -> datetime:
    """Return when a case is idle in which something was last done at a moment."""
    return months_later(last, settings.CASE_IDLE_MONTHS.value)


def enter(unit: UnitOfWork, ctx: Context, case: Case, action: CaseAction, party: Party) -> Case:
    """Close or reopen a case, as the table allows the party. Three writes."""
    closed = ctx.clock.now() if action is CaseAction.CLOSE else None
    timeline.add(unit, ctx, case.id, case.clinic_id, f"case_{action}", party)
    audit.record(unit, ctx, f"scans.{action}_case", f"cases/{case.id}")
    return unit.change(case, closed_at=closed)


def _now(case: Case) -> CaseNow:
    return CaseNow(case_id=case.id, status=case.status)


def _row(case: Case) -> CaseRow:
    return CaseRow(
        case_id=case.id,
        status=case.status,
        patient_id=case.patient_id,
        patient_reference=case.patient.reference,
        patient_name=case.patient.name,
        consent_id=case.consent_id,
        visit_id=case.visit_id,
        current=case.current,
        images=case.images,
        opened_at=case.opened_at,
    )
