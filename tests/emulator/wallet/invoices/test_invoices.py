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
from core.reading import Tally
from core.store import Store
from tests.emulator.wallet.ledger.test_races import CrashError, Deaf, DyingStore, at_once
from tests.support.clinic_fixture import ClinicFixture
from tests.support.invoice_fixture import InvoiceFixture, may_of
from tests.support.moments import refused
from wallet.invoices import number_audit
from wallet.invoices.models import Amounts, Paper, Series
from wallet.invoices.numbers import number_in, series_of
from wallet.ledger.billing import Billing
from wallet.ledger.models import Wallet
from wallet.ledger.terms import Item


def fresh_store() -> Store:
    """A store with a tally of its own."""
    return Store(firebase.firestore_client())


def faults(shop: InvoiceFixture, *, kinds: tuple[Paper, ...] = tuple(Paper)) -> list[str]:
    """All that is wrong with the numbers of the shop's year, and with what the shop was billed."""
    found = [
        fault
        for kind in kinds
        for fault in number_audit.of_series(fresh_store(), name_of(shop, kind))
    ]
    return found + list(number_audit.of_wallet(shop.sold(), shop.invoices()))


def name_of(shop: InvoiceFixture, kind: Paper = Paper.INVOICE) -> str:
    """The series of the shop's year."""
    return series_of(kind, shop.clock.now())


def last_of(shop: InvoiceFixture, kind: Paper = Paper.INVOICE) -> int:
    """The last number given in the shop's year."""
    found = fresh_store().get(Series, name_of(shop, kind))
    return found.last if found else 0


# --- what an invoice says ------------------------------------------------------------------------


def test_an_invoice_says_what_was_bought_by_whom_and_from_whom() -> None:
    shop = InvoiceFixture(may_of(2031))
    shop.hold(5_000)
    visit = shop.buy(150_000)
    shop.clock.at += timedelta(days=3)
    late = shop.buy(75_000, item=Item.LATE_CANCELLATION)
    shop.take(9_900)
    (number,) = shop.issue()

    made = shop.invoice(number)
    assert (made.kind, made.follows, made.wallet_id) == (Paper.INVOICE, None, shop.wallet_id)
    assert made.issued_at == shop.clock.now()
    assert made.customer == shop.billing
    assert (made.supplier.state, made.sac) == ("27", "9993")
    assert [line.transaction_id for line in made.lines] == [visit.id, late.id]
    assert [line.item for line in made.lines] == [Item.VISIT, Item.LATE_CANCELLATION]
    assert [line.reference for line in made.lines] == [visit.reference, late.reference]
    assert made.holds == [visit.follows, late.follows]
    assert (made.covered.first, made.covered.last) == (shop.at, shop.clock.now())
    assert made.totals == Amounts(net=225_000, cgst=20_250, sgst=20_250, igst=0, gross=265_500)
    assert shop.wallet().invoiced == shop.wallet().sequence == made.covered.through
    assert faults(shop) == []


def test_to_another_state_it_bears_igst() -> None:
    karnataka = Billing(legal_name="Bengaluru Dental", address="4 Residency Road", state="29")
    shop = InvoiceFixture(may_of(2031), billing=karnataka)
    shop.buy(150_000, near=False)
    made = shop.invoice(shop.issue()[0])
    assert made.totals == Amounts(net=150_000, cgst=0, sgst=0, igst=27_000, gross=177_000)


# --- credit notes --------------------------------------------------------------------------------


def test_a_refund_before_and_after_invoicing_has_a_credit_note_to_its_invoice() -> None:
    shop = InvoiceFixture(may_of(2032))
    first, other = shop.buy(), shop.buy()
    early = shop.refund(first, 59_000)
    invoice, note = shop.issue()
    shop.clock.at += timedelta(days=40)
    shop.fill(100)
    third = shop.buy()
    late = [shop.refund(first, 118_000), shop.refund(other, 100), shop.refund(third, 5_900)]
    second_invoice, *notes = shop.issue()

    assert [invoice[:2], note[:2], second_invoice[:2]] == ["SC", "SN", "SC"]
    made = shop.invoice(note)
    assert (made.kind, made.follows, made.holds) == (Paper.CREDIT_NOTE, invoice, [])
    assert made.followed_at == shop.invoice(invoice).issued_at
    assert [line.transaction_id for line in made.lines] == [early.id]
    assert made.totals == Amounts(net=50_000, cgst=4_500, sgst=4_500, igst=0, gross=59_000)

    later = {shop.invoice(each).follows: shop.invoice(each) for each in notes}
    assert set(later) == {invoice, second_invoice}
    assert [line.transaction_id for line in later[invoice].lines] == [t.id for t in late[:2]]
    assert [line.transaction_id for line in later[second_invoice].lines] == [late[2].id]
    assert faults(shop) == []


def test_a_credit_note_is_made_out_to_whom_the_invoice_was() -> None:
    shop = InvoiceFixture(may_of(2032))
    bought = shop.buy()
    (invoice,) = shop.issue()
    moved = Billing(legal_name="New Owner", address="1 New Road", state="29")
    path = Wallet.path_for(shop.wallet_id)
    firebase.firestore_client().document(path).update({"billing": moved.model_dump()})
    shop.refund(bought, 59_000)
    (note,) = shop.issue()
    assert shop.invoice(note).customer == shop.invoice(invoice).customer == shop.billing


def test_a_refund_of_the_last_paisa_is_a_credit_note_too() -> None:
    """It may give back a paisa of each tax and take one of the net; all parts add up."""
    shop = InvoiceFixture(may_of(2032))
    bought = shop.buy()
    (invoice,) = shop.issue()
    shop.refund(bought, 176_990)
    for _ in range(10):
        shop.refund(bought, 1)
    (note,) = shop.issue()
    lines = shop.invoice(note).lines
    assert any(line.net < 0 for line in lines)
    assert shop.invoice(note).totals == shop.invoice(invoice).totals


def test_no_document_tells_why_something_was_given_back() -> None:
    shop = InvoiceFixture(may_of(2032))
    refund = shop.refund(shop.buy(), 59_000)
    assert "Meera" in str(refund.reason)
    shop.issue()
    assert all("Meera" not in made.model_dump_json() for made in shop.invoices())


# --- nothing to bill, nobody to bill -------------------------------------------------------------


def test_nothing_to_bill_uses_no_number() -> None:
    shop = InvoiceFixture(may_of(2033))
    invoices, notes = (last_of(shop, kind) for kind in Paper)
    shop.hold(100)
    shop.take(700)
    assert shop.issue() == []
    assert shop.invoices() == []
    assert [last_of(shop, kind) for kind in Paper] == [invoices, notes]
    assert shop.wallet().invoiced == shop.wallet().sequence
    shop.buy()  # the twin
    assert len(shop.issue()) == 1
    assert [last_of(shop, kind) for kind in Paper] == [invoices + 1, notes]


def test_a_wallet_that_there_is_not_bills_nothing() -> None:
    shop = InvoiceFixture(may_of(2033))
    shop.wallet_id = "A" * 20
    assert shop.issue() == []


def test_without_billing_details_nothing_is_made_and_nothing_lost() -> None:
    shop = InvoiceFixture(may_of(2034), billing=None)
    shop.buy()
    before = last_of(shop)
    refused(shop.issue, "billing-details-missing")
    assert (shop.wallet().invoiced, last_of(shop)) == (0, before)
    billing = InvoiceFixture(may_of(2034)).billing
    path = Wallet.path_for(shop.wallet_id)
    firebase.firestore_client().document(path).update({"billing": dict(billing)})  # type: ignore[arg-type]
    assert len(shop.issue()) == 1
    assert faults(shop) == []


@pytest.mark.parametrize(
    ("name", "value"), [("GSTIN", ""), ("GSTIN", "27AAAAA0000A1Z3"), ("STATE", "29")]
)
def test_no_tax_is_billed_under_a_wrong_gstin(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = InvoiceFixture(may_of(2035))
    shop.buy()
    monkeypatch.setenv(f"SCANNER_{name}", value)
    refused(shop.issue, "supplier-details-missing")
    assert shop.wallet().invoiced == 0
    monkeypatch.delenv(f"SCANNER_{name}")
    assert len(shop.issue()) == 1


def test_who_is_not_registered_bills_without_tax(monkeypatch: pytest.MonkeyPatch) -> None:
    shop = InvoiceFixture(may_of(2035))
    shop.buy(tax=0)
    monkeypatch.setenv("SCANNER_GSTIN", "")
    (number,) = shop.issue()
    assert shop.invoice(number).supplier.gstin is None


def test_outside_the_emulators_the_example_is_nobodys_supplier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shop = InvoiceFixture(may_of(2035))
    shop.buy()
    monkeypatch.delenv("STORAGE_EMULATOR_HOST")
    refused(shop.issue, "supplier-details-missing")
    monkeypatch.setenv("SCANNER_GSTIN", "27AAPFU0939F1ZV")
    assert len(shop.issue()) == 1


# --- months --------------------------------------------------------------------------------------


def test_a_month_ends_at_midnight_in_india() -> None:
    shop = InvoiceFixture(datetime(2036, 5, 31, 18, 29, 59, tzinfo=UTC))
    may = shop.buy()
    shop.clock.at = until = datetime(2036, 5, 31, 18, 30, tzinfo=UTC)
    june = shop.buy()
    (first,) = shop.issue(until)
    assert [line.transaction_id for line in shop.invoice(first).lines] == [may.id]
    assert shop.issue(until) == []
    (second,) = shop.issue()
    assert [line.transaction_id for line in shop.invoice(second).lines] == [june.id]


def test_the_financial_year_of_a_number_is_that_of_its_date() -> None:
    shop = InvoiceFixture(datetime(2037, 3, 31, 18, 29, tzinfo=UTC))
    shop.buy()
    assert shop.issue()[0].startswith("SC-3637-")
    shop.clock.at += timedelta(minutes=1)
    shop.buy()
    assert shop.issue()[0].startswith("SC-3738-")


def test_a_busy_wallet_gets_several_invoices() -> None:
    shop = InvoiceFixture(may_of(2038))
    bought = [shop.buy() for _ in range(105)]  # two entries each
    shop.refund(bought[0], 100)
    shop.refund(bought[-1], 100)
    numbers = shop.issue()
    kinds = [number[:2] for number in numbers]
    assert kinds == ["SC", "SC", "SC", "SN", "SN"]
    assert sum(len(shop.invoice(number).lines) for number in numbers) == 107
    assert faults(shop) == []


# --- many at once, and crashes -------------------------------------------------------------------


def test_32_wallets_at_once_and_again_get_numbers_without_gaps() -> None:
    """Each is invoiced by two at the same time, after which it buys and is invoiced again."""
    shops = [InvoiceFixture(may_of(2041)) for _ in range(32)]
    before = [last_of(shops[0], kind) for kind in Paper]
    for shop in shops:
        captured = shop.buy()
        shop.refund(captured, 100)
    rounds: list[str] = []
    for _ in range(2):
        calls = [lambda shop=shop: shop.issue(store=fresh_store()) for shop in shops * 2]  # type: ignore[misc]
        rounds += [number for numbers in at_once(calls) for number in numbers]
        for shop in shops:
            shop.buy()
    for shop in shops:
        rounds += shop.issue()
        assert list(number_audit.of_wallet(shop.sold(), shop.invoices())) == []

    made = zip(Paper, before, (96, 32), strict=True)
    assert sorted(rounds) == sorted(
        number_in(name_of(shops[0], kind), first + n)
        for kind, first, count in made
        for n in range(1, count + 1)
    )
    assert [last_of(shops[0], kind) for kind in Paper] == [before[0] + 96, before[1] + 32]
    assert faults(shops[0]) == []


@pytest.mark.parametrize("committed", [False, True])
def test_who_dies_and_is_asked_again_bills_once(committed: bool) -> None:
    shop = InvoiceFixture(may_of(2042 + committed))
    before = last_of(shop)
    shop.buy()
    with pytest.raises(CrashError):
        shop.issue(store=DyingStore(committed=committed))
    assert len(shop.invoices()) == committed
    shop.issue()
    assert len(shop.invoices()) == last_of(shop) - before == 1
    assert faults(shop) == []


def test_a_commit_whose_answer_is_lost_bills_once() -> None:
    shop = InvoiceFixture(may_of(2044))
    before = last_of(shop)
    shop.buy()
    client: Any = Deaf(firebase.firestore_client())
    shop.issue(store=Store(client))
    assert client.lost > 0
    assert len(shop.invoices()) == last_of(shop) - before == 1
    assert faults(shop) == []


def test_who_bills_while_the_wallet_is_booked_on_bills_all() -> None:
    shop = InvoiceFixture(may_of(2045))

    def buy() -> list[str]:
        for _ in range(5):
            shop.buy()
        return []

    at_once([buy, buy, *[lambda: shop.issue(store=fresh_store())] * 6])
    shop.issue()
    assert len(shop.sold()) == 10
    assert faults(shop) == []


# --- the search for gaps finds them --------------------------------------------------------------


def three_in(year: int) -> InvoiceFixture:
    """A shop with three invoices and a credit note."""
    shop = InvoiceFixture(may_of(year))
    for _ in range(3):
        captured = shop.buy()
        shop.issue()
    shop.refund(captured, 100)
    shop.issue()
    assert faults(shop) == []
    return shop


@dataclass
class Planted:
    """A fault in the books, and the way to take it out again."""

    shop: InvoiceFixture
    found_as: str = ""

    def __post_init__(self) -> None:
        self.first, self.second, self.third, _ = (made.id for made in self.shop.invoices())
        paths = [f"invoices/{number}" for number in (self.first, self.second)]
        self.paths = [*paths, Series.path_for(name_of(self.shop))]
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
    found = faults(planted.shop)
    planted.undo()
    assert planted.found_as in found
    assert faults(planted.shop) == []


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
        from core.contention import LOST, Contender
        from core.errors import Busy

        for _ in range(2):
            self.attempts += 1
            unit = Contender(self)
            try:
                result = work(unit)
                unit.flush()
            except LOST:
                continue
            return result
        raise Busy


# --- cost ----------------------------------------------------------------------------------------


def test_what_invoicing_costs() -> None:
    shop = InvoiceFixture(may_of(2047))
    captured = shop.buy()
    shop.refund(captured, 100)

    def cost() -> tuple[int, int]:
        shop.issue(store=(store := fresh_store()))
        return tally(store.tally)

    # The last entry, the wallet twice; four entries, a fee and a refund; two series; whoever owns
    # it, of whom nothing is known here.
    assert cost() == (3 + 4 + 2 + 2 + 1, 6)  # two documents, two series, audit, wallet
    assert cost() == (2, 0)
    shop.refund(captured, 100)
    assert cost() == (3 + 1 + 1 + 1 + 1 + 1, 4)  # and the invoice of then


def test_the_owners_hear_of_what_was_made_out_to_them(practice: ClinicFixture) -> None:
    shop = InvoiceFixture(may_of(2048), practice.tenants.clinic)
    captured = shop.buy()
    shop.refund(captured, 100)
    numbers = shop.issue(store=(store := fresh_store()))
    assert len(numbers) == 2
    assert tally(store.tally) == (3 + 4 + 2 + 2 + 2, 6 + 2)  # the clinic and its owner; two notices
    assert {item["refs"]["invoice"] for item in practice.notices("owner")} == set(numbers)
    assert practice.inbox("owner") == ["invoice_issued"] * 2
    assert shop.issue() == []
    assert practice.inbox("owner") == ["invoice_issued"] * 2
    assert practice.inbox("member") == practice.inbox("stranger") == []


def tally(found: Tally) -> tuple[int, int]:
    """Reads and writes."""
    return found.reads, found.writes
