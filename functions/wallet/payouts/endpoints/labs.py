"""The callables of labs that are paid out, and the list that admins see as well."""

from core.access import ADMINS, LABS
from core.callables import callable_function
from core.context import Context
from core.errors import CursorInvalid, KeyReused, NotOwner
from wallet.ledger.errors import AmountTooLarge, InsufficientFunds, WalletNotFound
from wallet.ledger.models import Wallet
from wallet.payouts import asking, errors, listing, methods
from wallet.payouts.models import Payout, PayoutMethod
from wallet.payouts.requests.payouts import (
    CancelPayout,
    GetPayoutMethod,
    ListPayouts,
    PayoutMethodShown,
    PayoutMoved,
    PayoutRequested,
    Payouts,
    RequestPayout,
    SetPayoutMethod,
)


@callable_function(
    request=SetPayoutMethod,
    response=PayoutMethodShown,
    roles=LABS,
    raises=(NotOwner,),
    locks=(PayoutMethod,),
)
def set_payout_method(ctx: Context, data: SetPayoutMethod) -> PayoutMethodShown:
    """Say where the lab is paid; owners only, who are all told, and payouts wait after a change."""
    return methods.set_method(ctx, data)


@callable_function(
    request=GetPayoutMethod,
    response=PayoutMethodShown,
    roles=LABS,
    reads=(PayoutMethod,),
)
def get_payout_method(ctx: Context, data: GetPayoutMethod) -> PayoutMethodShown:
    """Tell where the lab is paid, masked."""
    return methods.method(ctx, data)


@callable_function(
    request=RequestPayout,
    response=PayoutRequested,
    roles=LABS,
    raises=(
        NotOwner,
        errors.PayoutMethodMissing,
        errors.PayoutTooSmall,
        AmountTooLarge,
        InsufficientFunds,
        KeyReused,
    ),
    locks=(PayoutMethod, Wallet, asking.wanted),
)
def request_payout(ctx: Context, data: RequestPayout) -> PayoutRequested:
    """Ask for money of the lab to be paid out; owners only. It is set aside until it is paid."""
    return asking.request(ctx, data)


@callable_function(
    request=CancelPayout,
    response=PayoutMoved,
    roles=LABS,
    raises=(NotOwner, errors.PayoutNotFound, errors.WrongPayoutState),
    locks=(Payout, Wallet),
)
def cancel_payout(ctx: Context, data: CancelPayout) -> PayoutMoved:
    """Take a payout back that no admin has approved yet; owners only."""
    return asking.cancel(ctx, data)


@callable_function(
    request=ListPayouts,
    response=Payouts,
    roles=LABS | ADMINS,
    raises=(WalletNotFound, CursorInvalid),
)
def list_payouts(ctx: Context, data: ListPayouts) -> Payouts:
    """List the lab's payouts, the last first; for admins those that wait, or of a lab or state."""
    return listing.list_payouts(ctx, data)
