"""Verifies that what was sold from a wallet follows the terms that it was agreed under.

Each hold's terms are those of a published price list, and each capture's postings what the terms
and the law make of its amount: reckoned here in fractions, and not by what booked them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from core.queries import Query
from core.store import Store
from wallet.ledger import chart, verification
from wallet.ledger.chart import Book, book_of
from wallet.ledger.models import Hold, HoldState, Transaction, TransactionKind, Wallet
from wallet.ledger.terms import Prices, SaleItem, Terms, Withholding
from wallet.prices.models import PriceList

HOLDS = Query(Hold)


def faults(store: Store, wallet: Wallet) -> Iterator[str]:
    """Yield, in words, everything that does not follow the terms; nothing where all does.

    Reads every hold of a wallet, its capture and refunds, and each price list once. Holds of days
    whose entries retention has begun to take are left out: what they were sold by may be gone.
    """
    lists: dict[tuple[str, int], Prices | None] = {}
    given = _given_back(store, wallet)
    begun = wallet.brought_forward
    for hold in store.each(HOLDS, under=Wallet.path_for(wallet.id)):
        if hold.terms is None or (begun is not None and begun.at >= hold.made_at):
            continue
        where = f"hold {hold.id}"
        yield from (f"{where}: {fault}" for fault in _faults_of(store, hold.terms, lists))
        if hold.state is HoldState.CAPTURED:
            captured = store.get(Transaction, hold.capture) if hold.capture else None
            found = _faults_of_capture(captured, hold, hold.terms, wallet)
            found += _faults_of_refunds(captured, hold, wallet, given[hold.id])
            yield from (f"{where}: {fault}" for fault in found)


def _given_back(store: Store, wallet: Wallet) -> dict[str, Counter[str]]:
    """Return what each account gave back of each hold."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in verification.entries(store, wallet.id):
        if entry.kind is not TransactionKind.REFUND:
            continue
        found = store.get(Transaction, entry.transaction_id)
        if found is not None and found.follows is not None:
            given[found.follows].update({p.account: -p.paise for p in found.postings})
    return given


def _faults_of_refunds(
    captured: Transaction | None, hold: Hold, wallet: Wallet, given: Counter[str]
) -> Iterator[str]:
    """Yield what is wrong with what was given back: no tax comes back that was not paid."""
    if -given[chart.available(wallet.kind, wallet.id)] != hold.refunded:
        yield "it does not say what was given back of it"
    paid = {posting.account: posting.paise for posting in captured.postings} if captured else {}
    taxes = (at for at in given if book_of(at) in {Book.TAX, Book.WITHHELD})
    if any(not 0 <= given[at] <= paid.get(at, 0) for at in taxes):
        yield "more tax was given back than was taken"


def _faults_of(
    store: Store, terms: Terms, lists: dict[tuple[str, int], Prices | None]
) -> Iterator[str]:
    at = (terms.tariff, terms.number)
    if at not in lists:
        found = store.get(PriceList, terms.tariff, f"{terms.number:06d}")
        lists[at] = found.prices if found else None
    listed = lists[at]
    free = not (terms.prices.visit or terms.prices.commission)
    if listed is None and not (terms.number == 0 and free):
        yield "its terms are of a price list that was never published"
    if listed is not None and listed != terms.prices:
        yield "its terms are not those of their price list"


def _faults_of_capture(
    captured: Transaction | None, hold: Hold, terms: Terms, wallet: Wallet
) -> list[str]:
    if captured is None or captured.sale is None:
        return ["the transaction that captured it is missing"]
    sale = captured.sale
    found = []
    if sale.tax != terms.prices.tax or sale.registration != terms.registration:
        found.append("it was sold under other terms than it was agreed under")
    booked: Counter[str] = Counter()
    for posting in captured.postings:
        booked[posting.account] += posting.paise
    own = {chart.available(wallet.kind, wallet.id), chart.set_aside(wallet.kind, wallet.id)}
    shares = {at: paise for at, paise in booked.items() if paise and at not in own}
    if shares != _expected(sale.item, sale.customer, hold.amount, terms, sale.withholding):
        found.append("its shares are not those of its terms")
    if sum(shares.values()) != hold.captured:
        found.append("its shares do not add up to what was captured")
    return found


def _expected(
    item: SaleItem, lab_id: str | None, amount: int, terms: Terms, withheld: Withholding | None
) -> dict[str, int]:
    """Return what each account but the payer's gains by a sale under its terms."""
    prices = terms.prices
    if item is SaleItem.COMMISSION:
        sold = _sale(_share(amount, prices.commission), prices.tax, same_state=terms.same_state)
        kept = _withheld(withheld)
        rest = amount - sum(sold.values()) - sum(kept.values())
        shares = {chart.available("lab", lab_id or ""): rest, **sold, **kept}
    else:
        of_fee = {
            SaleItem.VISIT: 10_000,
            SaleItem.LATE_CANCELLATION: prices.late_cancellation,
            SaleItem.NO_SHOW: prices.no_show,
        }
        net = _share(prices.visit, of_fee[item])
        shares = _sale(net, prices.tax, same_state=terms.same_state)
    return {account: paise for account, paise in shares.items() if paise}


def _sale(net: int, rate: int, *, same_state: bool) -> dict[str, int]:
    halves = (chart.CGST, chart.SGST) if same_state else (chart.IGST,)
    return {chart.REVENUE: net, **_taxes(net, rate, halves)}


def _withheld(found: Withholding | None) -> dict[str, int]:
    if found is None:
        return {}
    halves = (chart.TCS_CGST, chart.TCS_SGST) if found.same_state else (chart.TCS_IGST,)
    return {chart.TDS: _share(found.value, found.tds), **_taxes(found.value, found.tcs, halves)}


def _taxes(net: int, rate: int, accounts: tuple[str, ...]) -> dict[str, int]:
    each = _paisa(Fraction(net * rate, 10_000 * len(accounts)))
    return dict.fromkeys(accounts, each)


def _share(paise: int, rate: int) -> int:
    return _paisa(Fraction(paise * rate, 10_000))


def _paisa(amount: Fraction) -> int:
    """Round to the paisa, half a paisa up."""
    return int(amount + Fraction(1, 2))
