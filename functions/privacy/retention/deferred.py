"""Documents that have to wait though their time is over, for something still names them."""

from datetime import datetime

from accounts.models import Organisation
from core import periods
from core.privacy import Retention
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from privacy.inventory.queries import MEMBERS
from wallet.invoices.models import Invoice
from wallet.ledger.models import Transaction, Wallet, WalletEntry
from wallet.prices.models import PriceList

OF_TRANSACTION = Query(WalletEntry, (("transaction_id", "=="),))


def for_members(
    source: Store | UnitOfWork, found: list[Organisation], _: datetime
) -> frozenset[str]:
    """Organisations that have a member, though no owner. A read each."""
    return frozenset(org.path_for(org.id) for org in found if source.find(MEMBERS, org.id, limit=1))


def for_entries_of_sums(
    source: Store | UnitOfWork, found: list[Transaction], _: datetime
) -> frozenset[str]:
    """Transactions whose entries are still there: a wallet is verified against them.

    A read for each wallet that one changed.
    """
    return frozenset(
        each.path_for(each.id)
        for each in found
        if any(
            source.find(OF_TRANSACTION, each.id, limit=1, under=Wallet.path_for(wallet_id))
            for wallet_id in each.wallets
        )
    )


def for_entries_billed(
    source: Store | UnitOfWork, found: list[Invoice], _: datetime
) -> frozenset[str]:
    """Invoices whose entries are still there. A read for each wallet."""
    wallets = {each: source.get(Wallet, each) for each in {each.wallet_id for each in found}}
    return frozenset(
        each.path_for(each.id)
        for each in found
        if (wallet := wallets[each.wallet_id]) is not None
        and wallet.begins_after < max(line.entry for line in each.lines)
    )


def for_successors(
    source: Store | UnitOfWork, found: list[PriceList], now: datetime
) -> frozenset[str]:
    """Price lists that stand, or stood until not so long ago: booked by since. A read each."""
    waiting = set()
    for each in found:
        tariff, _ = each.ids
        follows = source.get(PriceList, tariff, f"{each.number + 1:06d}")
        if follows is None or periods.due(Retention.FINANCIAL, follows.set_at) > now:
            waiting.add(each.path_for(*each.ids))
    return frozenset(waiting)
