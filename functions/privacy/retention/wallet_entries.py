"""Takes the oldest entries of a wallet, and has the wallet say what stood before the rest."""

from itertools import takewhile

from accounts.models import ORG_MODELS
from core.documents import Document
from core.units import UnitOfWork
from privacy.retention.runs import BATCH, Errand, turn
from wallet.ledger.models import Forward, Wallet, WalletEntry
from wallet.ledger.queries import ENTRIES_AFTER


def entries(errand: Errand) -> bool:
    """Take the oldest entries of wallets, in the order of their numbers; what is held stops it.

    A read for each entry and two for the wallet, a write for each entry, for the wallet and for the
    record.
    """
    store = errand.ctx.store

    def take(after: Document | None) -> list[Wallet]:
        page: list[Wallet] = errand.page(store, after)
        for wallet in errand.ready(store, page):
            while store.run(lambda unit: _bring_forward(unit, errand, wallet.id)) == BATCH:  # noqa: B023
                errand.gone += BATCH
            errand.gone += 1
        return page

    return turn(errand, take)


def _bring_forward(unit: UnitOfWork, errand: Errand, wallet_id: str) -> int:
    """Take a batch of a wallet's entries; return how many went."""
    wallet = unit.get(Wallet, wallet_id)
    if wallet is None:
        return 0
    path = Wallet.path_for(wallet_id)
    found: list[WalletEntry] = unit.find(
        ENTRIES_AFTER, wallet.begins_after, limit=BATCH + 1, under=path
    )
    taken = list(takewhile(lambda entry: _may_go(errand, wallet, entry), found[:BATCH]))
    if not taken:
        return 0
    following = found[len(taken)] if len(found) > len(taken) else None
    over = following is None and _is_over(unit, wallet)
    for entry in taken:
        unit.delete(entry)
    if over:
        unit.delete(wallet)
    else:
        last = taken[-1]
        forward = Forward(
            number=last.number,
            hash=last.hash,
            available=last.available,
            held=last.held_after,
            at=last.at,
        )
        unit.change(
            wallet,
            brought_forward=forward,
            oldest_at=following.at if following else None,
            invoiced=max(wallet.invoiced, last.number),  # nobody can be billed for it any more
        )
    errand.note(unit, len(taken), path)
    return len(taken)


def _may_go(errand: Errand, wallet: Wallet, entry: WalletEntry) -> bool:
    as_oldest = wallet.model_copy(update={"oldest_at": entry.at})
    return errand.row.is_due(as_oldest, errand.now) and not errand.held.covers(entry)


def _is_over(unit: UnitOfWork, wallet: Wallet) -> bool:
    """Tell whether a wallet without entries is empty, and nobody is there to use it."""
    if wallet.available or wallet.held:
        return False
    return unit.get(ORG_MODELS[wallet.kind], wallet.id) is None
