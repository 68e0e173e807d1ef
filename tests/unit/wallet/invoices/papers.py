"""Documents and entries as they are stored, and what readers find on their pages."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pypdf import PdfReader

from wallet.invoices import layouts
from wallet.invoices.models import Covered, Invoice, InvoiceLine, Paper, total
from wallet.ledger.billing import Billing
from wallet.ledger.charges import Charge
from wallet.ledger.models import TransactionKind, WalletEntry
from wallet.ledger.terms import SaleItem

MOMENT = datetime(2026, 5, 31, 18, 30, tzinfo=UTC)  # the first of June in India
SUPPLIER = Billing(
    legal_name="Scanner Example Private Limited",
    address="1 Example Road, Mumbai 400001",
    state="27",
    gstin="27AAAAA0000A1Z2",
)
CUSTOMER = Billing(
    legal_name="Smile Dental Care LLP",
    address="12 MG Road, Pune 411001",
    state="27",
    gstin="27AAPFU0939F1ZV",
)
HINDI = Billing(legal_name="श्री गणेश दंत चिकित्सालय", address="१२ महात्मा गांधी मार्ग, पुणे", state="27")
MIXED = Billing(legal_name="M/s विद्यार्थी Dental", address="Flat 12, लक्ष्मी भवन, पुणे", state="27")


def line(
    number: int = 1, net: int = 150_000, *, near: bool = True, tax: int = 1_800
) -> InvoiceLine:
    charge = Charge.on(net, tax, same_state=near)
    return InvoiceLine(
        entry=number,
        transaction_id="t" * 20,
        hold_id="h" * 20,
        item=SaleItem.VISIT,
        reference="visits/v5Hs8RcTj2FgWq7nPx0M",
        at=MOMENT - timedelta(days=number),
        tax=tax,
        sac="999316",
        net=charge.net,
        cgst=charge.cgst,
        sgst=charge.sgst,
        igst=charge.igst,
        gross=charge.gross,
    )


def made(*lines: InvoiceLine, number: str = "SC-2627-000123", **changes: object) -> Invoice:
    shown = list(lines or (line(),))
    fields: dict[str, object] = {
        "kind": Paper.INVOICE,
        "wallet_id": "w" * 20,
        "issued_at": MOMENT,
        "covered": Covered(after=0, through=9, first=shown[-1].at, last=shown[0].at),
        "supplier": SUPPLIER,
        "customer": CUSTOMER,
        "sac": "999316",
        "lines": shown,
        "totals": total(shown),
        **changes,
    }
    return Invoice.model_validate(fields).placed(number)


def pages(data: bytes) -> list[str]:
    """The text of each page; the reader knows nothing of what wrote it."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def other_reader(data: bytes) -> str:
    """The text of all pages as the library of a browser finds and copies it."""
    with pdfium.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def printed(invoice: Invoice) -> str:
    return "\n".join(pages(layouts.invoice(invoice)))


def entries(count: int) -> tuple[WalletEntry, ...]:
    """Money in, and set aside and taken by turns."""
    available, held, found = 0, 0, []
    steps = ((TransactionKind.HOLD, -177_000, 177_000), (TransactionKind.CAPTURE, 0, -177_000))
    for number in range(1, count + 1):
        kind, change, aside = (
            steps[number % 2] if number > 1 else (TransactionKind.TOP_UP, 50_000_000, 0)
        )
        available, held = available + change, held + aside
        found.append(
            WalletEntry(
                number=number,
                transaction_id="t" * 20,
                kind=kind,
                reference="visits/v5Hs8RcTj2FgWq7nPx0M",
                available_change=change,
                held_change=aside,
                available=available,
                held_after=held,
                at=MOMENT + timedelta(minutes=number),
                previous="",
                hash="",
            )
        )
    return tuple(found)
