"""Prints a wallet's statement, row by row as its entries are read."""

from datetime import datetime

from core.long_table import LongTable, TableSheet
from core.paper import Column
from core.wording import day, named
from wallet.invoices.layouts import SIGNED, party
from wallet.invoices.statements import Running, StatementPeriod, changed
from wallet.invoices.wording import about, booked, referred, rupees
from wallet.ledger.billing import Billing
from wallet.ledger.models import WalletEntry

_COLUMNS = (
    Column("Date (IST)", 19),
    Column("No.", 11, "RIGHT"),
    Column("Particulars", 64),
    Column("Debit ₹", 22, "RIGHT"),
    Column("Credit ₹", 22, "RIGHT"),
    Column("Balance ₹", 22, "RIGHT"),
    Column("of it set aside ₹", 22, "RIGHT"),
)


def statement(
    span: StatementPeriod, customer: Billing | None, wallet_id: str, made_at: datetime
) -> bytes:
    """Return the PDF of a wallet's statement; each page says what it carries forward."""
    period = f"{named(span.first_day)} to {named(span.last_day)}"
    sheet = TableSheet("Wallet statement", period, made_at)
    sheet.heading("Wallet statement")
    who = party(customer, registered=False) if customer else [f"Wallet {wallet_id}"]
    sheet.blocks(("Account of", who))
    sheet.facts(
        [
            ("Period", period),
            ("Opening balance", f"₹ {rupees(span.opening.balance)}"),
            ("Wallet", wallet_id),
            ("Closing balance", f"₹ {rupees(span.closing.balance)}"),
        ]
    )
    so_far = Running(span.opening)
    with LongTable(sheet, _COLUMNS, lambda name: _sums(name, so_far)) as table:
        table.add(["", "", "Opening balance", "", "", *_balances(so_far)])
        for entry in span.entries:
            table.add(_entry_row(entry))
            so_far.add(entry)
        table.add(_sums("Closing balance", so_far), bold=True)
    sheet.ln(4)
    sheet.paragraph(
        "The balance is what the wallet holds, with what is set aside for visits and orders. "
        "Setting aside and giving back moves money within it.",
        grey=True,
    )
    sheet.paragraph(SIGNED, grey=True)
    return sheet.finished()


def _entry_row(entry: WalletEntry) -> list[str]:
    change = changed(entry)
    what, kind = about(entry.subject), booked(entry.kind, change)
    noun, _, _ = referred(entry.reference).partition(" ")
    return [
        day(entry.at),
        str(entry.number),
        f"{f'{kind}: {noun.lower()} {what}' if what else kind}\n{referred(entry.reference)}",
        rupees(-change) if change < 0 else "",
        rupees(change) if change > 0 else "",
        rupees(entry.available + entry.held_after),
        rupees(entry.held_after),
    ]


def _sums(name: str, so_far: Running) -> list[str]:
    sums = (rupees(so_far.debit), rupees(so_far.credit))
    return ["", "", name, *sums, *_balances(so_far)]


def _balances(so_far: Running) -> list[str]:
    return [rupees(so_far.at.balance), rupees(so_far.at.held)]
