"""What waits for any of the admins, counted where it is kept: for digests and the first page."""

from core.context import Context
from core.jobs import Job, JobState
from core.queries import Query
from support import figures
from support.requests import Queue

IN_STATE = Query(Job, where=(("state", "=="),))


def counts(ctx: Context) -> dict[str, int]:
    """Count what admins are told of, by the refs of the digest's words.

    Four reads, one more for each further thousand of anything.
    """
    from accounts import service as accounts  # few instances ever count
    from scans import service as scans
    from wallet import service as wallet

    return {
        "visits": scans.visits_waiting(ctx.store),
        "accounts": accounts.accounts_waiting(ctx.store),
        "tickets": figures.waiting(ctx.store),
        "payouts": wallet.payouts_waiting(ctx.store),
    }


def look(ctx: Context) -> Queue:
    """Count what waits, failed jobs too. Five reads, as above; nothing of anybody is shown."""
    return Queue(**counts(ctx), jobs=ctx.store.count(IN_STATE, JobState.FAILED))
