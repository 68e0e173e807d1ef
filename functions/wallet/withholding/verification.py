"""Verifies what was withheld of a lab: its transactions against the totals of the returns."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from core.store import Store
from wallet.ledger import chart, verification
from wallet.ledger.accounting_periods import financial_year, month_of
from wallet.ledger.models import Transaction, Wallet
from wallet.withholding import totals
from wallet.withholding.periods import moments
from wallet.withholding.requests import Withheld

_ACCOUNTS = {
    "tds": chart.TDS,
    "tcs_cgst": chart.TCS_CGST,
    "tcs_sgst": chart.TCS_SGST,
    "tcs_igst": chart.TCS_IGST,
}


def faults(store: Store, wallet: Wallet) -> Iterator[str]:
    """Yield, in words, everything about a lab's withholding that does not add up.

    Reads every entry of the wallet and its transaction, and the totals of each month. A month whose
    entries retention has begun to take is left out.
    """
    months: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(Withheld.model_fields, 0))
    years: dict[str, int] = defaultdict(int)
    for entry in verification.entries(store, wallet.id):
        found = store.get(Transaction, entry.transaction_id)
        if found is None:  # the ledger's own verification says so
            continue
        if found.seller is None and any(map(found.booked_on, _ACCOUNTS.values())):
            yield f"entry {entry.number}: something was withheld of no sale"
        if found.seller == wallet.id:
            _add(months[month_of(found.at)], found)
            years[financial_year(found.at)] += max(0, found.sold)
    yield from _faults_of_months(store, wallet, months)
    yield from _faults_of_year(wallet, years)


def _faults_of_months(
    store: Store, wallet: Wallet, months: Mapping[str, dict[str, int]]
) -> Iterator[str]:
    begun = wallet.brought_forward
    for month, sums in months.items():
        start, end = moments(month)
        whole = begun is None or begun.at < start
        if whole and totals.added_up(store, [wallet.id], start, end)[0].model_dump() != sums:
            yield f"{month}: what was withheld is not what its totals say"


def _faults_of_year(wallet: Wallet, years: Mapping[str, int]) -> Iterator[str]:
    sales, begun = wallet.sales, wallet.brought_forward
    if sales is None or (begun and financial_year(begun.at) >= sales.year):
        return
    if sales.value != years.get(sales.year, 0):
        yield f"{sales.year}: its sales of the year are not those that it was credited for"


def _add(sums: dict[str, int], found: Transaction) -> None:
    sums["sold"] += max(0, found.sold)
    sums["returned"] += max(0, -found.sold)
    sums["net"] += found.sold
    for name, account in _ACCOUNTS.items():
        sums[name] += found.booked_on(account)
