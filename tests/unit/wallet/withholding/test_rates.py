"""What is withheld of a lab's sale, against the law read a second time."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from core.access import Role
from tests.support import gst_rules
from wallet.ledger import chart
from wallet.ledger.billing import STATES, Billing
from wallet.ledger.deductions import Deduction
from wallet.ledger.models import Wallet, YearOfSales
from wallet.withholding import rates

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
#: A firm's GSTIN, whose PAN is AAPFU0939F, and a person's PAN.
GSTIN, PERSON = "27AAPFU0939F1ZV", "AAAPZ1234C"
LAKH = 100_000 * 100


@pytest.fixture(autouse=True)
def law(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rates of the law; those of `SCANNER_TDS_RATE_WITHOUT_PAN` and the limit are defaults."""
    monkeypatch.setenv("SCANNER_TDS_RATE", "10")
    monkeypatch.setenv("SCANNER_TCS_RATE", "50")
    monkeypatch.setenv("SCANNER_GSTIN", GSTIN)  # the example may not sell


def a_wallet(kind: Role = Role.LAB, state: str | None = "27", **fields: Any) -> Wallet:
    """A wallet with details of a state, or without any."""
    gstin = fields.pop("gstin", None)
    who = {"legal_name": "Pune Dental Lab", "address": "1 MG Road", "state": state, "gstin": gstin}
    billing = Billing.model_validate(who) if state else None
    return Wallet(kind=kind, billing=billing, **fields).placed("w1")


def taken(paise: int, lab: Wallet, place: str | None = "27") -> tuple[int, ...]:
    """What is withheld of a sale: income tax, and the three taxes collected at source."""
    found = Deduction.under(rates.withheld(paise, lab, a_wallet(Role.CLINIC, place), NOW))
    return found.tds, found.cgst, found.sgst, found.igst


def test_by_default_nothing_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SCANNER_TDS_RATE", "SCANNER_TCS_RATE"):
        monkeypatch.delenv(name)
    assert taken(250_000, a_wallet(gstin=GSTIN)) == (0, 0, 0, 0)
    assert taken(250_000, a_wallet()) == (0, 0, 0, 0)  # without a PAN either


def test_any_sale_is_withheld_of_as_the_law_has_it() -> None:
    random, states, on = Random(194), sorted(STATES), gst_rules.day(NOW)
    for _ in range(3_000):
        gstin = random.choice([None, GSTIN])
        state = gstin[:2] if gstin else random.choice(states)
        pan = random.choice([None, PERSON, "AAAHZ1234C", "AAAFZ1234C"])
        place, paise = random.choice(states), random.randint(1, 10 * LAKH)
        before = random.choice([0, 5 * LAKH - paise, 5 * LAKH - paise + 1, random.randint(0, LAKH)])
        before = max(0, before)
        sales = YearOfSales(year="2627", value=before)
        lab = a_wallet(state=state, gstin=gstin, pan=pan, sales=sales)
        known = "AAPFU0939F" if gstin else pan
        tds = gst_rules.income_tax(paise, known, before, on)
        tcs = gst_rules.collected(paise, gstin is not None, state, place, on)
        assert taken(paise, lab, place) == (tds, *tcs), (paise, lab, place)


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        (YearOfSales(year="2627", value=5 * LAKH - 250_000), 0),
        (YearOfSales(year="2627", value=5 * LAKH - 249_999), 250),
        (YearOfSales(year="2526", value=50 * LAKH), 0),  # another year begins at nothing
    ],
)
def test_a_person_is_exempt_up_to_five_lakh_a_year(sales: YearOfSales, expected: int) -> None:
    assert taken(250_000, a_wallet(pan=PERSON, sales=sales))[0] == expected


def test_the_limit_of_exemption_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANNER_TDS_EXEMPT_SALES", "0")
    assert taken(250_000, a_wallet(pan=PERSON))[0] == 250


def test_a_pan_lowers_what_is_deducted() -> None:
    assert taken(250_000, a_wallet())[0] == 12_500
    assert taken(250_000, a_wallet(pan="AAAFZ1234C"))[0] == 250


def test_gst_in_a_price_is_no_part_of_what_is_withheld_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """₹1,050 with 5 % in it is ₹1,000: ₹1.00 and twice ₹2.50."""
    monkeypatch.setenv("SCANNER_LAB_PRICES_GST", "500")
    assert taken(105_000, a_wallet(gstin=GSTIN)) == (100, 250, 250, 0)


def test_who_has_no_registration_collects_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Section 52 binds registered operators, and section 24(x) has them registered."""
    lab = a_wallet(gstin=GSTIN)
    assert sum(taken(250_000, lab)[1:]) == 1_250
    monkeypatch.setenv("SCANNER_GSTIN", "")
    assert taken(250_000, lab) == (250, 0, 0, 0)


def test_a_clinic_without_details_is_supplied_where_the_lab_is() -> None:
    assert taken(250_000, a_wallet(gstin=GSTIN), None) == (250, 625, 625, 0)
    assert taken(250_000, a_wallet(gstin=GSTIN), "29") == (250, 0, 0, 1_250)


def test_each_has_an_account_of_its_own() -> None:
    withheld = rates.withheld(250_000, a_wallet(gstin=GSTIN), a_wallet(Role.CLINIC), NOW)
    booked = {each.account: each.paise for each in Deduction.under(withheld).postings()}
    assert booked == {chart.TDS: 250, chart.TCS_CGST: 625, chart.TCS_SGST: 625}
    assert {chart.book_of(account) for account in booked} == {chart.Book.WITHHELD}
