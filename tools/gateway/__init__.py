"""A stand-in for the payment gateway: Razorpay's API and webhooks as far as Scanner uses them.

    python -m tools.gateway --port 9409 --hook http://127.0.0.1:9402/.../wallet_receive_payment

It runs beside the emulators, where nothing reaches the real one. Orders are made, listed by receipt
and read as Razorpay does it. A person pays in a browser at

    http://127.0.0.1:9409/checkout/<order id>?back=http://localhost:5173/wallet

which links back to an app on this machine. What else is done in Checkout or in the dashboard is

    curl -X POST http://127.0.0.1:9409/stand-in/orders/<order id>/pay     (or .../fail)
    curl -X POST http://127.0.0.1:9409/stand-in/payments/<payment id>/refund?amount=5000
    curl -X POST http://127.0.0.1:9409/stand-in/payments/<payment id>/dispute
    curl -X POST http://127.0.0.1:9409/stand-in/disputes/<dispute id>/lose   (win, review, close)
    curl -X POST http://127.0.0.1:9409/stand-in/refunds/<refund id>/fail
    curl -X POST http://127.0.0.1:9409/stand-in/settle
    curl -X POST http://127.0.0.1:9409/stand-in/payouts/<payout id>/processed   (failed, reversed)

which delivers the events that Razorpay would, signed, and tells how they were answered. With
`?unheard=1` none of them arrives, as on a day on which the webhook fails. An app on this machine
may send these from its own origin (CORS); the API itself it may not call, as with Razorpay.

Sources: https://razorpay.com/docs/api/orders/create/ (amounts from 100, receipts of 40 characters
at most), .../orders/fetch-all (`receipt`; the sample lists one receipt twice, newest first, so
receipts are not held to be unique), https://razorpay.com/docs/webhooks/orders/ (`order.paid` comes
beside `payment.captured`), https://razorpay.com/docs/api/refunds/create-normal/ (a rupee at least,
and no more than is left).
"""

from tools.gateway.acting import act_at, act_on_at, settle_at
from tools.gateway.listing import RefusedError
from tools.gateway.payouts import ACCOUNT, PayoutBook
from tools.gateway.records import (
    KEY_ID,
    KEY_SECRET,
    WEBHOOK_SECRET,
    Delivery,
    Json,
    delivery,
    dispute_of,
    payment_of,
    payout_delivery,
    refund_of,
    signed,
)
from tools.gateway.server import DroppedError
from tools.gateway.stand_in import HOST, StandIn

__all__ = [
    "ACCOUNT",
    "HOST",
    "KEY_ID",
    "KEY_SECRET",
    "WEBHOOK_SECRET",
    "Delivery",
    "DroppedError",
    "Json",
    "PayoutBook",
    "RefusedError",
    "StandIn",
    "act_at",
    "act_on_at",
    "delivery",
    "dispute_of",
    "payment_of",
    "payout_delivery",
    "refund_of",
    "settle_at",
    "signed",
]
