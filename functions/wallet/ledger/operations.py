"""What can be done with money: each operation as the postings that it books in a journal.

None of them commits; the caller's unit does, alone or together with what the money is for.
"""

from collections.abc import Sequence

from core.access import ORG_ROLES, Role
from wallet.ledger import chart
from wallet.ledger.errors import AmountTooLarge, HoldClosed, HoldNotFound, LedgerBrokenError
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import (
    NEVER,
    Hold,
    HoldState,
    Posting,
    Transaction,
    TransactionKind,
    Wallet,
)
from wallet.ledger.subjects import Subject
from wallet.ledger.terms import Sale


def top_up(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reference: str
) -> Transaction:
    """Book money that came in from the gateway."""
    _check(paise)
    postings = _between(chart.GATEWAY, _available(wallet), paise)
    return journal.post(order, TransactionKind.TOP_UP, postings, reference)


def adjust(
    journal: Journal, order: PostingRequest, wallet: Wallet, paise: int, reason: str
) -> Transaction:
    """Book an admin's correction, up or down.

    Raises:
        InsufficientFunds.
    """
    postings = _between(chart.CORRECTIONS, _available(wallet), paise)
    reference = f"wallets/{wallet.id}"
    return journal.post(order, TransactionKind.ADJUSTMENT, postings, reference, reason=reason)


def transfer(
    journal: Journal,
    order: PostingRequest,
    source: Wallet,
    target: Wallet,
    paise: int,
    reference: str,
) -> Transaction:
    """Book money from one wallet to another.

    Raises:
        InsufficientFunds.
    """
    _check(paise)
    postings = _between(_available(source), _available(target), paise)
    return journal.post(order, TransactionKind.TRANSFER, postings, reference)


def hold(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    made: Hold,
    kind: TransactionKind = TransactionKind.HOLD,
) -> Transaction:
    """Set money aside. The hold's id is the transaction's.

    Raises:
        InsufficientFunds: never for a kind that is `OVERDRAWING`.
    """
    postings = _between(_available(wallet), _held(wallet), made.amount)
    transaction = journal.post(order, kind, postings, made.reference, subject=made.subject)
    journal.set_hold(wallet.id, transaction.id, made)
    return transaction


def capture(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    hold_id: str,
    shares: Sequence[Posting],
    sale: Sale | None = None,
    kind: TransactionKind = TransactionKind.CAPTURE,
    subject: Subject | None = None,
) -> Transaction:
    """Take what was set aside, whole or in part; what is left goes back to the wallet.

    `shares` say who gets how much: revenue, tax, a lab's wallet; `subject` what is known by now of
    what it is for, where that is more than when it was set aside. `kind` says what it was
    taken for.

    Raises:
        HoldNotFound, HoldClosed, AmountTooLarge.
    """
    found = _open(journal, wallet, hold_id)
    paise = sum(share.paise for share in shares)
    _check(paise)
    rest = found.amount - paise
    if rest < 0:
        raise AmountTooLarge(limit_paise=found.amount)
    postings = [_post(_held(wallet), -found.amount), *shares]
    if rest:
        postings.append(_post(_available(wallet), rest))
    found = found.model_copy(update={"subject": subject or found.subject})
    transaction = journal.post(
        order,
        kind,
        postings,
        found.reference,
        follows=hold_id,
        sale=sale,
        subject=found.subject,
    )
    captured = found.model_copy(update={"capture": transaction.id})
    _close(journal, wallet, hold_id, captured, captured=paise, released=rest)
    return transaction


def release(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    hold_id: str,
    kind: TransactionKind = TransactionKind.RELEASE,
) -> Transaction:
    """Give back what was set aside.

    Raises:
        HoldNotFound, HoldClosed.
    """
    found = _open(journal, wallet, hold_id)
    postings = _between(_held(wallet), _available(wallet), found.amount)
    transaction = journal.post(
        order,
        kind,
        postings,
        found.reference,
        follows=hold_id,
        subject=found.subject,
    )
    _close(journal, wallet, hold_id, found, captured=0, released=found.amount)
    return transaction


def refund(
    journal: Journal,
    order: PostingRequest,
    wallet: Wallet,
    hold_id: str,
    shares: Sequence[Posting],
    reason: str,
    sale: Sale | None = None,
) -> Transaction:
    """Give back what was captured, whole or in part; `shares` say who gives how much (below zero).

    Raises:
        HoldNotFound, AmountTooLarge, InsufficientFunds.
    """
    found = journal.hold(wallet.id, hold_id)
    if found is None:
        raise HoldNotFound
    paise = -sum(share.paise for share in shares)
    _check(paise)
    left = found.captured - found.refunded
    if paise > left:
        raise AmountTooLarge(limit_paise=left)
    postings = [*shares, _post(_available(wallet), paise)]
    transaction = journal.post(
        order,
        TransactionKind.REFUND,
        postings,
        found.reference,
        follows=hold_id,
        reason=reason,
        sale=sale,
        subject=found.subject,
    )
    sums = {
        "refunded": found.refunded + paise,
        "untaxed": found.untaxed + (paise if sale and sale.untaxed else 0),
        "undeducted": found.undeducted + (paise if sale and sale.undeducted else 0),
    }
    after = found.model_copy(update=sums)
    journal.set_hold(wallet.id, hold_id, after)
    return transaction


def pay_out(
    journal: Journal, order: PostingRequest, wallet: Wallet, hold_id: str, paise: int
) -> Transaction:
    """Book that what was set aside left by the bank.

    Raises:
        HoldNotFound, HoldClosed, AmountTooLarge.
    """
    shares = [_post(chart.BANK, paise)]
    return capture(journal, order, wallet, hold_id, shares, kind=TransactionKind.PAYOUT)


def take_back(
    journal: Journal, order: PostingRequest, wallet: Wallet, paid: Transaction
) -> Transaction:
    """Book that the bank sent back what had been paid out, all of it."""
    paise = sum(posting.paise for posting in paid.postings if posting.account == chart.BANK)
    _check(paise)
    postings = _between(chart.BANK, _available(wallet), paise)
    kind, reference = TransactionKind.PAYOUT_RETURN, paid.reference
    return journal.post(order, kind, postings, reference, follows=paid.id)


def gained(journal: Journal, captured: Transaction, payer: Wallet) -> list[Posting]:
    """Return who got what of a capture; reads the wallets among them, which give back of it."""
    shares = []
    for posting in captured.postings:
        owner, wallet_id, *_ = posting.account.split("/")
        if wallet_id != payer.id:
            shares.append(posting)
            if owner in ORG_ROLES:
                journal.wallet(wallet_id, Role(owner))
    return shares


def _open(journal: Journal, wallet: Wallet, hold_id: str) -> Hold:
    found = journal.hold(wallet.id, hold_id)
    if found is None:
        raise HoldNotFound
    if found.state is not HoldState.OPEN:
        raise HoldClosed
    return found


def _close(
    journal: Journal, wallet: Wallet, hold_id: str, found: Hold, *, captured: int, released: int
) -> None:
    state = HoldState.CAPTURED if captured else HoldState.RELEASED
    changes: dict[str, object] = {"state": state, "captured": captured, "released": released}
    if found.expires_at == NEVER:
        changes["expires_at"] = journal.now  # from which on it is kept as long as the law asks for
    journal.set_hold(wallet.id, hold_id, found.model_copy(update=changes))


def _check(paise: int) -> None:
    """Hold an operation to its direction: money that goes the other way is another operation."""
    if paise <= 0:
        raise LedgerBrokenError


def _between(source: str, target: str, paise: int) -> list[Posting]:
    return [_post(source, -paise), _post(target, paise)]


def _post(account: str, paise: int) -> Posting:
    return Posting(account=account, paise=paise)


def _available(wallet: Wallet) -> str:
    return chart.available(wallet.kind, wallet.id)


def _held(wallet: Wallet) -> str:
    return chart.set_aside(wallet.kind, wallet.id)
