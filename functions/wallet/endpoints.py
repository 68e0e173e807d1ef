"""The deployed functions of the wallet."""

from core.access import Role
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused
from wallet import errors, operations
from wallet.requests.wallets import (
    Adjust,
    Balance,
    Booked,
    GetBalance,
    GetStatement,
    SetCreditLimit,
    Statement,
)

_SEEING = frozenset({Role.CLINIC, Role.LAB, Role.ADMIN})
_ADMIN = frozenset({Role.ADMIN})


@callable_function(
    request=GetBalance, response=Balance, roles=_SEEING, raises=(errors.WalletNotFound,)
)
def wallet_get_balance(ctx: Context, data: GetBalance) -> Balance:
    """Tell what a clinic's or lab's wallet has, in paise."""
    return operations.balance(ctx, data)


@callable_function(
    request=GetStatement,
    response=Statement,
    roles=_SEEING,
    raises=(errors.WalletNotFound, CursorInvalid),
)
def wallet_get_statement(ctx: Context, data: GetStatement) -> Statement:
    """List a wallet's entries, the last one first, with the balances after each."""
    return operations.statement(ctx, data)


@callable_function(
    request=Adjust,
    response=Booked,
    roles=_ADMIN,
    raises=(errors.WalletNotFound, errors.InsufficientFunds, KeyReused),
)
def wallet_adjust(ctx: Context, data: Adjust) -> Booked:
    """Credit or debit a wallet by hand, with the reason; the transaction is the record of it."""
    return operations.adjust(ctx, data)


@callable_function(
    request=SetCreditLimit, response=Balance, roles=_ADMIN, raises=(errors.WalletNotFound,)
)
def wallet_set_credit_limit(ctx: Context, data: SetCreditLimit) -> Balance:
    """Grant a wallet credit, or take it back."""
    return operations.set_credit_limit(ctx, data)
