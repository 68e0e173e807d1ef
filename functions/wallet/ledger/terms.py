"""The documents of terms: prices, what is sold, and what was agreed."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from core.documents import Record
from core.fields import Whole
from wallet.declarations import Paise
from wallet.ledger.billing import Billing

#: Hundredths of a percent: 1800 is 18 %, 10000 the whole.
BasisPoints = Annotated[Whole, Field(ge=0, le=10_000)]


#: The tariff of whom no other was given.
STANDARD = "standard"


class Prices(Record):
    """What visits cost: net amounts in paise, shares in basis points."""

    visit: Paise = Field(ge=0, le=100_000_000, description="The fee of a visit, net, in paise.")
    tax: Whole = Field(
        ge=0, le=2_800, description="The rate of the tax on it, in basis points: 1800 is 18 %."
    )
    late_cancellation: BasisPoints = Field(
        description="What of the fee is kept where a clinic cancels after an operator accepted, in "
        "basis points: 5000 is half."
    )
    no_show: BasisPoints = Field(
        description="What of the fee is kept where the operator meets nobody to scan, in basis "
        "points: 10000 is all of it."
    )
    commission: Whole = Field(
        default=0,
        ge=0,
        le=5_000,
        description="What of an order's price the platform keeps of the lab's, in basis points; "
        "the tax comes on top.",
    )
    low_balance: Paise = Field(
        ge=0,
        le=100_000_000,
        description="The balance in paise below which owners are told to top up.",
    )


class SaleItem(StrEnum):
    """What is sold: a line of an invoice."""

    VISIT = "visit"
    LATE_CANCELLATION = "late_cancellation"
    NO_SHOW = "no_show"
    COMMISSION = "commission"
    ADVANCE = "advance"  # nothing yet: the line of a voucher


class Registration(Record):
    """The registrations under the GST law that a sale was made under; they never change after it.

    `customer` is the number of the customer's details in its wallet, counted from 1; 0 where it had
    none. `supplier` is the platform as it stood then; None where its details were incomplete.
    """

    customer: Annotated[Whole, Field(ge=0)]
    supplier: Billing | None = None


class Withholding(Record):
    """What the platform withheld of a lab's sale for the government, as the law was at its credit.

    `value` is that of the sale in paise, without GST; on a refund, what of it was returned. `tds`
    and `tcs` are rates of it. `supplier` is the number of the lab's details in its wallet, counted
    from 1; 0 where it had none. `same_state` says that the clinic is supplied in the lab's state.
    """

    value: Annotated[Whole, Field(ge=0)]
    tds: BasisPoints
    tcs: BasisPoints
    same_state: bool
    supplier: Annotated[Whole, Field(ge=0)]


class Sale(Record):
    """What a transaction sold, and the tax rate that its postings were made with.

    `customer` is the wallet that the platform's invoice goes to, where more than one takes part.
    `untaxed` is a refund that came too late to give back tax: CGST Act 2017, section 34(2).
    `undeducted` is one after the financial year of the sale, whose income tax stays deducted.
    """

    item: SaleItem
    tax: BasisPoints
    customer: str | None = None
    registration: Registration | None = None
    untaxed: bool = False
    undeducted: bool = False
    withholding: Withholding | None = None


class Terms(Record):
    """What was agreed when money was set aside: the prices of then, and who taxes them."""

    tariff: str
    number: Whole
    prices: Prices
    #: The customer is in the platform's own state: CGST and SGST, and not IGST.
    same_state: bool
    #: Under which registrations it is sold; None on what was agreed before these were kept.
    registration: Registration | None = None

    def sale(
        self,
        item: SaleItem,
        customer: str | None = None,
        withholding: Withholding | None = None,
    ) -> Sale:
        """Return the sale of an item under these terms."""
        return Sale(
            item=item,
            tax=self.prices.tax,
            customer=customer,
            registration=self.registration,
            withholding=withholding,
        )


Tariff = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
