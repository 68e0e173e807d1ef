"""Finds numbers of a series, fees and advances that are missing or there twice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from core.queries import Query
from core.store import Store
from wallet.invoices import ranges
from wallet.invoices.models import VOUCHERS, Invoice, Paper, Series
from wallet.invoices.numbers import kind_of, number_in
from wallet.invoices.statements import after
from wallet.ledger.advances import Advance
from wallet.ledger.models import Wallet

_PAGE = 100

#: All documents of a wallet.
OF_WALLET = Query(Invoice, where=(("wallet_id", "=="),))


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


def faults(store: Store, wallet: Wallet) -> Iterator[str]:
    """Yield, in words, everything about a wallet's advances that does not add up.

    Nothing where no vouchers were made for it. Else a read for each document of the wallet, and one
    of the last entry that vouchers were made for.
    """
    if not wallet.vouchered:
        return
    forward = wallet.brought_forward
    last = ranges.between(store, wallet.id, wallet.vouchered - 1, wallet.vouchered)
    if last:
        balance = after(last[0]).balance
    elif forward and forward.number == wallet.vouchered:
        balance = forward.available + forward.held
    else:
        yield f"entry {wallet.vouchered}: vouchers were made for it, and it is missing"
        return
    documents = store.each(OF_WALLET, wallet.id)
    yield from of_advances(wallet.advances, documents, balance, whole=forward is None)


def of_advances(
    advances: Iterable[Advance],
    documents: Iterable[Invoice],
    balance: int,
    *,
    whole: bool = True,
) -> Iterator[str]:
    """Yield, in words, of which advances the parts adjusted, given back and left are not all.

    `advances` are what is left, by the wallet, and `balance` what it had, in paise, after the last
    entry that vouchers were made for; `documents` those made out to it, all of them where they are
    `whole`. Where retention took some, an advance without its receipt voucher cannot be judged.
    """
    kept = list(advances)
    if sum(each.free for each in kept) > max(0, balance):
        yield "more is left of its advances than it has"
    for each in kept:
        if each.free < 0:
            yield f"{each.voucher}: more of it is set apart than is left"
    made = list(documents)
    left = {advance.voucher: advance.left for advance in kept}
    used: Counter[str] = Counter()
    for document in made:
        used.update({part.voucher: part.gross for part in document.adjusted})
        if document.kind is Paper.REFUND_VOUCHER and document.follows:
            used[document.follows] += document.totals.gross
    paid = {each.id: each.totals.gross for each in made if each.kind is Paper.RECEIPT_VOUCHER}
    for voucher in sorted(paid.keys() | left.keys() | used.keys() if whole else paid.keys()):
        if paid.get(voucher, 0) != left.get(voucher, 0) + used[voucher]:
            yield f"{voucher}: its parts are not the whole"
