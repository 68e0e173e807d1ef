"""The callables of paying in, and of comparing with the gateway."""

from core.access import ADMINS, ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from wallet.payments import errors, top_ups
from wallet.payments.gateway import Gateway
from wallet.payments.requests import Reconciled, ReconcilePayments, StartTopUp, TopUpStarted

#: Seconds after which no further day is begun: a call has 60.
_SECONDS = 30.0


@callable_function(
    request=StartTopUp,
    response=TopUpStarted,
    roles=ORG_ROLES,
    begins=True,
    raises=(errors.OnlinePaymentNotConfigured, errors.PaymentGatewayUnavailable, KeyReused),
)
def start_top_up(ctx: Context, data: StartTopUp) -> TopUpStarted:
    """Make an order at the payment gateway, for the app to open Razorpay Checkout with."""
    return top_ups.start(ctx, Gateway.configured(), data)


@callable_function(
    request=ReconcilePayments,
    response=Reconciled,
    roles=ADMINS,
    raises=(errors.OnlinePaymentNotConfigured, errors.PaymentGatewayUnavailable),
)
def reconcile_payments(ctx: Context, data: ReconcilePayments) -> Reconciled:
    """Book what the gateway has and the books have not, as every night; list what differs."""
    from wallet.payments import daily  # to pay in, none of this is needed

    return daily.reconcile_on_demand(ctx, Gateway.configured(), data, seconds=_SECONDS)
