"""What can go wrong with prices, one sentence each."""

from core.details import Detail
from core.errors import ErrorCode, ScannerError


class PricesChanged(ScannerError):
    """The price list that was shown is not the one that applies."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "prices-changed"
    sentence = "The prices have changed: show those of `price_list`, then ask again with it."
    gives = (Detail("price_list", int, "The number of the price list in force."),)


class TariffNotFound(ScannerError):
    """No version of the tariff was published."""

    code = ErrorCode.NOT_FOUND
    reason = "tariff-not-found"
    sentence = "There is no such tariff: check its name, or publish its first price list."
