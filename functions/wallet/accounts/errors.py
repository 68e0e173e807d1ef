"""What can go wrong with the terms of wallets, one sentence each."""

from core.errors import ErrorCode, ScannerError


class TooManyBillingDetails(ScannerError):
    """The wallet sold under as many billing details as it keeps."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "too-many-billing-details"
    sentence = "Too much was sold under other details: set earlier ones again, or write to support."
