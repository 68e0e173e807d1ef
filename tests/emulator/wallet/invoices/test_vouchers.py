"""Vouchers for advances as they are stored: held to the rules, made once, numbered in a row."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from core import firebase
from core.access import Role
from core.store import Store
from tests.support import gst_rules
from tests.support.concurrency import at_once
from tests.support.customer_fixture import BILLING, CustomerFixture, may_of
from tests.support.moments import key, refused
from wallet.invoices import monthly_billing, number_audit, vouchers
from wallet.invoices.models import Paper
from wallet.ledger import chart, operations
from wallet.ledger.billing import Billing
from wallet.ledger.billing_task import want_vouchers
from wallet.ledger.journal import PostingRequest
from wallet.ledger.models import Posting, Transaction, TransactionKind, Wallet

FAR = Billing(legal_name="Far Dental", address="4 Residency Road, Bengaluru", state="29")


@pytest.fixture
def switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vouchers from the beginning of all that the tests book."""
    monkeypatch.setenv("SCANNER_VOUCHERS_FROM", "2040-01-01")


def paid_in(customer: CustomerFixture, paise: int) -> Transaction:
    """Have a payment booked; its reference is its own."""
    order = PostingRequest("test", key(), "same")

    def work(journal: Any) -> Transaction:
        wallet = journal.wallet(customer.wallet_id, Role.CLINIC)
        return operations.top_up(journal, order, wallet, paise, f"payments/{order.key}")

    return customer.clerk.book(customer.store, customer.clock, customer.wallet_id, order, work)


def documents(customer: CustomerFixture) -> dict[str, dict[str, Any]]:
    """All documents of the customer by number, held to the rules and to the audit."""
    found = customer.invoices()
    made = {each.id: each.model_dump(mode="python") for each in found}
    for number, doc in made.items():
        assert gst_rules.faults(_placed(doc), number, made.get(str(doc["follows"]))) == []
    assert gst_rules.advance_faults(made) == []
    assert list(number_audit.faults(customer.store, customer.wallet())) == []
    assert list(number_audit.of_wallet(customer.sold(), found)) == []
    return made


def _placed(doc: dict[str, Any]) -> dict[str, Any]:
    return {**doc, "place": doc["place"] or doc["customer"]["state"]}


def parts(doc: dict[str, Any]) -> tuple[int, ...]:
    """Net, taxes and gross of a document."""
    return tuple(doc["totals"][name] for name in ("net", "cgst", "sgst", "igst", "gross"))


@pytest.mark.usefixtures("switched_on")
def test_an_advance_has_a_receipt_voucher_and_the_invoice_adjusts_it() -> None:
    customer = CustomerFixture(may_of(2070))
    first, second = paid_in(customer, 118_000), paid_in(customer, 236_000)
    numbers = customer.issue()
    assert [number[:2] for number in numbers] == ["SR", "SR"]
    one, two = (documents(customer)[number] for number in numbers)
    assert parts(one) == (100_000, 9_000, 9_000, 0, 118_000)
    assert parts(two) == (200_000, 18_000, 18_000, 0, 236_000)
    assert [doc["lines"][0]["reference"] for doc in (one, two)] == [
        first.reference,
        second.reference,
    ]
    assert customer.issue() == [], "once"

    customer.buy(150_000)  # ₹1,770: all of the first, and a part of the second
    (invoice,) = customer.issue()
    adjusted = documents(customer)[invoice]["adjusted"]
    assert [(each["voucher"], each["gross"]) for each in adjusted] == [
        (numbers[0], 118_000),
        (numbers[1], 59_000),
    ]
    assert [each["cgst"] for each in adjusted] == [9_000, 4_500]
    assert [each.left for each in customer.wallet().advances] == [177_000]


@pytest.mark.usefixtures("switched_on")
def test_across_states_an_advance_has_integrated_tax() -> None:
    customer = CustomerFixture(may_of(2070), billing=FAR)
    paid_in(customer, 118_000)
    (number,) = customer.issue()
    doc = documents(customer)[number]
    assert (parts(doc), doc["place"]) == ((100_000, 0, 0, 18_000, 118_000), "29")


@pytest.mark.usefixtures("switched_on")
def test_what_goes_back_has_a_refund_voucher_of_its_own_receipt() -> None:
    """A payment given back, by its reference; a lab's work, out of the oldest advance."""
    customer = CustomerFixture(may_of(2070))
    customer.fill(-100_000_000)  # what no voucher stands for would go first
    _, second = paid_in(customer, 118_000), paid_in(customer, 118_000)
    first_number, second_number = customer.issue()
    _give_back(customer, 59_000, second.reference)
    (number,) = customer.issue()
    doc = documents(customer)[number]
    assert (doc["kind"], doc["follows"]) == (Paper.REFUND_VOUCHER, second_number)
    assert parts(doc) == (50_000, 4_500, 4_500, 0, 59_000)

    customer.take(11_800)
    (other,) = customer.issue()
    doc = documents(customer)[other]
    assert (doc["kind"], doc["follows"]) == (Paper.REFUND_VOUCHER, first_number)
    assert parts(doc) == (10_000, 900, 900, 0, 11_800)
    assert [each.left for each in customer.wallet().advances] == [106_200, 59_000]


def _give_back(customer: CustomerFixture, paise: int, reference: str) -> Transaction:
    """Book a transaction as a refund at the gateway does: out of the wallet, for a payment."""
    order = PostingRequest("test", key(), "same")

    def work(journal: Any) -> Transaction:
        wallet = journal.wallet(customer.wallet_id, Role.CLINIC)
        postings = [
            Posting(account=chart.available(wallet.kind, wallet.id), paise=-paise),
            Posting(account=chart.GATEWAY, paise=paise),
        ]
        return journal.post(order, TransactionKind.ADJUSTMENT, postings, reference)

    return customer.clerk.book(customer.store, customer.clock, customer.wallet_id, order, work)


def test_vouchers_are_off_unless_a_day_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was paid in before that day has none, whenever it is set."""
    customer = CustomerFixture(may_of(2071))
    paid_in(customer, 118_000)
    assert customer.issue() == []
    assert (customer.wallet().vouchered, customer.wallet().advances) == (0, [])
    monkeypatch.setenv("SCANNER_VOUCHERS_FROM", "2071-05-05")
    customer.clock.at += timedelta(days=1)
    later = paid_in(customer, 236_000)
    (number,) = customer.issue()
    assert documents(customer)[number]["lines"][0]["transaction_id"] == later.id


@pytest.mark.usefixtures("switched_on")
def test_without_details_an_advance_waits_for_them() -> None:
    customer = CustomerFixture(may_of(2072), billing=None)
    paid_in(customer, 118_000)
    refused(customer.issue, "billing-details-missing")
    assert (customer.invoices(), customer.wallet().vouchered) == ([], 0)
    path = Wallet.path_for(customer.wallet_id)
    firebase.firestore_client().document(path).update({"billing": BILLING.model_dump()})
    assert len(customer.issue()) == 1


@pytest.mark.usefixtures("switched_on")
def test_who_is_not_registered_makes_no_voucher(monkeypatch: pytest.MonkeyPatch) -> None:
    customer = CustomerFixture(may_of(2073))
    paid_in(customer, 118_000)
    with monkeypatch.context() as unregistered:
        unregistered.setenv("SCANNER_GSTIN", "")
        refused(customer.issue, "supplier-details-missing")
        assert customer.invoices() == []
    assert len(customer.issue()) == 1


@pytest.mark.usefixtures("switched_on")
def test_many_at_once_make_each_voucher_once_and_no_gap() -> None:
    customer = CustomerFixture(may_of(2074))
    customer.fill(-100_000_000)
    for paise in range(1, 7):
        paid_in(customer, paise * 1_000)
    customer.take(2_500)

    def call() -> list[str]:
        return customer.issue(store=Store(firebase.firestore_client()))

    numbers = [number for made in at_once([call] * 4) for number in made]
    assert len(numbers) == len(set(numbers))
    made = documents(customer)
    assert sorted(numbers) == sorted(made)
    receipts = [number for number in made if number.startswith("SR")]
    assert len(receipts) == 6
    assert gst_rules.consecutive(receipts)
    for series in ("SR-7475", "SV-7475"):
        assert list(number_audit.of_series(customer.store, series)) == []


class Queue:
    """Keeps the tasks that it was handed."""

    def __init__(self) -> None:
        self.tasks: list[dict[str, str]] = []

    def add(self, _function: str, _name: str, data: dict[str, str], at: object = None) -> bool:
        """Take one in."""
        assert at is None
        self.tasks.append(data)
        return True


def test_a_booked_payment_asks_for_its_voucher_where_they_are_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    customer, queue = CustomerFixture(may_of(2075)), Queue()
    paid = paid_in(customer, 118_000)
    bought = customer.buy()
    store = Store(firebase.firestore_client(), queue)
    want_vouchers(store, customer.clock, customer.wallet_id, paid.id)
    assert queue.tasks == []
    monkeypatch.setenv("SCANNER_VOUCHERS_FROM", "2040-01-01")
    want_vouchers(store, customer.clock, customer.wallet_id, paid.id)
    (task,) = queue.tasks
    for _ in range(2):
        monthly_billing.bill(customer.store, customer.clock, task)
    assert [each.kind for each in customer.invoices()] == [Paper.RECEIPT_VOUCHER], "no invoice yet"
    customer.issue()
    (invoice,) = [each for each in customer.invoices() if each.kind is Paper.INVOICE]
    assert invoice.lines[0].transaction_id == bought.id
    assert invoice.adjusted[0].gross == 118_000


@pytest.mark.usefixtures("switched_on")
def test_what_vouchers_cost() -> None:
    customer = CustomerFixture(may_of(2076))
    paid_in(customer, 118_000)
    store = Store(firebase.firestore_client())
    vouchers.issue(store, customer.clock, "system", customer.wallet_id, 2)
    assert (store.tally.reads, store.tally.writes) == (2 + 2 + 2 + 1, 5)
    again = Store(firebase.firestore_client())
    vouchers.issue(again, customer.clock, "system", customer.wallet_id, 2)
    assert (again.tally.reads, again.tally.writes) == (1, 0)
