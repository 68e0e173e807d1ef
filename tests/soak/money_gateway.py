"""What happens at the gateway in the run of money: payments, refunds, disputes, and their events.

Events come once or twice, or are lost and come later.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.soak.money_world import CLINICS, LABS, World
from tools.gateway import delivery, dispute_of, payment_of, refund_of
from wallet.payments import events, settlement, top_ups
from wallet.payments.requests import StartTopUp

#: The shares of events that are lost for now, and of those that come again.
LOST, DOUBLED = 0.05, 0.1


class GatewayOrders:
    """The gateway, as far as a payment is started at it."""

    key_id = "key"

    def __init__(self) -> None:
        self._orders: dict[str, str] = {}

    def find_order(self, receipt: str) -> str | None:
        """The order of a receipt."""
        return self._orders.get(receipt)

    def make_order(self, receipt: str, paise: int) -> str:
        """Make one."""
        return self._orders.setdefault(receipt, f"order_{len(self._orders)}")


#: What a wallet has enough with, in paise: some ten visits or orders.
ENOUGH = 2_500_000


@dataclass
class Paid:
    """A payment that was credited: to which wallet, what the gateway says, what went back."""

    wallet_id: str
    told: dict[str, Any]
    returned: int = 0


class GatewayOperations(World):
    """Operations at the gateway."""

    def __init__(self, seed: int, days: float) -> None:
        super().__init__(seed, days)
        self.gateway: Any = GatewayOrders()
        self.paid: list[Paid] = []
        #: Events that did not arrive, with what they do when they do.
        self.lost: list[tuple[str, bytes, Callable[[], None]]] = []
        self.disputes: list[tuple[Paid, dict[str, Any]]] = []

    def pay_in(self) -> None:
        """Start a payment; the gateway takes it, and tells of it, or the telling is lost.

        Who has enough pays nothing in: money that is never spent would pile up for three years.
        """
        wallet_id = self.drawn.choice([*CLINICS, *CLINICS, *LABS])
        if self.books.balances[wallet_id].available > ENOUGH:
            return
        paise = self.drawn.randint(10_000, 600_000)
        body = StartTopUp(paise=paise, idempotency_key=self.key())
        started = self.faults.survive(
            lambda: top_ups.start(self.ctx(wallet_id), self.gateway, body), repeatable=True
        )
        assert started is not None
        order = {"id": started.order_id, "amount": paise, "currency": "INR"}
        told = payment_of(order, id=f"pay_{self.key()}", created_at=int(self.at.timestamp()))

        def credited() -> None:
            self.books.balances[wallet_id].available += paise
            self.paid.append(Paid(wallet_id, told))

        self._tell("payment.captured", told, None, credited)

    def refund_at_gateway(self) -> None:
        """Somebody gives a payment back in the gateway's dashboard; sometimes it fails later."""
        if not self.paid:
            return
        paid = self.drawn.choice(self.paid)
        left = paid.told["amount"] - paid.returned
        if left < 100:
            return
        paise = self.drawn.randint(100, left)
        paid.returned += paise
        claim = refund_of(paid.told, id=f"rfnd_{self.key()}", amount=paise)
        balance = self.books.balances[paid.wallet_id]

        def taken() -> None:
            balance.available -= paise

        arrived = self._tell("refund.processed", paid.told, claim, taken)
        if arrived and self.drawn.random() < 0.2:

            def back() -> None:
                balance.available += paise
                paid.returned -= paise

            self._tell("refund.failed", paid.told, {**claim, "status": "failed"}, back)

    def dispute(self) -> None:
        """A payer's bank asks for a payment back: it is set aside."""
        fresh = [each for each in self.paid[-200:] if not each.returned]
        if not fresh:
            return
        paid = self.drawn.choice(fresh)
        paise = paid.told["amount"]
        paid.returned = paise
        claim = dispute_of(paid.told, id=f"disp_{self.key()}", created_at=int(self.at.timestamp()))

        def disputed() -> None:
            self.set_aside(paid.wallet_id, paise)
            self.disputes.append((paid, claim))

        self._tell("payment.dispute.created", paid.told, claim, disputed)

    def end_dispute(self) -> None:
        """A dispute is lost or won."""
        if not self.disputes:
            return
        paid, claim = self.disputes.pop(self.drawn.randrange(len(self.disputes)))
        lost = self.drawn.random() < 0.5
        claim = {**claim, "status": "lost" if lost else "won"}
        claim["amount_deducted"] = claim["amount"] if lost else 0

        def ended() -> None:
            self.set_aside(paid.wallet_id, -claim["amount"])
            if lost:
                self.books.balances[paid.wallet_id].available -= claim["amount"]

        self._tell(f"payment.dispute.{claim['status']}", paid.told, claim, ended)

    def redeliver(self) -> None:
        """An event that was lost comes after all."""
        if self.lost:
            name, body, effect = self.lost.pop(0)
            self._deliver(name, body)
            effect()

    def _tell(
        self,
        event: str,
        payment: dict[str, Any],
        claim: dict[str, Any] | None,
        effect: Callable[[], None],
    ) -> bool:
        """Have an event delivered once or twice, or lost for now; whether it arrived."""
        sent = {**json.loads(delivery(event, payment, claim=claim).body)}
        body = json.dumps({**sent, "created_at": int(self.at.timestamp())}).encode()
        name = f"event_{self.key()}"
        if self.drawn.random() < LOST:
            self.lost.append((name, body, effect))
            return False
        self._deliver(name, body)
        effect()
        if self.drawn.random() < DOUBLED:
            self._deliver(self.drawn.choice([name, f"{name}again"]), body)
        return True

    def _deliver(self, name: str, body: bytes) -> None:
        told = events.read_event(body)
        assert told is not None
        refused = self.ends(lambda: settlement.settle(self.store, self, name, told))
        assert refused is None
