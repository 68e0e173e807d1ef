"""The money of a visit: paid in, held, captured, invoiced, given back in part."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from tests.journeys.steps import ask, assign, move, paying, upload
from tests.support.forms import visiting
from tests.support.people import Cast
from tools import samples
from tools.client import DeniedError, Person, fetch
from tools.gateway import act_at

FEE = 177_000


@pytest.fixture
def clinic(cast: Cast) -> Person:
    """A clinic's owner, who pays by a tariff of its own."""
    return paying(cast, 0)


def wanted(clinic: Person) -> tuple[str, dict[str, Any]]:
    """A visit that the clinic asks for, and its first slot."""
    listed = clinic.call("wallet/get_prices")["price_list"]
    request = visiting(clinic, price_list=listed)
    visit: str = clinic.call("scans/request_visit", request)["visit_id"]
    return visit, request["slots"][0]


def scanned(cast: Cast, clinic: Person, operator: Person, visit: str, slot: dict[str, Any]) -> None:
    """Have an operator come, scan and upload, and the clinic complete the visit."""
    assign(cast.admin, visit, operator, slot)
    for action in ("accept", "depart", "arrive", "begin"):
        move(operator, visit, action)
    upload(operator, samples.arch("upper", 1000), visit_id=visit)
    move(operator, visit, "finish")
    assert move(clinic, visit, "complete") == "completed"


def test_from_the_gateway_to_the_credit_note(cast: Cast, clinic: Person) -> None:
    started = ask(clinic, "payments/start_top_up", paise=500_000)
    assert act_at(started["order_id"], "pay") == [200, 200]
    balance = clinic.call("wallet/get_balance")
    wallet = balance["wallet_id"]
    assert (balance["available"], balance["held"]) == (500_000, 0)

    operator = cast.member("operator")
    visit, slot = wanted(clinic)
    stored = clinic.read(f"wallets/{wallet}")
    assert stored is not None
    assert (stored["available"], stored["held"]) == (500_000 - FEE, FEE)
    scanned(cast, clinic, operator, visit, slot)
    lines = clinic.call("wallet/get_statement")["lines"]
    assert [line["kind"] for line in lines] == ["capture", "hold", "top_up"]
    assert (lines[0]["available"], lines[0]["held"]) == (500_000 - FEE, 0)

    (invoice,) = clinic.call("wallet/issue_invoices")["numbers"]
    assert clinic.call("wallet/issue_invoices")["numbers"] == []
    refund = {"transaction_id": lines[0]["transaction_id"], "paise": 59_000}
    ask(cast.admin, "wallet/refund_transaction", wallet_id=wallet, reason="Came late.", **refund)
    (note,) = clinic.call("wallet/issue_invoices")["numbers"]
    rows = clinic.call("wallet/list_invoices")["invoices"]
    assert {row["invoice_id"]: (row["totals"]["gross"], row["follows"]) for row in rows} == {
        invoice: (FEE, None),
        note: (59_000, invoice),
    }
    for number in (invoice, note):
        link = clinic.call("wallet/get_invoice_link", invoice_id=number)
        assert fetch(link["url"]).startswith(b"%PDF-")
        assert number in link["file_name"]

    for stranger in (operator, cast.member()):
        with pytest.raises(DeniedError):
            stranger.read(f"wallets/{wallet}")
        with pytest.raises(DeniedError):
            stranger.read(f"invoices/{invoice}")
    verified = subprocess.run(
        [sys.executable, "-m", "tools.scannerctl", "wallet", "verify", wallet],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
    assert "1 wallets verified, 1 add up" in verified.stdout


def test_a_clinic_that_moves_to_another_state_in_mid_month(cast: Cast) -> None:
    """What was asked for before it moved is invoiced where the clinic was, with the taxes there."""
    clinic = paying(cast, 500_000)
    before = wanted(clinic)
    details = {"legal_name": "Smile Dental LLP", "address": "1 MG Road, Bengaluru", "state": "29"}
    clinic.call("wallet/set_billing", billing=details)
    after = wanted(clinic)
    for visit, slot in (before, after):
        scanned(cast, clinic, cast.member("operator"), visit, slot)
    assert len(clinic.call("wallet/issue_invoices")["numbers"]) == 2
    rows = clinic.call("wallet/list_invoices")["invoices"]
    half = 150_000 * 9 // 100
    assert sorted(
        tuple(row["totals"][name] for name in ("net", "cgst", "sgst", "igst")) for row in rows
    ) == [(150_000, 0, 0, 2 * half), (150_000, half, half, 0)]
    places = {}
    for row in rows:
        made = clinic.read(f"invoices/{row['invoice_id']}")
        assert made is not None
        places[made["place"]] = made["customer"]["address"]
    assert places == {"27": "12 MG Road, Pune", "29": "1 MG Road, Bengaluru"}
