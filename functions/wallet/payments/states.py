"""The state tables of payments into wallets, and of refunds and disputes at the gateway."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from wallet.payments.errors import WrongClaimState, WrongPaymentState
from wallet.payments.models import DisputeState, PaymentState, RefundState


class PaymentAction(StrEnum):
    """What can happen to a payment."""

    START = "start"
    FAIL = "fail"
    PAY = "pay"


_S = PaymentState

PAYMENT: Machine[PaymentState, PaymentAction] = Machine(
    "Payment",
    "A payment into a wallet. The gateway reports attempts in any order: one that failed may "
    "still be paid, and what was paid never changes again.",
    {
        (None, PaymentAction.START): step_to(_S.CREATED, Party.CLINIC, Party.LAB),
        **{
            (s, PaymentAction.FAIL): step_to(_S.FAILED, Party.SYSTEM)
            for s in (_S.CREATED, _S.FAILED)
        },
        **{(s, PaymentAction.PAY): step_to(_S.PAID, Party.SYSTEM) for s in (_S.CREATED, _S.FAILED)},
    },
    WrongPaymentState,
)


class RefundAction(StrEnum):
    """What the gateway tells of a refund."""

    ASK = "ask"
    PROCESS = "process"
    FAIL = "fail"


_R = RefundState

REFUND: Machine[RefundState, RefundAction] = Machine(
    "Refund at the gateway",
    "Money that goes back to who paid it. What the gateway tells may come in any order and twice: "
    "a refund that failed is over, even where it was said to be processed before or after.",
    {
        (None, RefundAction.ASK): step_to(_R.PENDING, Party.SYSTEM),
        (_R.PENDING, RefundAction.PROCESS): step_to(_R.PROCESSED, Party.SYSTEM),
        **{
            (s, RefundAction.FAIL): step_to(_R.FAILED, Party.SYSTEM)
            for s in (_R.PENDING, _R.PROCESSED)
        },
    },
    WrongClaimState,
)


class DisputeAction(StrEnum):
    """What the gateway tells of a dispute."""

    OPEN = "open"
    REVIEW = "review"
    DEMAND = "demand"
    WIN = "win"
    CLOSE = "close"
    LOSE = "lose"


_D = DisputeState

#: Undecided: the money is set aside.
UNDECIDED = frozenset({_D.OPEN, _D.UNDER_REVIEW, _D.ACTION_REQUIRED})
#: Over, and the money stays in the wallet.
KEPT = frozenset({_D.WON, _D.CLOSED})

DISPUTE: Machine[DisputeState, DisputeAction] = Machine(
    "Dispute",
    "A payer's bank disputes a payment. What the gateway tells may come in any order and twice. "
    "One that was won may be raised again and lost; one that was lost is over.",
    {
        (None, DisputeAction.OPEN): step_to(_D.OPEN, Party.SYSTEM),
        **{
            (s, action): step_to(to, Party.SYSTEM)
            for action, to in (
                (DisputeAction.REVIEW, _D.UNDER_REVIEW),
                (DisputeAction.DEMAND, _D.ACTION_REQUIRED),
                (DisputeAction.WIN, _D.WON),
                (DisputeAction.CLOSE, _D.CLOSED),
                (DisputeAction.LOSE, _D.LOST),
            )
            for s in sorted(UNDECIDED)
            if s is not to
        },
        **{(s, DisputeAction.LOSE): step_to(_D.LOST, Party.SYSTEM) for s in sorted(KEPT)},
    },
    WrongClaimState,
)
