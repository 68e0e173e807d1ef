"""Requests about one's data: made, taken back, closed; and links to finished exports."""

from datetime import datetime, timedelta

from core import access, audit, jobs, links, settings
from core.access import Role
from core.blobs import Blobs
from core.context import Context
from core.errors import NotOwner
from core.idempotency import once
from core.jobs import JobKind
from core.machines import Party
from core.objects import StoredObject
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from privacy.data_requests import marks
from privacy.data_requests.errors import (
    ErasureBlocked,
    ExportNotReady,
    RequestNotFound,
    RequestOpen,
    SignInAgain,
)
from privacy.data_requests.requests import (
    AskCorrection,
    Asked,
    AskErasure,
    AskExport,
    ExportLink,
    OneRequest,
    RequestNow,
)
from privacy.data_requests.states import OPEN, REQUEST, RequestAction
from privacy.holds import register
from privacy.inventory.errors import SubjectNotFound
from privacy.inventory.subjects import DataSubject
from privacy.models import Authority, PrivacyRequest, RequestKind, RequestState
from scans.patients.models import Patient

#: What cannot be undone asks for a sign-in that is no older.
FRESH = timedelta(minutes=5)
#: Admins are reminded so long before a request has to be answered.
AHEAD = timedelta(days=7)
#: Who asked for an erasure is told once more so long before it begins.
WARNING = timedelta(days=1)

#: The job that does what is asked for; an admin does the rest.
_DOING = {RequestKind.EXPORT: JobKind.EXPORT, RequestKind.ERASURE: JobKind.ERASURE}

OPEN_OF = Query(PrivacyRequest, (("subject", "=="), ("kind", "=="), ("state", "in")))


def ask_export(ctx: Context, body: AskExport) -> Asked:
    """Ask for an archive. Two reads, five writes and a retry record; a read more for a patient.

    Raises:
        SubjectNotFound, RequestOpen, KeyReused, and what a caller without standing meets.
    """
    subject, authority = _subject(ctx, body.patient_id)

    def work(unit: UnitOfWork) -> Asked:
        refuse_asked(unit, subject, RequestKind.EXPORT)
        request = made(ctx, subject, authority, RequestKind.EXPORT)
        return asked(unit, ctx, request, ctx.clock.now())

    return once(ctx, "privacy/request_export", body.idempotency_key, body, Asked, work)


def ask_erasure(ctx: Context, body: AskErasure) -> Asked:
    """Ask for an erasure. It begins after the days in which it can be taken back.

    Reads what may speak against it, holds included, and what bears the mark from then on; seven
    writes at most and a retry record.

    Raises:
        SignInAgain, SubjectNotFound, NotOwner, RequestOpen, ErasureBlocked, KeyReused, and what a
        caller without standing meets.
    """
    from privacy.inventory.obstacles import LEGAL_HOLD, blocks  # only an erasure waits for anything

    if ctx.caller.auth_time < (ctx.clock.now() - FRESH).timestamp():
        raise SignInAgain
    subject, authority = _subject(ctx, body.patient_id, owner=True)
    on_hold = [LEGAL_HOLD] if register.forbids(ctx, subject) else []

    def work(unit: UnitOfWork) -> Asked:
        refuse_asked(unit, subject, RequestKind.ERASURE)
        if found := [*on_hold, *blocks(unit, subject)]:
            raise ErasureBlocked(blocks=found)
        bearing = marks.bearers(unit, subject)
        starts_at = ctx.clock.now() + timedelta(days=settings.COOLING_OFF_DAYS.value)
        request = made(ctx, subject, authority, RequestKind.ERASURE, starts_at)
        marks.put(unit, request, bearing)
        first = max(starts_at - WARNING, ctx.clock.now())
        return asked(unit, ctx, request, first)

    return once(ctx, "privacy/request_erasure", body.idempotency_key, body, Asked, work)


def ask_correction(ctx: Context, body: AskCorrection) -> Asked:
    """Ask for another name or address of the caller's organisation. An admin decides.

    Two reads, four writes and a retry record.

    Raises:
        NotOwner, RequestOpen, KeyReused.
    """
    if not ctx.caller.owner:
        raise NotOwner
    subject = DataSubject.user(ctx.caller.uid)

    def work(unit: UnitOfWork) -> Asked:
        refuse_asked(unit, subject, RequestKind.CORRECTION)
        wanted = body.organisation.model_dump()
        request = made(ctx, subject, Authority.PERSON, RequestKind.CORRECTION, wanted=wanted)
        return asked(unit, ctx, request)

    return once(ctx, "privacy/request_correction", body.idempotency_key, body, Asked, work)


def cancel(ctx: Context, body: OneRequest) -> RequestNow:
    """Take a request back before it begins. Three reads and seven writes at most.

    Taken back before, it changes nothing.

    Raises:
        RequestNotFound, WrongRequestState.
    """

    def work(unit: UnitOfWork) -> RequestNow:
        request = own_request(unit, ctx, body.request_id)
        party = Party.PERSON if request.uid else Party.CLINIC
        found = REQUEST.step(request.state, RequestAction.WITHDRAW, party)
        if found is None:
            return RequestNow(request_id=request.id, state=request.state)
        closed = close(unit, ctx, request, found.to, wanted={})
        audit.record(unit, ctx, "privacy.cancel_request", PrivacyRequest.path_for(request.id))
        return RequestNow(request_id=request.id, state=closed.state)

    return ctx.store.run(work)


def export_link(ctx: Context, blobs: Blobs, body: OneRequest) -> ExportLink:
    """Sign a link to an archive, minutes long; its audit entry is committed before.

    Raises:
        RequestNotFound, ExportNotReady.
    """

    def work(unit: UnitOfWork) -> StoredObject:
        request = own_request(unit, ctx, body.request_id)
        if request.archive is None:
            raise ExportNotReady
        audit.record(unit, ctx, "privacy.link_export", PrivacyRequest.path_for(request.id))
        return request.archive

    archive = ctx.store.run(work)
    link = links.to_object(blobs, archive, f"scanner-export-{body.request_id}.zip")
    return ExportLink(url=link.url, expires_at=link.expires_at)


def own_request(unit: UnitOfWork, ctx: Context, request_id: str) -> PrivacyRequest:
    """Read a request about the caller's own account or about a patient of their clinic.

    Raises:
        RequestNotFound: there is none, or it is another's; the two look alike.
    """
    request, caller = unit.get(PrivacyRequest, request_id), ctx.caller
    if request is not None and request.uid == caller.uid:
        return request
    if request is not None and request.clinic_id is not None and caller.org == request.clinic_id:
        standing = unit.get(access.Standing, caller.uid)
        caller.admitted(standing, frozenset({Role.CLINIC}))
        return request
    raise RequestNotFound


def close(
    unit: UnitOfWork,
    ctx: Context,
    request: PrivacyRequest,
    to: RequestState | None,
    **fields: object,
) -> PrivacyRequest:
    """Write that a request is over: its jobs are void, who asked is told. Four writes.

    The promise to do it is left to the job that is doing it. An erasure that was not done leaves no
    mark: two reads and two writes more at most; nothing may be written before.
    """
    now = ctx.clock.now()
    if request.kind is RequestKind.ERASURE and to is not RequestState.DONE:
        marks.take_away(unit, marks.borne(unit, request))
    closed = unit.change(request, state=to, done_at=now, **fields)
    path = PrivacyRequest.path_for(request.id)
    jobs.void(unit, ctx, f"deadline-{request.id}", JobKind.RIGHTS_DEADLINE, path)
    if request.kind in _DOING and request.state is not RequestState.RUNNING:
        jobs.void(unit, ctx, f"privacy-{request.id}", _DOING[request.kind], path)
    if not (request.kind is RequestKind.ERASURE and request.uid and to is RequestState.DONE):
        tell(unit, ctx, closed)
    return closed


def tell(unit: UnitOfWork, ctx: Context, request: PrivacyRequest, step: str = "") -> None:
    """Tell who asked of the request's state; nobody, where the system asked. One write at most.

    What a clinic asked for a patient, somebody of the clinic hears.
    """
    if request.authority is Authority.RETENTION:
        return
    told: str | Audience = request.asked_by
    if request.clinic_id is not None:
        told = Audience.organisation(Role.CLINIC, request.clinic_id, request.asked_by)
    refs = {"request": request.id, "step": step or request.state}
    notify(unit, ctx.store, ctx.clock, told, Notice.PRIVACY_STEP, **refs)


def _subject(
    ctx: Context, patient_id: str | None, *, owner: bool = False
) -> tuple[DataSubject, Authority]:
    """Return whom it is about, and by what right the caller asks.

    Raises:
        SubjectNotFound, NotOwner, AccountNotActive, ClaimsStale, RoleNotAllowed.
    """
    if patient_id is None:
        return DataSubject.user(ctx.caller.uid), Authority.PERSON
    caller = access.admit(ctx.store, ctx.caller, frozenset({Role.CLINIC}))
    if owner and not caller.owner:
        raise NotOwner
    if caller.org is None or ctx.store.get(Patient, caller.org, patient_id) is None:
        raise SubjectNotFound
    return DataSubject.patient(caller.org, patient_id), Authority.CLINIC


def refuse_asked(unit: UnitOfWork, subject: DataSubject, kind: RequestKind) -> None:
    """Refuse what was asked before and is not answered yet. One read.

    Raises:
        RequestOpen.
    """
    if found := unit.find(OPEN_OF, subject.path, kind, sorted(OPEN), limit=1):
        raise RequestOpen(request_id=found[0].id)


def made(
    ctx: Context,
    subject: DataSubject,
    authority: Authority,
    kind: RequestKind,
    starts_at: datetime | None = None,
    **more: object,
) -> PrivacyRequest:
    """Return a new request, not yet written."""
    now = ctx.clock.now()
    state = REQUEST.must(None, RequestAction.ASK).to
    if starts_at is not None:
        state = REQUEST.must(state, RequestAction.COOL_OFF).to
    fields = {
        "kind": kind,
        "subject": subject.path,
        "uid": subject.uid,
        "clinic_id": None if subject.uid else ctx.caller.org,
        "asked_by": ctx.caller.uid,
        "authority": authority,
        "asked_at": now,
        "due_at": now + timedelta(days=settings.RIGHTS_DAYS.value),
        "starts_at": starts_at,
        "state": state,
        **more,
    }
    return PrivacyRequest.model_validate(fields).placed(ctx.store.new_id())


def asked(
    unit: UnitOfWork, ctx: Context, request: PrivacyRequest, first: datetime | None = None
) -> Asked:
    """Write a new request with the jobs that do it, where no admin has to, and remind of it.

    Five writes at most.
    """
    path = PrivacyRequest.path_for(request.id)
    unit.create(request, request.id)
    if first is not None:
        jobs.promise(unit, ctx, f"privacy-{request.id}", _DOING[request.kind], path, first)
    reminder = max(request.due_at - AHEAD, request.asked_at)
    jobs.promise(unit, ctx, f"deadline-{request.id}", JobKind.RIGHTS_DEADLINE, path, reminder)
    tell(unit, ctx, request)
    audit.record(unit, ctx, f"privacy.request_{request.kind}", path, authority=request.authority)
    return Asked(
        request_id=request.id,
        state=request.state,
        due_at=request.due_at,
        starts_at=request.starts_at,
    )
