"""Verifying wallets: balances, chains, and the transactions behind the entries."""

from collections.abc import Iterator

from core.queries import Query
from core.store import Store
from wallet.ledger import chain
from wallet.ledger.journal import changes
from wallet.ledger.models import Transaction, Wallet, WalletEntry

WALLETS = Query(Wallet)
BY_NUMBER = Query(WalletEntry, order=(("number", "ASCENDING"),))

_PAGE = 300


def wallets(store: Store, limit: int) -> list[Wallet]:
    """Return wallets, in the order of their ids. One read each."""
    found: list[Wallet] = store.find(WALLETS, limit=limit)
    return found


def faults(store: Store, wallet: Wallet) -> Iterator[str]:
    """Yield, in words, everything about a wallet that does not add up; nothing where all does.

    Reads every entry and its transaction. The wallet must not be booked on meanwhile.
    """
    found = list(entries(store, wallet.id))
    yield from chain.faults(wallet, found)
    for entry in found:
        if fault := _fault_behind(store.get(Transaction, entry.transaction_id), wallet, entry):
            yield f"entry {entry.number}: {fault}"


def entries(store: Store, wallet_id: str) -> Iterator[WalletEntry]:
    """Yield all entries of a wallet that are there, in the order of their numbers."""
    cursor: str | None = None
    while True:
        page = store.page(BY_NUMBER, limit=_PAGE, cursor=cursor, under=Wallet.path_for(wallet_id))
        yield from page.items
        cursor = page.cursor
        if cursor is None:
            return


def _fault_behind(
    transaction: Transaction | None, wallet: Wallet, entry: WalletEntry
) -> str | None:
    if transaction is None:
        return "its transaction is missing"
    if sum(posting.paise for posting in transaction.postings):
        return "the postings of its transaction do not sum to zero"
    if changes(transaction.postings).get(wallet.id) != (entry.available_change, entry.held_change):
        return "its transaction says another change"
    return None
