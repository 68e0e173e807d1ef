"""Invoices and credit notes, which never change once made, and the series that number them."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.documents import Document, Record
from core.objects import StoredObject
from core.privacy import Viewer
from wallet.declarations import BOOKS, ID, OWNERS, SUM, money
from wallet.ledger.billing import Billing
from wallet.ledger.terms import BasisPoints, SaleItem


class Paper(StrEnum):
    """What a document is."""

    INVOICE = "invoice"  # asks for what a wallet bought: the fees, and the tax on them
    CREDIT_NOTE = "credit_note"  # takes back, whole or in part, what an invoice billed


class Amounts(Record):
    """Net, the taxes on it, and all of it, in paise. On a credit note: what is given back.

    A refund of a paisa may give back one of each tax and take one of the net: parts add up.
    """

    net: int = Field(description="The amount without tax, in paise.")
    cgst: int = Field(description="The central tax on it (CGST), in paise; 0 where IGST applies.")
    sgst: int = Field(description="The state tax on it (SGST), in paise; 0 where IGST applies.")
    igst: int = Field(
        description="The integrated tax on it (IGST), in paise: for a customer in another state."
    )
    gross: int = Field(gt=0, description="Net and taxes, in paise.")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.net + self.cgst + self.sgst + self.igst != self.gross:
            raise PydanticCustomError("gross", "The gross amount is not net and taxes")
        return self


class InvoiceLine(Amounts):
    """One fee, or one refund of it: ids only, never whom the visit was for."""

    #: The entry of the wallet that it is, and the transaction behind it.
    entry: int
    transaction_id: str
    hold_id: str
    item: SaleItem
    reference: str
    at: datetime
    tax: BasisPoints


class Covered(Record):
    """What was looked at: the entries after one and up to another, and when the lines were."""

    after: int
    through: int
    first: datetime
    last: datetime


class Invoice(Document):
    """`invoices/{number}`: an invoice or a credit note. Its id is its number.

    It is made out of the lines of one wallet; only the PDF is added later. Why something was given
    back is not on it: that is a text that a person typed.
    """

    path: ClassVar[str] = "invoices/{number}"
    readers = frozenset({Viewer.CLINIC, Viewer.LAB})

    kind: Annotated[Paper, ID]
    wallet_id: Annotated[str, ID]
    issued_at: Annotated[AwareDatetime, ID]
    covered: Annotated[Covered, ID]
    supplier: Annotated[Billing, ID]
    customer: Annotated[Billing, money("user.contact", *OWNERS)]
    #: The services accounting code of all lines.
    sac: Annotated[str, ID]
    lines: Annotated[list[InvoiceLine], SUM, Field(min_length=1)]
    totals: Annotated[Amounts, SUM]
    #: What it bills, for whoever looks for the invoice of a refund; a credit note bills nothing.
    holds: Annotated[list[str], ID] = []
    #: The invoice that a credit note takes from, and its date.
    follows: Annotated[str | None, ID] = None
    followed_at: Annotated[AwareDatetime | None, ID] = None
    #: The PDF, once somebody asked for it.
    pdf: Annotated[StoredObject | None, ID] = None

    @model_validator(mode="after")
    def _totals_are_of_the_lines(self) -> Self:
        if self.totals != total(self.lines):
            raise PydanticCustomError("totals", "The totals are not those of the lines")
        return self


class Series(Document):
    """`series/{series_id}`: the last number given in a series of a financial year."""

    path: ClassVar[str] = "series/{series_id}"

    last: Annotated[int, BOOKS, Field(ge=0)]


def total(lines: list[InvoiceLine]) -> Amounts:
    """Add lines up."""
    sums = {name: sum(getattr(line, name) for line in lines) for name in Amounts.model_fields}
    return Amounts(**sums)
