"""Balances and statements of wallets, for their owners and for admins."""

from core.access import ORG_ROLES, Role
from core.context import Context
from core.queries import Query
from wallet.accounts.requests import Balance, GetBalance, GetStatement, Statement, StatementLine
from wallet.ledger.callers import named
from wallet.ledger.errors import WalletNotFound
from wallet.ledger.models import Wallet, WalletEntry

ENTRIES = Query(WalletEntry, order=(("number", "DESCENDING"),))


def balance(ctx: Context, request: GetBalance) -> Balance:
    """Return what a wallet has. One read.

    Raises:
        WalletNotFound.
    """
    return _balance(_seen(ctx, request))


def statement(ctx: Context, request: GetStatement) -> Statement:
    """Return one page of a wallet's entries, the last first. One read, and one an entry.

    Raises:
        WalletNotFound, CursorInvalid.
    """
    wallet = _seen(ctx, request)
    under = Wallet.path_for(wallet.id)
    page = ctx.store.page(ENTRIES, limit=request.limit, cursor=request.cursor, under=under)
    return Statement(lines=[_line(entry) for entry in page.items], cursor=page.cursor)


def _seen(ctx: Context, request: GetBalance) -> Wallet:
    """Read the caller's own wallet or, for an admin, the one that is named.

    A clinic or lab that nothing was booked for yet has an empty one.
    """
    wallet_id = named(ctx, request.wallet_id)
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


def _line(entry: WalletEntry) -> StatementLine:
    return StatementLine(
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
