"""The operations of the run of money, each with what the model says of it.

An operation draws what it does, reckons how it must end, does it, and compares. Another kind of
operation is a method here and its weight in `WEIGHTS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.units import UnitOfWork
from tests.soak.money_books import Sale, commission, given_by_lab, withhold
from tests.soak.money_world import CLINICS, COMMISSION, LABS, SHARES, SUPPLIER, World, kind_of
from tests.support.gst_rules import paisa, taxes
from tools.gateway import delivery, dispute_of, payment_of, refund_of
from wallet.accounts import admin_operations
from wallet.accounts.requests import Refund
from wallet.fees.order_money import OrderMoney
from wallet.fees.visit_fees import Fees
from wallet.ledger import operations
from wallet.ledger.clerk import Waiting
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction, Wallet
from wallet.payments import events, settlement, top_ups
from wallet.payments.requests import StartTopUp

#: How often an operation is drawn, of the sum of all.
WEIGHTS = {
    "pay_in": 22,
    "hold_visit": 20,
    "end_visit": 20,
    "hold_order": 9,
    "end_order": 9,
    "refund_visit": 6,
    "refund_order": 2,
    "refund_at_gateway": 3,
    "dispute": 2,
    "end_dispute": 2,
    "redeliver": 4,
    "adjust": 4,
    "transfer": 3,
    "batch": 5,
    "ask_again": 3,
    "move": 0.3,
    "publish": 0.3,
    "grant": 0.5,
}
_SHORT = "insufficient-funds"


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


@dataclass
class Paid:
    """A payment that was credited: to which wallet, what the gateway says, what went back."""

    wallet_id: str
    told: dict[str, Any]
    returned: int = 0


@dataclass
class Under:
    """A visit or order under way."""

    id: str
    sale: Sale
    price: int
    lab: str = ""


class Operations(World):
    """All kinds of operations."""

    def __init__(self, seed: int, days: float) -> None:
        super().__init__(seed, days)
        self.gateway: Any = GatewayOrders()
        self.paid: list[Paid] = []
        #: Events that did not arrive, with what they do when they do.
        self.lost: list[tuple[str, bytes, Callable[[], None]]] = []
        self.disputes: list[tuple[Paid, dict[str, Any]]] = []
        self.visits: list[Under] = []
        self.orders: list[Under] = []
        self.sold_visits: list[Sale] = []
        self.sold_orders: list[Under] = []
        self.booked: list[tuple[str, str]] = []

    # --- the gateway ------------------------------------------------------------------------------

    def pay_in(self) -> None:
        """Start a payment; the gateway takes it, and tells of it, or the telling is lost."""
        wallet_id = self.drawn.choice([*CLINICS, *CLINICS, *LABS])
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

        self._tell("refund.processed", paid.told, claim, taken)
        if self.drawn.random() < 0.2 and not self.lost:

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

        def set_aside() -> None:
            self._move_held(paid.wallet_id, paise)
            self.disputes.append((paid, claim))

        self._tell("payment.dispute.created", paid.told, claim, set_aside)

    def end_dispute(self) -> None:
        """A dispute is lost or won."""
        if not self.disputes:
            return
        paid, claim = self.disputes.pop(self.drawn.randrange(len(self.disputes)))
        lost = self.drawn.random() < 0.5
        claim = {**claim, "status": "lost" if lost else "won"}
        claim["amount_deducted"] = claim["amount"] if lost else 0

        def ended() -> None:
            self._move_held(paid.wallet_id, -claim["amount"])
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
    ) -> None:
        """Have an event delivered once or twice, or lost for now; what follows stays in order."""
        sent = {**json.loads(delivery(event, payment, claim=claim).body)}
        body = json.dumps({**sent, "created_at": int(self.at.timestamp())}).encode()
        name = f"event_{self.key()}"
        if self.drawn.random() < 0.05 and event == "payment.captured":
            self.lost.append((name, body, effect))
            return
        self._deliver(name, body)
        effect()
        if self.drawn.random() < 0.1:
            self._deliver(self.drawn.choice([name, f"{name}again"]), body)

    def _deliver(self, name: str, body: bytes) -> None:
        told = events.read_event(body)
        assert told is not None
        refused = self.ends(lambda: settlement.settle(self.store, self, name, told))
        assert refused is None

    def _move_held(self, wallet_id: str, paise: int) -> None:
        balance = self.books.balances[wallet_id]
        balance.available -= paise
        balance.held += paise

    # --- visits -----------------------------------------------------------------------------------

    def hold_visit(self) -> None:
        """A clinic asks for a visit, whose fee is set aside."""
        payer, visit_id = self.drawn.choice([*CLINICS]), self.key()
        sale = self.sale(payer, payer, _id(f"visits/{visit_id}/hold"))
        sale.net = self.visit_price
        sale.tax = taxes(sale.net, sale.rate, SUPPLIER, sale.customer.state)
        covered = self.books.balances[payer].covers(sale.gross)

        def work(unit: UnitOfWork) -> None:
            fees = Fees(unit, self.ctx(payer))
            fees.hold(payer, visit_id, self.price_list)
            fees.write()

        assert self._run(payer, work) == (None if covered else _SHORT)
        if covered:
            self._move_held(payer, sale.gross)
            self.visits.append(Under(visit_id, sale, sale.gross))

    def end_visit(self) -> None:
        """A visit takes place, or is called off, late or in time."""
        if not self.visits:
            return
        found = self.visits.pop(self.drawn.randrange(len(self.visits)))
        sale, payer = found.sale, found.sale.payer
        item = self.drawn.choice(["visit", "visit", "visit", "late_cancellation", "no_show", None])

        def work(unit: UnitOfWork) -> None:
            fees = Fees(unit, self.ctx(payer))
            fees.settle(payer, found.id, item)
            fees.write()

        assert self._run(payer, work) is None
        self._move_held(payer, -found.price)
        if item is None:
            return
        sale.net = paisa_of(sale.net, SHARES[item])
        sale.tax = taxes(sale.net, sale.rate, SUPPLIER, sale.customer.state)
        self._sold(sale, f"visits/{found.id}/end")
        self.books.balances[payer].available -= sale.gross
        self.sold_visits.append(sale)

    def refund_visit(self) -> None:
        """An admin gives back a fee or a part of it, once more than there is."""
        if not self.sold_visits:
            return
        old = self.drawn.random() < 0.5
        sale = self.drawn.choice(self.sold_visits if old else self.sold_visits[-50:])
        left = sale.left(self.at)
        paise = self.drawn.choice([None, left + 1, self.drawn.randint(100, max(100, left))])
        if left and not sale.in_time(self.at):
            paise = None
        amount = left if paise is None else paise
        key = self.key()
        body = Refund(
            wallet_id=sale.payer,
            transaction_id=sale.transaction_id,
            paise=paise,
            reason="For the run.",
            idempotency_key=key,
        )
        ended = self.ends(lambda: admin_operations.refund(self.ctx(), body))
        if not left or amount > left:
            assert ended == "amount-too-large"
            return
        assert ended is None
        self._credit(sale, amount)
        self.books.balances[sale.payer].available += amount

    # --- orders -----------------------------------------------------------------------------------

    def hold_order(self) -> None:
        """A clinic orders from a lab; the price is set aside under the lab's terms."""
        payer, lab = self.drawn.choice([*CLINICS]), self.drawn.choice([*LABS])
        order_id, price = self.key(), self.drawn.randint(20_000, 500_000)
        sale = self.sale(payer, lab, _id(f"orders/{order_id}/hold"))
        covered = self.books.balances[payer].covers(price)

        def work(unit: UnitOfWork) -> None:
            money = OrderMoney(unit, self.ctx(payer))
            money.hold(payer, lab, order_id, price)
            money.write()

        assert self._run(payer, work) == (None if covered else _SHORT)
        if covered:
            self._move_held(payer, price)
            self.orders.append(Under(order_id, sale, price, lab))

    def end_order(self) -> None:
        """An order is delivered, or ends without the work."""
        if not self.orders:
            return
        found = self.orders.pop(self.drawn.randrange(len(self.orders)))
        payer, delivered = found.sale.payer, self.drawn.random() < 0.8

        def work(unit: UnitOfWork) -> None:
            money = OrderMoney(unit, self.ctx(payer))
            if delivered:
                money.deliver(payer, found.lab, found.id)
            else:
                money.give_back(payer, found.id)
            money.write()

        assert self._run(payer, work) is None
        self._move_held(payer, -found.price)
        if not delivered:
            return
        sale, lab = found.sale, self.customers[found.lab]
        commission(sale, found.price, COMMISSION, SUPPLIER)
        withhold(sale, found.price, lab, self.customers[payer].state)
        self._sold(sale, f"orders/{found.id}/end")
        self.books.balances[payer].available -= found.price
        self.books.balances[found.lab].available += sale.lab
        self.sold_orders.append(found)

    def refund_order(self) -> None:
        """An order that was delivered ends without the work after all."""
        if not self.sold_orders:
            return
        found = self.sold_orders[self.drawn.randrange(len(self.sold_orders))]
        sale, lab = found.sale, self.books.balances[found.lab]
        gives = 0 if sale.over else given_by_lab(sale, self.at)
        covered = lab.covers(gives)

        def work(unit: UnitOfWork) -> None:
            money = OrderMoney(unit, self.ctx(sale.payer))
            money.refund(sale.payer, found.id)
            money.write()

        assert self._run(sale.payer, work) == (None if covered else _SHORT)
        if covered and not sale.over:
            in_time = sale.in_time(self.at)
            self._credit(sale, sale.gross if in_time else sale.net)
            sale.over = True
            lab.available -= gives
            self.books.balances[sale.payer].available += found.price

    def _run(self, payer: str, work: Callable[[UnitOfWork], None]) -> str | None:
        """Do what visits and orders do: in a transaction that writes their own document as well."""
        return self.ends(lambda: self.store.run(work), repeatable=False)

    def _sold(self, sale: Sale, key: str) -> None:
        sale.sold_at, sale.transaction_id = self.at, _id(key)
        self.books.note("invoice", sale, self.at, sale.net, sale.tax)

    def _credit(self, sale: Sale, paise: int) -> None:
        kind = "credit_note" if sale.in_time(self.at) else "financial_credit_note"
        self.books.note(kind, sale, self.at, *sale.give_back(paise, self.at))

    # --- admins -----------------------------------------------------------------------------------

    def adjust(self) -> None:
        """An admin corrects a balance."""
        wallet_id, paise = self._wallet(), self.drawn.randint(-200_000, 200_000) or 1
        balance, key = self.books.balances[wallet_id], self.key()
        fits = paise > 0 or balance.covers(-paise)
        ended = self.book(wallet_id, _adjusting(wallet_id, paise), key)
        assert ended == (None if fits else _SHORT)
        if fits:
            balance.available += paise
            self.booked.append((wallet_id, key))

    def transfer(self) -> None:
        """Money goes from one wallet to another."""
        source, target = self.drawn.sample([*CLINICS, *LABS], 2)
        paise = self.drawn.randint(1, 300_000)
        covered = self.books.balances[source].covers(paise)

        def work(journal: Journal, order: PostingRequest) -> Transaction:
            giver, taker = (journal.wallet(each, kind_of(each)) for each in (source, target))
            return operations.transfer(journal, order, giver, taker, paise, "wallets/x")

        assert self.book(source, work) == (None if covered else _SHORT)
        if covered:
            self.books.balances[source].available -= paise
            self.books.balances[target].available += paise

    def batch(self) -> None:
        """Requests at the same moment, some of which fail: each ends as if it were alone."""
        wallet_id = self._wallet()
        balance, waiting = self.books.balances[wallet_id], []
        for _ in range(self.drawn.randint(2, 6)):
            order = PostingRequest("admin", self.key(), "same")
            paise = self.drawn.choice([1, 300, -500, -(10**9), 0])
            work = _adjusting(wallet_id, paise) if paise else _broken
            one = Waiting(order, lambda journal, work=work, order=order: work(journal, order))
            fails = paise == 0 or (paise < 0 and not balance.covers(-paise))
            balance.available += 0 if fails else paise
            waiting.append((one, "broken" if not paise else _SHORT if fails else None))
        self.clerk.queue(wallet_id).extend(one for one, _ in waiting[:-1])
        last, expected = waiting[-1]
        self.faults.plan(0)  # who waits with a request that dies is asked again by its own caller
        try:
            self.clerk.book(self.store, self, wallet_id, last.order, last.work)
            ended = None
        except Exception as err:  # noqa: BLE001 (whatever it is, it is compared)
            ended = _reason(err)
        assert ended == expected
        for one, end in waiting[:-1]:
            error = one.answer.exception(timeout=0)
            assert (_reason(error) if error else None) == end

    def ask_again(self) -> None:
        """A request comes again: it is answered, and books nothing."""
        if self.booked:
            wallet_id, key = self.drawn.choice(self.booked[-500:])
            assert self.book(wallet_id, _adjusting(wallet_id, 10**6), key) is None

    def move(self) -> None:
        """An organisation moves to another state."""
        wallet_id = self._wallet()
        others = {"04", "27", "29", "38"} - {self.customers[wallet_id].state}
        self.register(wallet_id, self.drawn.choice(sorted(others)))

    def grant(self) -> None:
        """An admin grants credit, or takes it back: what is owed stays owed."""
        wallet_id, credit = self._wallet(), self.drawn.choice([0, 50_000, 300_000])

        def work(unit: UnitOfWork) -> None:
            found = unit.get(Wallet, wallet_id)
            assert found is not None
            unit.change(found, credit_limit=credit)

        assert self.ends(lambda: self.store.run(work)) is None
        self.books.balances[wallet_id].credit = credit

    def _wallet(self) -> str:
        return self.drawn.choice([*CLINICS, *LABS])


def paisa_of(paise: int, share: int) -> int:
    """A share of an amount, in basis points."""
    from fractions import Fraction

    return paisa(Fraction(paise * share, 10_000))


def _id(key: str) -> str:
    """The transaction that a key stands for."""
    return PostingRequest("", key, "").transaction_id


def _adjusting(wallet_id: str, paise: int) -> Callable[[Journal, PostingRequest], Transaction]:
    def work(journal: Journal, order: PostingRequest) -> Transaction:
        wallet = journal.wallet(wallet_id, kind_of(wallet_id))
        return operations.adjust(journal, order, wallet, paise, "For the run.")

    return work


def _broken(journal: Journal, order: PostingRequest) -> Transaction:
    """A work that fails after it posted."""
    _adjusting(next(iter(CLINICS)), 11)(journal, order)
    raise RuntimeError


def _reason(err: BaseException) -> str:
    return str(getattr(err, "reason", "broken"))
