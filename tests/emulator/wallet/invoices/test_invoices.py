"""Invoices against Firestore: numbers without gaps or doubles, every fee billed once.

Each test that looks at numbers invoices in a year of its own, which no other test does; they go on
from where the last run on the same emulators left them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core import firebase
from core.store import Store
from core.tally import Tally
from tests.support import gst_rules
from tests.support.clinic_fixture import ClinicFixture
from tests.support.concurrency import at_once
from tests.support.crashes import CrashError, DyingStore
from tests.support.customer_fixture import CustomerFixture, may_of
from tests.support.lost_answers import LosingClient
from tests.support.moments import refused
from wallet.invoices import number_audit
from wallet.invoices.models import Amounts, Paper, Series
from wallet.invoices.numbers import number_in, series_of
from wallet.ledger.billing import Billing
from wallet.ledger.models import Wallet
from wallet.ledger.terms import SaleItem

#: The documents of the GST law, each with a series of its own.
TAXED = (Paper.INVOICE, Paper.CREDIT_NOTE)


def fresh_store() -> Store:
    """A store with a tally of its own."""
    return Store(firebase.firestore_client())


def faults(customer: CustomerFixture, *, kinds: tuple[Paper, ...] = tuple(Paper)) -> list[str]:
    """All that is wrong with the numbers of the customer's year, and with what it was billed."""
    found = [
        fault
        for kind in kinds
        for fault in number_audit.of_series(fresh_store(), name_of(customer, kind))
    ]
    return found + list(number_audit.of_wallet(customer.sold(), customer.invoices()))


def name_of(customer: CustomerFixture, kind: Paper = Paper.INVOICE) -> str:
    """The series of the customer's year."""
    return series_of(kind, customer.clock.now())


def last_of(customer: CustomerFixture, kind: Paper = Paper.INVOICE) -> int:
    """The last number given in the customer's year."""
    found = fresh_store().get(Series, name_of(customer, kind))
    return found.last if found else 0


# --- what an invoice says ------------------------------------------------------------------------


def test_an_invoice_says_what_was_bought_by_whom_and_from_whom() -> None:
    customer = CustomerFixture(may_of(2031))
    customer.hold(5_000)
    visit = customer.buy(150_000)
    customer.clock.at += timedelta(days=3)
    late = customer.buy(75_000, item=SaleItem.LATE_CANCELLATION)
    customer.take(9_900)
    (number,) = customer.issue()

    made = customer.invoice(number)
    assert (made.kind, made.follows, made.wallet_id) == (Paper.INVOICE, None, customer.wallet_id)
    assert made.issued_at == customer.clock.now()
    assert made.customer == customer.billing
    assert (made.supplier.state, made.place) == ("27", "27")
    assert [line.sac for line in made.lines] == ["999316", "999794"]
    assert [line.transaction_id for line in made.lines] == [visit.id, late.id]
    assert [line.item for line in made.lines] == [SaleItem.VISIT, SaleItem.LATE_CANCELLATION]
    assert [line.reference for line in made.lines] == [visit.reference, late.reference]
    assert made.holds == [visit.follows, late.follows]
    assert (made.covered.first, made.covered.last) == (customer.at, customer.clock.now())
    assert made.totals == Amounts(net=225_000, cgst=20_250, sgst=20_250, igst=0, gross=265_500)
    assert customer.wallet().invoiced == customer.wallet().sequence == made.covered.through
    assert faults(customer) == []


def test_to_another_state_it_bears_igst() -> None:
    karnataka = Billing(legal_name="Bengaluru Dental", address="4 Residency Road", state="29")
    customer = CustomerFixture(may_of(2031), billing=karnataka)
    customer.buy(150_000, near=False)
    made = customer.invoice(customer.issue()[0])
    assert made.totals == Amounts(net=150_000, cgst=0, sgst=0, igst=27_000, gross=177_000)


# --- credit notes --------------------------------------------------------------------------------


def test_a_refund_before_and_after_invoicing_has_a_credit_note_to_its_invoice() -> None:
    customer = CustomerFixture(may_of(2032))
    first, other = customer.buy(), customer.buy()
    early = customer.refund(first, 59_000)
    invoice, note = customer.issue()
    customer.clock.at += timedelta(days=40)
    customer.fill(100)
    third = customer.buy()
    late = [
        customer.refund(first, 118_000),
        customer.refund(other, 100),
        customer.refund(third, 5_900),
    ]
    second_invoice, *notes = customer.issue()

    assert [invoice[:2], note[:2], second_invoice[:2]] == ["SC", "SN", "SC"]
    made = customer.invoice(note)
    assert (made.kind, made.follows, made.holds) == (Paper.CREDIT_NOTE, invoice, [])
    assert made.followed_at == customer.invoice(invoice).issued_at
    assert [line.transaction_id for line in made.lines] == [early.id]
    assert made.totals == Amounts(net=50_000, cgst=4_500, sgst=4_500, igst=0, gross=59_000)

    later = {customer.invoice(each).follows: customer.invoice(each) for each in notes}
    assert set(later) == {invoice, second_invoice}
    assert [line.transaction_id for line in later[invoice].lines] == [t.id for t in late[:2]]
    assert [line.transaction_id for line in later[second_invoice].lines] == [late[2].id]
    assert faults(customer) == []


def test_a_credit_note_is_made_out_to_whom_the_invoice_was() -> None:
    customer = CustomerFixture(may_of(2032))
    bought = customer.buy()
    (invoice,) = customer.issue()
    moved = Billing(legal_name="New Owner", address="1 New Road", state="29")
    path = Wallet.path_for(customer.wallet_id)
    firebase.firestore_client().document(path).update({"billing": moved.model_dump()})
    customer.refund(bought, 59_000)
    (note,) = customer.issue()
    assert customer.invoice(note).customer == customer.invoice(invoice).customer == customer.billing


def test_a_refund_of_the_last_paisa_is_a_credit_note_too() -> None:
    """It may give back a paisa of each tax and take one of the net; all parts add up."""
    customer = CustomerFixture(may_of(2032))
    bought = customer.buy()
    (invoice,) = customer.issue()
    customer.refund(bought, 176_990)
    for _ in range(10):
        customer.refund(bought, 1)
    (note,) = customer.issue()
    lines = customer.invoice(note).lines
    assert any(line.net < 0 for line in lines)
    assert customer.invoice(note).totals == customer.invoice(invoice).totals


def test_no_document_tells_why_something_was_given_back() -> None:
    customer = CustomerFixture(may_of(2032))
    refund = customer.refund(customer.buy(), 59_000)
    assert "Meera" in str(refund.reason)
    customer.issue()
    assert all("Meera" not in made.model_dump_json() for made in customer.invoices())


# --- nothing to bill, nobody to bill -------------------------------------------------------------


def test_nothing_to_bill_uses_no_number() -> None:
    customer = CustomerFixture(may_of(2033))
    invoices, notes = (last_of(customer, kind) for kind in TAXED)
    customer.hold(100)
    customer.take(700)
    assert customer.issue() == []
    assert customer.invoices() == []
    assert [last_of(customer, kind) for kind in TAXED] == [invoices, notes]
    assert customer.wallet().invoiced == customer.wallet().sequence
    customer.buy()  # the twin
    assert len(customer.issue()) == 1
    assert [last_of(customer, kind) for kind in TAXED] == [invoices + 1, notes]


def test_a_wallet_that_there_is_not_bills_nothing() -> None:
    customer = CustomerFixture(may_of(2033))
    customer.wallet_id = "A" * 20
    assert customer.issue() == []


def test_without_billing_details_nothing_is_made_and_nothing_lost() -> None:
    customer = CustomerFixture(may_of(2034), billing=None)
    customer.buy()
    before = last_of(customer)
    refused(customer.issue, "billing-details-missing")
    assert (customer.wallet().invoiced, last_of(customer)) == (0, before)
    billing = CustomerFixture(may_of(2034)).billing
    path = Wallet.path_for(customer.wallet_id)
    firebase.firestore_client().document(path).update({"billing": dict(billing)})  # type: ignore[arg-type]
    assert len(customer.issue()) == 1
    assert faults(customer) == []


@pytest.mark.parametrize(
    ("name", "value"), [("GSTIN", ""), ("GSTIN", "27AAAAA0000A1Z3"), ("STATE", "29")]
)
def test_no_tax_is_billed_under_a_wrong_gstin(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer = CustomerFixture(may_of(2035))
    customer.buy()
    monkeypatch.setenv(f"SCANNER_{name}", value)
    refused(customer.issue, "supplier-details-missing")
    assert customer.wallet().invoiced == 0
    monkeypatch.delenv(f"SCANNER_{name}")
    assert len(customer.issue()) == 1


def test_who_is_not_registered_bills_without_tax(monkeypatch: pytest.MonkeyPatch) -> None:
    customer = CustomerFixture(may_of(2035))
    customer.buy(tax=0)
    monkeypatch.setenv("SCANNER_GSTIN", "")
    (number,) = customer.issue()
    assert customer.invoice(number).supplier.gstin is None


def test_outside_the_emulators_the_example_is_nobodys_supplier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    customer = CustomerFixture(may_of(2035))
    customer.buy()
    monkeypatch.delenv("STORAGE_EMULATOR_HOST")
    refused(customer.issue, "supplier-details-missing")
    monkeypatch.setenv("SCANNER_GSTIN", "27AAPFU0939F1ZV")
    assert len(customer.issue()) == 1


# --- months --------------------------------------------------------------------------------------


def test_a_month_ends_at_midnight_in_india() -> None:
    customer = CustomerFixture(datetime(2036, 5, 31, 18, 29, 59, tzinfo=UTC))
    may = customer.buy()
    customer.clock.at = until = datetime(2036, 5, 31, 18, 30, tzinfo=UTC)
    june = customer.buy()
    (first,) = customer.issue(until)
    assert [line.transaction_id for line in customer.invoice(first).lines] == [may.id]
    assert customer.issue(until) == []
    (second,) = customer.issue()
    assert [line.transaction_id for line in customer.invoice(second).lines] == [june.id]


def test_the_financial_year_of_a_number_is_that_of_its_date() -> None:
    customer = CustomerFixture(datetime(2037, 3, 31, 18, 29, tzinfo=UTC))
    customer.buy()
    assert customer.issue()[0].startswith("SC-3637-")
    customer.clock.at += timedelta(minutes=1)
    customer.buy()
    assert customer.issue()[0].startswith("SC-3738-")


def test_a_busy_wallet_gets_several_invoices() -> None:
    customer = CustomerFixture(may_of(2038))
    bought = [customer.buy() for _ in range(105)]  # two entries each
    customer.refund(bought[0], 100)
    customer.refund(bought[-1], 100)
    numbers = customer.issue()
    kinds = [number[:2] for number in numbers]
    assert kinds == ["SC", "SC", "SC", "SN", "SN"]
    assert gst_rules.consecutive(numbers[:3])
    assert gst_rules.consecutive(numbers[3:])
    assert sum(len(customer.invoice(number).lines) for number in numbers) == 107
    assert faults(customer) == []


# --- many at once, and crashes -------------------------------------------------------------------


def test_32_wallets_at_once_and_again_get_numbers_without_gaps() -> None:
    """Each is invoiced by two at the same time, after which it buys and is invoiced again."""
    shops = [CustomerFixture(may_of(2041)) for _ in range(32)]
    before = [last_of(shops[0], kind) for kind in TAXED]
    for customer in shops:
        captured = customer.buy()
        customer.refund(captured, 100)
    rounds: list[str] = []
    for _ in range(2):
        calls = [
            lambda customer=customer: customer.issue(store=fresh_store()) for customer in shops * 2
        ]  # type: ignore[misc]
        rounds += [number for numbers in at_once(calls) for number in numbers]
        for customer in shops:
            customer.buy()
    for customer in shops:
        rounds += customer.issue()
        assert list(number_audit.of_wallet(customer.sold(), customer.invoices())) == []

    made = zip(TAXED, before, (96, 32), strict=True)
    assert sorted(rounds) == sorted(
        number_in(name_of(shops[0], kind), first + n)
        for kind, first, count in made
        for n in range(1, count + 1)
    )
    assert [last_of(shops[0], kind) for kind in TAXED] == [before[0] + 96, before[1] + 32]
    assert faults(shops[0]) == []


@pytest.mark.parametrize("committed", [False, True])
def test_who_dies_and_is_asked_again_bills_once(committed: bool) -> None:
    customer = CustomerFixture(may_of(2042 + committed))
    before = last_of(customer)
    customer.buy()
    with pytest.raises(CrashError):
        customer.issue(store=DyingStore(0, committed=committed))
    assert len(customer.invoices()) == committed
    customer.issue()
    assert len(customer.invoices()) == last_of(customer) - before == 1
    assert faults(customer) == []


def test_a_commit_whose_answer_is_lost_bills_once() -> None:
    customer = CustomerFixture(may_of(2044))
    before = last_of(customer)
    customer.buy()
    client: Any = LosingClient(firebase.firestore_client())
    customer.issue(store=Store(client))
    assert client.lost > 0
    assert len(customer.invoices()) == last_of(customer) - before == 1
    assert faults(customer) == []


def test_who_bills_while_the_wallet_is_booked_on_bills_all() -> None:
    customer = CustomerFixture(may_of(2045))

    def buy() -> list[str]:
        for _ in range(5):
            customer.buy()
        return []

    at_once([buy, buy, *[lambda: customer.issue(store=fresh_store())] * 6])
    customer.issue()
    assert len(customer.sold()) == 10
    assert faults(customer) == []


# --- the search for gaps finds them --------------------------------------------------------------


def three_in(year: int) -> CustomerFixture:
    """A customer with three invoices and a credit note."""
    customer = CustomerFixture(may_of(year))
    for _ in range(3):
        captured = customer.buy()
        customer.issue()
    customer.refund(captured, 100)
    customer.issue()
    assert faults(customer) == []
    return customer


@dataclass
class Planted:
    """A fault in the books, and the way to take it out again."""

    customer: CustomerFixture
    found_as: str = ""

    def __post_init__(self) -> None:
        self.first, self.second, self.third, _ = (made.id for made in self.customer.invoices())
        paths = [f"invoices/{number}" for number in (self.first, self.second)]
        self.paths = [*paths, Series.path_for(name_of(self.customer))]
        self.client = firebase.firestore_client()
        self.before = {path: self.client.document(path).get().to_dict() for path in self.paths}

    def undo(self) -> None:
        """Put everything back."""
        for path, fields in self.before.items():
            self.client.document(path).set(fields)

    def skipped(self) -> None:
        """A number is missing."""
        self.client.document(self.paths[1]).delete()
        self.found_as = f"{self.second}: it is missing"

    def uncounted(self) -> None:
        """The series was put back by one."""
        self.client.document(self.paths[2]).update({"last": self.before[self.paths[2]]["last"] - 1})
        self.found_as = f"{self.third}: it is not counted"

    def reused(self) -> None:
        """A number was given to what another has billed."""
        fields = self.before[self.paths[0]]
        self.client.document(self.paths[1]).set(fields)
        self.found_as = f"{fields['lines'][0]['transaction_id']}: it is billed 2 times"

    def misfiled(self) -> None:
        """A credit note stands among the invoices."""
        self.client.document(self.paths[0]).update({"kind": "credit_note"})
        self.found_as = f"{self.first}: it is of the other kind"


@pytest.mark.parametrize(
    ("fault", "year"),
    [("skipped", 2051), ("uncounted", 2052), ("reused", 2053), ("misfiled", 2054)],
)
def test_a_planted_fault_is_found(fault: str, year: int) -> None:
    planted = Planted(three_in(year))
    getattr(planted, fault)()
    found = faults(planted.customer)
    planted.undo()
    assert planted.found_as in found
    assert faults(planted.customer) == []


def test_a_number_that_was_given_is_never_given_again() -> None:
    """Were the series put back, the commit would fail: a document is made, never overwritten."""
    planted = Planted(three := three_in(2055))
    before, last = three.invoices(), last_of(three)
    planted.uncounted()
    three.buy()
    impatient = Impatient(firebase.firestore_client())
    refused(lambda: three.issue(store=impatient), "busy")
    assert impatient.attempts == 2
    assert three.invoices() == before
    planted.undo()
    assert three.issue() == [number_in(name_of(three), last + 1)]


class Impatient(Store):
    """A store that competes twice and then gives up."""

    attempts = 0

    def compete(self, work: Any) -> Any:
        """Do the work twice at most."""
        from core.contention import LOST, OptimisticUnit
        from core.errors import Busy

        for _ in range(2):
            self.attempts += 1
            unit = OptimisticUnit(self)
            try:
                result = work(unit)
                unit.commit()
            except LOST:
                continue
            return result
        raise Busy


# --- cost ----------------------------------------------------------------------------------------


def test_what_invoicing_costs() -> None:
    customer = CustomerFixture(may_of(2047))
    captured = customer.buy()
    customer.refund(captured, 100)

    def cost() -> tuple[int, int]:
        customer.issue(store=(store := fresh_store()))
        return tally(store.tally)

    # The last entry, the wallet twice; four entries, a fee and a refund; two series.
    assert cost() == (3 + 4 + 2 + 2, 6 + 2)  # two documents, two series, audit, wallet; two notices
    assert cost() == (2, 0)
    customer.refund(captured, 100)
    assert cost() == (3 + 1 + 1 + 1 + 1, 4 + 1)  # and the invoice of then


def test_the_owners_hear_of_what_was_made_out_to_them(practice: ClinicFixture) -> None:
    customer = CustomerFixture(may_of(2048), practice.tenants.clinic)
    captured = customer.buy()
    customer.refund(captured, 100)
    numbers = customer.issue(store=(store := fresh_store()))
    assert len(numbers) == 2
    assert tally(store.tally) == (3 + 4 + 2 + 2, 6 + 2)  # two notices
    assert {item["refs"]["invoice"] for item in practice.notices("owner")} == set(numbers)
    assert practice.inbox("owner") == ["invoice_issued"] * 2
    assert customer.issue() == []
    assert practice.inbox("owner") == ["invoice_issued"] * 2
    assert practice.inbox("member") == practice.inbox("stranger") == []


def tally(found: Tally) -> tuple[int, int]:
    """Reads and writes."""
    return found.reads, found.writes
