"""What can go wrong with invoices and statements, one sentence each."""

from core.details import LIMIT, Detail
from core.errors import ErrorCode, ScannerError
from wallet.invoices.limits import MOST


class SupplierMissing(ScannerError):
    """The platform's own details do not allow an invoice."""

    code = ErrorCode.FAILED_PRECONDITION
    reason = "supplier-details-missing"
    sentence = "The platform's own billing details are missing: support sets them, then this works."


class InvoiceNotFound(ScannerError):
    """There is no such invoice or credit note of the wallet."""

    code = ErrorCode.NOT_FOUND
    reason = "invoice-not-found"
    sentence = "There is no such invoice or credit note in this wallet: check the number."


class StatementTooLong(ScannerError):
    """More entries than fit into one file."""

    code = ErrorCode.INVALID_ARGUMENT
    reason = "statement-too-long"
    sentence = (
        "There are more than `limit` entries in this time: take CSV, which has room for "
        f"{MOST['csv']:,}, a PDF for {MOST['pdf']:,}, or ask for a shorter time."
    )
    gives = (LIMIT,)


class StatementTooOld(ScannerError):
    """The entries of that time were kept for as long as the law asks, and are gone."""

    code = ErrorCode.NOT_FOUND
    reason = "statement-too-old"
    sentence = "Entries of that time are not kept any more: ask for a time from `begins` on."
    gives = (Detail("begins", str, "The first day that there is, such as 2026-05-04."),)
