"""Payments into the wallet of a practice's clinic, through a stand-in for the gateway."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests
from flask import Request
from werkzeug.test import EnvironBuilder

from core import firebase
from core.store import Store
from core.tally import Tally
from tests.support.clinic_fixture import ClinicFixture
from tests.support.moments import key
from tools.gateway import KEY_ID, KEY_SECRET, Delivery, StandIn, delivery, payment_of
from wallet.ledger import verification
from wallet.ledger.models import Wallet, WalletEntry
from wallet.payments import top_ups, webhook
from wallet.payments.gateway import Gateway
from wallet.payments.models import Payment, PaymentEvent
from wallet.payments.requests import StartTopUp, TopUpStarted


@dataclass
class PaymentFixture:
    """Who pays in, and a gateway of the test's own."""

    practice: ClinicFixture
    stand_in: StandIn
    #: What the last delivery cost.
    tally: Tally = field(default_factory=Tally)

    @property
    def gateway(self) -> Gateway:
        """The gateway as the functions know it."""
        return Gateway(KEY_ID, KEY_SECRET, self.stand_in.url)

    def start(self, request: StartTopUp, at: Gateway | None = None) -> TopUpStarted:
        """Set out to pay."""
        return top_ups.start(self.practice.ctx(), at or self.gateway, request)

    def started(self, paise: int = 500) -> TopUpStarted:
        """Set out to pay, under a fresh key."""
        return self.start(top_up(paise))

    def order(self, started: TopUpStarted) -> dict[str, Any]:
        """The order as the gateway has it."""
        found = self.stand_in.orders[started.order_id]
        assert found["receipt"] == started.payment_id
        return found

    def told(self, event: str, started: TopUpStarted, **changes: object) -> Delivery:
        """What the gateway would deliver; changes are of the payment that it tells of."""
        order = self.order(started)
        return delivery(event, payment_of(order, **changes), order)

    def deliver(self, told: Delivery, store: Store | None = None, **changes: Any) -> int:
        """Deliver to the webhook; the status that it answers with."""
        store = store or Store(firebase.firestore_client())
        sent = {"method": "POST", "data": told.body, "headers": told.headers, **changes}
        builder = EnvironBuilder(path="/wallet_receive_payment", **sent)
        try:
            status = webhook.answer(store, self.practice.clock, Request(builder.get_environ()))
        finally:
            builder.close()
        self.tally = store.tally
        return int(status)

    # --- what stands there afterwards -----------------------------------------------------

    def payment(self, started: TopUpStarted) -> Payment:
        """The payment as it stands."""
        found = self.practice.ctx().store.get(Payment, started.payment_id)
        assert found is not None
        return found

    def event(self, told: Delivery) -> PaymentEvent | None:
        """What is recorded of a delivery."""
        event_id = told.headers["x-razorpay-event-id"]
        return self.practice.ctx().store.get(PaymentEvent, event_id)

    def outcome(self, told: Delivery) -> str | None:
        """What became of a delivery."""
        found = self.event(told)
        return str(found.outcome) if found else None

    @property
    def entries(self) -> list[WalletEntry]:
        """What was booked on the wallet, which adds up."""
        store, wallet_id = self.practice.ctx().store, self.practice.tenants.clinic
        wallet = store.get(Wallet, wallet_id)
        assert wallet is None or list(verification.faults(store, wallet)) == []
        under = Wallet.path_for(wallet_id)
        found: list[WalletEntry] = store.find(verification.BY_NUMBER, limit=100, under=under)
        return found

    @property
    def balance(self) -> int:
        """What the wallet has."""
        wallet = self.practice.ctx().store.get(Wallet, self.practice.tenants.clinic)
        return wallet.available if wallet else 0

    def watched(self, started: TopUpStarted) -> list[str]:
        """What a delivery that books nothing must leave as it is."""
        wallet = Wallet.path_for(self.practice.tenants.clinic)
        number = len(self.entries) + 1
        return [
            Payment.path_for(started.payment_id),
            wallet,
            f"{wallet}/entries/{number:012d}",
        ]


@contextmanager
def opened(practice: ClinicFixture) -> Iterator[PaymentFixture]:
    """Set up payments into the clinic's wallet, with a gateway of their own until the end."""
    with StandIn() as stand_in:
        yield PaymentFixture(practice, stand_in)


def top_up(paise: int = 500) -> StartTopUp:
    """A request to pay in, under a fresh key."""
    return StartTopUp(paise=paise, idempotency_key=key())


def at_the_webhook(told: Delivery | None, method: str = "POST") -> int:
    """Send a request to the deployed webhook; the status that it answers with."""
    url = f"{os.environ['SCANNER_FUNCTIONS_URL']}/wallet_receive_payment"
    body, headers = told or Delivery(b"", {})
    return requests.request(method, url, data=body, headers=headers, timeout=120).status_code
