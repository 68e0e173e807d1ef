"""Charges: what a sale costs, net and tax, rounded to the paisa, and the postings that it makes."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Self

from wallet.ledger import chart
from wallet.ledger.chart import Book, book_of
from wallet.ledger.models import Posting

_WHOLE = 10_000  # basis points


@dataclass(frozen=True)
class Charge:
    """An amount with the goods and services tax on it, all in paise.

    A sale within the platform's own state bears CGST and SGST, half the rate each; one to another
    state IGST. Source: Integrated Goods and Services Tax Act 2017, sections 7 and 8.
    """

    net: int
    cgst: int = 0
    sgst: int = 0
    igst: int = 0

    @classmethod
    def on(cls, net: int, rate: int, *, same_state: bool) -> Self:
        """Return the charge on a net amount at a rate in basis points, halves rounded up."""
        if not same_state:
            return cls(net, igst=part(net, rate))
        half = rounded(net * rate, 2 * _WHOLE)
        return cls(net, cgst=half, sgst=half)

    @classmethod
    def within(cls, gross: int, rate: int, *, same_state: bool) -> Self:
        """Return the charge that an amount is with its taxes, at a rate in basis points.

        CGST Rules 2017, rule 35: the tax is the amount times the rate, by a hundred and the rate.
        """
        if not same_state:
            tax = rounded(gross * rate, _WHOLE + rate)
            return cls(gross - tax, igst=tax)
        half = rounded(gross * rate, 2 * (_WHOLE + rate))
        return cls(gross - 2 * half, cgst=half, sgst=half)

    @classmethod
    def of(cls, postings: Iterable[Posting]) -> Self:
        """Return the charge that was booked, or given back, by postings."""
        booked = dict.fromkeys((chart.REVENUE, chart.CGST, chart.SGST, chart.IGST), 0)
        for posting in postings:
            if posting.account in booked:
                booked[posting.account] += posting.paise
        return cls(*booked.values())

    @property
    def tax(self) -> int:
        """The tax in it."""
        return self.cgst + self.sgst + self.igst

    @property
    def gross(self) -> int:
        """What the customer pays."""
        return self.net + self.tax

    def postings(self) -> list[Posting]:
        """Return what the platform's accounts gain by it, those that gain nothing left out."""
        accounts = (chart.REVENUE, chart.CGST, chart.SGST, chart.IGST)
        gains = zip(accounts, astuple(self), strict=True)
        return [Posting(account=account, paise=paise) for account, paise in gains if paise]

    def __neg__(self) -> "Charge":
        return Charge(*(-paise for paise in astuple(self)))


def given_back(shares: Sequence[Posting], before: int, now: int) -> list[Posting]:
    """Return what each share of a capture gives back for a refund of `now`.

    `before` was given back already. Each gives in proportion, and the largest whatever rounding
    leaves, so that refunds of all parts add up to the shares, whatever the parts. A wallet takes
    part even where its share rounds to nothing: its entry has the sale's tax invoiced or credited.
    """
    largest = max(shares, key=lambda share: share.paise)
    others = [share for share in shares if share is not largest]
    total = sum(share.paise for share in shares) or 1  # of nothing, each gives nothing
    gives = {
        share.account: rounded(share.paise * (before + now), total)
        - rounded(share.paise * before, total)
        for share in others
    }
    gives[largest.account] = now - sum(gives.values())
    return [
        Posting(account=account, paise=-paise)
        for account, paise in gives.items()
        if paise or book_of(account) is Book.LAB
    ]


def part(paise: int, share: int) -> int:
    """Return a share, in basis points, of an amount."""
    return rounded(paise * share, _WHOLE)


def rounded(numerator: int, denominator: int) -> int:
    """Divide, halves away from zero, as section 170 of the CGST Act 2017 rounds them."""
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return size if numerator >= 0 else -size
