"""One payment of 1,000 paise on a shelf in memory, and what the gateway tells of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from core.access import Role
from core.documents import Document
from core.queries import Query
from core.tally import Tally
from messaging.models import Announcement
from tests.unit.wallet.ledger.shelf import Contending, D, Shelf, ShelfStore
from tools.gateway import Json, delivery, dispute_of, payment_of, refund_of
from wallet.ledger import chain
from wallet.ledger.models import Transaction, Wallet
from wallet.payments import events, settlement
from wallet.payments.models import Dispute, GatewayRefund, Payment, PaymentEvent

#: What the filters of queries mean, where a field may have no value.
_OPS: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda has, value: has == value,
    ">=": lambda has, value: has is not None and has >= value,
    "<": lambda has, value: has is not None and has < value,
    "in": lambda has, value: has in value,
}

PAISE = 1_000
NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
ORDER = {"id": "order_1", "amount": PAISE, "currency": "INR"}
PAID = payment_of(ORDER, id="pay_1")


@dataclass(frozen=True)
class ToldEvent:
    """An event that the gateway delivers, under an id of its own."""

    event: str
    payment: Json = field(default_factory=lambda: PAID)
    claim: Json | None = None
    at: int = 0

    def read(self) -> events.GatewayEvent | None:
        """The event as the webhook reads it."""
        sent = json.loads(delivery(self.event, self.payment, claim=self.claim).body)
        return events.read_event(json.dumps({**sent, "created_at": self.at}).encode())


def captured(**changes: Any) -> ToldEvent:
    """The payment was taken."""
    return ToldEvent("payment.captured", {**PAID, **changes})


def refund(status: str, number: int = 1, amount: int = 300, *, of: Json = PAID) -> ToldEvent:
    """News of a refund."""
    claim = refund_of(of, id=f"rfnd_{number}", amount=amount, status=status)
    event = "refund.created" if status == "pending" else f"refund.{status}"
    return ToldEvent(event, of, claim)


def dispute(
    step: str,
    number: int = 1,
    amount: int = PAISE,
    *,
    deducted: int = 0,
    at: int = 0,
    of: Json = PAID,
) -> ToldEvent:
    """News of a dispute."""
    claim = dispute_of(of, id=f"disp_{number}", amount=amount, amount_deducted=deducted)
    return ToldEvent(f"payment.dispute.{step}", of, claim, at)


class PaymentShelfStore(ShelfStore):
    """A store on a shelf, and the queries of payments on it."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self.tally, self._ids = Tally(), 0
        self.queues: Any = None

    def get(self, model: type[D], *ids: str) -> D | None:
        """Read one document."""
        return Contending(self.shelf).get(model, *ids)

    def several(self, model: type[D], *ids: str) -> list[D | None]:
        """Read several documents of one collection."""
        return [self.get(model, each) for each in ids]

    def run(self, work: Callable[[Any], Any]) -> Any:
        """Run the work in a transaction, and commit it."""
        return self.compete(work)

    def find(self, query: Query, *values: object, limit: int, after: Document | None = None) -> Any:
        """Run a query that has no order, or that of what is bounded by time."""
        assert not after, "there are no pages on a shelf"
        tests = [
            (name, _OPS[op], value) for (name, op), value in zip(query.where, values, strict=True)
        ]
        return [
            found
            for found in self.shelf.of(query.model)
            if all(holds(getattr(found, name), value) for name, holds, value in tests)
        ][:limit]

    def new_id(self) -> str:
        """Number the documents without a name."""
        self._ids += 1
        return f"n{self._ids:05d}"


class PaymentShelf:
    """The payment, and the wallet that it goes into."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.store = PaymentShelfStore(self.shelf)
        unit = Contending(self.shelf)
        made = Payment(
            wallet_id="c1",
            kind=Role.CLINIC,
            paise=PAISE,
            order_id="order_1",
            started_by="u1",
            started_at=NOW,
            fingerprint="f",
        )
        unit.create(made, "p1")
        unit.flush()

    def deliver(self, told: ToldEvent, event_id: str) -> str | None:
        """Have an event settled; its outcome, None where it was delivered before."""
        clock: Any = SimpleNamespace(now=lambda: NOW)
        store: Any = self.store
        return settlement.settle(store, clock, event_id, told.read())

    def deliver_all(self, told: Iterable[ToldEvent]) -> list[str | None]:
        """Deliver one after the other, each twice under its id, then all once more under others."""
        sent = list(told)
        outcomes = [
            self.deliver(each, f"{name}{n}")
            for n, each in enumerate(sent)
            for name in ("first", "first")
        ]
        return outcomes[::2] + [self.deliver(each, f"again{n}") for n, each in enumerate(sent)]

    @property
    def wallet(self) -> Wallet | None:
        """The wallet, whose entries add up."""
        found = next(self.shelf.of(Wallet), None)
        entries = self.shelf.entries("c1")
        assert found is None or list(chain.faults(found, entries)) == []
        return found

    @property
    def balances(self) -> dict[str, int]:
        """The balance of each account, from all transactions; those of nothing left out."""
        sums: Counter[str] = Counter()
        for transaction in self.shelf.of(Transaction):
            for posting in transaction.postings:
                sums[posting.account] += posting.paise
        return {account: paise for account, paise in sums.items() if paise}

    @property
    def payment(self) -> Payment:
        """The payment as it stands."""
        return next(self.shelf.of(Payment))

    def states(self) -> dict[str, str]:
        """Where each refund and dispute stands."""
        claims = [*self.shelf.of(GatewayRefund), *self.shelf.of(Dispute)]
        return {each.id: str(each.state) for each in claims}

    def told(self) -> Counter[str]:
        """How often each notice was announced, to owners and admins together."""
        return Counter(str(each.kind) for each in self.shelf.of(Announcement))

    def outcomes(self) -> Counter[str]:
        """How often each outcome is recorded."""
        return Counter(str(each.outcome) for each in self.shelf.of(PaymentEvent))


Work = Callable[[PaymentShelf], object]
