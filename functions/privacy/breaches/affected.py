"""Whom a breach concerns: from what was shared, and from what the audit says was done."""

from core import audit
from core.audit import AuditEntry
from core.context import Context
from core.queries import Op, Query
from core.reading import Page
from labs.links.models import Share
from privacy.breaches.register import found
from privacy.breaches.requests import Affected, ListAffected, Source
from privacy.models import Breach

_IN_TIME: tuple[tuple[str, Op], ...] = (("at", ">="), ("at", "<"))
SHARES_TO_LAB = Query(Share, (("lab_id", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))
SHARES_TO_ONE = Query(Share, (("uid", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))
ACTS_OF_ONE = Query(AuditEntry, (("actor", "=="), *_IN_TIME), order=(("at", "ASCENDING"),))


def list_affected(ctx: Context, request: ListAffected) -> Affected:
    """Return whose data it was, a page of the records at a time; it is on record.

    Two reads of the breach's own, a read for each record, one write.

    Raises:
        BreachNotFound, CursorInvalid.
    """
    breach = found(ctx, request.breach_id)
    paths: list[str] = []
    cursor = None
    if breach.uid or (request.source is Source.SHARES and breach.lab_id):
        page = _records(ctx, breach, request)
        paths = sorted({path for record in page.items for path in _subjects(record)})
        cursor = page.cursor
    audit.looked(ctx, "privacy.list_affected", Breach.path_for(breach.id), paths)
    return Affected(subjects=paths, cursor=cursor)


def _records(ctx: Context, breach: Breach, request: ListAffected) -> Page[Share] | Page[AuditEntry]:
    """Read a page of what the account, or else the lab, was given or did in that time."""
    query, who = ACTS_OF_ONE, breach.uid
    if request.source is Source.SHARES:
        query = SHARES_TO_ONE if breach.uid else SHARES_TO_LAB
        who = breach.uid or breach.lab_id
    return ctx.store.page(
        query, who, breach.since, breach.until, limit=request.limit, cursor=request.cursor
    )


def _subjects(record: Share | AuditEntry) -> list[str]:
    """Return the paths of what a record is about, and the ids that a look has shown."""
    if isinstance(record, Share):
        return [f"clinics/{record.clinic_id}/patients/{record.patient_id}"]
    return [record.subject, *record.refs.get("shown", "").split()]
