"""A stand-in for the payment gateway: Razorpay's orders and webhooks as far as Scanner uses them.

    python -m tools.gateway --port 9409 --hook http://127.0.0.1:9402/.../wallet_receive_payment

It runs beside the emulators, where nothing reaches the real one. Orders are made, listed by receipt
and read as Razorpay does it; what a person does in Razorpay Checkout is done here by

    curl -X POST http://127.0.0.1:9409/stand-in/orders/<order id>/pay     (or .../fail)

which delivers the events that Razorpay would, signed, and tells how they were answered.

Payouts stand in `tools/gateway_payouts.py`; what the bank does with one is done here by

    curl -X POST http://127.0.0.1:9409/stand-in/payouts/<payout id>/processed   (failed, reversed)

Sources: https://razorpay.com/docs/api/orders/create/ (amounts from 100, receipts of 40 characters
at most), .../orders/fetch-all (`receipt`; the sample lists one receipt twice, newest first, so
receipts are not held to be unique), https://razorpay.com/docs/webhooks/validate-test/ (HMAC-SHA256
in hex over the raw body, `x-razorpay-signature`, `x-razorpay-event-id`),
https://razorpay.com/docs/webhooks/payments/ and .../orders/ (payloads; `order.paid` comes beside
`payment.captured`).
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import os
import secrets
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

import requests

from tools.gateway_payouts import ACCOUNT, Json, PayoutBook, RefusedError

__all__ = ["ACCOUNT", "RefusedError"]

#: The platform's keys here: they open nothing else.
KEY_ID = "rzp_test_standin"
KEY_SECRET = "stand-in-key"  # noqa: S105
WEBHOOK_SECRET = "stand-in-webhook"  # noqa: S105

HOST = "127.0.0.1"


class Delivery(NamedTuple):
    """A webhook's request, as it goes over the wire."""

    body: bytes
    headers: dict[str, str]


class DroppedError(Exception):
    """The connection ends before the answer."""


@dataclass
class StandIn:
    """The gateway: its orders and payouts, and what befalls the next requests.

    Attributes:
        hook: where events are delivered.
        port: where it listens; 0 for any.
        mishaps: for each request to come, first to last, one of `fail` (nothing is done), `drop`
            (done, but the answer is lost), `stall` (done, but the answer takes a minute).
    """

    hook: str = ""
    port: int = 0
    orders: dict[str, Json] = field(default_factory=dict)
    mishaps: deque[str] = field(default_factory=deque)
    payouts: PayoutBook = field(default_factory=PayoutBook)

    def __post_init__(self) -> None:
        self._ended = threading.Event()
        handler = type("Handler", (_Handler,), {"stand_in": self})
        self.server = ThreadingHTTPServer((HOST, self.port), handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.url = f"http://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> Json:
        """Answer a request to the orders API.

        Raises:
            RefusedError, DroppedError.
        """
        mishap = self.mishaps.popleft() if self.mishaps else ""
        if mishap == "fail":
            raise RefusedError(503, "The server encountered an error.")
        found = self._answer(method, path, query, body)
        if mishap == "stall":
            self._ended.wait(60)
        if mishap == "drop":
            raise DroppedError
        return found

    def _answer(self, method: str, path: str, query: dict[str, list[str]], body: Json) -> Json:
        if path == "/v1/payouts":
            return self.payouts.answer(method, query, body)
        if path == "/v1/orders" and method == "POST":
            return self._make(body)
        if path == "/v1/orders":
            items = [o for o in self.orders.values() if o["receipt"] in query.get("receipt", [])]
            return {"entity": "collection", "count": len(items), "items": items[::-1]}
        order = self.orders.get(path.removeprefix("/v1/orders/"))
        if order is None or method != "GET":
            raise RefusedError(400, "The id provided does not exist")
        return order

    def _make(self, body: Json) -> Json:
        amount, receipt = body.get("amount"), body.get("receipt", "")
        if type(amount) is not int or amount < 100:
            raise RefusedError(400, "Order amount less than minimum amount allowed")
        if body.get("currency") != "INR":
            raise RefusedError(400, "Currency is not supported")
        if type(receipt) is not str or len(receipt) > 40:
            raise RefusedError(400, "The receipt may not be greater than 40 characters.")
        order = {
            "id": f"order_{secrets.token_hex(7)}",
            "entity": "order",
            "amount": amount,
            "amount_paid": 0,
            "amount_due": amount,
            "currency": "INR",
            "receipt": receipt,
            "offer_id": None,
            "status": "created",
            "attempts": 0,
            "notes": body.get("notes", []),
            "created_at": int(time.time()),
        }
        self.orders[str(order["id"])] = order
        return order

    # --- what people do, and what is told of it ---------------------------------------------

    def act(self, order_id: str, action: str) -> list[int]:
        """Pay an order, or fail to; deliver the events and return how they were answered.

        Raises:
            RefusedError: there is no such order, or nothing like that can be done with it.
        """
        order = self.orders.get(order_id)
        if order is None or action not in {"pay", "fail"}:
            raise RefusedError(400, "The id provided does not exist")
        paid = action == "pay"
        payment = payment_of(order, status="captured" if paid else "failed")
        order["attempts"] += 1
        if not paid:
            return [self._deliver("payment.failed", payment)]
        order.update(status="paid", amount_paid=order["amount"], amount_due=0)
        return [
            self._deliver("payment.captured", payment),
            self._deliver("order.paid", payment, order),
        ]

    def settle(self, payout_id: str, status: str) -> int:
        """Have the bank process, fail or reverse a payout; how the event was answered.

        Raises:
            RefusedError: there is no such payout, or no such status.
        """
        payout = self.payouts.settle(payout_id, status)
        body, headers = payout_delivery(f"payout.{status}", payout)
        return requests.post(self.hook, data=body, headers=headers, timeout=60).status_code

    def _deliver(self, event: str, payment: Json, order: Json | None = None) -> int:
        body, headers = delivery(event, payment, order)
        return requests.post(self.hook, data=body, headers=headers, timeout=60).status_code


def act_at(order_id: str, action: str) -> list[int]:
    """Pay an order, or fail to (`pay`, `fail`), at the stand-in beside the emulators.

    Returns how the events that it delivered were answered.
    """
    url = f"http://{HOST}:{os.environ['SCANNER_GATEWAY_PORT']}/stand-in/orders/{order_id}/{action}"
    answer = requests.post(url, timeout=120)
    answer.raise_for_status()
    delivered: list[int] = answer.json()["delivered"]
    return delivered


def settle_at(reference: str, status: str) -> int:
    """Have the bank do something with a payout at the stand-in beside the emulators.

    `reference` is our own id of it; returns how the event that was delivered was answered.
    """
    url = (
        f"http://{HOST}:{os.environ['SCANNER_GATEWAY_PORT']}/stand-in/payouts/{reference}/{status}"
    )
    answer = requests.post(url, timeout=120)
    answer.raise_for_status()
    (delivered,) = answer.json()["delivered"]
    return int(delivered)


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


def delivery(
    event: str,
    payment: Json,
    order: Json | None = None,
    *,
    secret: str = WEBHOOK_SECRET,
    event_id: str = "",
) -> Delivery:
    """Return the request that tells of an event, signed."""
    payload = {"payment": {"entity": payment}} | ({"order": {"entity": order}} if order else {})
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


class _Handler(BaseHTTPRequestHandler):
    """One request over HTTP; says nothing on the terminal."""

    stand_in: ClassVar[StandIn]
    _token = base64.b64encode(f"{KEY_ID}:{KEY_SECRET}".encode()).decode()

    def do_GET(self) -> None:
        """Read orders."""
        self._serve()

    def do_POST(self) -> None:
        """Make an order, or do what a person does with one."""
        self._serve()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _serve(self) -> None:
        try:
            self._send(200, self._answered())
        except RefusedError as err:
            self._send(err.status, err.answer)
        except (DroppedError, ConnectionError):  # or whoever asked waits no longer
            self.close_connection = True

    def _answered(self) -> Json:
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if url.path.startswith("/stand-in/orders/") and self.command == "POST":
            order_id, _, action = url.path.removeprefix("/stand-in/orders/").partition("/")
            return {"delivered": self.stand_in.act(order_id, action)}
        if url.path.startswith("/stand-in/payouts/") and self.command == "POST":
            payout_id, _, status = url.path.removeprefix("/stand-in/payouts/").partition("/")
            return {"delivered": [self.stand_in.settle(payout_id, status)]}
        if self.headers.get("Authorization") != f"Basic {self._token}":
            raise RefusedError(401, "Authentication failed")
        try:
            body = json.loads(body or b"{}")
        except ValueError as err:
            raise RefusedError(400, "The request is no JSON") from err
        body |= {"idempotency": self.headers.get("X-Payout-Idempotency", "")}
        return self.stand_in.answer(self.command, url.path, parse_qs(url.query), body)

    def _send(self, status: int, answer: Json) -> None:
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main() -> None:
    """Serve until asked to stop."""
    parser = argparse.ArgumentParser(description="A stand-in for the payment gateway.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--hook", required=True, help="where events are delivered")
    asked = parser.parse_args()
    try:
        StandIn(asked.hook, asked.port).server.serve_forever()
    except KeyboardInterrupt:  # how the launcher stops it
        return


if __name__ == "__main__":
    main()
