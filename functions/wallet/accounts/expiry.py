"""Releases holds that nobody captured or released in time."""

from core import audit
from core.access import Role
from core.clock import Clock
from core.context import Context
from core.errors import DocumentNewer
from core.queries import Op, Query
from core.store import Store
from wallet.accounts.requests import Released, ReleaseExpired
from wallet.ledger import operations
from wallet.ledger.clerk import Clerk
from wallet.ledger.errors import HoldClosed
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, HoldState, Transaction, Wallet

#: Holds released in one run: some tens of milliseconds each, far below a minute in all.
MOST = 200

_TIME_IS_OVER: tuple[tuple[str, Op], ...] = (("state", "=="), ("expires_at", "<="))
EXPIRED = Query(Hold, _TIME_IS_OVER, order=(("expires_at", "ASCENDING"),), group=True)
EXPIRED_IN_ONE = Query(Hold, _TIME_IS_OVER, order=(("expires_at", "ASCENDING"),))


def release_expired(
    store: Store, clock: Clock, clerk: Clerk, limit: int = MOST, wallet_id: str | None = None
) -> int:
    """Release the holds whose time is over, the oldest first; return how many were.

    A read for each hold found, and for each three reads and four writes more. May run twice, and at
    the same time as whoever captures: a hold ends one way. `wallet_id` looks at one wallet alone.
    """
    query, under = (EXPIRED_IN_ONE, Wallet.path_for(wallet_id)) if wallet_id else (EXPIRED, "")
    found: list[Hold] = store.find(
        query, HoldState.OPEN, clock.now(), limit=limit, under=under, lenient=True
    )
    return sum(_release(store, clock, clerk, hold) for hold in found)


def release_on_demand(ctx: Context, clerk: Clerk, request: ReleaseExpired) -> Released:
    """Release expired holds for an admin; one audit entry more says so."""
    released = release_expired(ctx.store, ctx.clock, clerk, request.limit, request.wallet_id)
    subject = Wallet.path_for(request.wallet_id) if request.wallet_id else "wallets"
    act, figure = "wallet.release_expired", str(released)
    ctx.store.run(lambda unit: audit.record(unit, ctx, act, subject, released=figure))
    return Released(released=released)


def _release(store: Store, clock: Clock, clerk: Clerk, hold: Hold) -> bool:
    wallet_id, hold_id = hold.ids
    order = PostingRequest("system", f"holds/{wallet_id}/{hold_id}/expiry", hold_id)

    def work(journal: Journal) -> Transaction:
        wallet = journal.wallet(wallet_id, Role.CLINIC)
        return operations.release(journal, order, wallet, hold_id)

    try:
        clerk.book(store, clock, wallet_id, order, work)
    except HoldClosed:  # captured or released since it was found
        return False
    except DocumentNewer:  # what it belongs to is; it is found again, and stops no other
        return False
    return True
