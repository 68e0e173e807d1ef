"""What was withheld of all labs, page by page and as CSV: in a database of its own."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from core.access import Role
from tests.support import ids
from tests.support.moments import refused
from tests.support.own_database import OwnDatabase
from tests.support.queries import ACTS_BY_NAME
from tests.support.sources import ROOT
from wallet.ledger import chart
from wallet.ledger.billing import Billing
from wallet.ledger.models import Posting, Transaction, TransactionKind, Wallet
from wallet.ledger.terms import Sale, SaleItem, Withholding
from wallet.withholding import totals
from wallet.withholding.requests import ListWithholding

MAY = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
#: The last moment of June in India, and the first one of July.
JUNE = datetime(2026, 6, 30, 18, 29, 59, tzinfo=UTC)
JULY = datetime(2026, 6, 30, 18, 30, tzinfo=UTC)
PUNE = Billing(legal_name="=Pune Lab", address="1 MG Road", state="27", gstin="27AAPFU0939F1ZV")


@pytest.fixture
def books() -> OwnDatabase:
    """Three labs, of which one sold nothing, and a clinic."""
    own = OwnDatabase()
    seed(own, Wallet(kind=Role.LAB, billing=PUNE).placed("lab-a"))
    for lab_id in ("lab-b", "lab-c"):
        seed(own, Wallet(kind=Role.LAB, pan="AAAPZ1234C").placed(lab_id))
    seed(own, Wallet(kind=Role.CLINIC).placed("clinic-a"))
    for at in (MAY, JUNE, JULY):
        sale(own, "lab-a", at)
    sale(own, "lab-a", JUNE, kind=TransactionKind.REFUND)
    sale(own, "lab-b", MAY, same_state=False)
    return own


def seed(own: OwnDatabase, document: Wallet | Transaction) -> None:
    """Write a document."""
    own.ctx().store.run(lambda unit: unit.create(document, document.id))


def sale(
    own: OwnDatabase,
    lab_id: str,
    at: datetime,
    *,
    kind: TransactionKind = TransactionKind.CAPTURE,
    same_state: bool = True,
) -> None:
    """Book ₹1,000 for a lab, or give them back, with ₹1 and ₹5 withheld."""
    sign = -1 if kind is TransactionKind.REFUND else 1
    taxes = {chart.TCS_CGST: 250, chart.TCS_SGST: 250} if same_state else {chart.TCS_IGST: 500}
    shares = {chart.available(Role.LAB, lab_id): 99_400, chart.TDS: 100, **taxes}
    postings = [Posting(account=account, paise=sign * paise) for account, paise in shares.items()]
    payer = Posting(account=chart.set_aside(Role.CLINIC, "clinic-a"), paise=-sign * 100_000)
    withheld = Withholding(value=100_000, tds=10, tcs=50, same_state=same_state, supplier=1)
    booked = Transaction(
        kind=kind,
        postings=[payer, *postings],
        reference="orders/o1",
        sale=Sale(item=SaleItem.COMMISSION, tax=0, customer=lab_id, withholding=withheld),
        actor="a",
        fingerprint="f",
        at=at,
    )
    seed(own, booked.placed(ids.document_id()))


def listed(own: OwnDatabase, period: str, limit: int = 20) -> dict[str, dict[str, int]]:
    """What is listed for a period, page after page."""
    found, cursor = {}, None
    while True:
        request = ListWithholding(period=period, limit=limit, cursor=cursor)
        page = totals.list_labs(own.ctx(), request)
        found |= {row.wallet_id: row.withheld.model_dump() for row in page.labs}
        cursor = page.cursor
        if cursor is None:
            return found


def row(sold: int, returned: int, *taxes: int) -> dict[str, int]:
    """A row of the list."""
    names = ("tds", "tcs_cgst", "tcs_sgst", "tcs_igst")
    return {
        "sold": sold,
        "returned": returned,
        "net": sold - returned,
        **dict(zip(names, taxes, strict=True)),
    }


def test_labs_are_listed_for_the_returns(books: OwnDatabase) -> None:
    ours, theirs = row(200_000, 100_000, 100, 250, 250, 0), row(100_000, 0, 100, 0, 0, 500)
    for limit in (1, 2, 20):
        assert listed(books, "2026Q1", limit) == {"lab-a": ours, "lab-b": theirs}
    assert listed(books, "2026-06") == {"lab-a": row(100_000, 100_000, 0, 0, 0, 0)}
    assert listed(books, "2026-07") == {"lab-a": row(100_000, 0, 100, 250, 250, 0)}
    assert listed(books, "2026Q4") == {}
    broken = ListWithholding(period="2026Q1", cursor="nonsense")
    refused(lambda: totals.list_labs(books.ctx(), broken), "cursor-invalid")
    acts = books.ctx().store.find(ACTS_BY_NAME, "wallet.list_withholding", limit=100)
    assert "lab-a lab-b lab-c" in {act.refs["shown"] for act in acts}


def test_the_list_is_a_table_for_spreadsheets(books: OwnDatabase) -> None:
    """In rupees; a name that a spreadsheet would take for a formula is none."""
    command = [sys.executable, "-m", "tools.scannerctl", "wallet", "withholding", "2026Q1"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=books.environment, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    head, first, second = csv.reader(done.stdout.splitlines())
    assert head[:5] == ["Lab", "Name", "GSTIN", "PAN", "Sold (INR)"]
    assert first[:4] == ["lab-a", "'=Pune Lab", "27AAPFU0939F1ZV", "AAPFU0939F"]
    assert first[4:] == ["2000.00", "1000.00", "1000.00", "1.00", "2.50", "2.50", "0.00"]
    assert second[1:5] == ["", "", "AAAPZ1234C", "1000.00"]
