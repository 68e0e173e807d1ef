"""Documents under the GST law, through the services that sell and refund; judged by the rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from google.cloud.firestore import FieldFilter

from core import firebase
from core.access import Role
from core.clock import IST
from core.store import Store
from tests.support import gst_rules
from tests.support.clinic_fixture import ClinicFixture
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture
from tests.support.moments import key, refused
from tests.support.wallet_fixture import FEE, WalletFixture
from wallet.accounts import admin_operations, terms
from wallet.accounts.requests import Adjust, SetTerms
from wallet.invoices import invoicing, monthly_billing
from wallet.ledger.billing import Billing
from wallet.ledger.models import Transaction, TransactionKind, Wallet
from wallet.prices import tariffs
from wallet.prices.requests import PublishPrices

PUNE = Billing(
    legal_name="Smile Dental Care LLP",
    address="12 MG Road, Pune 411001",
    state="27",
    gstin="27AAPFU0939F1ZV",
)
BENGALURU = Billing(
    legal_name="Smile Dental Care LLP", address="4 Residency Road, Bengaluru", state="29"
)


@pytest.fixture
def wallet(practice: ClinicFixture) -> WalletFixture:
    """The wallet of a clinic in Pune, in the platform's own state."""
    return WalletFixture(practice, billing=PUNE)


def documents(wallet_id: str) -> dict[str, dict[str, Any]]:
    """All documents of a wallet as they are stored, by number, each held to the rules."""
    query = firebase.firestore_client().collection("invoices")
    found = query.where(filter=FieldFilter("wallet_id", "==", wallet_id)).get()
    made = {each.id: each.to_dict() or {} for each in found}
    for number, doc in made.items():
        original = made.get(str(doc["follows"]))
        assert gst_rules.faults(doc, number, original) == []
    return made


def issued(practice: ClinicFixture, wallet_id: str, until: datetime | None = None) -> list[dict]:
    """Have a wallet invoiced; the documents made."""
    ctx = practice.ctx("admin")
    until = until or ctx.clock.now() + timedelta(days=1)
    numbers = invoicing.issue(ctx.store, ctx.clock, "system", wallet_id, until)
    made = documents(wallet_id)
    return [made[number] for number in numbers]


def captured(wallet: WalletFixture, visit_id: str) -> Transaction:
    """What was booked for a visit that took place."""
    return next(
        each
        for each in wallet.transactions()
        if each.kind is TransactionKind.CAPTURE and each.reference == f"visits/{visit_id}"
    )


def taxed(doc: dict[str, Any]) -> tuple[int, int, int]:
    """What of each tax is on a document."""
    return doc["totals"]["cgst"], doc["totals"]["sgst"], doc["totals"]["igst"]


# --- place of supply -----------------------------------------------------------------------------


def test_a_clinic_that_moves_is_invoiced_under_the_registration_of_each_sale(
    wallet: WalletFixture,
) -> None:
    """Held in Maharashtra, ended after it moved to Karnataka: each has one kind of tax."""
    practice = wallet.practice
    before = wallet.scanned()
    wallet.bill_to(BENGALURU)
    after = wallet.scanned("other operator")
    wallet.complete(before.visit_id)
    wallet.complete(after.visit_id)
    local, across = issued(practice, wallet.id)

    assert (local["place"], local["customer"]["state"]) == ("27", "27")
    assert local["customer"] == {**PUNE.model_dump()}
    assert taxed(local) == (13_500, 13_500, 0)
    assert [line["reference"] for line in local["lines"]] == [f"visits/{before.visit_id}"]
    assert (across["place"], across["customer"]) == ("29", BENGALURU.model_dump())
    assert taxed(across) == (0, 0, 27_000)

    wallet.bill_to(PUNE)  # and back: credit notes follow their invoice all the same
    for asked in (before, after):
        wallet.refund(captured(wallet, asked.visit_id).id, FEE // 2)
    notes = {doc["follows"]: doc for doc in issued(practice, wallet.id)}
    assert sorted(doc["place"] for doc in notes.values()) == ["27", "29"]
    assert sorted(taxed(doc) for doc in notes.values()) == [(0, 0, 13_500), (6_750, 6_750, 0)]


def test_an_address_that_changes_makes_no_document_more(wallet: WalletFixture) -> None:
    """The twin: the registration is the same."""
    first = wallet.scanned()
    wallet.bill_to(PUNE.model_copy(update={"address": "14 MG Road, Pune 411001"}))
    second = wallet.scanned("other operator")
    wallet.complete(first.visit_id)
    wallet.complete(second.visit_id)
    (made,) = issued(wallet.practice, wallet.id)
    assert len(made["lines"]) == 2
    assert made["customer"]["address"] == "14 MG Road, Pune 411001"


def test_the_platform_that_moves_invoices_what_it_sold_under_its_old_registration(
    wallet: WalletFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = wallet.scanned()
    monkeypatch.setenv("SCANNER_STATE", "29")
    monkeypatch.setenv("SCANNER_GSTIN", "29AAGCB7383J1Z4")
    after = wallet.scanned("other operator")
    wallet.complete(before.visit_id)
    wallet.complete(after.visit_id)
    old, new = issued(wallet.practice, wallet.id)
    assert (old["supplier"]["gstin"][:2], taxed(old)) == ("27", (13_500, 13_500, 0))
    assert (new["supplier"]["gstin"][:2], taxed(new)) == ("29", (0, 0, 27_000))


# --- labs ----------------------------------------------------------------------------------------


def test_a_lab_is_invoiced_its_commission_for_a_month(practice: ClinicFixture) -> None:
    lab, lab_id = LabFixture(practice), practice.tenants.lab
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    practice.clock.at = datetime(2026, 6, 1, 2, tzinfo=IST).astimezone(UTC)
    enqueued: list[dict[str, str]] = []

    class Noted:
        """Queues that note what was handed in."""

        def add(self, function: str, name: str, data: dict[str, str], at: object = None) -> bool:
            """Note a task."""
            enqueued.append(data)
            return True

    store = Store(firebase.firestore_client(), Noted())
    month, _ = monthly_billing.start_due(store, practice.clock)
    assert month == "2026-05"
    for data in enqueued:  # which grows by the next page, while there is one
        if "after" in data:
            monthly_billing.take(store, practice.clock, data)
    (task,) = [data for data in enqueued if data.get("wallet_id") == lab_id]
    monthly_billing.bill(practice.ctx("admin").store, practice.clock, task)
    (made,) = documents(lab_id).values()
    assert [line["item"] for line in made["lines"]] == ["commission"]
    assert [line["sac"] for line in made["lines"]] == ["998599"]
    assert (made["totals"]["net"], sum(taxed(made))) == (COMMISSION, TAX)
    assert gst_rules.day(made["issued_at"]).isoformat() == "2026-05-31"
    assert list(documents(practice.tenants.clinic)) == []


def test_a_commission_of_nothing_is_invoiced_to_nobody(practice: ClinicFixture) -> None:
    """And stands in nobody's way: what is sold after it is invoiced."""
    lab, lab_id = LabFixture(practice), practice.tenants.lab
    tariff, free = key(), lab.wallet.listed.model_copy(update={"commission": 0})
    ctx = practice.ctx("admin")
    body = PublishPrices(tariff=tariff, replaces=0, prices=free, idempotency_key=key())
    tariffs.publish(ctx, body)
    terms.set_terms(ctx, SetTerms(wallet_id=lab_id, kind=Role.LAB, tariff=tariff))
    lab.move(lab.shipped(), "deliver", who="member")
    assert lab.earned() == PRICE
    assert issued(practice, lab_id) == []
    found = ctx.store.get(Wallet, lab_id)
    assert found is not None
    assert found.invoiced == found.sequence > 0


# --- dates ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "dated"),
    [
        (datetime(2026, 5, 20, 12, tzinfo=IST), "2026-05-20"),
        (datetime(2026, 6, 1, 2, tzinfo=IST), "2026-05-31"),
        (datetime(2026, 6, 10, 23, 59, tzinfo=IST), "2026-05-31"),
        (datetime(2026, 6, 11, tzinfo=IST), "2026-06-11"),  # its return is due
    ],
)
def test_what_was_supplied_in_a_month_is_dated_in_it(
    wallet: WalletFixture, now: datetime, dated: str
) -> None:
    wallet.complete(wallet.scanned().visit_id)
    wallet.practice.clock.at = now.astimezone(UTC)
    (made,) = issued(wallet.practice, wallet.id)
    assert gst_rules.day(made["issued_at"]).isoformat() == dated


def test_each_month_has_documents_of_its_own(wallet: WalletFixture) -> None:
    practice = wallet.practice
    may, june = wallet.scanned(), wallet.scanned("other operator")
    wallet.complete(may.visit_id)
    practice.clock.at = datetime(2026, 6, 3, 12, tzinfo=IST).astimezone(UTC)
    wallet.complete(june.visit_id)
    wallet.refund(captured(wallet, may.visit_id).id, 10_000)
    made = issued(practice, wallet.id)
    days = [gst_rules.day(doc["issued_at"]).isoformat() for doc in made]
    assert [doc["kind"] for doc in made] == ["invoice", "invoice", "credit_note"]
    assert days == ["2026-05-31", "2026-06-03", "2026-06-03"]


def test_what_was_supplied_in_march_has_a_number_of_its_year() -> None:
    practice = ClinicFixture(opens=datetime(2027, 3, 30, 4, tzinfo=UTC))
    wallet = WalletFixture(practice, billing=PUNE)
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    practice.clock.at = datetime(2027, 4, 1, 2, tzinfo=IST).astimezone(UTC)
    issued(practice, wallet.id)
    (number,) = documents(wallet.id)
    assert number.startswith("SC-2627-")


@pytest.mark.parametrize(("day", "caught"), [(1, True), (2, False)])
def test_the_middle_of_a_month_catches_what_would_pass_30_days(day: int, caught: bool) -> None:
    """A sale on the first of a long month would be 31 days old when that is billed."""
    practice = ClinicFixture(opens=datetime(2026, 4, 29, 4, tzinfo=UTC))
    wallet = WalletFixture(practice, billing=PUNE)
    asked = wallet.scanned()
    practice.clock.at = datetime(2026, 5, day, 12, tzinfo=IST).astimezone(UTC)
    wallet.complete(asked.visit_id)
    practice.clock.at = datetime(2026, 5, 16, 2, tzinfo=IST).astimezone(UTC)
    task = {"wallet_id": wallet.id, "month": "2026-05", "part": "middle"}
    monthly_billing.bill(practice.ctx("admin").store, practice.clock, task)
    assert len(documents(wallet.id)) == caught
    practice.clock.at = datetime(2026, 6, 1, 2, tzinfo=IST).astimezone(UTC)
    issued(practice, wallet.id)
    (made,) = documents(wallet.id).values()
    assert not gst_rules.late(made)


# --- credit notes after their time ---------------------------------------------------------------

LAST = datetime(2027, 11, 30, 23, 59, tzinfo=IST)


def test_a_refund_in_time_takes_back_the_tax(wallet: WalletFixture) -> None:
    """Sold in May 2026: until 30 November 2027."""
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    issued(wallet.practice, wallet.id)
    wallet.practice.clock.at = LAST.astimezone(UTC)
    wallet.refund(captured(wallet, asked.visit_id).id)
    (note,) = issued(wallet.practice, wallet.id)
    assert (note["kind"], note["totals"]["gross"]) == ("credit_note", FEE)
    assert taxed(note) == (13_500, 13_500, 0)
    assert wallet.balance == (1_000_000, 0)


def test_a_refund_after_its_time_leaves_the_tax_where_it_is(wallet: WalletFixture) -> None:
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    issued(wallet.practice, wallet.id)
    paid = captured(wallet, asked.visit_id)
    wallet.refund(paid.id, 17_700)  # a tenth, in time
    wallet.practice.clock.at = (LAST + timedelta(minutes=1)).astimezone(UTC)
    refused(lambda: wallet.refund(paid.id, 135_001), "amount-too-large", limit_paise=135_000)
    wallet.refund(paid.id, 35_000)
    refused(lambda: wallet.refund(paid.id, 100_001), "amount-too-large", limit_paise=100_000)
    wallet.refund(paid.id)
    refused(lambda: wallet.refund(paid.id), "amount-too-large", limit_paise=0)
    assert wallet.balance == (1_000_000 - 27_000 + 2_700, 0)
    made = issued(wallet.practice, wallet.id)
    by_kind = {doc["kind"]: doc for doc in made}
    assert set(by_kind) == {"credit_note", "financial_credit_note"}
    late = by_kind["financial_credit_note"]
    assert (late["totals"]["gross"], taxed(late)) == (135_000, (0, 0, 0))
    assert [line["tax"] for line in late["lines"]] == [0, 0]
    last = wallet.transactions()[-1]
    assert (last.revenue, last.tax) == (-100_000, 0)


def test_the_platform_may_bear_the_tax_of_a_late_refund(
    wallet: WalletFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_LATE_REFUND_TAX", "platform")
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    wallet.practice.clock.at = (LAST + timedelta(minutes=1)).astimezone(UTC)
    wallet.refund(captured(wallet, asked.visit_id).id)
    assert wallet.balance == (1_000_000, 0)
    last = wallet.transactions()[-1]
    assert (last.revenue, last.tax) == (-FEE, 0)
    assert issued(wallet.practice, wallet.id)[-1]["kind"] == "financial_credit_note"


def test_an_annual_return_ends_the_time_sooner(
    wallet: WalletFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCANNER_ANNUAL_RETURNS", "2526=2026-10-01, 2627=2027-08-15")
    asked = wallet.scanned()
    wallet.complete(asked.visit_id)
    paid = captured(wallet, asked.visit_id)
    wallet.practice.clock.at = datetime(2027, 8, 15, 23, tzinfo=IST).astimezone(UTC)
    wallet.refund(paid.id, 11_800)
    assert wallet.transactions()[-1].tax == -1_800
    wallet.practice.clock.at += timedelta(hours=1)
    wallet.refund(paid.id, 11_800)
    assert wallet.transactions()[-1].tax == 0


def test_a_late_refund_of_an_order_takes_the_tax_from_the_lab_and_not_the_state(
    practice: ClinicFixture,
) -> None:
    lab, lab_id = LabFixture(practice), practice.tenants.lab
    order_id = lab.shipped()
    lab.move(order_id, "deliver", who="member")
    issued(practice, lab_id)
    practice.clock.at = (LAST + timedelta(minutes=1)).astimezone(UTC)
    paid = next(t for t in lab.wallet.transactions() if t.kind is TransactionKind.CAPTURE)
    assert lab.earned() == PRICE - COMMISSION - TAX
    fund(lab, TAX)
    lab.wallet.refund(paid.id)
    last = lab.wallet.transactions()[-1]
    assert (last.revenue, last.tax, last.payable) == (-COMMISSION, 0, COMMISSION - PRICE)
    (note,) = issued(practice, lab_id)
    assert (note["kind"], note["totals"]["gross"]) == ("financial_credit_note", COMMISSION)


def fund(lab: LabFixture, paise: int) -> None:
    """Credit the lab's wallet."""
    body = Adjust(
        wallet_id=lab.practice.tenants.lab,
        kind=Role.LAB,
        paise=paise,
        reason="For the test.",
        idempotency_key=key(),
    )
    admin_operations.adjust(lab.practice.ctx("admin"), body)
