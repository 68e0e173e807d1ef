"""Finds numbers of a series, and fees, that are missing or there twice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from core.store import Store
from wallet.invoices.models import VOUCHERS, Invoice, Paper, Series
from wallet.invoices.numbers import kind_of, number_in
from wallet.ledger.advances import Advance

_PAGE = 100


def of_series(store: Store, name: str) -> Iterator[str]:
    """Yield, in words, everything that is wrong with the numbers of a series; a read for each.

    Nothing must be made out meanwhile.
    """
    series = store.get(Series, name)
    last = series.last if series else 0
    kind = kind_of(name)
    for first in range(1, last + 2, _PAGE):  # and one number more, which must not be there yet
        places = range(first, min(first + _PAGE, last + 2))
        numbers = [number_in(name, place) for place in places]
        for place, number, found in zip(
            places, numbers, store.several(Invoice, *numbers), strict=True
        ):
            if (found is None) == (place <= last):
                yield f"{number}: " + ("it is missing" if found is None else "it is not counted")
            if found is not None and found.kind is not kind:
                yield f"{number}: it is of the other kind"


def of_wallet(sold: Iterable[str], invoices: Iterable[Invoice]) -> Iterator[str]:
    """Yield, in words, which of a wallet's fees and refunds are not billed just once.

    `sold` are their transactions, `invoices` all documents of the wallet.
    """
    made = [invoice for invoice in invoices if invoice.kind not in VOUCHERS]
    billed = Counter(line.transaction_id for invoice in made for line in invoice.lines)
    expected = set(sold)
    for each in sorted(expected | set(billed)):
        if billed[each] != (each in expected):
            yield f"{each}: it is billed {billed[each]} times"


def of_advances(advances: Iterable[Advance], documents: Iterable[Invoice]) -> Iterator[str]:
    """Yield, in words, of which advances the parts adjusted, given back and left are not all.

    `advances` are what is left, by the wallet; `documents` all that were made out to it.
    """
    made = list(documents)
    left = {advance.voucher: advance.left for advance in advances}
    used: Counter[str] = Counter()
    for document in made:
        used.update({part.voucher: part.gross for part in document.adjusted})
        if document.kind is Paper.REFUND_VOUCHER and document.follows:
            used[document.follows] += document.totals.gross
    whole = {each.id: each.totals.gross for each in made if each.kind is Paper.RECEIPT_VOUCHER}
    for voucher in sorted(whole.keys() | left.keys() | used.keys()):
        if whole.get(voucher, 0) != left.get(voucher, 0) + used[voucher]:
            yield f"{voucher}: its parts are not the whole"
