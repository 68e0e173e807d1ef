"""Numbers of invoices, credit notes and vouchers: consecutive within a series and a financial year.

At most sixteen letters, digits and hyphens: CGST Rules 2017, rules 46(b), 50(b), 51(b), 53(1A)(c).
"""

from datetime import datetime

from wallet.invoices.models import Paper
from wallet.ledger.accounting_periods import financial_year

_SERIES = {
    Paper.INVOICE: "SC",
    Paper.CREDIT_NOTE: "SN",
    # No document of the GST law, so not among those that its returns list.
    Paper.FINANCIAL_CREDIT_NOTE: "SF",
    Paper.RECEIPT_VOUCHER: "SR",
    Paper.REFUND_VOUCHER: "SV",
}


def series_of(kind: Paper, issued_at: datetime) -> str:
    """Name the series of a document, such as `SC-2627`."""
    return f"{_SERIES[kind]}-{financial_year(issued_at)}"


def kind_of(series: str) -> Paper:
    """Return what the documents of a series are.

    Raises:
        KeyError: there is no such series.
    """
    return {prefix: kind for kind, prefix in _SERIES.items()}[series.partition("-")[0]]


def number_in(series: str, place: int) -> str:
    """Return the number at a place of a series, such as `SC-2627-000123`.

    Sixteen characters last for 99,999,999 of them a year.
    """
    return f"{series}-{place:06d}"
