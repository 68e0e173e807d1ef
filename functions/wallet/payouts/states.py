"""The state table of payouts."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from wallet.payouts.errors import WrongPayoutState
from wallet.payouts.models import PayoutState


class PayoutAction(StrEnum):
    """What can happen to a payout."""

    REQUEST = "request"
    ENDORSE = "endorse"
    APPROVE = "approve"
    EXPORT = "export"
    SEND = "send"
    PAY = "pay"
    FAIL = "fail"
    RETURN = "return"
    REJECT = "reject"
    CANCEL = "cancel"


_S, _A = PayoutState, PayoutAction
_WAITING = (_S.REQUESTED, _S.ENDORSED)
_UNDER_WAY = (_S.EXPORTED, _S.SENT)

PAYOUT: Machine[PayoutState, PayoutAction] = Machine(
    "Payout",
    "A payout of a lab. Its money is set aside until the bank has it or it ends otherwise. The "
    "bank tells late, twice and in any order: one that came back may never have been told as paid.",
    {
        (None, _A.REQUEST): step_to(_S.REQUESTED, Party.LAB, Party.SYSTEM),
        # Again, where who endorsed it is no admin any more.
        **{(s, _A.ENDORSE): step_to(_S.ENDORSED, Party.ADMIN) for s in _WAITING},
        **{(s, _A.APPROVE): step_to(_S.APPROVED, Party.ADMIN) for s in _WAITING},
        **{(s, _A.CANCEL): step_to(_S.CANCELLED, Party.LAB) for s in _WAITING},
        **{(s, _A.REJECT): step_to(_S.REJECTED, Party.ADMIN) for s in (*_WAITING, _S.APPROVED)},
        (_S.APPROVED, _A.EXPORT): step_to(_S.EXPORTED, Party.ADMIN),
        (_S.APPROVED, _A.SEND): step_to(_S.SENT, Party.ADMIN),
        **{(s, _A.PAY): step_to(_S.PAID, Party.ADMIN, Party.SYSTEM) for s in _UNDER_WAY},
        **{(s, _A.FAIL): step_to(_S.FAILED, Party.ADMIN, Party.SYSTEM) for s in _UNDER_WAY},
        **{
            (s, _A.RETURN): step_to(_S.RETURNED, Party.ADMIN, Party.SYSTEM)
            for s in (*_UNDER_WAY, _S.PAID)
        },
    },
    WrongPayoutState,
    contents={
        _A.PAY: ("utr",),
        _A.FAIL: ("failure",),
        _A.RETURN: ("failure",),
        _A.REJECT: ("refusal",),
    },
)

#: The end of a payout that came back is the same, whether or not what led to it was told before.
COMES_LATE = {(_S.RETURNED, _A.PAY), (_S.RETURNED, _A.FAIL)}

#: Its money is still set aside.
OPEN = frozenset({*_WAITING, _S.APPROVED, *_UNDER_WAY})
#: An admin has to do something about it.
TO_APPROVE = sorted(_WAITING)
