"""The services accounting code (SAC) of what is sold. Codes and their sources are settings."""

from core import settings
from wallet.ledger.terms import SaleItem

_CODES = {
    SaleItem.VISIT: settings.SAC_VISIT,
    SaleItem.LATE_CANCELLATION: settings.SAC_CANCELLATION,
    SaleItem.NO_SHOW: settings.SAC_CANCELLATION,
    SaleItem.COMMISSION: settings.SAC_COMMISSION,
    SaleItem.ADVANCE: settings.SAC_ADVANCE,
}


def code_of(item: SaleItem) -> str:
    """Return the code of a kind of sale."""
    return _CODES[item].value
