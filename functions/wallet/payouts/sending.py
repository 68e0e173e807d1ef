"""Hands approved payouts to the gateway, each once, whatever dies or is lost on the way.

A payout is marked as sent before the gateway is asked. So whoever dies in between leaves one that
is looked for at the gateway before it is asked again; its id is the gateway's idempotency key.
"""

from core import log
from core.context import Context
from core.errors import ScannerError
from core.units import UnitOfWork
from wallet.payouts import booking, gateway_events
from wallet.payouts.approving import payable_method
from wallet.payouts.errors import (
    LabInDebt,
    PayoutGatewayUnavailableError,
    PayoutMethodChanged,
    PayoutMethodMissing,
    PayoutNotBookedError,
    PayoutNotFound,
    WrongPayoutState,
)
from wallet.payouts.models import Failure, Payout, PayoutMethod
from wallet.payouts.payout_gateway import GatewayPayout, GatewayRefusedError, PayoutGateway
from wallet.payouts.requests.results import PayoutSent, PayoutsSent, SendOutcome, SendPayouts
from wallet.payouts.states import PAYOUT, PayoutAction

_NOT_PAYABLE = (PayoutMethodMissing, PayoutMethodChanged, LabInDebt)
_NOT_READY = (*_NOT_PAYABLE, PayoutNotFound, WrongPayoutState)


def send(ctx: Context, at: PayoutGateway, body: SendPayouts) -> PayoutsSent:
    """Hand payouts to the gateway. One that cannot go stops no other.

    Two transactions and up to three requests to the gateway for each. What was sent before is
    looked for there: an answer or an event that was lost is caught up with.
    """
    return PayoutsSent(payouts=[_sent(ctx, at, each) for each in dict.fromkeys(body.payout_ids)])


def _sent(ctx: Context, at: PayoutGateway, payout_id: str) -> PayoutSent:
    try:
        payout, method, again = ctx.store.run(lambda unit: _claimed(unit, ctx, payout_id))
    except _NOT_READY as err:
        return _told(ctx, payout_id, SendOutcome.NOT_READY, err)
    try:
        made = _made(at, payout, method, again=again)
    except PayoutGatewayUnavailableError as err:
        return _told(ctx, payout_id, SendOutcome.UNANSWERED, err)
    except GatewayRefusedError as err:
        if again:  # refused as a repetition, perhaps of one that was made: people look
            log.failure("payout not booked", PayoutNotBookedError(), payout=payout_id)
            return _told(ctx, payout_id, SendOutcome.UNANSWERED, err)
        ctx.store.run(lambda unit: _refused(unit, ctx, payout_id))
        return _told(ctx, payout_id, SendOutcome.REFUSED, err)
    outcome = gateway_events.tell(ctx, made)
    if outcome in gateway_events.ALARMS:
        log.failure("payout not booked", PayoutNotBookedError(), payout=payout_id, outcome=outcome)
    return _told(ctx, payout_id, SendOutcome.SENT)


def _claimed(
    unit: UnitOfWork, ctx: Context, payout_id: str
) -> tuple[Payout, PayoutMethod | None, bool]:
    """Mark a payout as sent; where it was before, say so, with the account if it may go there."""
    payout = booking.found(unit, payout_id)
    if PAYOUT.step(payout.state, PayoutAction.SEND) is None:
        try:
            return payout, payable_method(unit, payout), True
        except _NOT_PAYABLE:
            return payout, None, True
    method = payable_method(unit, payout)
    return booking.take(unit, ctx, payout, PayoutAction.SEND), method, False


def _made(
    at: PayoutGateway, payout: Payout, method: PayoutMethod | None, *, again: bool
) -> GatewayPayout:
    """Make the payout at the gateway, or find it there.

    Raises:
        PayoutGatewayUnavailableError, GatewayRefusedError.
    """
    if again and (found := at.find(payout.id)) is not None:
        return found
    if method is None or payout.gateway_id is not None:
        raise GatewayRefusedError  # it may be under way, to an account that is no more
    try:
        return at.make(payout, method)
    except GatewayRefusedError:
        # Perhaps because of the same request, by another call at the same time, which was taken.
        if (found := at.find(payout.id)) is None:
            raise
        return found


def _refused(unit: UnitOfWork, ctx: Context, payout_id: str) -> None:
    payout = booking.found(unit, payout_id)
    if PAYOUT.allows(payout.state, PayoutAction.FAIL) and payout.gateway_id is None:
        booking.take(unit, ctx, payout, PayoutAction.FAIL, failure=Failure.GATEWAY_REFUSED)


def _told(
    ctx: Context, payout_id: str, outcome: SendOutcome, err: Exception | None = None
) -> PayoutSent:
    if err is not None:
        reason = err.reason if isinstance(err, ScannerError) else type(err).__name__
        log.warn("payout not sent", payout=payout_id, outcome=outcome, reason=reason)
    now = ctx.store.get(Payout, payout_id)
    return PayoutSent(payout_id=payout_id, outcome=outcome, state=now.state if now else None)
