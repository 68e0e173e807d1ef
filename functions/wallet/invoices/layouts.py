"""Prints an invoice, a credit note or a statement from what is stored alone."""

from collections.abc import Sequence
from datetime import datetime

from core.paper import Column, Sheet
from core.wording import day, named
from wallet.invoices.models import Amounts, Invoice, InvoiceLine, Paper
from wallet.invoices.ranges import Point
from wallet.invoices.statements import StatementPeriod
from wallet.invoices.wording import ITEMS, KINDS, percent, rupees, state
from wallet.ledger.billing import Billing
from wallet.ledger.models import WalletEntry

_SIGNED = "This is a computer-generated document. It needs no signature."


def invoice(made: Invoice) -> bytes:
    """Return the PDF of an invoice or a credit note, with what CGST Rules 46 and 53 ask for."""
    name = title(made)
    sheet = Sheet(name, made.id, made.issued_at)
    sheet.heading(name)
    sheet.blocks(
        ("Supplier", _party(made.supplier, registered=True)),
        ("Credited to" if made.follows else "Billed to", _party(made.customer, registered=False)),
    )
    sheet.facts(_facts(made))
    columns, shown = _columns(made.totals)
    sheet.rows(
        columns,
        [
            [str(number), day(line.at), _described(line), made.sac, *_amounts(line, shown)]
            for number, line in enumerate(made.lines, 1)
        ],
        totals=[["", "", "Total", "", *_amounts(made.totals, shown)]],
    )
    _close(sheet, made)
    return sheet.finished()


def title(made: Invoice) -> str:
    """Return what a document is called: only who is registered makes out tax invoices.

    A registered supplier bills what bears no tax by a bill of supply: CGST Act 2017, section 31(3).
    """
    if made.kind is Paper.CREDIT_NOTE:
        return "Credit note"
    if made.supplier.gstin is None:
        return "Invoice"
    return "Tax invoice" if any(line.tax for line in made.lines) else "Bill of supply"


def statement(
    span: StatementPeriod, customer: Billing | None, wallet_id: str, made_at: datetime
) -> bytes:
    """Return the PDF of a wallet's statement."""
    period = f"{named(span.first_day)} to {named(span.last_day)}"
    sheet = Sheet("Wallet statement", period, made_at)
    sheet.heading("Wallet statement")
    who = _party(customer, registered=False) if customer else [f"Wallet {wallet_id}"]
    sheet.blocks(("Account of", who))
    sheet.facts(
        [
            ("Period", period),
            ("Opening balance", f"₹ {rupees(span.opening.balance)}"),
            ("Wallet", wallet_id),
            ("Closing balance", f"₹ {rupees(span.closing.balance)}"),
        ]
    )
    sheet.rows(
        (
            Column("Date (IST)", 21),
            Column("No.", 11, "RIGHT"),
            Column("Particulars", 58),
            Column("Debit ₹", 22, "RIGHT"),
            Column("Credit ₹", 22, "RIGHT"),
            Column("Balance ₹", 24, "RIGHT"),
            Column("of it set aside ₹", 24, "RIGHT"),
        ),
        [
            _balance_row("Opening balance", span.opening),
            *(_entry_row(entry) for entry in span.entries),
        ],
        totals=[_closing_row(span)],
    )
    sheet.paragraph(
        "The balance is what the wallet holds, with what is set aside for visits under way. "
        "Setting aside and giving back moves money within it.",
        grey=True,
    )
    sheet.paragraph(_SIGNED, grey=True)
    return sheet.finished()


def _party(billing: Billing, *, registered: bool) -> list[str]:
    missing = "not registered" if registered else "none given"
    return [
        billing.legal_name,
        billing.address,
        f"State: {state(billing)}",
        f"GSTIN: {billing.gstin or missing}",
    ]


def _facts(made: Invoice) -> list[tuple[str, str]]:
    first, last = day(made.covered.first), day(made.covered.last)
    facts = [
        ("Number", made.id),
        ("Place of supply", state(made.customer)),
        ("Date", day(made.issued_at)),
        ("Reverse charge", "No"),
        ("Period", first if first == last else f"{first} to {last}"),
    ]
    if made.follows and made.followed_at:
        facts.append(("Against invoice", f"{made.follows} of {day(made.followed_at)}"))
    return facts


def _columns(totals: Amounts) -> tuple[list[Column], tuple[str, ...]]:
    """Return the columns, and the taxes among them: those of the law that any line bears."""
    local, across = totals.cgst or totals.sgst, totals.igst
    taxes = (("cgst", "sgst") if local else ()) + (("igst",) if across else ())
    columns = [
        Column("#", 9, "RIGHT"),
        Column("Date", 21),
        Column("Description", 50),
        Column("SAC", 13),
        Column("Taxable value ₹", 26, "RIGHT"),
        Column("Rate", 12, "RIGHT"),
        *(Column(f"{tax.upper()} ₹", 19, "RIGHT") for tax in taxes),
        Column("Total ₹", 23, "RIGHT"),
    ]
    return columns, taxes


def _amounts(amounts: Amounts, taxes: Sequence[str]) -> list[str]:
    rate = percent(amounts.tax) if isinstance(amounts, InvoiceLine) else ""
    shown = [rupees(getattr(amounts, tax)) for tax in taxes]
    return [rupees(amounts.net), rate, *shown, rupees(amounts.gross)]


def _described(line: InvoiceLine) -> str:
    return f"{ITEMS[line.item]}\n{line.reference.replace('visits/', 'Visit ')}"


def _close(sheet: Sheet, made: Invoice) -> None:
    sheet.ln(2)
    if made.follows:
        sheet.paragraph("Credited to the customer's Scanner wallet.")
    else:
        sheet.paragraph("Paid in full from the customer's Scanner wallet: nothing is due.")
    if made.supplier.gstin is None:
        sheet.paragraph("The supplier is not registered under GST: no tax is charged.")
    sheet.paragraph(_SIGNED, grey=True)


def _entry_row(entry: WalletEntry) -> list[str]:
    change = entry.available_change + entry.held_change
    return [
        f"{day(entry.at)}",
        str(entry.number),
        f"{KINDS[entry.kind]}\n{entry.reference}",
        rupees(-change) if change < 0 else "",
        rupees(change) if change > 0 else "",
        rupees(entry.available + entry.held_after),
        rupees(entry.held_after),
    ]


def _balance_row(name: str, point: Point) -> list[str]:
    return ["", "", name, "", "", rupees(point.balance), rupees(point.held)]


def _closing_row(span: StatementPeriod) -> list[str]:
    return [
        "",
        "",
        "Closing balance",
        rupees(span.debit),
        rupees(span.credit),
        rupees(span.closing.balance),
        rupees(span.closing.held),
    ]
