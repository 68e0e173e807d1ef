"""Says what an entry of a wallet does to its advances: brings one, pays with one, gives one back.

What is free of advances is never more than the wallet has: what pays a debt is no advance, and what
leaves takes of them no more than it must, but for a payment that is given back itself.
"""

from collections.abc import Sequence

from wallet.invoices.adjusting import free
from wallet.invoices.statements import after, changed
from wallet.ledger.advances import Advance
from wallet.ledger.models import Transaction, TransactionKind, WalletEntry

#: What brings money back that had left: an advance again, as far as a refund voucher said it went.
COMES_BACK = frozenset({TransactionKind.REFUND_REVERSAL, TransactionKind.PAYOUT_RETURN})

#: What brings money into a wallet that nothing was supplied for yet.
COMES_IN = frozenset({TransactionKind.TOP_UP}) | COMES_BACK


def pays_a_fee(entry: WalletEntry, transaction: Transaction | None) -> bool:
    """Tell whether money left a wallet for what the platform supplied to whom it belongs to."""
    sale = transaction.sale if transaction else None
    own = sale is not None and sale.customer in {None, entry.ids[0]}
    return changed(entry) < 0 and entry.kind is TransactionKind.CAPTURE and own


def goes_back(entry: WalletEntry, transaction: Transaction | None) -> bool:
    """Tell whether money left a wallet without a supply of the platform to whom it belongs to.

    That is a payment given back through the gateway, a payout, a price paid to a lab, a correction.
    """
    return changed(entry) < 0 and not pays_a_fee(entry, transaction)


def received(advances: Sequence[Advance], entry: WalletEntry) -> int:
    """Return how much of what came in is an advance, in paise: what paid a debt is none.

    A debt is for what was supplied already: CGST Act 2017, section 31(3)(d), is of advances alone.
    """
    room = after(entry).balance - free(advances)
    return max(0, min(changed(entry), room))


def leaves(advances: Sequence[Advance], entry: WalletEntry) -> int:
    """Return how much of advances goes back with what an entry gave away, in paise.

    First what a payment brought that is given back itself, then what no voucher stands for, as a
    lab's earnings are, and last whatever would be more than the wallet has. Section 31(3)(e) lets a
    refund voucher be made "against such payment", and asks for none.
    """
    own = free(advances, entry.reference)
    excess = free(advances) - max(0, after(entry).balance)
    return min(-changed(entry), max(own, excess))
