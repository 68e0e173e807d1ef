"""Requests about invoices, statements as files, and the platform's totals. Amounts in paise."""

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.fields import Cursor, DocId
from core.figures import DateRange
from core.paging import PageRequest, PageResponse
from wallet.examples import WALLET
from wallet.invoices.limits import MOST, Format
from wallet.invoices.models import Amounts, Paper

_NUMBER, _NOTE = "SC-2627-000123", "SN-2627-000007"
_LINK = {"url": "https://storage.googleapis.com/…", "expires_at": "2026-06-01T04:10:00Z"}

InvoiceId = Annotated[str, StringConstraints(pattern=r"^S[CFNRV]-[0-9]{4}-[0-9]{6,8}$")]
Month = Annotated[
    str,
    StringConstraints(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$"),
    Field(
        description="The month in India, `YYYY-MM`; all that was bought before its end is invoiced."
    ),
]


class IssueInvoices(Message):
    """Invoice what the caller's own wallet bought so far or, for admins, the one that is named."""

    wallet_id: DocId | None = Field(
        default=None,
        description="The wallet, for admins: the id of its clinic or lab. Others leave it out, or "
        "name their own.",
    )

    example: ClassVar = {}


class InvoicesIssued(Message):
    """The numbers of what was made just now, invoices and credit notes; none is fine."""

    numbers: list[str] = Field(
        description="The numbers of the documents that this call made, `SC-…` for invoices and "
        "`SN-…` for credit notes, `SF-…` for financial credit notes, `SR-…` and `SV-…` for receipt "
        "and refund vouchers; empty where there was nothing new."
    )

    example: ClassVar = {"numbers": [_NUMBER, _NOTE]}


class ListInvoices(PageRequest):
    """One page of a wallet's invoices and credit notes, the last one first."""

    wallet_id: DocId | None = Field(
        default=None,
        description="The wallet, for admins: the id of its clinic or lab. Others leave it out, or "
        "name their own.",
    )

    example: ClassVar = {"limit": 50}


class InvoiceRow(Message):
    """An invoice or a credit note as a list shows it."""

    invoice_id: str = Field(
        description="The number, which is its id: `wallet/get_invoice_link` takes it."
    )
    kind: Paper = Field(
        description="What it is: a `credit_note` takes back what an `invoice` billed, a "
        "`financial_credit_note` gives money back without the tax, for which it is too late by "
        "law. A `receipt_voucher` says that an advance was received, a `refund_voucher` that it "
        "went back."
    )
    issued_at: AwareDatetime = Field(
        description="Its date, in UTC; the one on the paper is that of India. What is made out in "
        "the first days of a month for the one before is dated on that one's last day."
    )
    totals: Amounts = Field(
        description="What it comes to, in paise; on a credit note, what is given back."
    )
    follows: str | None = Field(
        description="The number of the invoice that a credit note takes from, or of the receipt "
        "voucher that a refund voucher follows; null for others."
    )

    example: ClassVar = {
        "invoice_id": _NUMBER,
        "kind": "invoice",
        "issued_at": "2026-06-01T04:00:00Z",
        "totals": {"net": 225000, "cgst": 20250, "sgst": 20250, "igst": 0, "gross": 265500},
        "follows": None,
    }


class Invoices(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    invoices: list[InvoiceRow] = Field(
        description="The documents of this page, the last one first; empty where there are none."
    )

    example: ClassVar = {"invoices": [InvoiceRow.example], "cursor": None}


class GetInvoiceLink(Message):
    """A link to the PDF of an invoice or a credit note."""

    invoice_id: InvoiceId = Field(
        description="The number of the invoice or credit note, such as `SC-2627-000123`."
    )

    example: ClassVar = {"invoice_id": _NUMBER}


class DocumentLink(Message):
    """A signed link, the name that the file is saved under, and when the link stops working."""

    url: str = Field(
        description="Signed link to the file, for GET alone, that works until `expires_at`."
    )
    file_name: str = Field(description="The name that browsers save the file under.")
    expires_at: AwareDatetime = Field(
        description="When the link stops working, in UTC, some minutes from now; ask again for a "
        "new one."
    )

    example: ClassVar = {**_LINK, "file_name": f"{_NUMBER}.pdf"}


class GetStatementFile(DateRange):
    """The entries of some days, as a table for spreadsheets or on paper."""

    wallet_id: DocId | None = Field(
        default=None,
        description="The wallet, for admins: the id of its clinic or lab. Others leave it out, or "
        "name their own.",
    )
    format: Format = Field(
        default="pdf",
        description=f"`csv`: a table for spreadsheets, amounts in rupees and in paise, "
        f"{MOST['csv']:,} entries at most. `pdf`: pages to print, {MOST['pdf']:,} entries at most.",
    )

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30", "format": "csv"}


class StartBilling(Message):
    """Have the invoices of a month made, of all wallets."""

    month: Month

    example: ClassVar = {"month": "2026-05"}


class BillingStarted(Message):
    """Whether it was begun: it goes through all wallets by itself, a page a task."""

    started: bool = Field(
        description="False: this month was started within the last hour, and that goes on."
    )

    example: ClassVar = {"started": True}


class BillPage(Message):
    """What the task `bill` is handed for a page of wallets: ids only."""

    month: Month
    part: Literal["all", "middle"] = Field(
        default="all",
        description="`all` invoices the month; `middle` only what would be older than 30 days at "
        "its end.",
    )
    after: Cursor | Literal[""] = Field(
        default="",
        description="Where the page begins: the `cursor` of the page before. Empty for the first.",
    )
    run: Annotated[str, StringConstraints(pattern=r"^([0-9]{14})?$")] = Field(
        default="",
        description="When the run began, `YYYYMMDDhhmmss` in UTC: its tasks are named after it, "
        "as the names of the run before may still be taken. Empty in tasks of earlier releases.",
    )

    example: ClassVar = {"month": "2026-05", "part": "all", "after": "", "run": "20260531203000"}


class BillWallet(Message):
    """What the task `bill` is handed: ids only."""

    wallet_id: DocId = Field(description="The wallet to invoice: the id of its clinic or lab.")
    month: Month

    part: Literal["all", "middle", "vouchers"] = Field(
        default="all",
        description="`all` invoices the month; `middle` only what would be older than 30 days at "
        "its end; `vouchers` makes those of advances and no invoice.",
    )

    example: ClassVar = {"wallet_id": WALLET, "month": "2026-05"}


class GetTotals(DateRange):
    """What the platform earned in some days, by the time of booking."""

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class Totals(Message):
    """Fees net and the tax on them, refunds taken off, and by how much labs' wallets grew."""

    currency: Literal["INR"] = Field(
        default="INR", description="What all amounts are in: Indian rupees, as paise."
    )
    revenue: int = Field(
        description="What the platform's fees came to, in paise, without tax and less refunds."
    )
    tax: int = Field(description="The tax on these fees, in paise, less refunds.")
    payable: int = Field(
        description="By how much labs' wallets grew in these days, in paise: what labs earned and "
        "paid in, less what they gave back, what was withheld, what they bought and what was paid "
        "out to them."
    )

    example: ClassVar = {"currency": "INR", "revenue": 12300000, "tax": 2214000, "payable": 0}
