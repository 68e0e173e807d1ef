"""What a refund gives back, and who gives how much of it: with its tax, or too late for that.

A credit note takes back tax until the 30 November that follows the financial year of the supply, or
until the annual return is furnished: CGST Act 2017, section 34(2). From then on the tax stays with
the government, and a refund is a credit without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core import settings
from core.clock import day_of
from wallet.ledger.accounting_periods import financial_year, first_of_year
from wallet.ledger.charges import given_back
from wallet.ledger.chart import REVENUE, Book, book_of
from wallet.ledger.models import Hold, Posting, Transaction
from wallet.ledger.terms import Sale


@dataclass(frozen=True)
class Refundable:
    """What can be given back of a capture.

    Attributes:
        shares: who gives, and how much at most.
        before: what was given back of them already, in paise.
        untaxed: whether the tax stays paid.
    """

    shares: tuple[Posting, ...]
    before: int
    untaxed: bool

    @property
    def left(self) -> int:
        """What is left to give back, in paise."""
        return sum(share.paise for share in self.shares) - self.before

    def given(self, paise: int) -> list[Posting]:
        """Return what each gives of an amount."""
        return given_back(self.shares, self.before, paise)

    def sale_of(self, captured: Transaction) -> Sale | None:
        """Return what a refund of a capture takes back."""
        return captured.sale and captured.sale.model_copy(update={"untaxed": self.untaxed})


def refundable(
    captured: Transaction, shares: Sequence[Posting], hold: Hold, now: datetime
) -> Refundable:
    """Return what can be given back now of a capture whose shares these are."""
    late = hold.untaxed > 0 or day_of(now) > tax_follows_until(captured.at)
    if not (late and captured.tax):
        return Refundable(tuple(shares), hold.refunded, untaxed=False)
    given = {
        each.account: -each.paise for each in given_back(shares, 0, hold.refunded - hold.untaxed)
    }
    rest = {share.account: share.paise - given.get(share.account, 0) for share in shares}
    taxes = [account for account in rest if book_of(account) is Book.TAX]
    tax = sum(rest.pop(account) for account in taxes)
    if bearer := _bearer(list(rest)):
        rest[bearer] += tax
    pool = (Posting(account=account, paise=paise) for account, paise in rest.items())
    return Refundable(tuple(pool), hold.untaxed, untaxed=True)


def tax_follows_until(sold_at: datetime) -> date:
    """Return the last day on which a refund of what was sold takes back its tax."""
    last = date.fromisoformat(
        f"{first_of_year(sold_at).year + 1}-{settings.CREDIT_NOTES_UNTIL.value}"
    )
    furnished = dict(
        each.strip().split("=") for each in settings.ANNUAL_RETURNS.value.split(",") if each.strip()
    )
    annual_return = furnished.get(financial_year(sold_at))
    return min(last, date.fromisoformat(annual_return)) if annual_return else last


def _bearer(accounts: Sequence[str]) -> str | None:
    """Return who gives back an amount as high as the tax, where anybody does.

    The platform, if it is set to. Otherwise the customer bears it: a lab gives it with its share of
    an order; a clinic gets back the net of a visit.
    """
    if settings.LATE_REFUND_TAX.value == "platform":
        return REVENUE
    return next((account for account in accounts if book_of(account) is Book.LAB), None)
