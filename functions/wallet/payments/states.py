"""The state table of payments into wallets."""

from enum import StrEnum

from core.machines import Machine, Party, step_to
from wallet.payments.errors import WrongPaymentState
from wallet.payments.models import PaymentState


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
