"""The operations of the run of money, each with what the model says of it.

An operation draws what it does, reckons how it must end, does it, and compares. Another kind of
operation is a method here and its weight in `WEIGHTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.units import UnitOfWork
from tests.soak.money_books import Sale, commission, given_by_lab, withhold
from tests.soak.money_payouts import PayoutOperations
from tests.soak.money_world import CLINICS, COMMISSION, LABS, SHARES, SUPPLIER, kind_of
from tests.support.gst_rules import paisa, taxes
from wallet.accounts import admin_operations
from wallet.accounts.requests import Refund
from wallet.fees.order_money import OrderMoney
from wallet.fees.visit_fees import Fees
from wallet.ledger import operations
from wallet.ledger.clerk import Waiting
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction, Wallet

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
    "ask_for_payout": 2,
    "move_payout": 6,
    "redeliver": 4,
    "adjust": 4,
    "transfer": 3,
    "batch": 5,
    "ask_again": 3,
    "move": 2,
    "publish": 0.3,
    "grant": 0.5,
}
_SHORT = "insufficient-funds"
#: The share of batches that lose a commit, after which their instance has the turn.
CONTENDED = 0.3


@dataclass
class Under:
    """A visit or order under way."""

    id: str
    sale: Sale
    price: int
    lab: str = ""


class Operations(PayoutOperations):
    """All kinds of operations."""

    def __init__(self, seed: int, days: float) -> None:
        super().__init__(seed, days)
        self.visits: list[Under] = []
        self.orders: list[Under] = []
        self.sold_visits: list[Sale] = []
        self.sold_orders: list[Under] = []
        self.booked: list[tuple[str, str]] = []

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
            self.set_aside(payer, sale.gross)
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
        self.set_aside(payer, -found.price)
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
            self.set_aside(payer, price)
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
        self.set_aside(payer, -found.price)
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
        if self.drawn.random() < CONTENDED:
            self.faults.overtake_next(wallet_id)
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
