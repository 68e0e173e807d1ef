"""Refunds of a sale that something was withheld of: who gives back what, and until when."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from core.access import Role
from tests.support import gst_rules
from tests.unit.wallet.ledger.shelf import Shelf, new_hold, order
from wallet.ledger import chart, operations
from wallet.ledger.charges import Charge
from wallet.ledger.deductions import Deduction
from wallet.ledger.models import Hold, HoldState, Posting, Transaction, TransactionKind
from wallet.ledger.refunds import Refundable, refundable
from wallet.ledger.terms import Sale, SaleItem, Withholding

SOLD = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
#: The last moments of the financial year, and of the time for credit notes, in India.
YEAR_END = datetime(2027, 3, 31, 18, 29, tzinfo=UTC)
NOTES_END = datetime(2027, 11, 30, 18, 29, tzinfo=UTC)
LAB = chart.available(Role.LAB, "l1")


class Order:
    """An order that was paid: its shares, and what has been given back of them."""

    def __init__(
        self, paise: int = 250_000, commission: int = 25_000, tax: int = 1_800, tcs: int = 50
    ) -> None:
        self.withheld = Withholding(value=paise, tds=10, tcs=tcs, same_state=True, supplier=1)
        kept = [
            *Charge.on(commission, tax, same_state=True).postings(),
            *Deduction.under(self.withheld).postings(),
        ]
        rest = paise - sum(each.paise for each in kept)
        self.shares = [Posting(account=LAB, paise=rest), *kept]
        sale = Sale(item=SaleItem.COMMISSION, tax=tax, customer="l1", withholding=self.withheld)
        payer = Posting(account=chart.set_aside(Role.CLINIC, "c1"), paise=-paise)
        self.captured = Transaction(
            kind=TransactionKind.CAPTURE,
            postings=[payer, *self.shares],
            reference="orders/o1",
            sale=sale,
            actor="a",
            fingerprint="f",
            at=SOLD,
        )
        closed = {"state": HoldState.CAPTURED, "captured": paise}
        self.hold: Hold = new_hold(paise).model_copy(update=closed)
        self.given: Counter[str] = Counter()
        self.returned = 0

    def refundable(self, now: datetime) -> Refundable:
        """What can be given back."""
        return refundable(self.captured, self.shares, self.hold, now)

    def refund(self, now: datetime, paise: int) -> Counter[str]:
        """Give back an amount, as `operations.refund` notes it; who gave what."""
        found = self.refundable(now)
        sale = found.sale_of(self.captured, self.hold, paise)
        assert sale is not None
        assert sale.withholding is not None
        self.returned += sale.withholding.value
        given = Counter({each.account: -each.paise for each in found.given(paise)})
        assert sum(given.values()) == paise
        sums = {
            "refunded": self.hold.refunded + paise,
            "untaxed": self.hold.untaxed + paise * sale.untaxed,
            "undeducted": self.hold.undeducted + paise * sale.undeducted,
        }
        self.hold = self.hold.model_copy(update=sums)
        self.given.update(given)
        return given


def test_within_the_year_all_give_in_proportion() -> None:
    order = Order()
    half = order.refund(YEAR_END, 125_000)
    assert half == {
        LAB: 125_000 - 12_500 - 2 * 1_125 - 125 - 2 * 313,  # 312.50, rounded up
        chart.REVENUE: 12_500,
        chart.CGST: 1_125,
        chart.SGST: 1_125,
        chart.TDS: 125,
        chart.TCS_CGST: 313,
        chart.TCS_SGST: 313,
    }
    order.refund(YEAR_END, 125_000)
    assert order.given == {share.account: share.paise for share in order.shares}
    assert order.returned == order.withheld.value


def test_after_the_year_income_tax_stays_and_the_lab_gives_it() -> None:
    order = Order()
    order.refund(YEAR_END + timedelta(minutes=1), 250_000)
    expected = {share.account: share.paise for share in order.shares}
    expected[LAB] += expected.pop(chart.TDS)
    assert order.given == expected
    assert (order.hold.undeducted, order.hold.untaxed) == (250_000, 0)
    assert order.returned == order.withheld.value  # which lowers GSTR-8 all the same


def test_after_the_time_for_credit_notes_all_taxes_stay() -> None:
    order = Order()
    order.refund(NOTES_END + timedelta(minutes=1), 250_000)
    assert order.given == {LAB: 225_000, chart.REVENUE: 25_000}
    assert order.returned == 0


def test_without_a_commission_what_was_collected_stays_then_too() -> None:
    order = Order(commission=0)
    before = order.refundable(NOTES_END)
    assert not before.untaxed
    order.refund(NOTES_END + timedelta(minutes=1), 250_000)
    assert order.given == {LAB: 250_000}


@pytest.mark.parametrize("bearer", ["customer", "platform"])
def test_the_platform_bears_its_own_tax_alone(bearer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_LATE_REFUND_TAX", bearer)
    order = Order()
    order.refund(NOTES_END + timedelta(minutes=1), 250_000)
    tax = 4_500 if bearer == "platform" else 0
    assert order.given == {LAB: 225_000 - tax, chart.REVENUE: 25_000 + tax}


def test_parts_in_any_order_of_time_add_up_to_the_whole() -> None:
    """Each account gives what it got, but for what stayed, which the lab gives."""
    random = Random(52)
    moments = [SOLD, YEAR_END, *(end + timedelta(days=1) for end in (YEAR_END, NOTES_END))]
    for _ in range(400):
        paise = random.choice([1, 2, 3, 100, 250_001, random.randint(1, 10**7)])
        commission = paise * random.choice([0, 10, 33]) // 100
        order = Order(paise, commission, random.choice([0, 1_800]), random.choice([0, 50]))
        times = sorted(random.choice(moments) for _ in range(random.randint(1, 6)))
        for now in times:
            left = order.refundable(now).left
            part = left if now == times[-1] else random.randint(0, left)
            if not part:
                continue
            given = order.refund(now, part)
            if not gst_rules.deduction_is_adjusted(gst_rules.day(SOLD), gst_rules.day(now)):
                assert given[chart.TDS] == 0
            if gst_rules.day(now) > gst_rules.tax_returns_until(gst_rules.day(SOLD)):
                assert set(+given) | set(-given) <= {LAB, chart.REVENUE}
        got = {share.account: share.paise for share in order.shares}
        assert sum(order.given.values()) == paise == order.hold.refunded
        assert order.given[chart.REVENUE] == got.get(chart.REVENUE, 0)
        stayed = {at: got[at] - order.given[at] for at in got if at not in {LAB, chart.REVENUE}}
        assert all(kept >= 0 for kept in stayed.values())
        assert order.given[LAB] == got[LAB] + sum(stayed.values())
        late = any(now > NOTES_END for now in times)
        assert order.returned <= paise if late else order.returned == paise


@pytest.mark.parametrize(("untaxed", "undeducted"), [(False, False), (False, True), (True, True)])
def test_the_hold_counts_what_came_without_taxes(untaxed: bool, undeducted: bool) -> None:
    """In two refunds, of 30 and of 12 paise."""
    shelf = Shelf()
    _, journal = shelf.journal()
    wallet = journal.wallet("c1", Role.CLINIC)
    operations.top_up(journal, order(1), wallet, 100, "payments/p1")
    hold_id = operations.hold(journal, order(2), wallet, new_hold(100)).id
    share = Posting(account=chart.REVENUE, paise=100)
    operations.capture(journal, order(3), wallet, hold_id, [share])
    sale = Sale(item=SaleItem.COMMISSION, tax=0, untaxed=untaxed, undeducted=undeducted)
    for key, paise in ((4, 30), (5, 12)):
        back = [Posting(account=chart.REVENUE, paise=-paise)]
        operations.refund(journal, order(key), wallet, hold_id, back, "For the test.", sale)
    hold = journal.hold("c1", hold_id)
    assert hold is not None
    assert (hold.refunded, hold.untaxed, hold.undeducted) == (42, 42 * untaxed, 42 * undeducted)
