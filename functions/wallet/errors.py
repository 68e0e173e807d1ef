"""What can go wrong with money, one sentence each."""

from core.errors import Code, ScannerError


class InsufficientFunds(ScannerError):
    """The wallet holds too little."""

    code = Code.FAILED_PRECONDITION
    reason = "insufficient-funds"
    sentence = "The wallet lacks `missing_paise`: top it up, then try again."


class WalletNotFound(ScannerError):
    """There is no such wallet, or it is not the caller's."""

    code = Code.NOT_FOUND
    reason = "wallet-not-found"
    sentence = "There is no such wallet: check the id."


class HoldNotFound(ScannerError):
    """There is no such hold in the wallet."""

    code = Code.NOT_FOUND
    reason = "hold-not-found"
    sentence = "There is no such hold in this wallet: check the id."


class HoldClosed(ScannerError):
    """The hold was captured or released before."""

    code = Code.FAILED_PRECONDITION
    reason = "hold-closed"
    sentence = "This hold was captured or released already: reload the wallet."


class PricesChanged(ScannerError):
    """The price list that was shown is not the one that applies."""

    code = Code.FAILED_PRECONDITION
    reason = "prices-changed"
    sentence = "The prices have changed: show those of `price_list`, then ask again with it."


class BillingMissing(ScannerError):
    """Nobody could make out an invoice to this organisation."""

    code = Code.FAILED_PRECONDITION
    reason = "billing-details-missing"
    sentence = "Billing details are missing: an owner enters them once, then this works."


class TransactionNotFound(ScannerError):
    """There is no such payment in the wallet that could be given back."""

    code = Code.NOT_FOUND
    reason = "transaction-not-found"
    sentence = "There is no such captured fee in this wallet: check both ids."


class AmountTooSmall(ScannerError):
    """A refund is a rupee at least, or all that is left."""

    code = Code.INVALID_ARGUMENT
    reason = "amount-too-small"
    sentence = "Refund at least 100 paise, or all of the `limit_paise` that are left."


class AmountTooLarge(ScannerError):
    """More is to be captured or refunded than there is."""

    code = Code.INVALID_ARGUMENT
    reason = "amount-too-large"
    sentence = "At most `limit_paise` are left: give a smaller amount."


class SupplierMissing(ScannerError):
    """The platform's own details do not allow an invoice."""

    code = Code.FAILED_PRECONDITION
    reason = "supplier-details-missing"
    sentence = "The platform's own billing details are missing: support sets them, then this works."


class OnlinePaymentNotConfigured(ScannerError):
    """The platform has no keys of the payment gateway."""

    code = Code.FAILED_PRECONDITION
    reason = "online-payment-not-configured"
    sentence = "Online payment is not set up here: ask an admin to credit the wallet."


class PaymentGatewayUnavailable(ScannerError):
    """The payment gateway did not answer, or refused."""

    code = Code.UNAVAILABLE
    reason = "payment-gateway-unavailable"
    sentence = "The payment gateway does not answer: call again with the same idempotency key."


class WrongPaymentState(ScannerError):
    """A payment that was paid does not change again."""

    code = Code.FAILED_PRECONDITION
    reason = "wrong-payment-state"
    sentence = "This payment was booked already: reload the wallet."


class PaymentNotBookedError(Exception):
    """Money came in, or something about it, that was not booked: an operator looks after it."""


class InvoiceNotFound(ScannerError):
    """There is no such invoice or credit note of the wallet."""

    code = Code.NOT_FOUND
    reason = "invoice-not-found"
    sentence = "There is no such invoice or credit note in this wallet: check the number."


class StatementTooLong(ScannerError):
    """More entries than fit into one file."""

    code = Code.INVALID_ARGUMENT
    reason = "statement-too-long"
    sentence = "There are more than `limit` entries in this time: ask for a shorter one."


class StatementTooOld(ScannerError):
    """The entries of that time were kept for as long as the law asks, and are gone."""

    code = Code.NOT_FOUND
    reason = "statement-too-old"
    sentence = "Entries of that time are not kept any more: ask for a time from `begins` on."


class UnbalancedError(AssertionError):
    """A transaction was drafted whose postings do not sum to zero: a fault of ours."""


class LedgerBrokenError(AssertionError):
    """A wallet would hold less than nothing, or money would flow backwards: a fault of ours."""
