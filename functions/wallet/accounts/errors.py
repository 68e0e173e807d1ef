"""What can go wrong with the terms of wallets, one sentence each."""

from core.errors import ErrorCode, ScannerError


class TooManyBillingDetails(ScannerError):
    """The billing details have changed more often than a wallet keeps."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "too-many-billing-details"
    sentence = "These details changed too often: set earlier ones again, or write to support."
