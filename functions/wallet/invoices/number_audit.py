"""Finds numbers of a series, and fees, that are missing or there twice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from core.store import Store
from wallet.invoices.models import Invoice, Series
from wallet.invoices.numbers import kind_of, number_in

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
    billed = Counter(line.transaction_id for invoice in invoices for line in invoice.lines)
    expected = set(sold)
    for each in sorted(expected | set(billed)):
        if billed[each] != (each in expected):
            yield f"{each}: it is billed {billed[each]} times"
