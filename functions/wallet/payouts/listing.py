"""Lists payouts: a lab's own for its members, what waits and all else for admins."""

from core import audit
from core.access import Role
from core.context import Context
from core.queries import Aggregation, Query
from core.reading import Page
from wallet.ledger.callers import named
from wallet.ledger.models import Wallet
from wallet.payouts.approving import owed_by
from wallet.payouts.models import Payout
from wallet.payouts.requests.payouts import ListPayouts, PayoutRow, Payouts
from wallet.payouts.states import OPEN, TO_APPROVE

OF_LAB = Query(Payout, (("lab_id", "=="),), (("requested_at", "DESCENDING"),))
WAITING = Query(Payout, (("state", "in"),))
IN_STATES = Query(Payout, (("state", "in"),), (("requested_at", "ASCENDING"),))


def list_payouts(ctx: Context, body: ListPayouts) -> Payouts:
    """Return one page of payouts. A read each, and one for each lab with any under way.

    A write, where an admin looks.

    Raises:
        WalletNotFound, CursorInvalid.
    """
    page = _page(ctx, body)
    labs = sorted({each.lab_id for each in page.items if each.state in OPEN})
    owed = dict(zip(labs, map(owed_by, ctx.store.several(Wallet, *labs)), strict=True))
    rows = [_row(each, owed[each.lab_id] if each.state in OPEN else 0) for each in page.items]
    return Payouts(payouts=rows, cursor=page.cursor, left_out=page.left_out)


def waiting() -> Aggregation:
    """Return what counts the payouts that wait for an admin's approval: a read a thousand."""
    return WAITING.counted(TO_APPROVE)


def _page(ctx: Context, body: ListPayouts) -> Page[Payout]:
    query, value = _asked(ctx, body)
    if ctx.caller.role is not Role.ADMIN:
        return ctx.store.page(query, value, limit=body.limit, cursor=body.cursor, lenient=True)
    act = "wallet.list_payouts"
    return audit.page_shown(
        ctx, act, query, value, limit=body.limit, cursor=body.cursor, lenient=True
    )


def _asked(ctx: Context, body: ListPayouts) -> tuple[Query, object]:
    if ctx.caller.role is not Role.ADMIN or body.lab_id is not None:
        return OF_LAB, named(ctx, body.lab_id)
    return IN_STATES, TO_APPROVE if body.state is None else [body.state]


def _row(payout: Payout, owed: int) -> PayoutRow:
    return PayoutRow(
        payout_id=payout.id,
        lab_id=payout.lab_id,
        paise=payout.paise,
        state=payout.state,
        to=payout.to,
        requested_at=payout.requested_at,
        waits_until=payout.waits_until,
        approvals=len(payout.approvers),
        owed_paise=owed,
        batch_id=payout.batch_id,
        utr=payout.utr,
        failure=payout.failure,
        refusal=payout.refusal,
        ended_at=payout.ended_at,
    )
