"""Ranges of a wallet's entries: which belong to some days, so that days meet without a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.clock import day_of
from core.errors import Busy
from core.queries import Query
from core.reading import PAGE
from core.store import Store
from wallet.invoices.errors import StatementTooOld
from wallet.ledger.models import Wallet, WalletEntry
from wallet.ledger.queries import ENTRIES_AFTER

BEFORE = Query(WalletEntry, where=(("at", "<"),), order=(("at", "DESCENDING"),))


@dataclass(frozen=True)
class Point:
    """Where a wallet stood: the number of its last entry, and its balances after it, in paise."""

    number: int = 0
    available: int = 0
    held: int = 0

    @property
    def balance(self) -> int:
        """What it had to spend and what it had set aside, together."""
        return self.available + self.held


def at(store: Store, wallet_id: str, moment: datetime, now: datetime) -> Point:
    """Return a wallet's last entry and balances before a moment; for one to come, those of now.

    One read, and one more where no entry lies before it.

    Clocks of instances differ by milliseconds, so that an entry may be dated before the one whose
    number precedes its own. What ends here begins the next span, whatever the clocks say.

    Raises:
        StatementTooOld: retention took entries that were booked then or later.
    """
    if moment > now:
        wallet = store.get(Wallet, wallet_id)
        return Point(wallet.sequence, wallet.available, wallet.held) if wallet else Point()
    found: list[WalletEntry] = store.find(BEFORE, moment, limit=1, under=Wallet.path_for(wallet_id))
    if found:
        return Point(found[0].number, found[0].available, found[0].held_after)
    return _beginning(store.get(Wallet, wallet_id), moment)


def _beginning(wallet: Wallet | None, moment: datetime) -> Point:
    """Return what stood before the first entry that is there."""
    before = wallet.brought_forward if wallet else None
    if before is None:
        return Point()
    if moment <= before.at:
        raise StatementTooOld(begins=(day_of(before.at) + timedelta(days=1)).isoformat())
    return Point(before.number, before.available, before.held)


def each_between(store: Store, wallet_id: str, after: int, through: int) -> Iterator[WalletEntry]:
    """Yield the entries after one number and up to another, in order, a page at a time.

    Raises:
        Busy: some went meanwhile, by retention; asked again, it says what there is.
    """
    while after < through:
        page = between(store, wallet_id, after, min(through, after + PAGE))
        if not page or page[-1].number != after + len(page):
            raise Busy
        yield from page
        after = page[-1].number


def between(store: Store, wallet_id: str, after: int, through: int) -> list[WalletEntry]:
    """Return the entries after one number and up to another, in order. A read each."""
    if through <= after:
        return []
    under = Wallet.path_for(wallet_id)
    found: list[WalletEntry] = store.find(ENTRIES_AFTER, after, limit=through - after, under=under)
    return found
