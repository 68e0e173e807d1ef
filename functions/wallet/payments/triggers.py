"""The payment gateway's webhook."""

from firebase_functions import https_fn, options
from flask import Request, Response

from core import settings
from core.clock import SystemClock
from core.firebase import firestore_client
from core.instances import Instances
from core.store import Store
from wallet.payments import webhook


@https_fn.on_request(
    # The gateway sends its events one by one, each some reads and writes.
    **Instances(memory=options.MemoryOption.MB_512, timeout_sec=60, concurrency=32).options(),
    secrets=[settings.RAZORPAY_WEBHOOK_SECRET],
)
def wallet_receive_payment(request: Request) -> Response:
    """Take in an event of the payment gateway: its webhook, which nobody else's signature opens."""
    status = webhook.answer(Store(firestore_client()), SystemClock(), request)
    return Response(status=status)
