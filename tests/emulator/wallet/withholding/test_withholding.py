"""What is withheld of a lab's orders, its totals, and faults planted in both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from core.firebase import firestore_client
from tests.support import gst_rules
from tests.support.clinic_fixture import ClinicFixture, snapshot
from tests.support.lab_fixture import COMMISSION, PRICE, TAX, LabFixture
from tests.support.moments import refused
from tests.support.wallet_fixture import WalletFixture
from wallet.accounts import terms
from wallet.accounts.requests import SetBilling
from wallet.ledger import chart
from wallet.ledger.billing import Billing
from wallet.ledger.models import Transaction, TransactionKind, Wallet, YearOfSales
from wallet.prices import verification as prices_verification
from wallet.withholding import totals, verification
from wallet.withholding.requests import GetWithholding, Withheld

PUNE = Billing(
    legal_name="Pune Dental Lab LLP",
    address="12 MG Road, Pune 411001",
    state="27",
    gstin="27AAPFU0939F1ZV",
)
BENGALURU = Billing(legal_name="Smile Dental", address="4 Residency Road, Bengaluru", state="29")
#: Of ₹2,500: 0.1 % income tax, and 0.5 % collected under GST.
TDS, TCS = 250, 1_250


@pytest.fixture(autouse=True)
def law(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rates of the law."""
    monkeypatch.setenv("SCANNER_TDS_RATE", "10")
    monkeypatch.setenv("SCANNER_TCS_RATE", "50")


@pytest.fixture
def lab(practice: ClinicFixture) -> LabFixture:
    """A lab that is registered in the clinic's state."""
    return registered(LabFixture(practice))


def registered(lab: LabFixture, **more: Any) -> LabFixture:
    """Have the lab save details with a GSTIN, or others."""
    said = SetBilling.model_validate({"billing": PUNE.model_dump(), **more})
    terms.set_billing(lab.practice.ctx("lab owner"), said)
    return lab


def delivered(lab: LabFixture) -> Transaction:
    """Have an order delivered and paid; what was booked."""
    lab.move(lab.shipped(), "deliver", who="member")
    return next(
        each for each in lab.wallet.transactions()[::-1] if each.kind is TransactionKind.CAPTURE
    )


def kept(transaction: Transaction) -> dict[str, int]:
    """What a transaction booked on the accounts of the government."""
    return {
        posting.account: posting.paise
        for posting in transaction.postings
        if chart.book_of(posting.account) is chart.Book.WITHHELD
    }


def told(lab: LabFixture, period: str = "2026-05", who: str = "lab owner") -> Withheld:
    """What the lab is told of a period."""
    return totals.of_lab(lab.practice.ctx(who), GetWithholding(period=period)).withheld


def stored(lab: LabFixture) -> Wallet:
    """The lab's wallet."""
    found = lab.practice.ctx().store.get(Wallet, lab.practice.tenants.lab)
    assert found is not None
    return found


def faults(lab: LabFixture) -> list[str]:
    """Everything that is wrong with the terms and the withholding of both wallets."""
    store = lab.practice.ctx("admin").store
    both = (lab.wallet.document, stored(lab))
    checks = (prices_verification.faults, verification.faults)
    return [fault for wallet in both for check in checks for fault in check(store, wallet)]


def test_a_lab_is_credited_less_what_is_withheld(lab: LabFixture) -> None:
    paid = delivered(lab)
    assert kept(paid) == {chart.TDS: TDS, chart.TCS_CGST: TCS // 2, chart.TCS_SGST: TCS // 2}
    assert lab.earned() == PRICE - COMMISSION - TAX - TDS - TCS
    assert (paid.revenue, paid.tax) == (COMMISSION, TAX)
    on = gst_rules.day(paid.at)
    assert gst_rules.income_tax(PRICE, "AAPFU0939F", 0, on) == TDS
    assert sum(gst_rules.collected(PRICE, True, "27", "27", on)) == TCS
    expected = {"sold": PRICE, "returned": 0, "net": PRICE, "tds": TDS}
    taxes = {"tcs_cgst": TCS // 2, "tcs_sgst": TCS // 2, "tcs_igst": 0}
    for period in ("2026-05", "2026Q1"):
        assert told(lab, period).model_dump() == {**expected, **taxes}
    assert not any(told(lab, "2026-06").model_dump().values())
    assert stored(lab).sales == YearOfSales(year="2627", value=PRICE)
    assert faults(lab) == []


def test_where_no_rate_is_set_nothing_is(lab: LabFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_TDS_RATE", "0")
    monkeypatch.setenv("SCANNER_TCS_RATE", "0")
    paid = delivered(lab)
    assert kept(paid) == {}
    assert lab.earned() == PRICE - COMMISSION - TAX
    assert told(lab).sold == PRICE  # counts for the limit
    assert told(lab).tds == told(lab).tcs_cgst == 0
    assert faults(lab) == []


def test_the_law_of_the_credit_counts_and_not_that_of_the_order(
    lab: LabFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Placed before a rate changed, the clinic moved and the lab gave its PAN away."""
    order_id = lab.shipped()
    monkeypatch.setenv("SCANNER_TDS_RATE", "100")
    lab.wallet.bill_to(BENGALURU)
    lab.move(order_id, "deliver", who="member")
    assert kept(lab.wallet.transactions()[-1]) == {chart.TDS: 2_500, chart.TCS_IGST: TCS}
    assert faults(lab) == []


def test_a_person_without_registration_gives_a_pan(practice: ClinicFixture) -> None:
    lab = LabFixture(practice)
    assert kept(delivered(lab)) == {chart.TDS: 12_500}  # nobody knows who it is
    unregistered = PUNE.model_copy(update={"gstin": None}).model_dump()
    registered(lab, billing=unregistered, pan="AAAPZ1234C")
    assert kept(delivered(lab)) == {}  # a person, far below five lakh
    registered(lab, billing=unregistered)
    assert stored(lab).pan == "AAAPZ1234C"  # left out, it stays
    registered(lab, billing=unregistered, pan=None)
    assert stored(lab).pan is None
    assert told(lab).model_dump(include={"sold", "tds"}) == {"sold": 2 * PRICE, "tds": 12_500}
    assert faults(lab) == []


def test_a_refund_is_of_its_own_month(lab: LabFixture) -> None:
    paid = delivered(lab)
    lab.practice.clock.at += timedelta(days=31)
    lab.wallet.refund(paid.id, PRICE // 2)
    lab.wallet.refund(paid.id)
    assert told(lab).sold == PRICE
    assert told(lab).returned == 0
    june = told(lab, "2026-06").model_dump()
    assert june == {
        "sold": 0,
        "returned": PRICE,
        "net": -PRICE,
        "tds": -TDS,
        "tcs_cgst": -TCS // 2,
        "tcs_sgst": -TCS // 2,
        "tcs_igst": 0,
    }
    assert told(lab, "2026Q1").net == 0
    assert lab.earned() == 0
    assert faults(lab) == []


def test_a_refund_of_another_year_leaves_the_income_tax(lab: LabFixture) -> None:
    paid = delivered(lab)
    delivered(lab)  # so that there is enough in the lab's wallet
    before = lab.earned()
    lab.practice.clock.at = datetime(2027, 3, 31, 18, 30, tzinfo=UTC)  # the first of April in India
    lab.wallet.refund(paid.id, PRICE // 2)
    lab.wallet.refund(paid.id)
    assert before - lab.earned() == PRICE - COMMISSION - TAX - TCS
    april = told(lab, "2027-04")
    assert (april.returned, april.tds, april.tcs_cgst) == (PRICE, 0, -TCS // 2)
    assert faults(lab) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"tds": TDS + 1}, "2026-05: what was withheld is not what its totals say"),
        ({"seller": "another"}, "2026-05: what was withheld is not what its totals say"),
        ({"sale.withholding.tcs": 51}, "its shares are not those of its terms"),
        ({"sale.withholding.same_state": False}, "its shares are not those of its terms"),
        ({"sale.tax": 500}, "it was sold under other terms than it was agreed under"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_planted_fault_is_found(lab: LabFixture, change: dict[str, Any], fault: str) -> None:
    """A figure of the returns, a rate, the terms: each is found; without one nothing is."""
    paid = delivered(lab)
    assert faults(lab) == []
    firestore_client().document(f"transactions/{paid.id}").update(change)
    (found,) = faults(lab)
    assert found.endswith(fault)


def test_what_was_withheld_of_no_sale_is_found(lab: LabFixture) -> None:
    paid = delivered(lab)
    firestore_client().document(f"transactions/{paid.id}").update({"sale.withholding": None})
    assert "something was withheld of no sale" in " ".join(faults(lab))


def test_a_refund_of_more_tax_than_was_taken_is_found(lab: LabFixture) -> None:
    """It still sums to zero, and is what the wallets say."""
    paid = delivered(lab)
    lab.wallet.refund(paid.id, PRICE // 2)
    assert faults(lab) == []
    booked = lab.wallet.transactions()[-1]
    moved = {chart.TDS: -TDS, chart.REVENUE: TDS}
    postings = [
        {"account": each.account, "paise": each.paise + moved.get(each.account, 0)}
        for each in booked.postings
    ]
    firestore_client().document(f"transactions/{booked.id}").update({"postings": postings})
    assert any(fault.endswith("more tax was given back than was taken") for fault in faults(lab))


def test_a_hold_that_says_another_refund_is_found(lab: LabFixture) -> None:
    paid = delivered(lab)
    lab.wallet.refund(paid.id, PRICE // 2)
    path = f"wallets/{lab.wallet.id}/holds/{paid.follows}"
    firestore_client().document(path).update({"refunded": PRICE // 2 - 1})
    (found,) = faults(lab)
    assert found.endswith("it does not say what was given back of it")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"terms.prices.commission": 999}, "its terms are not those of their price list"),
        ({"terms.number": 2}, "its terms are of a price list that was never published"),
    ],
)
def test_terms_that_nobody_published_are_found(
    practice: ClinicFixture, change: dict[str, Any], fault: str
) -> None:
    wallet = WalletFixture(practice)
    hold = wallet.hold_of(wallet.request().visit_id)
    assert hold is not None
    store = practice.ctx("admin").store
    assert list(prices_verification.faults(store, wallet.document)) == []
    firestore_client().document(f"wallets/{wallet.id}/holds/{hold.id}").update(change)
    (found,) = prices_verification.faults(store, wallet.document)
    assert found == f"hold {hold.id}: {fault}"


def test_sales_of_the_year_that_are_not_are_found(lab: LabFixture) -> None:
    delivered(lab)
    path = f"wallets/{lab.practice.tenants.lab}"
    firestore_client().document(path).update({"sales.value": 1})
    assert faults(lab) == ["2627: its sales of the year are not those that it was credited for"]


def test_a_lab_is_told_of_itself_alone(lab: LabFixture) -> None:
    delivered(lab)
    ours = GetWithholding(period="2026-05", wallet_id=lab.practice.tenants.lab)
    other = lab.practice.ctx("other lab")
    refused(lambda: totals.of_lab(other, ours), "wallet-not-found")
    admin = lab.practice.ctx("admin")
    clinics = GetWithholding(period="2026-05", wallet_id=lab.wallet.id)
    refused(lambda: totals.of_lab(admin, clinics), "wallet-not-found")
    for who in ("lab owner", "technician", "admin"):
        assert totals.of_lab(lab.practice.ctx(who), ours).withheld.tds == TDS


# --- the numbers of billing details --------------------------------------------------------------


def saved(practice: ClinicFixture, number: int) -> None:
    """Have the clinic's owner save details."""
    billing = BENGALURU.model_copy(update={"address": f"{number} Residency Road"})
    terms.set_billing(practice.ctx("owner"), SetBilling(billing=billing))


def test_details_are_kept_once_something_is_sold_under_them(practice: ClinicFixture) -> None:
    wallet = WalletFixture(practice, paid_in=0)
    for number in range(terms.MOST_REGISTRATIONS + 5):
        saved(practice, number)
    assert wallet.document.registrations == []
    wallet.adjust(1_000_000)
    wallet.request()
    assert [each.address for each in wallet.document.registrations] == ["104 Residency Road"]
    hold = wallet.transactions()[-1]
    saved(practice, 200)
    wallet.request()
    document = wallet.document
    assert [each.address[:3] for each in document.registrations] == ["104", "200"]
    store = practice.ctx().store
    numbers = [wallet.document.registered(each) for each in (1, 2)]
    assert numbers == document.registrations
    assert hold.kind is TransactionKind.HOLD
    assert list(prices_verification.faults(store, document)) == []


def test_a_labs_details_are_kept_with_its_first_order_under_them(lab: LabFixture) -> None:
    assert stored(lab).registrations == []
    lab.place()
    assert stored(lab).registrations == [PUNE]
    before = stored(lab)
    lab.place()
    assert stored(lab) == before


def test_what_was_sold_under_is_bounded(practice: ClinicFixture) -> None:
    """As long as none of them is new; the wallet of a release from before is as full."""
    wallet = WalletFixture(practice)
    path = f"wallets/{wallet.id}"
    full = [
        BENGALURU.model_copy(update={"address": f"{number} Residency Road"}).model_dump()
        for number in range(terms.MOST_REGISTRATIONS)
    ]
    firestore_client().document(path).update({"registrations": full[:-1], "billing": full[0]})
    saved(practice, 1_000)  # the twin: one place is left
    firestore_client().document(path).update({"registrations": full, "billing": full[0]})
    before = snapshot(practice, path)
    refused(lambda: saved(practice, 1_000), "too-many-billing-details")
    assert snapshot(practice, path) == before
    saved(practice, 7)
    assert wallet.document.registration == 8


def test_details_of_before_they_were_numbered_stay(practice: ClinicFixture) -> None:
    """What was sold under them is billed to the first that the wallet knows.

    The twin is the test above: nothing was booked there before they changed.
    """
    wallet = WalletFixture(practice)
    first = wallet.document.billing
    assert wallet.document.registrations == []
    saved(practice, 1)
    assert wallet.document.registrations == [first]
