"""Statements, links to them and to invoices, months billed by the task queue, and totals."""

from __future__ import annotations

import csv
import io
import os
import secrets
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import requests
from google.cloud.firestore import FieldFilter
from pydantic import ValidationError
from pypdf import PdfReader

from core import firebase
from core.access import Role
from core.blobs import project_blobs
from core.clock import IST
from core.errors import Busy, ScannerError
from core.store import Store
from tests.support.clinic_fixture import ClinicFixture
from tests.support.customer_fixture import BILLING, CustomerFixture, may_of
from tests.support.moments import key, refused
from tools.client import CallError, fetch, wait_for
from wallet.invoices import monthly_billing, publication, ranges, statements, totals
from wallet.invoices.errors import StatementTooLong
from wallet.invoices.limits import MOST, Format
from wallet.invoices.models import Invoice, Paper
from wallet.invoices.requests import (
    DocumentLink,
    GetInvoiceLink,
    GetStatementFile,
    GetTotals,
    IssueInvoices,
    ListInvoices,
)
from wallet.ledger import operations
from wallet.ledger.journal import Journal, PostingRequest
from wallet.ledger.models import Transaction

#: When all that the tests state is over.
LATER = datetime(2061, 7, 1, tzinfo=UTC)


def opened(practice: ClinicFixture, at: datetime) -> CustomerFixture:
    """The wallet of the practice's clinic; the practice's clock goes with its."""
    customer = CustomerFixture(at, wallet_id=practice.tenants.clinic)
    customer.clock = practice.clock
    practice.clock.at = at
    return customer


def exported(practice: ClinicFixture, who: str = "member", **changes: Any) -> DocumentLink:
    """Ask for a statement of May 2061."""
    request = {"first_day": "2061-05-01", "last_day": "2061-05-31", "format": "csv", **changes}
    form = GetStatementFile.model_validate(request)
    return publication.statement_link(practice.ctx(who), project_blobs(), form)


def linked(practice: ClinicFixture, number: str, who: str = "member") -> DocumentLink:
    """Ask for a link to an invoice."""
    form = GetInvoiceLink(invoice_id=number)
    return publication.invoice_link(practice.ctx(who), project_blobs(), form)


def acts(practice: ClinicFixture) -> list[str]:
    """What is on record of the practice's people."""
    return sorted(act["action"] for act in practice.acts())


# --- statements ----------------------------------------------------------------------------------


def busy_month(practice: ClinicFixture) -> CustomerFixture:
    """An April, a May that begins and ends at midnight in India, and a June."""
    customer = opened(practice, datetime(2061, 4, 30, 18, 29, 59, tzinfo=UTC))
    customer.fill(-40_000_000)
    practice.clock.at += timedelta(seconds=1)
    bought = customer.buy(123_456)
    customer.hold(9_900)
    practice.clock.at = datetime(2061, 5, 31, 18, 29, 59, tzinfo=UTC)
    customer.refund(bought, 1_001)
    practice.clock.at += timedelta(seconds=1)
    customer.buy()
    return customer


def paise(text: str) -> int:
    """An amount as a spreadsheet reads it."""
    return round(float(text) * 100) if text else 0


def test_a_statement_for_spreadsheets_adds_up_to_the_wallet(practice: ClinicFixture) -> None:
    customer = busy_month(practice)
    data = fetch(exported(practice).url)
    assert data.count(b"\r\n") == data.count(b"\n")
    opening, *rows, closing = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert [row["Particulars"] for row in rows] == [
        "Set aside",
        "Fee taken",
        "Set aside",
        "Refund",
    ]
    assert (rows[0]["Date (IST)"], rows[0]["Time (IST)"]) == ("2061-05-01", "00:00:00")
    assert (rows[-1]["Date (IST)"], rows[-1]["Time (IST)"]) == ("2061-05-31", "23:59:59")
    assert [row["No."] for row in rows] == ["3", "4", "5", "6"]

    balance = paise(opening["Balance (INR)"])
    assert balance == 60_000_000
    for row in (*rows, closing):
        balance += paise(row["Credit (INR)"]) - paise(row["Debit (INR)"])
        assert balance == paise(row["Balance (INR)"])
        together = paise(row["Available (INR)"]) + paise(row["Set aside (INR)"])
        assert together == balance
    under = ranges.between(customer.store, customer.wallet_id, 5, 6)[0]
    assert paise(closing["Available (INR)"]) == under.available
    assert paise(closing["Set aside (INR)"]) == under.held_after == 9_900

    june = fetch(exported(practice, first_day="2061-06-01", last_day="2061-06-30").url).decode(
        "utf-8-sig"
    )
    first, *_, last = csv.DictReader(io.StringIO(june, newline=""))
    assert first["Balance (INR)"] == closing["Balance (INR)"], "months meet"
    wallet = customer.wallet()
    assert paise(last["Available (INR)"]) == wallet.available
    assert paise(last["Set aside (INR)"]) == wallet.held


def test_a_statement_on_paper_has_the_same_balances(practice: ClinicFixture) -> None:
    customer = busy_month(practice)
    link = exported(practice, format="pdf")
    assert link.file_name == "statement-2061-05-01-to-2061-05-31.pdf"
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(fetch(link.url))).pages)
    span = statements.read(
        customer.store, customer.wallet_id, date(2061, 5, 1), date(2061, 5, 31), LATER
    )
    assert "6,00,000.00" in text
    assert BILLING.legal_name in text
    assert len(list(span.entries)) == 4
    assert GetStatementFile(first_day="2061-05-01", last_day="2061-05-31").format == "pdf"


def test_a_statement_to_this_day_ends_where_the_wallet_stands(practice: ClinicFixture) -> None:
    """Even where the last entry is dated before the one before it, by the clock of an instance."""
    customer = opened(practice, may_of(2061))
    practice.clock.at -= timedelta(milliseconds=3)
    customer.fill(-100)
    practice.clock.at += timedelta(milliseconds=5)
    today, now = date(2061, 5, 4), practice.clock.now()
    span = statements.read(customer.store, customer.wallet_id, today, today, now)
    assert [entry.number for entry in span.entries] == [1, 2]
    assert span.closing.available == customer.wallet().available == 99_999_900
    before = statements.read(
        customer.store, customer.wallet_id, today, today - timedelta(days=1), now
    )
    assert list(before.entries) == []


def test_a_time_without_entries_has_two_equal_balances(practice: ClinicFixture) -> None:
    customer = busy_month(practice)
    for first, last, balance in (
        (date(2060, 1, 1), date(2060, 1, 31), 0),
        (date(2061, 5, 10), date(2061, 5, 12), 60_000_000 - 145_678),
    ):
        span = statements.read(customer.store, customer.wallet_id, first, last, LATER)
        assert (span.opening, list(span.entries)) == (span.closing, [])
        assert span.opening.balance == balance


def test_no_text_is_taken_for_a_formula() -> None:
    assert [statements.safe(t) for t in ("=1+1", "@x", "+1", "-1", "\tx", "visits/x", "")] == [
        "'=1+1",
        "'@x",
        "'+1",
        "'-1",
        "'\tx",
        "visits/x",
        "",
    ]


@pytest.mark.parametrize("format_", ["csv", "pdf"])
def test_a_statement_that_is_too_long_is_refused_before_it_is_read(
    practice: ClinicFixture, format_: Format
) -> None:
    customer = busy_month(practice)
    (last,) = ranges.between(customer.store, customer.wallet_id, 7, 8)
    most = 2 + MOST[format_]  # May begins after the second entry
    practice.clock.at = LATER
    asked = {"last_day": "2061-06-30", "format": format_}
    for number in (most, most + 1):
        far = last.model_copy(update={"number": number})
        practice.tenants.seed(far.placed(customer.wallet_id, f"{number:012d}"))
        if number == most:
            # As many are not too many; but those between are not there, as if they had just gone.
            refused(lambda: exported(practice, **asked), "busy")
    before = acts(practice)
    with pytest.raises(ScannerError) as caught:
        exported(practice, **asked)
    assert (caught.value.reason, caught.value.details) == (
        "statement-too-long",
        {"limit": MOST[format_]},
    )
    assert (practice.tally.reads, practice.tally.writes) == (2, 0)
    assert acts(practice) == before


def test_the_limits_are_those_that_people_are_told() -> None:
    """Said in one place, and what a clinic of some size needs for a year."""
    assert (MOST["csv"], MOST["pdf"]) == (20_000, 5_000)
    assert "CSV, which has room for 20,000, a PDF for 5,000" in StatementTooLong.sentence


def test_entries_that_go_while_they_are_read_are_not_left_out_in_silence(
    practice: ClinicFixture,
) -> None:
    customer = busy_month(practice)
    span = statements.read(
        customer.store, customer.wallet_id, date(2061, 5, 1), date(2061, 5, 31), LATER
    )
    assert [entry.number for entry in span.entries] == [3, 4, 5, 6]
    path = f"wallets/{customer.wallet_id}/entries/{3:012d}"
    firebase.firestore_client().document(path).delete()
    refused(lambda: list(span.entries), "busy")


@pytest.mark.parametrize("days", [(date(2061, 5, 2), date(2061, 5, 1)), (date(2061, 4, 1),) * 2])
def test_a_statement_is_about_a_year_at_most(days: tuple[date, date]) -> None:
    first, last = days
    request = {"format": "csv", "first_day": first}
    if last < first:
        with pytest.raises(ValidationError):
            GetStatementFile.model_validate({**request, "last_day": last})
        return
    GetStatementFile.model_validate({**request, "last_day": first + timedelta(days=365)})
    with pytest.raises(ValidationError):
        GetStatementFile.model_validate({**request, "last_day": first + timedelta(days=366)})


def test_what_statements_cost(practice: ClinicFixture) -> None:
    busy_month(practice)
    exported(practice)
    assert (practice.tally.reads, practice.tally.writes) == (2 + 4, 1)
    exported(practice, format="pdf")
    assert (practice.tally.reads, practice.tally.writes) == (2 + 4 + 1, 1)


# --- links ---------------------------------------------------------------------------------------


def test_an_invoice_is_printed_once_and_linked_each_time(practice: ClinicFixture) -> None:
    customer = opened(practice, may_of(2062))
    customer.buy()
    request = IssueInvoices()
    (number,) = publication.issue(practice.ctx("owner"), request).numbers
    link = linked(practice, number)
    assert (practice.tally.reads, practice.tally.writes) == (2, 2)
    made = customer.invoice(number)
    assert made.pdf is not None
    assert made.pdf.name.startswith(f"invoices/{customer.wallet_id}/{number}-")
    assert made.pdf.content_type == "application/pdf"

    split = urlsplit(link.url)
    query = parse_qs(split.query)
    assert unquote(split.path).endswith(made.pdf.name)
    assert query["generation"] == [str(made.pdf.generation)]
    assert query["X-Goog-Expires"] == ["600"]
    assert query["response-content-disposition"][0].endswith(f"{number}.pdf")
    assert "X-Goog-Signature" in query
    data = fetch(link.url)
    assert number in PdfReader(io.BytesIO(data)).pages[0].extract_text()

    again = linked(practice, number, "owner")
    assert (practice.tally.reads, practice.tally.writes) == (2, 1)
    assert fetch(again.url) == data
    assert customer.invoice(number) == made
    assert acts(practice) == ["wallet.issue_invoices", *["wallet.link_invoice"] * 2]


def test_a_pdf_that_was_written_and_never_noted_is_taken(practice: ClinicFixture) -> None:
    customer = opened(practice, may_of(2062))
    customer.buy()
    (number,) = customer.issue()
    linked(practice, number)
    before = customer.invoice(number)
    firebase.firestore_client().document(f"invoices/{number}").update({"pdf": None})
    linked(practice, number)
    pdf, again = before.pdf, customer.invoice(number).pdf
    assert pdf is not None
    assert again is not None
    # The emulator writes it anew; Cloud Storage keeps what stands there.
    assert (again.name, again.crc32c, again.byte_size) == (pdf.name, pdf.crc32c, pdf.byte_size)


def test_other_organisations_find_nothing(practice: ClinicFixture) -> None:
    customer = opened(practice, may_of(2062))
    customer.buy()
    (number,) = customer.issue()
    practice.join("our lab", Role.LAB, practice.tenants.lab)
    listing = ListInvoices(wallet_id=customer.wallet_id)
    for who in ("stranger", "our lab"):
        refused(lambda: linked(practice, number, who), "invoice-not-found")  # noqa: B023
        refused(
            lambda: exported(practice, who, wallet_id=customer.wallet_id),  # noqa: B023
            "wallet-not-found",
        )
        refused(
            lambda: publication.list_invoices(practice.ctx(who), listing),  # noqa: B023
            "wallet-not-found",
        )
        issuing = IssueInvoices(wallet_id=customer.wallet_id)
        refused(lambda: publication.issue(practice.ctx(who), issuing), "wallet-not-found")  # noqa: B023
    assert acts(practice) == []
    for who in ("member", "owner", "admin"):
        linked(practice, number, who)
        exported(practice, who, wallet_id=customer.wallet_id)
        assert len(publication.list_invoices(practice.ctx(who), listing).invoices) == 1


def test_invoices_are_listed_the_last_first(practice: ClinicFixture) -> None:
    customer = opened(practice, may_of(2063))
    numbers: list[str] = []
    for _ in range(3):
        captured = customer.buy()
        practice.clock.at += timedelta(days=1)
        numbers += customer.issue()
    customer.refund(captured, 100)
    practice.clock.at += timedelta(days=1)
    numbers += customer.issue()
    first = publication.list_invoices(practice.ctx(), ListInvoices(limit=3))
    rest = publication.list_invoices(practice.ctx(), ListInvoices(limit=3, cursor=first.cursor))
    rows = [*first.invoices, *rest.invoices]
    assert [row.invoice_id for row in rows] == numbers[::-1]
    assert (rows[0].kind, rows[0].follows) == (Paper.CREDIT_NOTE, numbers[2])
    assert rest.cursor is None


@pytest.mark.deployed
def test_only_owners_and_admins_have_invoices_made_out(practice: ClinicFixture) -> None:
    customer = opened(practice, may_of(2064))
    customer.buy()
    member, owner, admin = (practice.person(name) for name in ("member", "owner", "admin"))
    with pytest.raises(CallError) as caught:
        member.call("wallet/issue_invoices")
    assert caught.value.reason == "not-owner"
    with pytest.raises(CallError) as caught:
        admin.call("wallet/issue_invoices")
    assert caught.value.reason == "wallet-not-found"
    (number,) = owner.call("wallet/issue_invoices")["numbers"]
    named = {"wallet_id": practice.tenants.clinic}
    assert admin.call("wallet/issue_invoices", **named) == {"numbers": []}
    customer.buy()
    (other,) = admin.call("wallet/issue_invoices", **named)["numbers"]
    assert [made.id for made in customer.invoices()] == [number, other]
    assert acts(practice) == ["wallet.issue_invoices"] * 2


# --- months, by the queue ------------------------------------------------------------------------


def of(customer: CustomerFixture) -> list[Invoice]:
    """The documents of a customer, once there are any."""
    # The queue makes out those of all other clinics before.
    return wait_for(customer.invoices, 300, "no invoice of the month")


@pytest.mark.deployed
def test_a_month_is_billed_by_a_task_for_each_wallet(practice: ClinicFixture) -> None:
    """Enqueued by the callable, dispatched by the queue, made out by the deployed function."""
    may = opened(practice, datetime(2021, 5, 31, 18, 29, tzinfo=UTC))
    bought = may.buy()
    practice.clock.at += timedelta(minutes=1)
    may.buy()
    assert practice.person("admin").call("wallet/start_billing", month="2021-05")["started"]
    (made,) = of(may)
    assert [line.transaction_id for line in made.lines] == [bought.id]
    assert made.issued_at > may.clock.now(), "it is dated when it is made"


def dispatched(**data: object) -> requests.Response:
    """Call the task's function as Cloud Tasks does."""
    url = f"{os.environ['SCANNER_FUNCTIONS_URL']}/bill"
    return requests.post(url, json={"data": data}, timeout=60)


@pytest.mark.deployed
def test_the_task_returns_where_a_repetition_would_not_help(practice: ClinicFixture) -> None:
    customer = CustomerFixture(datetime(2022, 5, 4, tzinfo=UTC), billing=None)
    customer.buy()
    month = {"month": "2022-05"}
    assert dispatched(wallet_id=customer.wallet_id, **month).status_code == 200
    assert dispatched(wallet_id=customer.wallet_id, month="May").status_code == 200
    assert dispatched(wallet_id="Z" * 20, **month).status_code == 200
    assert customer.invoices() == []
    path = f"wallets/{customer.wallet_id}"
    firebase.firestore_client().document(path).update({"billing": BILLING.model_dump()})
    for _ in range(2):
        assert dispatched(wallet_id=customer.wallet_id, **month).status_code == 200
        assert len(customer.invoices()) == 1


class Crowded(Store):
    """A store in which others are faster."""

    def compete(self, work: Any) -> Any:
        """Give up."""
        raise Busy


def test_the_task_fails_where_a_repetition_helps() -> None:
    customer = CustomerFixture(datetime(2022, 5, 4, tzinfo=UTC))
    customer.buy()
    data = {"wallet_id": customer.wallet_id, "month": "2022-05"}
    with pytest.raises(Busy):
        monthly_billing.bill(Crowded(firebase.firestore_client()), customer.clock, data)
    monthly_billing.bill(customer.store, customer.clock, data)
    assert len(customer.invoices()) == 1


# --- totals --------------------------------------------------------------------------------------


@pytest.fixture
def day() -> date:
    """A day on which nobody else books anything."""
    return date(2070, 1, 1) + timedelta(days=secrets.randbelow(10_000))


def noon(day: date) -> datetime:
    """The middle of a day in India."""
    return datetime.combine(day, time(12), IST)


def test_totals_are_those_of_their_days_in_india(practice: ClinicFixture, day: date) -> None:
    customer = opened(practice, noon(day) - timedelta(hours=12))
    bought = customer.buy(150_000)
    practice.clock.at = noon(day) + timedelta(hours=12) - timedelta(seconds=1)
    customer.buy(10_000, near=False)
    customer.refund(bought, 59_000)
    practice.clock.at += timedelta(seconds=1)
    customer.buy(1)

    def of_days(first: date, last: date) -> tuple[int, int, int]:
        request = GetTotals(first_day=first, last_day=last)
        found = totals.totals(practice.ctx("admin"), request)
        return found.revenue, found.tax, found.payable

    next_day = day + timedelta(days=1)
    assert of_days(day, day) == (150_000 + 10_000 - 50_000, 27_000 + 1_800 - 9_000, 0)
    assert (practice.tally.reads, practice.tally.writes) == (3, 0)
    assert of_days(next_day, next_day) == (1, 0, 0)
    assert of_days(day, next_day)[0] == 110_001


def test_what_labs_are_owed_is_in_the_totals(practice: ClinicFixture, day: date) -> None:
    customer, order = opened(practice, noon(day)), PostingRequest("admin", key(), "x")

    def work(journal: Journal) -> Transaction:
        source = journal.wallet(customer.wallet_id, Role.CLINIC)
        target = journal.wallet(practice.tenants.lab, Role.LAB)
        return operations.transfer(journal, order, source, target, 700, "orders/x")

    customer.clerk.book(customer.store, customer.clock, customer.wallet_id, order, work)
    found = totals.totals(practice.ctx("admin"), GetTotals(first_day=day, last_day=day))
    assert (found.revenue, found.tax, found.payable) == (0, 0, 700)


def test_links_are_on_record_before_they_are_made(practice: ClinicFixture) -> None:
    opened(practice, may_of(2061))
    exported(practice)
    query = firebase.firestore_client().collection("audit")
    uid = practice.uid("member")
    (entry,) = query.where(filter=FieldFilter("actor", "==", uid)).get()
    assert entry.to_dict()["subject"] == f"wallets/{practice.tenants.clinic}"
    assert entry.to_dict()["action"] == "wallet.link_statement"
