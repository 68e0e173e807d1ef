"""What can go wrong with payments in, one sentence each."""

from core.details import STEP
from core.errors import ErrorCode, ScannerError


class OnlinePaymentNotConfigured(ScannerError):
    """The platform has no keys of the payment gateway."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "online-payment-not-configured"
    sentence = "Online payment is not set up here: ask an admin to credit the wallet."


class PaymentGatewayUnavailable(ScannerError):
    """The payment gateway did not answer, or refused."""

    code = ErrorCode.UNAVAILABLE
    reason = "payment-gateway-unavailable"
    sentence = "The payment gateway does not answer: call again with the same idempotency key."


class WrongPaymentState(ScannerError):
    """A payment that was paid does not change again."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-payment-state"
    sentence = "This payment was booked already: reload the wallet."
    gives = STEP


class WrongClaimState(ScannerError):
    """A refund or dispute that is over does not change again."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "wrong-claim-state"
    sentence = "This refund or dispute is over: reload the wallet."
    gives = STEP


class PaymentNotBookedError(Exception):
    """Money came in, or something about it, that was not booked: an operator looks after it."""
