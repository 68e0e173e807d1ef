"""The money of a visit: paid in, held, captured, invoiced, given back in part."""

from __future__ import annotations

import subprocess
import sys

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


def test_from_the_gateway_to_the_credit_note(cast: Cast, clinic: Person) -> None:
    started = ask(clinic, "payments/start_top_up", paise=500_000)
    assert act_at(started["order_id"], "pay") == [200, 200]
    balance = clinic.call("wallet/get_balance")
    wallet = balance["wallet_id"]
    assert (balance["available"], balance["held"]) == (500_000, 0)

    listed = clinic.call("wallet/get_prices")["price_list"]
    request = visiting(clinic, price_list=listed)
    visit = clinic.call("scans/request_visit", request)["visit_id"]
    stored = clinic.read(f"wallets/{wallet}")
    assert stored is not None
    assert (stored["available"], stored["held"]) == (500_000 - FEE, FEE)

    operator = cast.member("operator")
    assign(cast.admin, visit, operator, request["slots"][0])
    for action in ("accept", "depart", "arrive", "begin"):
        move(operator, visit, action)
    upload(operator, samples.arch("upper", 1000), visit_id=visit)
    move(operator, visit, "finish")
    assert move(clinic, visit, "complete") == "completed"
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
