"""Admins decide on payouts: one approves, of large ones two; or one turns them down."""

from core import settings
from core.context import Context
from core.units import UnitOfWork
from wallet.ledger.models import Wallet
from wallet.payouts import booking
from wallet.payouts.errors import (
    LabInDebt,
    OwnPayout,
    PayoutMethodChanged,
    PayoutMethodMissing,
    PayoutMethodTooNew,
)
from wallet.payouts.models import Payout, PayoutMethod, PayoutState
from wallet.payouts.requests.payouts import ApprovePayout, PayoutMoved, RejectPayout
from wallet.payouts.states import PAYOUT, PayoutAction


def approve(ctx: Context, body: ApprovePayout) -> PayoutMoved:
    """Approve a payout: from a limit on the first of two do so, and it is endorsed.

    Three reads, and one more for the second of two; two or three writes. Who approved it before
    changes nothing by doing so again. What somebody approved who is no admin any more counts as
    nothing: a payout that needs two is endorsed anew.

    Raises:
        PayoutNotFound, WrongPayoutState, LabInDebt.
        OwnPayout: the caller asked for it, as a member of the lab that it was then.
        PayoutMethodTooNew: the account was changed shortly before it was asked for.
        PayoutMethodChanged, PayoutMethodMissing: it is not there, or another one, by now.
    """
    from accounts import service as accounts  # the other functions of the wallet do without

    def work(unit: UnitOfWork) -> Payout:
        payout = booking.found(unit, body.payout_id)
        uid = ctx.caller.uid
        if uid in payout.approvers and payout.state in {PayoutState.ENDORSED, PayoutState.APPROVED}:
            return payout
        if PAYOUT.step(payout.state, PayoutAction.APPROVE) is None:
            return payout
        if uid == payout.requested_by or ctx.caller.org == payout.lab_id:
            raise OwnPayout
        if ctx.clock.now() < payout.waits_until:
            raise PayoutMethodTooNew(waits_until=payout.waits_until.isoformat())
        payable_method(unit, payout)
        before = [each for each in payout.approvers if accounts.is_active_admin(unit, each)]
        two = payout.paise >= settings.PAYOUT_SECOND_APPROVAL.value
        action = PayoutAction.ENDORSE if two and not before else PayoutAction.APPROVE
        return booking.take(unit, ctx, payout, action, approvers=[*before, uid])

    return _moved(ctx.store.run(work))


def reject(ctx: Context, body: RejectPayout) -> PayoutMoved:
    """Turn a payout down before it leaves; the lab has its money again.

    Raises:
        PayoutNotFound, WrongPayoutState.
        DoneOtherwise: it was turned down for another reason.
    """

    def work(unit: UnitOfWork) -> Payout:
        payout = booking.found(unit, body.payout_id)
        said = {"refusal": body.refusal}
        if PAYOUT.step(payout.state, PayoutAction.REJECT, kept=payout, said=said) is None:
            return payout
        return booking.take(unit, ctx, payout, PayoutAction.REJECT, **said)

    return _moved(ctx.store.run(work))


def payable_method(unit: UnitOfWork, payout: Payout) -> PayoutMethod:
    """Read the account that a payout goes to, and whether its lab owes the platform. Two reads.

    Raises:
        PayoutMethodMissing.
        PayoutMethodChanged: it is not the account that the payout was asked for to.
        LabInDebt: the money that is set aside is the platform's by now.
    """
    unit.ahead((PayoutMethod, payout.lab_id), (Wallet, payout.lab_id))
    method = unit.get(PayoutMethod, payout.lab_id)
    if method is None:
        raise PayoutMethodMissing
    if method.since != payout.method_since:
        raise PayoutMethodChanged
    if owed := owed_by(unit.get(Wallet, payout.lab_id)):
        raise LabInDebt(owed_paise=owed)
    return method


def owed_by(wallet: Wallet | None) -> int:
    """Return what a lab owes the platform, in paise: how far its wallet is below zero."""
    return max(0, -wallet.available) if wallet else 0


def _moved(payout: Payout) -> PayoutMoved:
    return PayoutMoved(payout_id=payout.id, state=payout.state)
