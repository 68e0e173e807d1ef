"""Uses advances up: for an invoice that they pay, or for what goes back of them.

All of a voucher is adjusted on invoices, or goes back by refund vouchers, or is left: its parts add
up to it, tax by tax. The oldest is used up first; what goes back to a payment comes from its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.ledger.advances import Advance
from wallet.ledger.charges import Charge, rounded


@dataclass(frozen=True)
class Taken:
    """A part of an advance: whose, and its amount with the taxes in it."""

    advance: Advance
    charge: Charge


def take(
    advances: Sequence[Advance], paise: int, reference: str = ""
) -> tuple[list[Advance], list[Taken]]:
    """Use up an amount, or as much as there is; return what is left then, and the parts.

    That of `reference` comes first, then the oldest.
    """
    left, parts = {each.voucher: each for each in advances}, []
    for each in sorted(advances, key=lambda advance: advance.reference != reference):
        now = min(paise, each.left)
        if now:
            parts.append(Taken(each, _part(each, now)))
            left[each.voucher] = each.model_copy(update={"left": each.left - now})
            paise -= now
    return [each for each in left.values() if each.left], parts


def _part(advance: Advance, paise: int) -> Charge:
    """Return an amount out of what is left, with its taxes, so that all parts add up to all."""
    before = advance.gross - advance.left

    def of(tax: int) -> int:
        whole = advance.gross
        return rounded(tax * (before + paise), whole) - rounded(tax * before, whole)

    taxes = of(advance.cgst), of(advance.sgst), of(advance.igst)
    return Charge(paise - sum(taxes), *taxes)
