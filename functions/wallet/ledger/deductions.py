"""Deductions: what is withheld of a lab's sale, to the paisa, and the postings that it makes."""

from dataclasses import astuple, dataclass
from typing import Self

from wallet.ledger import chart
from wallet.ledger.charges import Charge, part
from wallet.ledger.models import Posting
from wallet.ledger.terms import Withholding

_ACCOUNTS = (chart.TDS, chart.TCS_CGST, chart.TCS_SGST, chart.TCS_IGST)


@dataclass(frozen=True)
class Deduction:
    """Income tax and the goods and services tax collected at source, each rounded, in paise.

    What is collected is halved between the Union and the state where the clinic is supplied in the
    lab's own: CGST Act 2017, section 52(1); IGST Act 2017, section 20.
    """

    tds: int = 0
    cgst: int = 0
    sgst: int = 0
    igst: int = 0

    @classmethod
    def under(cls, withheld: Withholding) -> Self:
        """Return what is deducted of a sale."""
        taxes = Charge.on(withheld.value, withheld.tcs, same_state=withheld.same_state)
        return cls(part(withheld.value, withheld.tds), taxes.cgst, taxes.sgst, taxes.igst)

    @property
    def total(self) -> int:
        """All of it."""
        return sum(astuple(self))

    def postings(self) -> list[Posting]:
        """Return what the accounts of the government gain, those that gain nothing left out."""
        gains = zip(_ACCOUNTS, astuple(self), strict=True)
        return [Posting(account=account, paise=paise) for account, paise in gains if paise]
