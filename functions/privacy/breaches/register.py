"""The register of breaches: the clock of 72 hours, who is affected, and what was decided."""

from core import audit
from core.clock import past
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.queries import Query
from core.units import UnitOfWork
from privacy.breaches.errors import BreachNotFound
from privacy.breaches.requests import (
    Breaches,
    BreachNow,
    BreachRow,
    ListBreaches,
    MoveBreach,
    OpenBreach,
)
from privacy.breaches.states import BREACH, BreachAction
from privacy.models import Breach

BY_STATE = Query(Breach, where=(("state", "=="),), order=(("aware_at", "ASCENDING"),))


def open_breach(ctx: Context, request: OpenBreach) -> BreachNow:
    """Enter a breach; its deadline counts from when somebody knew of it. One read, three writes.

    Raises:
        TimeInFuture, KeyReused.
    """

    def work(unit: UnitOfWork) -> BreachNow:
        state = BREACH.must(None, BreachAction.OPEN, Party.ADMIN).to
        who = ctx.caller.uid
        now = ctx.clock.now()
        made = Breach(
            state=state,
            uid=request.uid,
            lab_id=request.lab_id,
            since=past(request.since, now),
            until=past(request.until, now),
            aware_at=past(request.aware_at or now, now),
            opened_by=who,
            moved_by=who,
        ).placed(ctx.store.new_id())
        unit.create(made, made.id)
        audit.record(unit, ctx, "privacy.open_breach", Breach.path_for(made.id))
        return _now(made)

    return once(ctx, "privacy/open_breach", request.idempotency_key, request, BreachNow, work)


def move(ctx: Context, request: MoveBreach) -> BreachNow:
    """Note that a breach was assessed, notified or closed. One read, two writes.

    Noted already, it changes nothing.

    Raises:
        BreachNotFound, WrongBreachState.
        DoneOtherwise: it was assessed, at another risk.
    """
    action = BreachAction(request.action)

    def work(unit: UnitOfWork) -> BreachNow:
        found = unit.get(Breach, request.breach_id)
        if found is None:
            raise BreachNotFound
        step = BREACH.step(
            found.state, action, Party.ADMIN, kept=found, said={"risk": request.risk}
        )
        if step is None:
            return _now(found)
        changes = {f"{step.to}_at": ctx.clock.now(), "moved_by": ctx.caller.uid}
        changes |= {"risk": request.risk} if action is BreachAction.ASSESS else {}
        audit.record(unit, ctx, f"privacy.{action}_breach", Breach.path_for(found.id))
        return _now(unit.change(found, state=step.to, **changes))

    return ctx.store.run(work)


def list_breaches(ctx: Context, request: ListBreaches) -> Breaches:
    """Return one page of the breaches in a state, the earliest deadline first; it is on record.

    A read per breach, one write.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx,
        "privacy.list_breaches",
        BY_STATE,
        request.state,
        limit=request.limit,
        cursor=request.cursor,
    )
    rows = [BreachRow(breach_id=each.id, **each.model_dump()) for each in page.items]
    return Breaches(breaches=rows, cursor=page.cursor)


def found(ctx: Context, breach_id: str) -> Breach:
    """Read a breach. One read.

    Raises:
        BreachNotFound.
    """
    found = ctx.store.get(Breach, breach_id)
    if found is None:
        raise BreachNotFound
    return found


def _now(found: Breach) -> BreachNow:
    return BreachNow(breach_id=found.id, state=found.state, deadline_at=found.deadline_at)
