"""Books the ends of payouts: money that left, that never left, or that came back."""

from collections.abc import Callable

from core import audit
from core.access import Role
from core.context import Context
from core.fields import END
from core.units import UnitOfWork
from messaging.service import Audience, Notice, notify
from wallet.ledger import operations
from wallet.ledger.errors import InsufficientFunds, LedgerBrokenError
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Hold, Wallet
from wallet.payouts.errors import PayoutNotFound
from wallet.payouts.models import Payout, PayoutState
from wallet.payouts.states import PAYOUT, PayoutAction

_A = PayoutAction

#: What the lab's owners hear of a step; of the others they are told by what follows.
_TOLD = {
    _A.APPROVE: Notice.PAYOUT_APPROVED,
    _A.REJECT: Notice.PAYOUT_REJECTED,
    _A.PAY: Notice.PAYOUT_PAID,
    _A.FAIL: Notice.PAYOUT_FAILED,
    _A.RETURN: Notice.PAYOUT_RETURNED,
}


def found(unit: UnitOfWork, payout_id: str, lab_id: str | None = None) -> Payout:
    """Read a payout, of this lab where one is named. One read.

    Raises:
        PayoutNotFound.
    """
    payout = unit.get(Payout, payout_id)
    if payout is None or lab_id not in {None, payout.lab_id}:
        raise PayoutNotFound
    return payout


def posting(ctx: Context, payout_id: str, step: str) -> PostingRequest:
    """Return the posting request of a payout's step: whatever tells of it, it is booked once."""
    return PostingRequest(ctx.caller.uid, f"payouts/{payout_id}/{step}", payout_id)


def set_aside(
    unit: UnitOfWork, ctx: Context, payout_id: str, lab_id: str, paise: int
) -> tuple[str, Callable[[], None]]:
    """Set a payout's money aside; the hold's id, and what writes it. Two reads, four writes.

    The hold does not expire: the payout ends it.

    Raises:
        InsufficientFunds: whatever credit the lab has.
    """
    now = ctx.clock.now()
    journal = Journal(unit, now)
    wallet = journal.wallet(lab_id, Role.LAB)
    if paise > wallet.available:  # credit is for what is bought here
        raise InsufficientFunds(missing_paise=paise - max(0, wallet.available))
    made = Hold(reference=Payout.path_for(payout_id), amount=paise, made_at=now, expires_at=END)
    booked = operations.hold(journal, posting(ctx, payout_id, "hold"), wallet, made)
    return booked.id, journal.write


def take(
    unit: UnitOfWork, ctx: Context, payout: Payout, action: PayoutAction, **changes: object
) -> Payout:
    """Take a step that the table has from here: its money, its record, its audit entry, its notice.

    Two reads and seven writes where money is booked, a read more where what was paid comes back;
    else three writes, of which one is a notice.

    Raises:
        WrongPayoutState.
    """
    step = PAYOUT.must(payout.state, action)
    booked = _booked(unit, ctx, payout, action)
    ended = {"ended_at": ctx.clock.now()} if booked else {}
    after = unit.change(payout, state=step.to, **booked, **ended, **changes)
    audit.record(unit, ctx, f"wallet.payout_{action}", Payout.path_for(payout.id))
    if action in _TOLD:
        owners = Audience.organisation(Role.LAB, payout.lab_id)
        notify(unit, ctx.store, ctx.clock, owners, _TOLD[action], payout=payout.id)
    return after


def _booked(
    unit: UnitOfWork, ctx: Context, payout: Payout, action: PayoutAction
) -> dict[str, object]:
    """Book what a step does to the money; what it made, by the names of the payout's fields."""
    if action in {_A.ENDORSE, _A.APPROVE, _A.EXPORT, _A.SEND}:
        return {}
    unit.ahead((Wallet, payout.lab_id), (Hold, payout.lab_id, payout.hold_id))
    journal = Journal(unit, ctx.clock.now())
    wallet = journal.wallet(payout.lab_id, Role.LAB)
    made: dict[str, object] = {"paid_by": payout.paid_by}
    if action in {_A.FAIL, _A.REJECT, _A.CANCEL}:
        operations.release(journal, posting(ctx, payout.id, "end"), wallet, payout.hold_id)
    elif payout.state is not PayoutState.PAID:
        request = posting(ctx, payout.id, "end")
        paid = operations.pay_out(journal, request, wallet, payout.hold_id, payout.paise)
        made["paid_by"] = paid.id
        if action is _A.RETURN:
            back = posting(ctx, payout.id, "return")
            made["returned_by"] = operations.take_back(journal, back, wallet, paid).id
    else:
        before = journal.transaction(payout.paid_by or "")
        if before is None:
            raise LedgerBrokenError
        back = posting(ctx, payout.id, "return")
        made["returned_by"] = operations.take_back(journal, back, wallet, before).id
    _date(journal, wallet, payout, ctx)
    journal.write()
    return made


def _date(journal: Journal, wallet: Wallet, payout: Payout, ctx: Context) -> None:
    """Date a hold by its payout's last end: the books keep both from then on."""
    hold = journal.hold(wallet.id, payout.hold_id)
    now = ctx.clock.now()
    if hold is not None and hold.expires_at != now:
        ended = hold.model_copy(update={"expires_at": now})
        journal.set_hold(wallet.id, payout.hold_id, ended)
