"""The register of breaches: the clock of 72 hours, who is affected, and what was decided."""

from core import audit
from core.audit import AuditEntry
from core.context import Context
from core.idempotency import once
from core.machines import Party
from core.queries import Op, Query
from core.reading import Page
from core.store import Unit
from labs.models import Share
from privacy import notices
from privacy.errors import BreachNotFound
from privacy.models import Breach
from privacy.requests.breaches import (
    Affected,
    Breaches,
    BreachNow,
    BreachRow,
    DraftNotice,
    ListAffected,
    ListBreaches,
    MoveBreach,
    NoticeDraft,
    OpenBreach,
    Source,
)
from privacy.states import BREACH, BreachAction

_IN_TIME: tuple[tuple[str, Op], ...] = (("at", ">="), ("at", "<"))
SHARES_TO_LAB = Query(Share, (("lab_id", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))
SHARES_TO_ONE = Query(Share, (("uid", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))
ACTS_OF_ONE = Query(AuditEntry, (("actor", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))
BY_STATE = Query(Breach, where=(("state", "=="),), order=(("aware_at", "ASCENDING"),))


def open_breach(ctx: Context, wish: OpenBreach) -> BreachNow:
    """Enter a breach; its clock runs from when somebody knew of it. One read, three writes.

    Raises:
        KeyReused.
    """

    def work(unit: Unit) -> BreachNow:
        state = BREACH.must(None, BreachAction.OPEN, Party.ADMIN).to
        who = ctx.caller.uid
        said = wish.model_dump(exclude={"idempotency_key", "aware_at"})
        aware = min(wish.aware_at or ctx.clock.now(), ctx.clock.now())
        made = Breach(state=state, **said, aware_at=aware, opened_by=who, moved_by=who)
        made = made.placed(ctx.store.new_id())
        unit.create(made, made.id)
        audit.record(unit, ctx, "privacy.open_breach", Breach.path_for(made.id))
        return _now(made)

    return once(ctx, "privacy_open_breach", wish.idempotency_key, wish, BreachNow, work)


def move(ctx: Context, wish: MoveBreach) -> BreachNow:
    """Note that a breach was assessed, notified or closed. One read, two writes.

    Noted already, it changes nothing.

    Raises:
        BreachNotFound, WrongBreachState.
    """
    action = BreachAction(wish.action)

    def work(unit: Unit) -> BreachNow:
        found = unit.get(Breach, wish.breach_id)
        if found is None:
            raise BreachNotFound
        step = BREACH.step(found.state, action, Party.ADMIN)
        if step is None:
            return _now(found)
        changes = {f"{step.to}_at": ctx.clock.now(), "moved_by": ctx.caller.uid}
        changes |= {"risk": wish.risk} if action is BreachAction.ASSESS else {}
        audit.record(unit, ctx, f"privacy.{action}_breach", Breach.path_for(found.id))
        return _now(unit.change(found, state=step.to, **changes))

    return ctx.store.run(work)


def list_breaches(ctx: Context, wish: ListBreaches) -> Breaches:
    """Return one page of the breaches in a state, the earliest deadline first; it is on record.

    A read per breach, one write.

    Raises:
        CursorInvalid.
    """
    page = audit.page_shown(
        ctx, "privacy.list_breaches", BY_STATE, wish.state, limit=wish.limit, cursor=wish.cursor
    )
    rows = [BreachRow(breach_id=each.id, **each.model_dump()) for each in page.items]
    return Breaches(breaches=rows, cursor=page.cursor)


def list_affected(ctx: Context, wish: ListAffected) -> Affected:
    """Return whose data it was, a page of the records at a time; it is on record.

    Two reads of the breach's own, a read for each record, one write.

    Raises:
        BreachNotFound, CursorInvalid.
    """
    breach = _found(ctx, wish.breach_id)
    paths: list[str] = []
    cursor = None
    if breach.uid or (wish.source is Source.SHARES and breach.lab_id):
        page = _records(ctx, breach, wish)
        paths = sorted({path for record in page.items for path in _subjects(record)})
        cursor = page.cursor
    audit.looked(ctx, "privacy.list_affected", Breach.path_for(breach.id), paths)
    return Affected(subjects=paths, cursor=cursor)


def draft_notice(ctx: Context, wish: DraftNotice) -> NoticeDraft:
    """Return the draft of the notice to those affected. One read.

    Raises:
        BreachNotFound.
    """
    breach = _found(ctx, wish.breach_id)
    return NoticeDraft(text=notices.draft(breach, wish.language))


def _found(ctx: Context, breach_id: str) -> Breach:
    found = ctx.store.get(Breach, breach_id)
    if found is None:
        raise BreachNotFound
    return found


def _records(ctx: Context, breach: Breach, wish: ListAffected) -> Page[Share] | Page[AuditEntry]:
    """Read a page of what the account, or else the lab, was given or did in that time."""
    query, who = ACTS_OF_ONE, breach.uid
    if wish.source is Source.SHARES:
        query = SHARES_TO_ONE if breach.uid else SHARES_TO_LAB
        who = breach.uid or breach.lab_id
    return ctx.store.page(
        query, who, breach.since, breach.until, limit=wish.limit, cursor=wish.cursor
    )


def _subjects(record: Share | AuditEntry) -> list[str]:
    """Return the paths of what a record is about, and the ids that a look has shown."""
    if isinstance(record, Share):
        return [f"clinics/{record.clinic_id}/patients/{record.patient_id}"]
    return [record.subject, *record.refs.get("shown", "").split()]


def _now(found: Breach) -> BreachNow:
    return BreachNow(breach_id=found.id, state=found.state, deadline_at=found.deadline_at)
