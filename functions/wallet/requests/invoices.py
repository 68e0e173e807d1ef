"""Requests about invoices, statements as files, and the platform's totals. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.fields import DocId
from core.figures import Days
from wallet.models import Amounts, Paper
from wallet.requests.examples import WALLET

_NUMBER, _NOTE = "SC-2627-000123", "SN-2627-000007"
_LINK = {"url": "https://storage.googleapis.com/…", "expires_at": "2026-06-01T04:10:00Z"}

InvoiceId = Annotated[str, StringConstraints(pattern=r"^S[CN]-[0-9]{4}-[0-9]{6,8}$")]
Month = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


class IssueInvoices(Message):
    """Invoice what the caller's own wallet bought so far or, for admins, the one that is named."""

    wallet_id: DocId | None = None

    example: ClassVar = {}


class InvoicesIssued(Message):
    """The numbers of what was made just now, invoices and credit notes; none is fine."""

    numbers: list[str]

    example: ClassVar = {"numbers": [_NUMBER, _NOTE]}


class ListInvoices(Message):
    """One page of a wallet's invoices and credit notes, the last one first."""

    wallet_id: DocId | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"limit": 50}


class InvoiceRow(Message):
    """An invoice or a credit note as a list shows it. `follows` is the invoice of a credit note."""

    invoice_id: str
    kind: Paper
    issued_at: AwareDatetime
    totals: Amounts
    follows: str | None

    example: ClassVar = {
        "invoice_id": _NUMBER,
        "kind": "invoice",
        "issued_at": "2026-06-01T04:00:00Z",
        "totals": {"net": 225000, "cgst": 20250, "sgst": 20250, "igst": 0, "gross": 265500},
        "follows": None,
    }


class Invoices(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    invoices: list[InvoiceRow]
    cursor: str | None

    example: ClassVar = {"invoices": [InvoiceRow.example], "cursor": None}


class GetInvoiceLink(Message):
    """A link to the PDF of an invoice or a credit note."""

    invoice_id: InvoiceId

    example: ClassVar = {"invoice_id": _NUMBER}


class FileLink(Message):
    """A signed link, the name that the file is saved under, and when the link stops working."""

    url: str
    file_name: str
    expires_at: AwareDatetime

    example: ClassVar = {**_LINK, "file_name": f"{_NUMBER}.pdf"}


class GetStatementFile(Days):
    """The entries of some days, as a table for spreadsheets or on paper."""

    wallet_id: DocId | None = None
    format: Literal["csv", "pdf"]

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30", "format": "csv"}


class StartBilling(Message):
    """Have the invoices of a month made, a page of wallets at a time."""

    month: Month
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"month": "2026-05"}


class BillingStarted(Message):
    """For how many wallets, and the cursor for the next; no cursor, no more of them."""

    enqueued: int
    cursor: str | None

    example: ClassVar = {"enqueued": 41, "cursor": None}


class BillWallet(Message):
    """What the task `bill` is handed: ids only."""

    wallet_id: DocId
    month: Month

    example: ClassVar = {"wallet_id": WALLET, "month": "2026-05"}


class GetTotals(Days):
    """What the platform earned in some days, by the time of booking."""

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class Totals(Message):
    """Fees net, the tax on them, and what labs are owed, refunds taken off."""

    currency: Literal["INR"] = "INR"
    revenue: int
    tax: int
    payable: int

    example: ClassVar = {"currency": "INR", "revenue": 12300000, "tax": 2214000, "payable": 0}
