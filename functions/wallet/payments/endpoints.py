"""The callable of paying in."""

from core.access import ORG_ROLES
from core.callables import callable_function
from core.context import Context
from core.errors import KeyReused
from wallet.payments import errors, top_ups
from wallet.payments.gateway import Gateway
from wallet.payments.requests import StartTopUp, TopUpStarted


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
