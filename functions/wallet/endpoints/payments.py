"""The callables of paying in, and what the gateway reports."""

from firebase_functions import https_fn, options
from flask import Request, Response

from core import settings
from core.access import ORG_ROLES
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import KeyReused
from core.firebase import firestore_client
from core.store import Store
from wallet import errors, payments, webhook
from wallet.gateway import Gateway
from wallet.requests.payments import StartTopUp, TopUpStarted


@callable_function(
    request=StartTopUp,
    response=TopUpStarted,
    roles=ORG_ROLES,
    raises=(errors.OnlinePaymentNotConfigured, errors.PaymentGatewayUnavailable, KeyReused),
    secrets=(settings.RAZORPAY_KEY_SECRET,),
)
def wallet_start_top_up(ctx: Context, data: StartTopUp) -> TopUpStarted:
    """Make an order at the payment gateway, for the app to open Razorpay Checkout with."""
    return payments.start(ctx, Gateway.configured(), data)


@https_fn.on_request(
    region=settings.REGION,
    memory=options.MemoryOption.MB_512,
    timeout_sec=60,
    secrets=[settings.RAZORPAY_WEBHOOK_SECRET],
)
def wallet_receive_payment(request: Request) -> Response:
    """Take in an event of the payment gateway: its webhook, which nobody else's signature opens."""
    status = webhook.answer(Store(firestore_client()), SystemClock(), request)
    return Response(status=status)
