"""Finds what refund vouchers gave back of a payment or payout, for when the bank sends it back."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.queries import Query
from core.store import Store
from wallet.invoices.models import VOUCHERS, Invoice, InvoiceLine, Paper

_OF_KIND = Query(Invoice, where=(("wallet_id", "=="), ("kind", "==")))


class VoucherLine(NamedTuple):
    """A line of a voucher, and which of both kinds it is of."""

    kind: Paper
    line: InvoiceLine


def read(store: Store, wallet_id: str, references: frozenset[str]) -> tuple[VoucherLine, ...]:
    """Return the lines of a wallet's vouchers that are of references: a read for each voucher.

    None where there is no reference: money that the bank sends back is rare.
    """
    documents = (
        made
        for kind in sorted(VOUCHERS if references else ())
        for made in store.each(_OF_KIND, wallet_id, kind)
    )
    return tuple(
        each for made in documents for each in of(made) if each.line.reference in references
    )


def of(document: Invoice) -> list[VoucherLine]:
    """Return the lines of a document with its kind."""
    return [VoucherLine(document.kind, line) for line in document.lines]


def outstanding(lines: Iterable[VoucherLine], reference: str) -> int:
    """Return what was given back of a reference and not received again since, in paise.

    What was received before anything was given back is the payment itself.
    """
    same = [each for each in lines if each.line.reference == reference]
    gone = _of_paper(same, Paper.REFUND_VOUCHER)
    if not gone:
        return 0
    first = min(line.entry for line in gone)
    again = [line for line in _of_paper(same, Paper.RECEIPT_VOUCHER) if line.entry > first]
    return sum(line.gross for line in gone) - sum(line.gross for line in again)


def _of_paper(lines: Sequence[VoucherLine], kind: Paper) -> list[InvoiceLine]:
    return [each.line for each in lines if each.kind is kind]
