"""Money that goes back through the payment gateway: refunds made there, and disputes of banks.

The gateway has paid out, or will be made to, whatever the wallet still has: what is taken here may
leave a debt, which the next payments in make good. See `models.OVERDRAWING`.
"""

from wallet.ledger import chart, operations
from wallet.ledger.errors import LedgerBrokenError
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import NEVER, Hold, Posting, Transaction, TransactionKind, Wallet


def refund_payment(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """Book what the gateway gave back to who paid."""
    return _moved(journal, order, wallet, -paise, reference, TransactionKind.PAYMENT_REFUND)


def reverse_refund(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """Book that a refund did not reach who paid: the gateway has the money again."""
    return _moved(journal, order, wallet, paise, reference, TransactionKind.REFUND_REVERSAL)


def hold_disputed(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """Set aside what a bank disputes, until the dispute ends: it does not expire."""
    made = Hold(reference=reference, amount=paise, made_at=journal.now, expires_at=NEVER)
    return operations.hold(journal, order, wallet, made, TransactionKind.DISPUTE_HOLD)


def lose_disputed(
    journal: Journal, order: PostingRequest, wallet: Wallet, hold_id: str, paise: int
) -> Transaction:
    """Book that the bank took back what was set aside, or a part; the rest is the wallet's again.

    Raises:
        HoldNotFound, HoldClosed, AmountTooLarge.
    """
    shares = [Posting(account=chart.GATEWAY, paise=paise)]
    kind = TransactionKind.DISPUTE_LOSS
    return operations.capture(journal, order, wallet, hold_id, shares, kind=kind)


def release_disputed(
    journal: Journal, order: PostingRequest, wallet: Wallet, hold_id: str
) -> Transaction:
    """Give back what was set aside: the dispute did not take it.

    Raises:
        HoldNotFound, HoldClosed.
    """
    kind = TransactionKind.DISPUTE_RELEASE
    return operations.release(journal, order, wallet, hold_id, kind)


def _moved(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    gained: int,
    reference: str,
    kind: TransactionKind,
) -> Transaction:
    if (gained > 0) is not (kind is TransactionKind.REFUND_REVERSAL) or not gained:
        raise LedgerBrokenError
    postings = [
        Posting(account=chart.GATEWAY, paise=-gained),
        Posting(account=chart.available(wallet.kind, wallet.id), paise=gained),
    ]
    return journal.post(order, kind, postings, reference)
