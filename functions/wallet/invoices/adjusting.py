"""Uses advances up: for fees that they pay, or for what goes back of them.

All of a voucher is adjusted on invoices, or goes back by refund vouchers, or is left: its parts add
up to it, tax by tax. The oldest is used up first; what goes back to a payment comes from its own.
A fee has its part set apart when it is taken, so that nothing else takes it until it is invoiced.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wallet.ledger.advances import Advance
from wallet.ledger.charges import Charge, rounded


@dataclass(frozen=True)
class Taken:
    """A part of an advance: whose, and its amount with the taxes in it."""

    advance: Advance
    charge: Charge


def free(advances: Iterable[Advance], reference: str | None = None) -> int:
    """Add up what pays nothing yet, of all or of those of a reference, in paise."""
    return sum(each.free for each in advances if reference in {None, each.reference})


def set_apart(advances: Sequence[Advance], paise: int) -> list[Advance]:
    """Have an amount, or as much as is free, pay a fee that was taken: the oldest first."""
    after = []
    for each in advances:
        now = min(paise, each.free)
        after.append(each.model_copy(update={"due": each.due + now}))
        paise -= now
    return after


def pay(advances: Sequence[Advance], paise: int, entry: int) -> tuple[list[Advance], list[Taken]]:
    """Use up what was set apart for a fee of so much, which the entry of this number took.

    Fees come in the order of their entries, as they did to have it set apart.
    """
    left, parts = _used(advances, paise, lambda each: each.due if each.entry < entry else 0)
    paid = {part.advance.voucher: part.charge.gross for part in parts}
    return [
        each.model_copy(update={"due": each.due - paid.get(each.voucher, 0)}) for each in left
    ], parts


def take(
    advances: Sequence[Advance], paise: int, reference: str = ""
) -> tuple[list[Advance], list[Taken]]:
    """Use up an amount, or as much as is free; return what is left then, and the parts.

    That of `reference` comes first, then the oldest.
    """
    own_first = sorted(advances, key=lambda advance: advance.reference != reference)
    left, parts = _used(own_first, paise, lambda each: each.free)
    places = {each.voucher: place for place, each in enumerate(advances)}
    return sorted(left, key=lambda each: places[each.voucher]), parts


def _used(
    advances: Sequence[Advance], paise: int, most: Callable[[Advance], int]
) -> tuple[list[Advance], list[Taken]]:
    left, parts = [], []
    for each in advances:
        now = min(paise, most(each))
        if now:
            parts.append(Taken(each, _part(each, now)))
        if each.left > now:
            left.append(each.model_copy(update={"left": each.left - now}))
        paise -= now
    return left, parts


def _part(advance: Advance, paise: int) -> Charge:
    """Return an amount out of what is left, with its taxes, so that all parts add up to all."""
    before = advance.gross - advance.left

    def of(tax: int) -> int:
        whole = advance.gross
        return rounded(tax * (before + paise), whole) - rounded(tax * before, whole)

    taxes = of(advance.cgst), of(advance.sgst), of(advance.igst)
    return Charge(paise - sum(taxes), *taxes)
