"""What waits for any of the admins, counted where it is kept: for digests and the first page."""

from core.context import Context
from core.jobs import Job, JobState
from core.queries import Aggregation, Query
from support import figures
from support.requests import Queue

IN_STATE = Query(Job, where=(("state", "=="),))


def counts(ctx: Context) -> dict[str, int]:
    """Count what admins are told of, by the refs of the digest's words.

    Four reads, one more for each further thousand of anything.
    """
    return _counted(ctx, _waiting())


def look(ctx: Context) -> Queue:
    """Count what waits, failed jobs too. Five reads, as above; nothing of anybody is shown."""
    return Queue(**_counted(ctx, _waiting() | {"jobs": IN_STATE.counted(JobState.FAILED)}))


def _counted(ctx: Context, wanted: dict[str, Aggregation]) -> dict[str, int]:
    return dict(zip(wanted, ctx.store.aggregate(*wanted.values()), strict=True))


def _waiting() -> dict[str, Aggregation]:
    from accounts import service as accounts  # few instances ever count
    from scans import service as scans
    from wallet import service as wallet

    return {
        "visits": scans.visits_waiting(),
        "accounts": accounts.accounts_waiting(),
        "tickets": figures.waiting(),
        "payouts": wallet.payouts_waiting(),
    }
