"""The stand-in itself: its records, from orders to settlements, and what befalls them."""

from __future__ import annotations

import secrets
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from typing import Self

import requests

from tools.gateway import pages
from tools.gateway.listing import Query, RefusedError, listed, one, settled
from tools.gateway.payouts import PayoutBook
from tools.gateway.records import (
    Json,
    delivery,
    dispute_of,
    payment_of,
    payout_delivery,
    refund_of,
)
from tools.gateway.server import DroppedError, Handler

HOST = "127.0.0.1"
#: What the gateway keeps of a payment, in basis points, and the tax on that.
FEE, TAX = 200, 1_800

#: What may become of a refund and of a dispute, and the state that each leads to.
_OUTCOMES = {
    "refunds": {"process": "processed", "fail": "failed"},
    "disputes": {"review": "under_review", "win": "won", "lose": "lost", "close": "closed"},
}


@dataclass
class StandIn:
    """The gateway: its records, and what befalls the next requests.

    Attributes:
        hook: where events are delivered.
        port: where it listens; 0 for any.
        mishaps: for each request to come, first to last, one of `fail` (nothing is done), `drop`
            (done, but the answer is lost), `stall` (done, but the answer takes a minute).
    """

    hook: str = ""
    port: int = 0
    orders: dict[str, Json] = field(default_factory=dict)
    payments: dict[str, Json] = field(default_factory=dict)
    refunds: dict[str, Json] = field(default_factory=dict)
    disputes: dict[str, Json] = field(default_factory=dict)
    settlements: dict[str, Json] = field(default_factory=dict)
    items: list[Json] = field(default_factory=list)
    mishaps: deque[str] = field(default_factory=deque)
    payouts: PayoutBook = field(default_factory=PayoutBook)

    def __post_init__(self) -> None:
        self._ended = threading.Event()
        handler = type("Handler", (Handler,), {"stand_in": self})
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

    # --- the API ------------------------------------------------------------------------------

    def answer(self, method: str, path: str, query: Query, body: Json) -> Json:
        """Answer a request to the API.

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

    def _answer(self, method: str, path: str, query: Query, body: Json) -> Json:
        if path == "/v1/payouts":
            return self.payouts.answer(method, query, body)
        if path == "/v1/orders" and method == "POST":
            return self._make(body)
        if method != "GET":
            raise RefusedError(400, "The requested URL was not found on the server.")
        if path == "/v1/orders":
            items = [o for o in self.orders.values() if o["receipt"] in query.get("receipt", [])]
            return {"entity": "collection", "count": len(items), "items": items[::-1]}
        if path == "/v1/settlements/recon/combined":
            return settled(self.items, query)
        name, _, record_id = path.removeprefix("/v1/").partition("/")
        kinds = {
            "orders": (self.orders, "order"),
            "payments": (self.payments, "pay"),
            "refunds": (self.refunds, "rfnd"),
            "disputes": (self.disputes, "disp"),
            "settlements": (self.settlements, "setl"),
        }
        if name not in kinds:
            raise RefusedError(400, "The requested URL was not found on the server.")
        records, prefix = kinds[name]
        return one(records, prefix, record_id) if record_id else listed(records.values(), query)

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

    # --- what people do, and what is told of it -----------------------------------------------

    def act_on(self, path: str, query: Query) -> Json:
        """Do what a person, or the bank, does with an order, payment, refund, dispute or payout.

        `unheard` has the events of it lost. Returns the record, and how events were answered.

        Raises:
            RefusedError: there is no such thing, or nothing like that can be done with it.
        """
        name, record_id, action = (*path.split("/"), "", "")[:3]
        heard = "unheard" not in query
        amount = int(query["amount"][0]) if "amount" in query else None
        if name == "orders":
            return self._pay(record_id, action, heard=heard)
        if name == "payments":
            return self._claim(record_id, action, amount, heard=heard)
        if name == "payouts":
            return self._pay_out(record_id, action, heard=heard)
        if name in _OUTCOMES:
            return self._decide(name, record_id, action, amount, heard=heard)
        return self._settle()

    def act(self, order_id: str, action: str) -> list[int]:
        """Pay an order, or fail to; deliver the events and return how they were answered."""
        answered: list[int] = self._pay(order_id, action, heard=True)["delivered"]
        return answered

    def check_out(self, order_id: str, action: str, back: str) -> str:
        """Return the page of an order, after a button of it was pressed; one payment is enough.

        Raises:
            RefusedError: there is no such order, or no such button.
        """
        order, told = one(self.orders, "order", order_id), ""
        if action and order["status"] != "paid":
            delivered = self.act(order_id, action)
            heard = all(status == HTTPStatus.OK for status in delivered)
            told = "" if action == "pay" else "The payment failed: nothing was taken."
            told = told if heard else f"The platform did not hear of it: {delivered}."
        return pages.checkout(order, back, told)

    def _pay(self, order_id: str, action: str, *, heard: bool) -> Json:
        order = self.orders.get(order_id)
        if order is None or action not in {"pay", "fail"}:
            raise RefusedError(400, "The id provided does not exist")
        paid = action == "pay"
        payment = payment_of(order, status="captured" if paid else "failed")
        self.payments[payment["id"]] = payment
        order["attempts"] += 1
        if not paid:
            return self._told(payment, [("payment.failed", payment, None, None)], heard=heard)
        order.update(status="paid", amount_paid=order["amount"], amount_due=0)
        events = [
            ("payment.captured", payment, None, None),
            ("order.paid", payment, order, None),
        ]
        return self._told(payment, events, heard=heard)

    def _claim(self, payment_id: str, action: str, amount: int | None, *, heard: bool) -> Json:
        """Refund a payment, or dispute it, whole or in part."""
        payment = one(self.payments, "pay", payment_id)
        refunded = sum(
            each["amount"]
            for each in self.refunds.values()
            if each["payment_id"] == payment_id and each["status"] != "failed"
        )
        left = payment["amount"] - (refunded if action == "refund" else 0)
        asked = left if amount is None else amount
        if payment["status"] not in {"captured", "refunded"} or action not in {"refund", "dispute"}:
            raise RefusedError(400, "The payment status should be captured for action to be taken")
        if not 100 <= asked <= left:
            raise RefusedError(400, "The amount is invalid")
        if action == "dispute":
            dispute = dispute_of(payment, amount=asked)
            self.disputes[dispute["id"]] = dispute
            events = [("payment.dispute.created", payment, None, dispute)]
            return self._told(dispute, events, heard=heard)
        refund = refund_of(payment, amount=asked)
        self.refunds[refund["id"]] = refund
        payment["status"] = "refunded" if asked == left else payment["status"]
        events = [(f"refund.{what}", payment, None, refund) for what in ("created", "processed")]
        return self._told(refund, events, heard=heard)

    def _decide(
        self, name: str, record_id: str, action: str, amount: int | None, *, heard: bool
    ) -> Json:
        refunds = name == "refunds"
        records, prefix = (self.refunds, "rfnd") if refunds else (self.disputes, "disp")
        record = one(records, prefix, record_id)
        status = _OUTCOMES[name].get(action)
        if status is None:
            raise RefusedError(400, "The requested URL was not found on the server.")
        record["status"] = status
        if status == "lost":
            record["amount_deducted"] = record["amount"] if amount is None else amount
        payment = self.payments[record["payment_id"]]
        event = f"{'refund' if refunds else 'payment.dispute'}.{status}"
        return self._told(record, [(event, payment, None, record)], heard=heard)

    def _settle(self) -> Json:
        """Pay out to the platform's bank what was taken and given back since the last time."""
        known = {item["entity_id"] for item in self.items}
        now = int(time.time())
        made: Json = {"id": f"setl_{secrets.token_hex(7)}", "entity": "settlement"}
        items = []
        taken = [p for p in self.payments.values() if p["status"] in {"captured", "refunded"}]
        for payment in (p for p in taken if p["id"] not in known):
            fee = payment["amount"] * FEE // 10_000
            tax = fee * TAX // 10_000
            figures = {"fee": fee + tax, "tax": tax, "credit": payment["amount"] - fee - tax}
            items.append(_item(payment, "payment", made["id"], now, **figures))
        given = [r for r in self.refunds.values() if r["status"] == "processed"]
        lost = [d for d in self.disputes.values() if d["status"] == "lost"]
        for kind, record in [("refund", r) for r in given] + [("adjustment", d) for d in lost]:
            if record["id"] not in known:
                items.append(_item(record, kind, made["id"], now, debit=record["amount"]))
        net = sum(item["credit"] - item["debit"] for item in items)
        fees, tax = (sum(item[name] for item in items) for name in ("fee", "tax"))
        made |= {"amount": net, "status": "processed", "fees": fees, "tax": tax}
        made |= {"utr": f"UTIB{now}", "created_at": now}
        self.items += items
        self.settlements[made["id"]] = made
        return made

    def settle(self, payout_id: str, status: str) -> int:
        """Have the bank process, fail or reverse a payout; how the event was answered.

        Raises:
            RefusedError: there is no such payout, or no such status.
        """
        (answered,) = self._pay_out(payout_id, status, heard=True)["delivered"]
        return int(answered)

    def _pay_out(self, payout_id: str, status: str, *, heard: bool) -> Json:
        payout = self.payouts.settle(payout_id, status)
        delivered = []
        if heard:
            body, headers = payout_delivery(f"payout.{status}", payout)
            sent = requests.post(self.hook, data=body, headers=headers, timeout=60)
            delivered.append(sent.status_code)
        return {"id": payout["id"], "delivered": delivered}

    def _told(
        self,
        record: Json,
        events: Sequence[tuple[str, Json, Json | None, Json | None]],
        *,
        heard: bool,
    ) -> Json:
        delivered = []
        for event, payment, order, claim in events if heard else ():
            body, headers = delivery(event, payment, order, claim=claim)
            sent = requests.post(self.hook, data=body, headers=headers, timeout=60)
            delivered.append(sent.status_code)
        return {"id": record["id"], "delivered": delivered}


def _item(record: Json, kind: str, settlement: str, at: int, **figures: int) -> Json:
    usual = {"fee": 0, "tax": 0, "credit": 0, "debit": 0}
    named = {"entity_id": record["id"], "type": kind, "amount": record["amount"]}
    return {**named, **usual, **figures, "settlement_id": settlement, "settled_at": at}
