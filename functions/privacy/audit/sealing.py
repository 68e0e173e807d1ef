"""Sealing: what the audit holds is bound into a chain, once nothing can join it any more."""

from datetime import datetime
from functools import partial

from core import log
from core.contention import OptimisticUnit
from core.context import Context
from core.queries import Query, encode_cursor
from core.store import Store
from privacy.audit import chain
from privacy.models import Evidence, Mark, Seal

#: Seals made in one run: 20,000 entries, which keeps up with 33 a second by sweeps of ten minutes.
MOST = 40

LAST = Query(Seal, order=(("number", "DESCENDING"),))
WINDOW = Query(Evidence, where=(("at", ">="), ("at", "<")), order=(("at", "ASCENDING"),))


def seal_audit(ctx: Context, most: int = MOST) -> int:
    """Seal the entries that are old enough and not sealed yet; return how many seals were made.

    One read where it is too early; a read for each entry, at least one, and a read and a write for
    each seal besides. May run twice, and at the same time: of two that make the same seal, one
    does. The log has each seal's hash, for whoever holds the database to it.
    """
    last, made = _last(ctx.store), 0
    while made < most and (horizon := _due(ctx, last)) is not None:
        seal = chain.follow(last, _behind(ctx.store, last, horizon), horizon, ctx.clock.now())
        if not ctx.store.compete(partial(_add, seal)):
            break
        log.info("audit sealed", number=seal.number, hash=seal.hash, entries=len(seal.entries))
        last, made = seal, made + 1
    return made


def _due(ctx: Context, last: Seal | None) -> datetime | None:
    """Return the time up to which may be sealed now; None where that is not worth a seal yet."""
    horizon = ctx.clock.now() - chain.GRACE
    return horizon if last is None or horizon - last.until.at >= chain.EVERY else None


def _last(store: Store) -> Seal | None:
    found: list[Seal] = store.find(LAST, limit=1)
    return found[0] if found else None


def _behind(store: Store, last: Seal | None, horizon: datetime) -> tuple[Evidence, ...]:
    """Return the entries behind a seal, up to the horizon, at most a seal's worth."""
    since = last.until if last else Mark.beginning()
    cursor = encode_cursor([since.at], since.entry_id) if since.entry_id else None
    page = store.page(WINDOW, since.at, horizon, limit=chain.MOST, cursor=cursor)
    return page.items


def _add(seal: Seal, unit: OptimisticUnit) -> bool:
    """Write a seal unless another sealer was first."""
    if unit.get(Seal, seal.id) is not None:
        return False
    unit.create(seal, seal.id)
    return True
