"""The callables of wallets: balance, statement, corrections, terms."""

from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused, NotOwner
from wallet.accounts import admin_operations, balances, expiry, terms
from wallet.accounts.errors import TooManyBillingDetails
from wallet.accounts.requests import (
    Adjust,
    Balance,
    BillingSet,
    Booked,
    GetBalance,
    GetStatement,
    Refund,
    Released,
    ReleaseExpired,
    SetBilling,
    SetTerms,
    Statement,
    TermsSet,
)
from wallet.ledger import errors as ledger_errors
from wallet.ledger.models import Wallet
from wallet.prices.errors import TariffNotFound


@callable_function(
    request=GetBalance,
    response=Balance,
    roles=ORG_ROLES | ADMINS,
    reads=(Wallet,),
    raises=(ledger_errors.WalletNotFound,),
)
def get_balance(ctx: Context, data: GetBalance) -> Balance:
    """Tell what a clinic's or lab's wallet has, in paise."""
    return balances.balance(ctx, data)


@callable_function(
    request=GetStatement,
    response=Statement,
    roles=ORG_ROLES | ADMINS,
    raises=(ledger_errors.WalletNotFound, CursorInvalid),
    reads=(Wallet,),
)
def get_statement(ctx: Context, data: GetStatement) -> Statement:
    """List a wallet's entries, the last one first, with the balances after each."""
    return balances.statement(ctx, data)


@callable_function(
    request=Adjust,
    response=Booked,
    roles=ADMINS,
    raises=(ledger_errors.WalletNotFound, ledger_errors.InsufficientFunds, KeyReused),
)
def adjust_wallet(ctx: Context, data: Adjust) -> Booked:
    """Credit or debit a wallet by hand, with the reason; the transaction is the record of it."""
    return admin_operations.adjust(ctx, data)


@callable_function(
    request=Refund,
    response=Booked,
    roles=ADMINS,
    raises=(
        ledger_errors.TransactionNotFound,
        ledger_errors.AmountTooLarge,
        ledger_errors.AmountTooSmall,
        ledger_errors.InsufficientFunds,
        KeyReused,
    ),
)
def refund_transaction(ctx: Context, data: Refund) -> Booked:
    """Give a captured fee back to its wallet, whole or in part; a credit note follows."""
    return admin_operations.refund(ctx, data)


@callable_function(
    request=SetTerms,
    response=TermsSet,
    roles=ADMINS,
    raises=(ledger_errors.WalletNotFound, TariffNotFound),
)
def set_terms(ctx: Context, data: SetTerms) -> TermsSet:
    """Grant a wallet credit, or take it back, and choose the tariff that it pays."""
    return terms.set_terms(ctx, data)


@callable_function(request=ReleaseExpired, response=Released, roles=ADMINS)
def release_expired_holds(ctx: Context, data: ReleaseExpired) -> Released:
    """Release holds whose time is over, as the sweep does by itself."""
    return expiry.release_on_demand(ctx, admin_operations.CLERK, data)


@callable_function(
    request=SetBilling,
    response=BillingSet,
    roles=ORG_ROLES,
    locks=(Wallet,),
    raises=(NotOwner, TooManyBillingDetails),
)
def set_billing(ctx: Context, data: SetBilling) -> BillingSet:
    """Say whom the organisation's invoices are made out to; owners only."""
    return terms.set_billing(ctx, data)
