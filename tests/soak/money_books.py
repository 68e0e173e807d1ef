"""What money should do, reckoned from the law and the price lists: amounts, dates, documents.

Nothing of the code under test is used: the law is that of `tests/support/gst_rules.py`, rates and
dates of what is withheld are read from the sections that are named here. Amounts are in paise.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from tests.support import gst_rules
from tests.support.gst_rules import day, paisa, taxes, year_of

#: The rates of the run, in basis points: 0.1 % by the Income-tax Act 1961, section 194-O(1), 5 % of
#: who gives no PAN by section 206AA(1); 0.5 % of the registered by the CGST Act, section 52(1).
TDS, TDS_WITHOUT_PAN, TCS = 10, 500, 50

Taxes = dict[str, int]
#: A line of a document: kind, wallet, hold, place of supply, the customer's GSTIN, year and month,
#: net, CGST, SGST, IGST.
Line = tuple[str, str, str, str, str | None, tuple[int, int], int, int, int, int]


@dataclass
class Balance:
    """What a wallet has; below zero only as far as its credit, or by what the gateway took."""

    available: int = 0
    held: int = 0
    credit: int = 0

    def covers(self, paise: int) -> bool:
        """Whether it may spend so much."""
        return self.available + self.credit >= paise


@dataclass
class Customer:
    """Who is invoiced: the state and the tax number of now."""

    state: str
    gstin: str | None


@dataclass
class Sale:
    """Something sold: by whom it is paid, to whom it is invoiced, and what was given back of it.

    `terms` are those of the day when it was agreed: the net amount and the taxes of a visit, the
    share of a commission, and the place of supply.
    """

    payer: str
    invoiced: str
    hold_id: str
    customer: Customer
    rate: int
    net: int = 0
    tax: Taxes = field(default_factory=dict)
    sold_at: datetime | None = None
    transaction_id: str = ""
    #: What the lab gained, and what was withheld of it: TDS, and TCS.
    lab: int = 0
    tds: int = 0
    tcs: int = 0
    refunded: int = 0
    #: What of the net was given back.
    net_given: int = 0
    over: bool = False

    @property
    def gross(self) -> int:
        """What was charged."""
        return self.net + sum(self.tax.values())

    def in_time(self, now: datetime) -> bool:
        """Whether a credit note still takes back the tax: CGST Act 2017, section 34(2)."""
        assert self.sold_at is not None
        return day(now) <= gst_rules.tax_returns_until(day(self.sold_at))

    def left(self, now: datetime) -> int:
        """What of a visit can be given back."""
        if self.over:
            return 0
        return self.gross - self.refunded if self.in_time(now) else self.net - self.net_given

    def give_back(self, paise: int, now: datetime) -> tuple[int, Taxes]:
        """Give back an amount; its net and its taxes, in proportion, which the parts add up to."""
        if not self.in_time(now):
            self.over, self.net_given = True, self.net_given + paise
            return paise, dict.fromkeys(self.tax, 0)
        after = self.refunded + paise
        tax = {
            name: paisa(Fraction(whole * after, self.gross))
            - paisa(Fraction(whole * self.refunded, self.gross))
            for name, whole in self.tax.items()
        }
        net = paise - sum(tax.values())
        self.refunded, self.net_given = after, self.net_given + net
        return net, tax


def commission(sale: Sale, price: int, share: int, supplier: str) -> None:
    """Reckon what a lab is charged of an order's price, under the terms of the order."""
    sale.net = paisa(Fraction(price * share, 10_000))
    sale.tax = taxes(sale.net, sale.rate, supplier, sale.customer.state)


def withhold(sale: Sale, price: int, lab: Customer, clinic: str) -> None:
    """Reckon what is withheld of a lab's sale by the law of its delivery, and what is the lab's.

    Here, who has a PAN is a firm with a GSTIN. What is collected at source of the registered is
    rounded in each half.
    """
    rate = TDS if lab.gstin else TDS_WITHOUT_PAN
    sale.tds = paisa(Fraction(price * rate, 10_000))
    sale.tcs = sum(taxes(price, TCS, lab.state, clinic).values()) if lab.gstin else 0
    sale.lab = price - sale.gross - sale.tds - sale.tcs


def given_by_lab(sale: Sale, now: datetime) -> int:
    """What a lab gives when all of a sale goes back.

    Income tax is adjusted within the financial year of the sale: CBDT Circular 20/2023. The tax on
    the commission and what was collected at source come back as long as credit notes take back tax:
    CGST Act 2017, sections 34(2) and 52(6). What does not come back the lab gives as well.
    """
    assert sale.sold_at is not None
    stays = 0 if year_of(day(now)) == year_of(day(sale.sold_at)) else sale.tds
    if not sale.in_time(now):
        stays += sum(sale.tax.values()) + sale.tcs
    return sale.lab + stays


class Books:
    """Balances by wallet, and the lines that documents must have."""

    def __init__(self) -> None:
        self.balances: dict[str, Balance] = {}
        self.lines: Counter[Line] = Counter()

    def note(self, kind: str, sale: Sale, at: datetime, net: int, tax: Taxes) -> None:
        """Expect a line of a document."""
        on = day(at)
        place, gstin = sale.customer.state, sale.customer.gstin
        amounts = (net, tax["cgst"], tax["sgst"], tax["igst"])
        month = (on.year, on.month)
        self.lines[kind, sale.invoiced, sale.hold_id, place, gstin, month, *amounts] += 1
