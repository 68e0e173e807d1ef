"""Verifies what was withheld of a lab: its transactions against the totals of the returns."""

from collections import defaultdict
from collections.abc import Iterator

from core.store import Store
from wallet.ledger import chart, verification
from wallet.ledger.accounting_periods import financial_year, month_of
from wallet.ledger.models import Transaction, TransactionKind, Wallet
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
        yield from (f"entry {entry.number}: {fault}" for fault in _faults_of(found, wallet))
        if found.seller == wallet.id:
            _add(months[month_of(found.at)], found)
            years[financial_year(found.at)] += max(0, found.sold)
    begun = wallet.brought_forward
    for month, sums in months.items():
        start, end = moments(month)
        if begun and begun.at >= start:
            continue
        if totals.added_up(store, wallet.id, start, end).model_dump() != sums:
            yield f"{month}: what was withheld is not what its totals say"
    whole = not begun or (wallet.sales and financial_year(begun.at) != wallet.sales.year)
    if wallet.sales and whole and wallet.sales.value != years[wallet.sales.year]:
        yield f"{wallet.sales.year}: its sales of the year are not those that it was credited for"


def _faults_of(found: Transaction, wallet: Wallet) -> Iterator[str]:
    """Yield what is wrong with a transaction: money is withheld of a lab's sale alone."""
    kept = {name: found.booked_on(account) for name, account in _ACCOUNTS.items()}
    if any(kept.values()) and found.seller is None:
        yield "something was withheld of no sale"
    if found.seller == wallet.id and found.kind is TransactionKind.CAPTURE:
        if any(paise < 0 for paise in kept.values()):
            yield "something was withheld that is below zero"
        if kept["tcs_igst"] and (kept["tcs_cgst"] or kept["tcs_sgst"]):
            yield "tax of both kinds was collected at source"


def _add(sums: dict[str, int], found: Transaction) -> None:
    sums["sold"] += max(0, found.sold)
    sums["returned"] += max(0, -found.sold)
    sums["net"] += found.sold
    for name, account in _ACCOUNTS.items():
        sums[name] += found.booked_on(account)
