"""What callables do with a wallet's money: balance, statement, corrections, refunds."""

from pydantic import BaseModel

from core import audit
from core.access import ORG_ROLES, Role
from core.context import Context
from core.idempotency import fingerprint_of
from core.queries import Query
from wallet import ledger
from wallet.charges import given_back
from wallet.clerk import Clerk
from wallet.errors import AmountTooSmall, TransactionNotFound, WalletNotFound
from wallet.journal import Journal, Order
from wallet.models import Entry, Kind, Posting, Transaction, Wallet
from wallet.requests.wallets import (
    Adjust,
    Balance,
    Booked,
    GetBalance,
    GetStatement,
    Line,
    Refund,
    Statement,
)

ENTRIES = Query(Entry, order=(("number", "DESCENDING"),))

#: Smaller refunds, but that of all that is left, are mostly rounding: a rupee in paise.
_LEAST = 100

#: One clerk a process: an instance's requests book together.
CLERK = Clerk()


def balance(ctx: Context, wish: GetBalance) -> Balance:
    """Return what a wallet has. One read.

    Raises:
        WalletNotFound.
    """
    return _balance(_seen(ctx, wish))


def statement(ctx: Context, wish: GetStatement) -> Statement:
    """Return one page of a wallet's entries, the last first. One read, and one an entry.

    Raises:
        WalletNotFound, CursorInvalid.
    """
    wallet = _seen(ctx, wish)
    under = Wallet.path_for(wallet.id)
    page = ctx.store.page(ENTRIES, limit=wish.limit, cursor=wish.cursor, under=under)
    return Statement(lines=[_line(entry) for entry in page.items], cursor=page.cursor)


def adjust(ctx: Context, wish: Adjust) -> Booked:
    """Correct a wallet's balance; the audit entry is written with it.

    Three reads and four writes; works that are booked together share the wallet's. A retry writes
    nothing.

    Raises:
        WalletNotFound, InsufficientFunds, KeyReused, Busy.
    """
    from accounts import service as accounts  # the other functions of the wallet do without

    if not accounts.has_organisation(ctx.store, wish.kind, wish.wallet_id):
        raise WalletNotFound
    order = order_of(ctx, "wallet/adjust_wallet", wish.idempotency_key, wish)

    def work(journal: Journal) -> Transaction:
        wallet = journal.wallet(wish.wallet_id, wish.kind)
        booked = ledger.adjust(journal, order, wallet, wish.paise, wish.reason)
        entry = audit.entry(ctx, "wallet.adjust", f"transactions/{booked.id}")
        journal.add(entry, ctx.store.new_id())
        return booked

    booked = CLERK.book(ctx.store, ctx.clock, wish.wallet_id, order, work)
    return Booked(transaction_id=booked.id)


def refund(ctx: Context, wish: Refund) -> Booked:
    """Give back a captured fee, or a part of it; the audit entry is written with it.

    Four reads and five writes; a read and two writes more for a lab that got a share of it. A
    retry writes nothing.

    Raises:
        TransactionNotFound, AmountTooLarge, AmountTooSmall, KeyReused, Busy.
        InsufficientFunds: a lab that got a share of it has spent it.
    """
    order = order_of(ctx, "wallet/refund_transaction", wish.idempotency_key, wish)

    def work(journal: Journal) -> Transaction:
        captured = journal.transaction(wish.transaction_id)
        if captured is None or captured.kind is not Kind.CAPTURE or captured.follows is None:
            raise TransactionNotFound
        hold = journal.hold(wish.wallet_id, captured.follows)
        if hold is None:
            raise TransactionNotFound
        left = hold.captured - hold.refunded
        paise = wish.paise or left
        if paise < min(_LEAST, left):
            raise AmountTooSmall(limit_paise=left)
        wallet = journal.wallet(wish.wallet_id, Role.CLINIC)
        shares = given_back(_shares(journal, captured, wallet), hold.refunded, paise)
        booked = ledger.refund(
            journal, order, wallet, hold.id, shares, wish.reason, sale=captured.sale
        )
        entry = audit.entry(ctx, "wallet.refund", f"transactions/{booked.id}")
        journal.add(entry, ctx.store.new_id())
        return booked

    booked = CLERK.book(ctx.store, ctx.clock, wish.wallet_id, order, work)
    return Booked(transaction_id=booked.id)


def _shares(journal: Journal, captured: Transaction, payer: Wallet) -> list[Posting]:
    """Return who got what of a capture; reads the wallets among them, which give back of it."""
    shares = []
    for posting in captured.postings:
        owner, wallet_id, *_ = posting.account.split("/")
        if wallet_id != payer.id:
            shares.append(posting)
            if owner in ORG_ROLES:
                journal.wallet(wallet_id, Role(owner))
    return shares


def order_of(ctx: Context, name: str, key: str, body: BaseModel) -> Order:
    """Return the order that a caller's idempotency key stands for, in a key space of its own."""
    return Order(ctx.caller.uid, f"{ctx.caller.uid}/{name}/{key}", fingerprint_of(body))


def named(ctx: Context, wallet_id: str | None) -> str:
    """Return the id of the caller's own wallet or, for an admin, of the one that is named.

    Raises:
        WalletNotFound: none is named, or another's.
    """
    caller = ctx.caller
    if caller.role is Role.ADMIN and wallet_id is not None:
        return wallet_id
    if caller.role in ORG_ROLES and caller.org and wallet_id in {None, caller.org}:
        return caller.org
    raise WalletNotFound


def _seen(ctx: Context, wish: GetBalance) -> Wallet:
    """Read the caller's own wallet or, for an admin, the one that is named.

    A clinic or lab that nothing was booked for yet has an empty one.
    """
    wallet_id = named(ctx, wish.wallet_id)
    found = ctx.store.get(Wallet, wallet_id)
    if found is None and ctx.caller.role in ORG_ROLES:
        found = Wallet(kind=Role(ctx.caller.role)).placed(wallet_id)
    if found is None:
        raise WalletNotFound
    return found


def _balance(wallet: Wallet) -> Balance:
    return Balance(
        wallet_id=wallet.id,
        available=wallet.available,
        held=wallet.held,
        credit_limit=wallet.credit_limit,
        spendable=max(0, wallet.available + wallet.credit_limit),
    )


def _line(entry: Entry) -> Line:
    return Line(
        number=entry.number,
        at=entry.at,
        kind=entry.kind,
        reference=entry.reference,
        transaction_id=entry.transaction_id,
        available_change=entry.available_change,
        held_change=entry.held_change,
        available=entry.available,
        held=entry.held_after,
    )
