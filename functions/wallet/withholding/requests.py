"""Requests about what was withheld of labs' sales. Amounts in paise."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from core.callables import Message
from core.fields import DocId
from core.paging import CostlyPageRequest, PageResponse
from wallet.examples import WALLET

Period = Annotated[str, StringConstraints(pattern=r"^20[2-9][0-9](-(0[1-9]|1[0-2])|Q[1-4])$")]
_PERIOD = (
    "The period in India: a month, `YYYY-MM`, or a quarter of the financial year, such as `2026Q1` "
    "for April to June 2026; `2026Q4` is January to March 2027."
)
_WITHHELD = {
    "sold": 2500000,
    "returned": 250000,
    "net": 2250000,
    "tds": 2250,
    "tcs_cgst": 5625,
    "tcs_sgst": 5625,
    "tcs_igst": 0,
}


class GetWithholding(Message):
    """What was withheld of a lab's sales in a month or a quarter."""

    wallet_id: DocId | None = Field(
        default=None,
        description="The wallet, for admins: the id of its lab. Others leave it out, or name their "
        "own.",
    )
    period: Period = Field(description=_PERIOD)

    example: ClassVar = {"period": "2026Q1"}


class Withheld(Message):
    """What a lab sold and what was withheld of it, refunds taken off where the law has it so."""

    sold: int = Field(description="What the lab sold, without GST, in paise.")
    returned: int = Field(
        description="What of sales was given back, without GST, in paise: in the period of the "
        "refund, whenever it was sold. What comes too late for the returns is left out."
    )
    net: int = Field(description="What was sold less what was given back, in paise.")
    tds: int = Field(
        description="The income tax deducted, in paise, less what refunds within the financial "
        "year of their sale gave back: Income-tax Act 1961, section 194-O, and its successor."
    )
    tcs_cgst: int = Field(
        description="The central tax collected at source, in paise: CGST Act 2017, section 52."
    )
    tcs_sgst: int = Field(
        description="The tax of the state or union territory collected at source, in paise."
    )
    tcs_igst: int = Field(description="The integrated tax collected at source, in paise.")

    example: ClassVar = _WITHHELD


class WithholdingOfLab(Message):
    """What was withheld of a lab in a period, for whoever claims it."""

    currency: Literal["INR"] = Field(
        default="INR", description="What all amounts are in: Indian rupees, as paise."
    )
    first_day: date = Field(description="The first day of the period, in India.")
    last_day: date = Field(description="The last day of the period, in India.")
    withheld: Withheld = Field(description="The sums of the period.")

    example: ClassVar = {
        "currency": "INR",
        "first_day": "2026-04-01",
        "last_day": "2026-06-30",
        "withheld": _WITHHELD,
    }


class ListWithholding(CostlyPageRequest):
    """What was withheld of each lab in a month or a quarter, a page of labs at a time.

    Labs of which nothing was sold or withheld are looked at, and are not on the page.
    """

    period: Period = Field(description=_PERIOD)

    example: ClassVar = {"period": "2026Q1", "limit": 20}


class WithholdingRow(Message):
    """What was withheld of one lab, and who it is to the returns."""

    wallet_id: str = Field(description="The lab's wallet: its id.")
    legal_name: str | None = Field(
        description="The name of the business in law as its billing details have it now; null "
        "where it has none."
    )
    gstin: str | None = Field(
        description="Its GST identification number now; null where it is not registered."
    )
    pan: str | None = Field(
        description="Its permanent account number now, of its GSTIN where it has one; null where "
        "it has given none."
    )
    withheld: Withheld = Field(description="The sums of the period.")

    example: ClassVar = {
        "wallet_id": WALLET,
        "legal_name": "Pune Dental Lab LLP",
        "gstin": "27AAPFU0939F1ZV",
        "pan": "AAPFU0939F",
        "withheld": _WITHHELD,
    }


class WithholdingRows(PageResponse):
    """The page, and the cursor for the next; no cursor, no more labs."""

    first_day: date = Field(description="The first day of the period, in India.")
    last_day: date = Field(description="The last day of the period, in India.")
    labs: list[WithholdingRow] = Field(
        description="The labs of this page that sold anything, by id; the page may be empty and "
        "another follow."
    )

    example: ClassVar = {
        "first_day": "2026-04-01",
        "last_day": "2026-06-30",
        "labs": [WithholdingRow.example],
        "cursor": None,
    }
