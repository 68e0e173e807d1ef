"""Invoices, credit notes and vouchers, which never change once made, and their number series."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.documents import Document, Record
from core.fields import Whole
from core.objects import StoredObject
from core.privacy import Viewer
from wallet.declarations import BOOKS, ID, OWNERS, SUM, Paise, money
from wallet.ledger.billing import Billing
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import BasisPoints, SaleItem


class Paper(StrEnum):
    """What a document is."""

    INVOICE = "invoice"  # asks for what a wallet bought: the fees, and the tax on them
    CREDIT_NOTE = "credit_note"  # takes back, whole or in part, what an invoice billed
    FINANCIAL_CREDIT_NOTE = "financial_credit_note"  # gives back too late for the tax to follow
    RECEIPT_VOUCHER = "receipt_voucher"  # says that an advance was received, and the tax in it
    REFUND_VOUCHER = "refund_voucher"  # gives an advance back for which nothing was sold


VOUCHERS = frozenset({Paper.RECEIPT_VOUCHER, Paper.REFUND_VOUCHER})


class Amounts(Record):
    """Net, the taxes on it, and all of it, in paise. On a credit note: what is given back.

    A refund of a paisa may give back one of each tax and take one of the net: parts add up.
    """

    net: Paise = Field(description="The amount without tax, in paise.")
    cgst: Paise = Field(description="The central tax on it (CGST), in paise; 0 where IGST applies.")
    sgst: Paise = Field(
        description="The tax of the state (SGST) or union territory (UTGST) on it, in paise; 0 "
        "where IGST applies."
    )
    igst: Paise = Field(
        description="The integrated tax on it (IGST), in paise: for a customer in another state."
    )
    gross: Paise = Field(gt=0, description="Net and taxes, in paise.")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.net + self.cgst + self.sgst + self.igst != self.gross:
            raise PydanticCustomError("gross", "The gross amount is not net and taxes")
        return self


class InvoiceLine(Amounts):
    """One fee, or one refund of it: what it was for, and never for which patient."""

    #: The entry of the wallet that it is, and the transaction behind it.
    entry: Whole
    transaction_id: str
    hold_id: str
    item: SaleItem
    reference: str
    #: What it was for; None on documents from before that was kept.
    subject: Subject | None = None
    at: datetime
    tax: BasisPoints
    #: Its services accounting code; empty on documents that have one code for all lines.
    sac: str = ""


class Adjusted(Amounts):
    """What an invoice takes of an advance: the voucher and its date, the amount, its taxes."""

    voucher: str
    issued_at: AwareDatetime


class Covered(Record):
    """What was looked at: the entries after one and up to another, and when the lines were."""

    after: Whole
    through: Whole
    first: datetime
    last: datetime


class Invoice(Document):
    """`invoices/{number}`: an invoice, a credit note or a voucher. Its id is its number.

    It is made out of the lines of one wallet; only the PDF is added later. Why something was given
    back is not on it: that is a text that a person typed.
    """

    path: ClassVar[str] = "invoices/{number}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    kind: Annotated[Paper, ID]
    wallet_id: Annotated[str, ID]
    #: The date of the document: of the month in which its lines were sold or given back, wherever
    #: that may still be.
    issued_at: Annotated[AwareDatetime, ID]
    covered: Annotated[Covered, ID]
    supplier: Annotated[Billing, ID]
    customer: Annotated[Billing, money("user.contact", *OWNERS)]
    #: The state of the place of supply; empty on documents that have that of the customer.
    place: Annotated[str, ID] = ""
    #: The services accounting code of the first line.
    sac: Annotated[str, ID]
    #: The number under which an e-invoice is registered, where it is one.
    irn: Annotated[str | None, ID] = None
    lines: Annotated[list[InvoiceLine], SUM, Field(min_length=1)]
    totals: Annotated[Amounts, SUM]
    #: What it bills, for whoever looks for the invoice of a refund; a credit note bills nothing.
    holds: Annotated[list[str], ID] = []
    #: The advances that pay it, where vouchers were made for them.
    adjusted: Annotated[list[Adjusted], SUM] = []
    #: The invoice that a credit note takes from, the receipt voucher of a refund voucher; its date.
    follows: Annotated[str | None, ID] = None
    followed_at: Annotated[AwareDatetime | None, ID] = None
    #: The PDF, once somebody asked for it.
    pdf: Annotated[StoredObject | None, ID] = None

    @property
    def place_of_supply(self) -> str:
        """Return the state of the place of supply, by its code in the GST law."""
        return self.place or self.customer.state

    @model_validator(mode="after")
    def _totals_are_of_the_lines(self) -> Self:
        if self.totals != total(self.lines):
            raise PydanticCustomError("totals", "The totals are not those of the lines")
        return self


class Series(Document):
    """`series/{series_id}`: the last number given in a series of a financial year."""

    path: ClassVar[str] = "series/{series_id}"

    last: Annotated[Whole, BOOKS, Field(ge=0)]


def total(lines: list[InvoiceLine]) -> Amounts:
    """Add lines up."""
    sums = {name: sum(getattr(line, name) for line in lines) for name in Amounts.model_fields}
    return Amounts(**sums)
