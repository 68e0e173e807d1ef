"""What admins do with a wallet's money: adjustments and refunds."""

from core import audit
from core.access import Role
from core.context import Context
from wallet.accounts.requests import Adjust, Booked, Refund
from wallet.ledger import operations
from wallet.ledger.callers import order_of
from wallet.ledger.clerk import Clerk
from wallet.ledger.errors import (
    AmountTooLarge,
    AmountTooSmall,
    TransactionNotFound,
    WalletNotFound,
)
from wallet.ledger.journal import Journal
from wallet.ledger.models import Transaction, TransactionKind
from wallet.ledger.refunds import refundable

#: Smaller refunds, but that of all that is left, are mostly rounding: a rupee in paise.
_LEAST = 100


#: One clerk a process: an instance's requests book together.
CLERK = Clerk()


def adjust(ctx: Context, request: Adjust) -> Booked:
    """Correct a wallet's balance; the audit entry is written with it.

    Three reads and four writes; works that are booked together share the wallet's. A retry writes
    nothing.

    Raises:
        WalletNotFound, InsufficientFunds, KeyReused, Busy.
    """
    from accounts import service as accounts  # the other functions of the wallet do without

    if not accounts.has_organisation(ctx.store, request.kind, request.wallet_id):
        raise WalletNotFound
    order = order_of(ctx, "wallet/adjust_wallet", request.idempotency_key, request)

    def work(journal: Journal) -> Transaction:
        wallet = journal.wallet(request.wallet_id, request.kind)
        booked = operations.adjust(journal, order, wallet, request.paise, request.reason)
        entry = audit.entry(ctx, "wallet.adjust", f"transactions/{booked.id}")
        journal.add(entry, ctx.store.new_id())
        return booked

    booked = CLERK.book(ctx.store, ctx.clock, request.wallet_id, order, work)
    return Booked(transaction_id=booked.id)


def refund(ctx: Context, request: Refund) -> Booked:
    """Give back a captured fee, or a part of it; the audit entry is written with it.

    Where it is too late for the tax to follow, that stays paid, and only the net is left to give
    back (see `wallet.ledger.refunds`).

    Four reads and five writes; a read and two writes more for a lab that got a share of it. A
    retry writes nothing.

    Raises:
        TransactionNotFound, AmountTooLarge, AmountTooSmall, KeyReused, Busy.
        InsufficientFunds: a lab that got a share of it has spent it.
    """
    order = order_of(ctx, "wallet/refund_transaction", request.idempotency_key, request)

    def work(journal: Journal) -> Transaction:
        captured = journal.transaction(request.transaction_id)
        if (
            captured is None
            or captured.kind is not TransactionKind.CAPTURE
            or captured.follows is None
        ):
            raise TransactionNotFound
        hold = journal.hold(request.wallet_id, captured.follows)
        if hold is None:
            raise TransactionNotFound
        wallet = journal.wallet(request.wallet_id, Role.CLINIC)
        shares = operations.gained(journal, captured, wallet)
        found = refundable(captured, shares, hold, ctx.clock.now())
        paise = request.paise or found.left
        if not found.left or paise > found.left:
            raise AmountTooLarge(limit_paise=found.left)
        if paise < min(_LEAST, found.left):
            raise AmountTooSmall(limit_paise=found.left)
        given, sale = found.given(paise), found.sale_of(captured, hold, paise)
        booked = operations.refund(journal, order, wallet, hold.id, given, request.reason, sale)
        entry = audit.entry(ctx, "wallet.refund", f"transactions/{booked.id}")
        journal.add(entry, ctx.store.new_id())
        return booked

    booked = CLERK.book(ctx.store, ctx.clock, request.wallet_id, order, work)
    return Booked(transaction_id=booked.id)
