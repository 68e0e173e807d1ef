"""Vouchers of what entries do to a wallet: debts, earnings, what comes back, and when it came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.access import Role
from core.store import Store
from tests.soak.money_world import NoQueues
from tests.support import gst_rules
from tests.support.memory_firestore import MemoryFirestore
from tests.support.moments import Clock
from tests.unit.wallet.invoices.papers import CUSTOMER
from tests.unit.wallet.ledger.shelf import order
from wallet.invoices import invoicing, number_audit, vouchers
from wallet.invoices.models import Invoice, Paper
from wallet.ledger import chart, gateway_operations, operations
from wallet.ledger.billing import Billing
from wallet.ledger.charges import Charge
from wallet.ledger.clerk import Clerk
from wallet.ledger.journal import Journal
from wallet.ledger.models import Forward, Hold, Posting, Transaction, Wallet
from wallet.ledger.terms import Sale, SaleItem

LAB, CLINIC = "lab00000000000000000", "clinic00000000000000"
KINDS = {LAB: Role.LAB, CLINIC: Role.CLINIC}
BEGIN = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_VOUCHERS_FROM", "2026-01-01")
    monkeypatch.setenv("SCANNER_STATE", "27")
    monkeypatch.setenv("SCANNER_GSTIN", "27AAPFU0939F1ZV")


class TwoWallets:
    """A lab and a clinic whose money is in memory. Amounts in paise."""

    def __init__(self, billing: Billing | None = CUSTOMER) -> None:
        self.clock = Clock(BEGIN)
        self.store = Store(MemoryFirestore(clock=self.clock.now), NoQueues())  # type: ignore[arg-type]
        self._keys = 0
        for wallet_id, kind in KINDS.items():
            credit = 10_000_000 if kind is Role.CLINIC else 0
            made = Wallet(kind=kind, billing=billing, credit_limit=credit)
            self.store.compete(lambda unit: unit.create(made, wallet_id))  # noqa: B023

    # --- what happens to the money ------------------------------------------------------------

    def pay_in(self, wallet_id: str, paise: int, payment: str = "p1") -> Transaction:
        """A payment through the gateway."""
        return self._book(wallet_id, operations.top_up, paise, f"payments/{payment}")

    def refund_payment(self, wallet_id: str, paise: int, payment: str = "p1") -> Transaction:
        """The gateway gives a payment back."""
        return self._book(
            wallet_id, gateway_operations.refund_payment, paise, f"payments/{payment}"
        )

    def reverse_refund(self, wallet_id: str, paise: int, payment: str = "p1") -> Transaction:
        """What the gateway gave back did not arrive."""
        return self._book(
            wallet_id, gateway_operations.reverse_refund, paise, f"payments/{payment}"
        )

    def correct(self, wallet_id: str, paise: int) -> Transaction:
        """A correction by an admin."""
        return self._book(wallet_id, operations.adjust, paise, "For the test.")

    def visit(self, net: int) -> Transaction:
        """The clinic buys a visit."""
        charge = Charge.on(net, 1_800, same_state=True)
        return self._sold(charge.postings(), Sale(item=SaleItem.VISIT, tax=1_800))

    def order(self, earned: int) -> Transaction:
        """The clinic pays the lab for work; what the platform keeps of it comes on top."""
        shares = [
            Posting(account=chart.available(Role.LAB, LAB), paise=earned),
            *Charge.on(1_000, 1_800, same_state=True).postings(),
        ]
        return self._sold(shares, Sale(item=SaleItem.COMMISSION, tax=1_800, customer=LAB))

    def take_back(self, sold: Transaction, paise: int) -> Transaction:
        """The lab gives back a part of what it earned."""
        shares = [Posting(account=chart.available(Role.LAB, LAB), paise=-paise)]

        def work(journal: Journal, request: Any, wallet: Wallet) -> Transaction:
            journal.wallet(LAB, Role.LAB)
            hold = sold.follows or ""
            return operations.refund(journal, request, wallet, hold, shares, "Not good.", sold.sale)

        return self._book(CLINIC, work)

    def pay_out(self, paise: int) -> Transaction:
        """The lab's money leaves by the bank."""
        hold_id = self._hold(LAB, paise, "payouts/o1")
        return self._book(LAB, operations.pay_out, hold_id, paise)

    def return_payout(self, paid: Transaction) -> Transaction:
        """The bank sends it back."""
        return self._book(LAB, operations.take_back, paid)

    def _sold(self, shares: list[Posting], sale: Sale) -> Transaction:
        hold_id = self._hold(CLINIC, sum(share.paise for share in shares), "visits/v1")

        def work(journal: Journal, request: Any, wallet: Wallet) -> Transaction:
            journal.wallet(LAB, Role.LAB)
            return operations.capture(journal, request, wallet, hold_id, shares, sale)

        return self._book(CLINIC, work)

    def _hold(self, wallet_id: str, paise: int, reference: str) -> str:
        now = self.clock.now()
        made = Hold(
            reference=reference, amount=paise, made_at=now, expires_at=now + timedelta(days=9)
        )
        return self._book(wallet_id, operations.hold, made).id

    def _book(self, wallet_id: str, work: Callable[..., Transaction], *rest: object) -> Transaction:
        self._keys += 1
        self.clock.at += timedelta(minutes=1)
        request = order(self._keys, "same")

        def booked(journal: Journal) -> Transaction:
            return work(journal, request, journal.wallet(wallet_id, KINDS[wallet_id]), *rest)

        return Clerk().book(self.store, self.clock, wallet_id, request, booked)

    # --- what is made of it, and stands there then --------------------------------------------

    def vouch(self, wallet_id: str) -> list[tuple[str, int]]:
        """Make the vouchers alone; their series and amounts."""
        last = self.wallet(wallet_id).sequence
        return self._shown(vouchers.issue(self.store, self.clock, "test", wallet_id, last))

    def bill(self, wallet_id: str, until: datetime | None = None) -> list[tuple[str, int]]:
        """Make vouchers and invoices; their series and amounts."""
        until = until or self.clock.now() + timedelta(days=1)
        return self._shown(invoicing.issue(self.store, self.clock, "test", wallet_id, until))

    def left(self, wallet_id: str) -> list[int]:
        """What is left of each advance; the documents are lawful and the audit finds nothing."""
        wallet = self.wallet(wallet_id)
        made = self.documents(wallet_id)
        fields = {each.id: each.model_dump(mode="python") for each in made}
        assert gst_rules.advance_faults(fields) == []
        assert list(number_audit.faults(self.store, wallet)) == []
        return [each.left for each in wallet.advances]

    def wallet(self, wallet_id: str) -> Wallet:
        """The wallet."""
        found = self.store.get(Wallet, wallet_id)
        assert found is not None
        return found

    def change(self, wallet_id: str, **fields: object) -> None:
        """Change the wallet as something else does that is not of this test."""
        self.store.compete(
            lambda unit: unit.change(unit.get(Wallet, wallet_id), **fields)  # type: ignore[type-var]
        )

    def documents(self, wallet_id: str) -> list[Invoice]:
        """All documents made out to it."""
        return list(self.store.each(number_audit.OF_WALLET, wallet_id))

    def _shown(self, numbers: list[str]) -> list[tuple[str, int]]:
        found = self.store.several(Invoice, *numbers)
        return [(made.id[:2], made.totals.gross) for made in found if made]


# --- what comes back of a payout, or of a refund ----------------------------------------------


@pytest.mark.parametrize("billing", [CUSTOMER, None])
def test_earnings_that_leave_and_come_back_are_no_advance(billing: Billing | None) -> None:
    """And need nobody to make a voucher out to."""
    books = TwoWallets(billing)
    books.order(10_000)
    books.return_payout(books.pay_out(10_000))
    assert books.vouch(LAB) == []
    wallet = books.wallet(LAB)
    assert (wallet.vouchered, books.left(LAB)) == (wallet.sequence, [])


@pytest.mark.parametrize("at_once", [True, False], ids=["one batch", "two batches"])
def test_what_a_payout_took_of_an_advance_is_one_again_when_it_comes_back(at_once: bool) -> None:
    books = TwoWallets()
    books.pay_in(LAB, 3_000)
    books.order(10_000)
    paid = books.pay_out(12_000)
    expected = [("SR", 3_000), ("SV", 2_000)]
    if not at_once:
        assert books.vouch(LAB) == expected
        expected = []
    books.return_payout(paid)
    assert sorted(books.vouch(LAB)) == sorted([*expected, ("SR", 2_000)])
    assert books.left(LAB) == [1_000, 2_000]


def test_a_refund_that_fails_is_an_advance_as_far_as_it_was_given_back() -> None:
    """The payment's own voucher is none of that; what came back once does not come back again."""
    books = TwoWallets()
    books.pay_in(CLINIC, 5_000)
    books.refund_payment(CLINIC, 2_000)
    books.reverse_refund(CLINIC, 2_000)
    assert sorted(books.vouch(CLINIC)) == [("SR", 2_000), ("SR", 5_000), ("SV", 2_000)]
    books.reverse_refund(CLINIC, 2_000)
    assert books.vouch(CLINIC) == []
    assert books.left(CLINIC) == [3_000, 2_000]


def test_a_refund_that_took_no_advance_and_fails_is_none_either() -> None:
    books = TwoWallets()
    books.pay_in(CLINIC, 1_180)
    books.visit(1_000)
    assert sorted(books.bill(CLINIC)) == [("SC", 1_180), ("SR", 1_180)]
    books.refund_payment(CLINIC, 1_000)
    books.pay_in(CLINIC, 3_000, "p2")
    assert books.vouch(CLINIC) == [("SR", 2_000)], "the rest paid what was owed"
    books.reverse_refund(CLINIC, 1_000)
    assert books.vouch(CLINIC) == []
    assert books.left(CLINIC) == [2_000]


# --- debts ------------------------------------------------------------------------------------


def test_what_pays_a_debt_is_no_advance() -> None:
    books = TwoWallets()
    books.visit(1_000)
    assert books.bill(CLINIC) == [("SC", 1_180)]
    books.pay_in(CLINIC, 1_180)
    assert books.vouch(CLINIC) == []
    books.pay_in(CLINIC, 500, "p2")
    assert books.vouch(CLINIC) == [("SR", 500)], "what is beyond the debt is one"
    assert books.left(CLINIC) == [500]


def test_a_part_of_a_payment_may_pay_a_debt() -> None:
    books = TwoWallets()
    books.visit(1_000)
    books.pay_in(CLINIC, 2_000)
    assert books.vouch(CLINIC) == [("SR", 820)]
    assert books.bill(CLINIC) == [("SC", 1_180)]
    (invoice,) = [made for made in books.documents(CLINIC) if made.kind is Paper.INVOICE]
    assert invoice.adjusted == [], "it was owed before anything was paid in"
    assert books.left(CLINIC) == [820]


def test_a_fee_that_is_not_invoiced_yet_leaves_room_for_the_next_payment() -> None:
    books = TwoWallets()
    books.pay_in(CLINIC, 1_180)
    books.visit(1_000)
    books.pay_in(CLINIC, 1_180, "p2")
    books.visit(500)
    assert books.vouch(CLINIC) == [("SR", 1_180), ("SR", 1_180)]
    assert books.left(CLINIC) == [1_180, 1_180]
    assert books.bill(CLINIC) == [("SC", 1_770)]
    assert books.left(CLINIC) == [590]
    (invoice,) = [made for made in books.documents(CLINIC) if made.kind is Paper.INVOICE]
    assert [(part.gross, part.cgst, part.sgst) for part in invoice.adjusted] == [
        (1_180, 90, 90),
        (590, 45, 45),
    ]


def test_fees_of_one_invoice_use_an_advance_as_one() -> None:
    books = TwoWallets()
    books.pay_in(CLINIC, 5_000)
    books.visit(1_000)
    books.visit(500)
    assert books.bill(CLINIC) == [("SR", 5_000), ("SC", 1_770)]
    (invoice,) = [made for made in books.documents(CLINIC) if made.kind is Paper.INVOICE]
    ((voucher, *amounts),) = [
        (part.voucher, part.net, part.cgst, part.sgst, part.igst) for part in invoice.adjusted
    ]
    assert (voucher, amounts) == ("SR-2627-000001", [1_500, 135, 135, 0])
    assert books.left(CLINIC) == [3_230]


def test_what_a_fee_has_used_does_not_go_back_with_its_payment() -> None:
    """Rather what is left of the other: an invoice is made for the first (section 31(3)(e))."""
    books = TwoWallets()
    books.pay_in(CLINIC, 1_180)
    books.visit(1_000)
    books.pay_in(CLINIC, 1_180, "p2")
    books.refund_payment(CLINIC, 1_180, "p1")
    assert sorted(books.vouch(CLINIC)) == [("SR", 1_180), ("SR", 1_180), ("SV", 1_180)]
    assert books.bill(CLINIC) == [("SC", 1_180)]
    made = {document.kind: document for document in books.documents(CLINIC)}
    assert made[Paper.REFUND_VOUCHER].follows == "SR-2627-000002"
    assert [part.voucher for part in made[Paper.INVOICE].adjusted] == ["SR-2627-000001"]
    assert books.left(CLINIC) == []


# --- what leaves ------------------------------------------------------------------------------


def test_earnings_leave_before_an_advance_does() -> None:
    """By a payout, and by what a lab gives back of an order."""
    books = TwoWallets()
    books.pay_in(LAB, 5_000)
    sold = books.order(10_000)
    books.take_back(sold, 4_000)
    books.pay_out(6_000)
    assert books.vouch(LAB) == [("SR", 5_000)]
    assert books.left(LAB) == [5_000]
    books.pay_out(2_000)
    assert books.vouch(LAB) == [("SV", 2_000)], "nothing else is there any more"
    assert books.left(LAB) == [3_000]


def test_a_payment_given_back_takes_its_own_voucher_whatever_else_there_is() -> None:
    books = TwoWallets()
    books.correct(CLINIC, 50_000)
    books.pay_in(CLINIC, 1_000, "p1")
    books.pay_in(CLINIC, 2_000, "p2")
    books.refund_payment(CLINIC, 1_500, "p2")
    assert sorted(books.vouch(CLINIC)) == [("SR", 1_000), ("SR", 2_000), ("SV", 1_500)]
    assert books.left(CLINIC) == [1_000, 500]


# --- times ------------------------------------------------------------------------------------


def test_an_invoice_adjusts_no_advance_of_after_its_fees() -> None:
    """What a month's end bills is of before a payment of the next morning."""
    books = TwoWallets()
    books.visit(1_000)
    books.correct(CLINIC, 1_180)
    june = datetime(2026, 5, 31, 18, 30, tzinfo=UTC)  # in India
    books.clock.at = june + timedelta(minutes=10)
    books.pay_in(CLINIC, 5_000)
    assert books.vouch(CLINIC) == [("SR", 5_000)]
    books.clock.at += timedelta(hours=4)
    assert books.bill(CLINIC, until=june) == [("SC", 1_180)]
    (invoice,) = [made for made in books.documents(CLINIC) if made.kind is Paper.INVOICE]
    assert (invoice.issued_at < june, invoice.adjusted) == (True, [])
    books.visit(1_000)
    assert books.bill(CLINIC) == [("SC", 1_180)]
    assert books.left(CLINIC) == [3_820]


def test_an_invoice_is_not_dated_before_a_voucher_that_it_adjusts() -> None:
    """Details came so late that April's books are closed, and those of May are not."""
    books = TwoWallets()
    books.clock.at = datetime(2026, 4, 20, 9, 30, tzinfo=UTC)
    books.pay_in(CLINIC, 5_000)
    books.clock.at = BEGIN
    books.visit(1_000)
    books.clock.at = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
    assert books.bill(CLINIC) == [("SR", 5_000), ("SC", 1_180)]
    assert books.left(CLINIC) == [3_820]


def test_a_receipt_voucher_that_retention_took_stops_nothing() -> None:
    """Its advance goes with it; the twin whose voucher is there has a refund voucher."""
    for gone in (True, False):
        books = TwoWallets()
        books.pay_in(CLINIC, 5_000)
        assert books.vouch(CLINIC) == [("SR", 5_000)]
        if gone:
            (receipt,) = books.documents(CLINIC)
            books.store.run(lambda unit: unit.delete(receipt))  # noqa: B023
            forward = Forward(number=1, hash="", available=5_000, held=0, at=BEGIN)
            books.change(CLINIC, brought_forward=forward)
        books.correct(CLINIC, -2_000)
        assert books.vouch(CLINIC) == ([] if gone else [("SV", 2_000)])
        assert books.left(CLINIC) == ([] if gone else [3_000])
