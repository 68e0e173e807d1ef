"""Verifying payouts: each one's state against the hold and the transactions behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.queries import Query
from core.store import Store
from wallet.ledger import chart
from wallet.ledger.models import Hold, HoldState, Transaction, TransactionKind, Wallet
from wallet.payouts.models import Payout, PayoutState
from wallet.payouts.states import OPEN

OF_WALLET = Query(Payout, (("lab_id", "=="),))
OPEN_HOLDS = Query(Hold, (("state", "=="),))

_PAID = frozenset({PayoutState.PAID, PayoutState.RETURNED})


def faults(store: Store, wallet: Wallet) -> Iterator[str]:
    """Yield, in words, everything about a lab's payouts that does not add up.

    Reads every payout, its hold and its transactions, and the open holds of the wallet. Nothing
    must be booked on the wallet meanwhile.

    One number of the bank for two payouts of a lab is a fault here, and no refusal when it is
    recorded: a bank that pays a file in one debit may tell its payouts under one number, of several
    labs for the most part, and what it says has to be booked. Whoever looks then sees a copied one.
    """
    payouts: list[Payout] = list(store.each(OF_WALLET, wallet.id))
    for payout in payouts:
        for fault in _faults(store, wallet, payout):
            yield f"payout {payout.id}: {fault}"
    yield from _shared(payouts)
    holds: list[Hold] = list(
        store.each(OPEN_HOLDS, HoldState.OPEN, under=Wallet.path_for(wallet.id))
    )
    yield from _of_sums(wallet, payouts, holds)


def _of_sums(wallet: Wallet, payouts: Iterable[Payout], holds: list[Hold]) -> Iterator[str]:
    """Compare what is set aside with what it is set aside for."""
    open_ = {payout.hold_id: payout for payout in payouts if payout.state in OPEN}
    for hold in holds:
        if hold.reference.startswith("payouts/") and hold.id not in open_:
            yield f"hold {hold.id} is open, and its payout is not"
    total = sum(hold.amount for hold in holds)
    if total != wallet.held:
        yield f"open holds come to {total} paise, the wallet has {wallet.held} set aside"


def _faults(store: Store, wallet: Wallet, payout: Payout) -> Iterator[str]:
    forward = wallet.brought_forward
    # Once retention has taken entries of the payout's time, what is behind them may be gone.
    aged = forward is not None and payout.requested_at <= forward.at
    hold = store.get(Hold, wallet.id, payout.hold_id)
    if (fault := _fault_of_hold(payout, hold)) and (hold is not None or not aged):
        yield fault
    returned = payout.state is PayoutState.RETURNED
    for at, kind, paise, wanted in (
        (payout.paid_by, TransactionKind.PAYOUT, payout.paise, payout.state in _PAID),
        (payout.returned_by, TransactionKind.PAYOUT_RETURN, -payout.paise, returned),
    ):
        if (at is not None) is not wanted:
            yield f"it is {payout.state}, and a {kind} {'is missing' if wanted else 'was booked'}"
        elif at is not None and (fault := _fault_of(store.get(Transaction, at), kind, paise, aged)):
            yield fault


def _shared(payouts: Iterable[Payout]) -> Iterator[str]:
    """Yield the numbers of the bank that stand for several transfers."""
    by_number = defaultdict(list)
    for payout in payouts:
        if payout.utr is not None:
            by_number[payout.utr].append(payout.id)
    for number, found in sorted(by_number.items()):
        if len(found) > 1:
            yield f"payouts {', '.join(sorted(found))} have one number of the bank, {number}"


def _fault_of_hold(payout: Payout, hold: Hold | None) -> str | None:
    if hold is None:
        return "its hold is missing"
    if (hold.amount, hold.reference) != (payout.paise, Payout.path_for(payout.id)):
        return "its hold is of another amount, or for something else"
    if hold.state is not _due(payout.state):
        return f"it is {payout.state}, and its hold is {hold.state}"
    return None


def _fault_of(
    found: Transaction | None, kind: TransactionKind, paise: int, aged: bool
) -> str | None:
    if found is None:
        return None if aged else f"its {kind} is not in the books"
    if found.kind is not kind or _left(found) != paise:
        return f"its {kind} is of another amount or kind"
    return None


def _left(transaction: Transaction) -> int:
    """Return what left by the bank in a transaction, in paise; below zero for what came back."""
    return sum(each.paise for each in transaction.postings if each.account == chart.BANK)


def _due(state: PayoutState) -> HoldState:
    if state in OPEN:
        return HoldState.OPEN
    return HoldState.CAPTURED if state in _PAID else HoldState.RELEASED
