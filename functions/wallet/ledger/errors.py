"""What can go wrong with money, one sentence each."""

from core.details import LIMIT_PAISE, MISSING_PAISE
from core.errors import ErrorCode, ScannerError


class InsufficientFunds(ScannerError):
    """The wallet holds too little."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "insufficient-funds"
    sentence = "The wallet lacks `missing_paise`: top it up, then try again."
    gives = (MISSING_PAISE,)


class WalletNotFound(ScannerError):
    """There is no such wallet, or it is not the caller's."""

    code = ErrorCode.NOT_FOUND
    reason = "wallet-not-found"
    sentence = "There is no such wallet: check the id."


class HoldNotFound(ScannerError):
    """There is no such hold in the wallet."""

    code = ErrorCode.NOT_FOUND
    reason = "hold-not-found"
    sentence = "There is no such hold in this wallet: check the id."


class HoldClosed(ScannerError):
    """The hold was captured or released before."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "hold-closed"
    sentence = "This hold was captured or released already: reload the wallet."


class BillingMissing(ScannerError):
    """Nobody could make out an invoice to this organisation."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "billing-details-missing"
    sentence = "Billing details are missing: an owner enters them once, then this works."


class TransactionNotFound(ScannerError):
    """There is no such payment in the wallet that could be given back."""

    code = ErrorCode.NOT_FOUND
    reason = "transaction-not-found"
    sentence = "There is no such captured fee in this wallet: check both ids."


class AmountTooSmall(ScannerError):
    """A refund is a rupee at least, or all that is left."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "amount-too-small"
    sentence = "Refund at least 100 paise, or all of the `limit_paise` that are left."
    gives = (LIMIT_PAISE,)


class AmountTooLarge(ScannerError):
    """More is to be captured or refunded than there is."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "amount-too-large"
    sentence = "At most `limit_paise` are left: give a smaller amount."
    gives = (LIMIT_PAISE,)


class UnbalancedError(AssertionError):
    """A transaction was drafted whose postings do not sum to zero: a fault of ours."""


class LedgerBrokenError(AssertionError):
    """A wallet would hold less than nothing, or money would flow backwards: a fault of ours."""
