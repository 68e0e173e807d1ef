"""What is done with visits: assign, move on, reschedule, cancel, complete, list, show."""

from core import audit
from core.access import Role
from core.context import Context
from core.errors import RoleNotAllowed
from core.idempotency import once
from core.machines import Party, Step
from core.queries import Query
from core.units import UnitOfWork
from scans.cases.models import Case, File
from scans.consents.errors import GuardianRequired
from scans.visits import booking_times, releases, roster, transitions
from scans.visits.errors import NothingScanned, SlotNotOffered, TooEarly, VisitNotFound
from scans.visits.models import (
    Cancellation,
    Visit,
    VisitAction,
    VisitCause,
    VisitSlot,
    VisitState,
)
from scans.visits.requests import (
    AssignOperator,
    CancelVisit,
    ListVisits,
    MoveVisit,
    RescheduleVisit,
    ShowVisit,
    SlotShown,
    VisitNow,
    VisitRow,
    Visits,
    VisitShown,
)
from scans.visits.states import ENDED, EXPECTED, ON_CONSENT, VISIT
from wallet import service as wallet

OF_STATES = Query(Visit, where=(("state", "in"),))
BY_STATE = Query(Visit, where=(("state", "=="),), order=(("requested_at", "ASCENDING"),))
FILES_OF_VISIT = Query(File, where=(("visit_id", "=="),))


def assign(ctx: Context, request: AssignOperator) -> VisitNow:
    """Assign an operator. Six reads and nine writes at most, and a retry record.

    Where another operator was assigned, one each for every upload of theirs to the visit.

    Raises:
        VisitNotFound, WrongVisitState, GuardianRequired, SlotNotOffered, SlotInPast,
        SlotTooFarAhead, OperatorNotActive, ErasurePending, OperatorBusy, KeyReused.
    """
    slot = VisitSlot(**dict(request.slot))

    def work(unit: UnitOfWork) -> VisitNow:
        visit, party = seen(unit, ctx, request.visit_id)
        found = VISIT.must(visit.state, VisitAction.ASSIGN, party)
        if (visit.assignee, visit.slot) == (request.uid, slot):
            return _now(visit)
        _refuse_waiting(visit, VisitAction.ASSIGN)
        if slot not in visit.slots:
            raise SlotNotOffered
        if not _under_way(ctx, visit, slot):
            booking_times.check(ctx, [slot])
        reservation = roster.book(unit, request.uid, visit, slot)
        taken = transitions.prepare(unit, visit, VisitAction.ASSIGN, found.to, party)
        if visit.assignee != request.uid:
            releases.prepare(unit, visit).write(unit)
        reservation.write(unit)
        audit.record(unit, ctx, "scans.assign_operator", f"visits/{visit.id}", operator=request.uid)
        return _now(taken.write(unit, ctx, assignee=request.uid, slot=slot))

    return once(ctx, "scans/assign_operator", request.idempotency_key, request, VisitNow, work)


def move(ctx: Context, request: MoveVisit) -> VisitNow:
    """Take a step of the table. Three reads, four writes and a retry record at most.

    Where the operator goes free, four reads and eight writes at most, and one each for every upload
    to the visit. Where a visit ends, two reads and four writes more at most, for its fee.

    Raises:
        VisitNotFound, WrongVisitState, RoleNotAllowed, GuardianRequired, NothingScanned, TooEarly,
        KeyReused, InsufficientFunds.
    """

    def work(unit: UnitOfWork) -> VisitNow:
        visit, party = seen(unit, ctx, request.visit_id)
        found = VISIT.step(visit.state, request.action, party)
        if found is None:
            return _now(visit)
        _refuse_waiting(visit, request.action)
        _refuse_unready(unit, ctx, visit, request.action)
        return _take(unit, ctx, visit, request.action, found, party, None)

    return once(ctx, "scans/move_visit", request.idempotency_key, request, VisitNow, work)


def reschedule(ctx: Context, request: RescheduleVisit) -> VisitNow:
    """Offer other slots, and free the operator. Costs what such a move costs.

    Raises:
        VisitNotFound, WrongVisitState, RoleNotAllowed, SlotInPast, SlotTooFarAhead, KeyReused.
    """
    slots = [VisitSlot(**dict(slot)) for slot in request.slots]

    def work(unit: UnitOfWork) -> VisitNow:
        booking_times.check(ctx, slots)
        visit, party = seen(unit, ctx, request.visit_id)
        cause = _on_account_of(request.cause, party)
        action = VisitAction.RESCHEDULE
        found = VISIT.must(visit.state, action, party)
        return _take(unit, ctx, visit, action, found, party, cause, slots=slots, slot=None)

    return once(ctx, "scans/reschedule_visit", request.idempotency_key, request, VisitNow, work)


def cancel(ctx: Context, request: CancelVisit) -> VisitNow:
    """Call a visit off; who did and why is kept. Costs what such a move costs.

    Raises:
        VisitNotFound, WrongVisitState, RoleNotAllowed, DoneOtherwise, KeyReused.
    """

    def work(unit: UnitOfWork) -> VisitNow:
        visit, party = seen(unit, ctx, request.visit_id)
        cause = _on_account_of(request.cause, party)
        said = {"reason": request.reason, "cause": request.cause}
        found = VISIT.step(visit.state, VisitAction.CANCEL, party, kept=visit.cancelled, said=said)
        if found is None:
            return _now(visit)
        why = Cancellation(by=party, reason=request.reason, cause=request.cause)
        return _take(unit, ctx, visit, VisitAction.CANCEL, found, party, cause, cancelled=why)

    return once(ctx, "scans/cancel_visit", request.idempotency_key, request, VisitNow, work)


def list_visits(ctx: Context, request: ListVisits) -> Visits:
    """Return one page of the visits in a state, the longest waiting first; it is on record.

    A read per visit, one write.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "scans.list_visits",
        BY_STATE,
        request.state,
        limit=request.limit,
        cursor=request.cursor,
        lenient=True,
    )
    return Visits(
        visits=[_row(visit) for visit in page.items], cursor=page.cursor, left_out=page.left_out
    )


def show(ctx: Context, request: ShowVisit) -> VisitShown:
    """Show a visit to an admin, with an entry in the same transaction that says so.

    A read, a write.

    Raises:
        VisitNotFound.
    """

    def work(unit: UnitOfWork) -> VisitShown:
        visit, _ = seen(unit, ctx, request.visit_id)
        audit.record(unit, ctx, "scans.show_visit", Visit.path_for(visit.id))
        return VisitShown(visit=_row(visit))

    return ctx.store.run(work)


def seen(unit: UnitOfWork, ctx: Context, visit_id: str) -> tuple[Visit, Party]:
    """Read a visit that the caller has to do with, and tell as what.

    Raises:
        VisitNotFound: there is none, or it is none of the caller's; the two look alike.
    """
    visit, caller = unit.get(Visit, visit_id), ctx.caller
    if visit is not None and caller.role is Role.ADMIN:
        return visit, Party.ADMIN
    if visit is not None and caller.role is Role.CLINIC and visit.clinic_id == caller.org:
        return visit, Party.CLINIC
    if visit is not None and caller.role is Role.OPERATOR and visit.assignee == caller.uid:
        return visit, Party.OPERATOR
    raise VisitNotFound


def _take(
    unit: UnitOfWork,
    ctx: Context,
    visit: Visit,
    action: VisitAction,
    found: Step[VisitState],
    party: Party,
    cause: VisitCause | None,
    **changes: object,
) -> VisitNow:
    """Read, then write, a transition; the operator stays assigned unless the state frees it.

    What a clinic does to a visit whose hour went by without anybody coming is on the operator's
    account.
    """
    if party is Party.CLINIC and _nobody_came(ctx, visit):
        cause = VisitCause.OPERATOR
    ending = found.to in ENDED
    fee = wallet.fee_keys(ctx, visit.clinic_id, visit.id) if ending else []
    unit.ahead((Case, visit.case_id), *fee)
    taken = transitions.prepare(unit, visit, action, found.to, party, cause=cause)
    transitions.settled(unit, ctx, taken).write()
    audit.record(unit, ctx, f"scans.{action}_visit", f"visits/{visit.id}")
    assignee = None if taken.release else visit.assignee
    return _now(taken.write(unit, ctx, assignee=assignee, **changes))


def _refuse_waiting(visit: Visit, action: VisitAction) -> None:
    """Refuse what may not be before a guardian has consented."""
    if visit.awaiting_guardian and action in ON_CONSENT:
        raise GuardianRequired


def _refuse_unready(unit: UnitOfWork, ctx: Context, visit: Visit, action: VisitAction) -> None:
    """Refuse what the state allows and the facts do not (yet)."""
    begun = visit.slot is not None and visit.slot.starts_at <= ctx.clock.now()
    if action is VisitAction.REPORT_NO_SHOW and not begun:
        raise TooEarly
    under = Case.path_for(visit.case_id)
    needed = action is VisitAction.FINISH or visit.state is VisitState.INTERRUPTED
    if needed and not unit.find(FILES_OF_VISIT, visit.id, limit=1, under=under):
        raise NothingScanned


def _nobody_came(ctx: Context, visit: Visit) -> bool:
    """Tell whether an operator was expected until the slot ended, and has not arrived."""
    over = visit.slot is not None and visit.slot.ends_at <= ctx.clock.now()
    return over and visit.state in EXPECTED


def _on_account_of(cause: VisitCause | None, party: Party) -> VisitCause | None:
    """Return the cause that was named.

    Raises:
        RoleNotAllowed: somebody else than an admin names one.
    """
    if cause is not None and party is not Party.ADMIN:
        raise RoleNotAllowed
    return cause


def _under_way(ctx: Context, visit: Visit, slot: VisitSlot) -> bool:
    """Tell whether a slot is that of a visit that was interrupted, and is not over."""
    interrupted = VisitState.INTERRUPTED in visit.times
    return interrupted and slot == visit.slot and ctx.clock.now() < slot.ends_at


def _now(visit: Visit) -> VisitNow:
    return VisitNow(visit_id=visit.id, state=visit.state)


def _row(visit: Visit) -> VisitRow:
    return VisitRow(
        visit_id=visit.id,
        state=visit.state,
        clinic_name=visit.clinic.name,
        city=visit.clinic.city,
        pincode=visit.clinic.pincode,
        slots=[_shown(slot) for slot in visit.slots],
        slot=_shown(visit.slot) if visit.slot else None,
        assignee=visit.assignee,
        requested_at=visit.requested_at,
        awaiting_guardian=visit.awaiting_guardian,
    )


def _shown(slot: VisitSlot) -> SlotShown:
    return SlotShown(starts_at=slot.starts_at, ends_at=slot.ends_at)
