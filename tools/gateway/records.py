"""What the gateway's stand-in reports: payments, refunds, disputes, and the signed deliveries.

Sources: https://razorpay.com/docs/webhooks/payments/, .../refunds/ and .../disputes/ (payloads; the
payment comes beside its refund or dispute), https://razorpay.com/docs/webhooks/validate-test/
(HMAC-SHA256 in hex over the raw body, `x-razorpay-signature`, `x-razorpay-event-id`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from typing import Any, NamedTuple

#: The platform's keys here: they open nothing else.
KEY_ID = "rzp_test_standin"
KEY_SECRET = "stand-in-key"  # noqa: S105
WEBHOOK_SECRET = "stand-in-webhook"  # noqa: S105

Json = dict[str, Any]


class Delivery(NamedTuple):
    """A webhook's request, as it goes over the wire."""

    body: bytes
    headers: dict[str, str]


def payment_of(order: Json, **changes: object) -> Json:
    """Return a payment for an order, with the data of a person as Razorpay sends it."""
    return {
        "id": f"pay_{secrets.token_hex(7)}",
        "entity": "payment",
        "amount": order["amount"],
        "currency": order["currency"],
        "status": "captured",
        "order_id": order["id"],
        "method": "upi",
        "vpa": "payer@example.com",
        "email": "payer@example.com",
        "contact": "+919812345678",
        "notes": [],
        "fee": None,
        "tax": None,
        "created_at": int(time.time()),
        **changes,
    }


def refund_of(payment: Json, **changes: object) -> Json:
    """Return a refund of a payment, whole unless the changes say another amount."""
    return {
        "id": f"rfnd_{secrets.token_hex(7)}",
        "entity": "refund",
        "amount": payment["amount"],
        "currency": payment["currency"],
        "payment_id": payment["id"],
        "notes": [],
        "receipt": None,
        "acquirer_data": {"arn": None},
        "created_at": int(time.time()),
        "batch_id": None,
        "status": "processed",
        "speed_processed": "normal",
        "speed_requested": "normal",
        **changes,
    }


def dispute_of(payment: Json, **changes: object) -> Json:
    """Return a dispute over a payment, the whole of it unless the changes say another amount."""
    return {
        "id": f"disp_{secrets.token_hex(7)}",
        "entity": "dispute",
        "payment_id": payment["id"],
        "amount": payment["amount"],
        "currency": payment["currency"],
        "amount_deducted": 0,
        "reason_code": "goods_or_services_not_received_or_partially_received",
        "respond_by": int(time.time()) + 7 * 86_400,
        "status": "open",
        "phase": "chargeback",
        "created_at": int(time.time()),
        **changes,
    }


def delivery(
    event: str,
    payment: Json,
    order: Json | None = None,
    *,
    claim: Json | None = None,
    secret: str = WEBHOOK_SECRET,
    event_id: str = "",
) -> Delivery:
    """Return the request that tells of an event, signed."""
    payload = {"payment": {"entity": payment}} | ({"order": {"entity": order}} if order else {})
    payload |= {claim["entity"]: {"entity": claim}} if claim else {}
    told = {
        "entity": "event",
        "account_id": "acc_standin",
        "event": event,
        "contains": list(payload),
        "payload": payload,
        "created_at": int(time.time()),
    }
    return signed(json.dumps(told).encode(), secret=secret, event_id=event_id)


def payout_delivery(
    event: str, payout: Json, *, secret: str = WEBHOOK_SECRET, event_id: str = ""
) -> Delivery:
    """Return the request that tells of a payout, signed."""
    told = {
        "entity": "event",
        "account_id": "acc_standin",
        "event": event,
        "contains": ["payout"],
        "payload": {"payout": {"entity": payout}},
        "created_at": int(time.time()),
    }
    return signed(json.dumps(told).encode(), secret=secret, event_id=event_id)


def signed(body: bytes, *, secret: str = WEBHOOK_SECRET, event_id: str = "") -> Delivery:
    """Return a body with the headers that Razorpay sends, under a fresh event id if none given."""
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/json",
        "X-Razorpay-Signature": signature,
        "x-razorpay-event-id": event_id or secrets.token_hex(7),
    }
    return Delivery(body, headers)
