"""Deletes the audit by whole seals: a seal is retired first, then the entries that it covers."""

from itertools import takewhile

from core import periods
from core.audit import AuditEntry
from core.context import Context
from core.documents import Document
from core.privacy import Retention
from core.queries import Query
from core.units import UnitOfWork
from privacy.models import Seal
from privacy.retention.runs import BATCH, Errand, turn

LAST_OVER = Query(Seal, (("until.at", "<"),), (("until.at", "DESCENDING"),))
UNRETIRED = Query(Seal, (("retired_at", "=="),), (("number", "ASCENDING"),))


def entries(errand: Errand) -> bool:
    """Retire the seals whose time is over, and take the entries that they cover.

    A seal is retired before its first entry goes, so that at no time one is missing that must not
    be. Entries that are held stay; that they are as they were sealed is still verified. Three reads
    where nothing is due; a read and a write for each seal and each entry, one write for each batch.
    """
    last = last_over(errand.ctx)
    if last is None:
        return False
    while errand.ctx.store.run(lambda unit: _retire(unit, errand, last)) == BATCH:
        pass

    def take(after: Document | None) -> list[AuditEntry]:
        page, gone, kept = errand.ctx.store.run(lambda unit: _take(unit, errand, last, after))
        errand.gone, errand.kept = errand.gone + gone, errand.kept + kept
        return page

    return turn(errand, take)


def last_over(ctx: Context) -> Seal | None:
    """Return the last seal whose time is over. One read."""
    before = periods.cutoff(Retention.AUDIT, ctx.clock.now())
    found: list[Seal] = ctx.store.find(LAST_OVER, before, limit=1)
    return found[0] if found else None


def covered(seal: Seal, entry: AuditEntry) -> bool:
    """Tell whether an entry lies in a seal or in one before it."""
    return (entry.at, entry.id) <= seal.until.place


def _retire(unit: UnitOfWork, errand: Errand, last: Seal) -> int:
    """Retire a batch of seals up to the last whose time is over."""
    found: list[Seal] = unit.find(UNRETIRED, None, limit=BATCH)
    over = list(takewhile(lambda seal: seal.number <= last.number, found))
    for seal in over:
        unit.change(seal, retired_at=errand.now)
    return len(over)


def _take(
    unit: UnitOfWork, errand: Errand, last: Seal, after: Document | None
) -> tuple[list[AuditEntry], int, int]:
    page: list[AuditEntry] = errand.page(unit, after)
    page = [entry for entry in page if covered(last, entry)]
    free = [entry for entry in page if not errand.held.covers(entry)]
    for entry in free:
        unit.delete(entry)
    if free:
        errand.note(unit, len(free))
    return page, len(free), len(page) - len(free)
