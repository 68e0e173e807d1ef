"""What a refund gives back, and who gives how much of it: with its taxes, or too late for that.

Income tax that was deducted of a lab's sale is adjusted within the financial year of the sale
alone: CBDT Circular 20/2023 of 28 December 2023. From then on it stays deducted: it is the lab's,
who has it credited, and gives as much more.

A credit note takes back tax until the 30 November that follows the financial year of the supply, or
until the annual return is furnished: CGST Act 2017, section 34(2). From then on the tax stays with
the government, and a refund is a credit without it. So does what was collected at source, which no
return corrects any more: section 52(6).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core import settings
from core.clock import day_of
from wallet.ledger.accounting_periods import financial_year, first_of_year
from wallet.ledger.charges import given_back, rounded
from wallet.ledger.chart import REVENUE, TDS, Book, book_of
from wallet.ledger.models import Hold, Posting, Transaction
from wallet.ledger.terms import Sale


@dataclass(frozen=True)
class Refundable:
    """What can be given back of a capture.

    Attributes:
        shares: who gives, and how much at most.
        before: what was given back of them already, in paise.
        untaxed: whether the tax stays paid.
        undeducted: whether the income tax stays deducted.
    """

    shares: tuple[Posting, ...]
    before: int
    untaxed: bool
    undeducted: bool = False

    @property
    def left(self) -> int:
        """What is left to give back, in paise."""
        return sum(share.paise for share in self.shares) - self.before

    def given(self, paise: int) -> list[Posting]:
        """Return what each gives of an amount."""
        return given_back(self.shares, self.before, paise)

    def sale_of(self, captured: Transaction, hold: Hold, paise: int) -> Sale | None:
        """Return what a refund of an amount takes back of a capture.

        The parts of the value that is returned add up to the value; too late, none is.
        """
        sale = captured.sale
        if sale is None:
            return None
        update: dict[str, object] = {"untaxed": self.untaxed, "undeducted": self.undeducted}
        if sold := sale.withholding:
            values = [
                rounded(sold.value * refunded, hold.captured)
                for refunded in (hold.refunded, hold.refunded + paise)
            ]
            returned = 0 if self.untaxed else values[1] - values[0]
            update["withholding"] = sold.model_copy(update={"value": returned})
        return sale.model_copy(update=update)


def refundable(
    captured: Transaction, shares: Sequence[Posting], hold: Hold, now: datetime
) -> Refundable:
    """Return what can be given back now of a capture whose shares these are.

    What was given back in the financial year of the sale, after it, and too late for the tax, comes
    in this order, each of what the one before left.
    """
    over = financial_year(now) != financial_year(captured.at)
    late = hold.untaxed > 0 or day_of(now) > tax_follows_until(captured.at)
    accounts = {share.account for share in shares}
    undeducted = hold.undeducted > 0 or ((over or late) and TDS in accounts)
    untaxed = late and any(map(_stays_late, accounts))
    after_year = max(hold.undeducted, hold.untaxed)
    pool, before = tuple(shares), hold.refunded - after_year
    if undeducted:
        pool = _without(pool, before, lambda account: account == TDS)
        before = after_year - hold.untaxed
    if untaxed:
        pool = _without(pool, before, _stays_late)
        before = hold.untaxed
    return Refundable(pool, before, untaxed=untaxed, undeducted=undeducted)


def tax_follows_until(sold_at: datetime) -> date:
    """Return the last day on which a refund of what was sold takes back its tax."""
    last = date(first_of_year(sold_at).year + 1, *settings.CREDIT_NOTES_UNTIL.value)
    annual_return = settings.ANNUAL_RETURNS.value.get(financial_year(sold_at))
    return min(last, annual_return) if annual_return else last


def _without(
    shares: Sequence[Posting], given: int, stays: Callable[[str], bool]
) -> tuple[Posting, ...]:
    """Return what the others give from now on, once so much was given back and some accounts stay.

    What stays is borne by whom it was taken from, where anybody bears it.
    """
    gave = {each.account: -each.paise for each in given_back(shares, 0, given)}
    rest = {share.account: share.paise - gave.get(share.account, 0) for share in shares}
    staying = {account: rest.pop(account) for account in list(rest) if stays(account)}
    for account, paise in staying.items():
        if bearer := _bearer(account, list(rest)):
            rest[bearer] += paise
    return tuple(Posting(account=account, paise=paise) for account, paise in rest.items())


def _stays_late(account: str) -> bool:
    return book_of(account) in {Book.TAX, Book.WITHHELD} and account != TDS


def _bearer(account: str, others: Sequence[str]) -> str | None:
    """Return who gives back an amount as high as what stays on an account, where anybody does.

    The lab, of what was withheld of its sale. Of the tax on what the platform sold, the platform,
    if it is set to. Otherwise the customer bears it: a lab gives it with its share of an order; a
    clinic gets back the net of a visit.
    """
    if book_of(account) is Book.TAX and settings.LATE_REFUND_TAX.value == "platform":
        return REVENUE
    return next((other for other in others if book_of(other) is Book.LAB), None)
