"""What admins do with data requests: list, read, approve, refuse; and reminding them."""

from datetime import datetime, timedelta

from core import audit
from core.context import Context
from core.errors import NotOwner
from core.jobs import Job
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from privacy.data_requests.errors import RequestNotFound, WrongRequestState
from privacy.data_requests.requests import (
    AnswerRequest,
    ListRequests,
    RequestNow,
    RequestRow,
    Requests,
    RequestShown,
    ShowRequest,
)
from privacy.data_requests.states import OPEN, REQUEST, RequestAction
from privacy.data_requests.submission import close
from privacy.models import PrivacyRequest, RequestKind

BY_STATE = Query(PrivacyRequest, where=(("state", "=="),), order=(("due_at", "ASCENDING"),))
_SHOWN_AS_STORED = {"starts_at", "wanted", "reasons", "kept", "answered_by", "done_at"}


def list_requests(ctx: Context, request: ListRequests) -> Requests:
    """Return one page of the requests in a state, the longest overdue first.

    A read for each; one write puts on record which were shown.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "privacy.list_requests",
        BY_STATE,
        request.state,
        limit=request.limit,
        cursor=request.cursor,
    )
    now = ctx.clock.now()
    return Requests(requests=[RequestRow.of(r, now) for r in page.items], cursor=page.cursor)


def show(ctx: Context, body: ShowRequest) -> RequestShown:
    """Return one request with what it says; the same transaction puts that on record.

    Of a correction that waits, what stands there now is told beside what is wanted: nobody can
    decide on it otherwise. Of an erasure, what would stop it now. Two reads and one write; for a
    correction two reads more, for an erasure as many as asking for it takes.

    Raises:
        RequestNotFound.
    """
    on_hold = _on_hold(ctx, ctx.store.get(PrivacyRequest, body.request_id))

    def work(unit: UnitOfWork) -> RequestShown:
        request = unit.get(PrivacyRequest, body.request_id)
        if request is None:
            raise RequestNotFound
        shown = RequestShown(
            request=RequestRow.of(request, ctx.clock.now()),
            before=_before(unit, request),
            in_the_way=[*on_hold, *_blocks(unit, request)],
            **request.model_dump(include=_SHOWN_AS_STORED),
        )
        audit.record(unit, ctx, "privacy.show_request", PrivacyRequest.path_for(request.id))
        return shown

    return ctx.store.run(work)


def answer(ctx: Context, body: AnswerRequest) -> RequestNow:
    """Refuse a request that has not begun, for a reason, or approve a correction.

    One read, five writes; a correction two reads and two writes more, of a lab three.

    Raises:
        RequestNotFound, WrongRequestState, NotOwner.
        DoneOtherwise: it was refused for another reason.
    """

    def work(unit: UnitOfWork) -> RequestNow:
        request = unit.get(PrivacyRequest, body.request_id)
        if request is None:
            raise RequestNotFound
        refused = body.answer == "refuse"
        if not refused and request.kind is not RequestKind.CORRECTION:
            raise WrongRequestState(state=request.state)  # the others need nobody's approval
        action = RequestAction.REFUSE if refused else RequestAction.APPROVE
        reasons: list[str] = [body.reason or "unfounded"] if refused else []
        found = REQUEST.step(
            request.state, action, Party.ADMIN, kept=request, said={"reasons": reasons}
        )
        if found is None:
            return RequestNow(request_id=request.id, state=request.state)
        fields: dict[str, object] = {"reasons": reasons, "answered_by": ctx.caller.uid}
        if refused:
            fields["wanted"] = {}
        else:
            from privacy.corrections import organisations  # lists and refusals do without

            correction = organisations.prepare(unit, request)
            fields["before"] = correction.before
            correction.write(unit, ctx)
        closed = close(unit, ctx, request, found.to, **fields)
        path = PrivacyRequest.path_for(request.id)
        audit.record(unit, ctx, f"privacy.{body.answer}_request", path, **_why(reasons))
        return RequestNow(request_id=request.id, state=closed.state)

    return ctx.store.run(work)


def remind(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Remind the admins of a request that is due soon, when it is due, and every day after.

    One read, one write.
    """
    request = unit.get(PrivacyRequest, job.subject_id)
    if request is None or request.state not in OPEN:
        return None
    now = ctx.clock.now()
    step = "overdue" if now >= request.due_at else "due-soon"
    refs = {"request": request.id, "step": step}
    notify(unit, ctx.store, ctx.clock, Audience.admins(), Notice.PRIVACY_STEP, **refs)
    return max(request.due_at, now + timedelta(days=1))


def _before(unit: UnitOfWork, request: PrivacyRequest) -> dict[str, str]:
    """Return what stands where a correction is to write; once it was written, what stood there."""
    if request.kind is not RequestKind.CORRECTION or request.state not in OPEN:
        return request.before
    from privacy.corrections import organisations  # lists and refusals do without

    try:
        return organisations.prepare(unit, request).before
    except NotOwner:
        return {}


def _on_hold(ctx: Context, request: PrivacyRequest | None) -> list[str]:
    """Return the reason code of a hold, where one forbids an erasure that has not ended."""
    if request is None or not _to_be_erased(request):
        return []
    from privacy.holds import register  # only an erasure waits for anything
    from privacy.inventory.obstacles import LEGAL_HOLD
    from privacy.inventory.subjects import DataSubject

    return [LEGAL_HOLD] if register.forbids(ctx, DataSubject.at(request.subject)) else []


def _blocks(unit: UnitOfWork, request: PrivacyRequest) -> list[str]:
    """Return what else would stop an erasure that has not ended."""
    if not _to_be_erased(request):
        return []
    from privacy.inventory import obstacles, subjects  # as above

    return obstacles.blocks(unit, subjects.DataSubject.at(request.subject))


def _to_be_erased(request: PrivacyRequest) -> bool:
    return request.kind is RequestKind.ERASURE and request.state in OPEN


def _why(reasons: list[str]) -> dict[str, str]:
    return {"reason": reasons[0]} if reasons else {}
