"""A statement lists a wallet's entries of some days between two balances: here as CSV.

The PDF of one is in `layouts`.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.clock import IST, start_of
from core.store import Store
from wallet.invoices import ranges
from wallet.invoices.errors import StatementTooLong
from wallet.invoices.ranges import Point
from wallet.invoices.wording import KINDS, plain
from wallet.ledger.models import WalletEntry

#: Entries of one statement: what an instance prints in some seconds.
MOST = 2_000

_HEAD = (
    "Date (IST)",
    "Time (IST)",
    "No.",
    "Particulars",
    "Reference",
    "Transaction",
    "Debit (INR)",
    "Credit (INR)",
    "Balance (INR)",
    "Available (INR)",
    "Set aside (INR)",
)


@dataclass(frozen=True)
class StatementPeriod:
    """The entries of some days, the last one included, and the balances before and after them."""

    first_day: date
    last_day: date
    opening: Point
    entries: tuple[WalletEntry, ...]
    closing: Point

    @property
    def debit(self) -> int:
        """What left the wallet, in paise."""
        return sum(max(0, -changed(entry)) for entry in self.entries)

    @property
    def credit(self) -> int:
        """What came into it, in paise."""
        return sum(max(0, changed(entry)) for entry in self.entries)


def changed(entry: WalletEntry) -> int:
    """Return by how much an entry changed the whole balance; setting aside changes nothing."""
    return entry.available_change + entry.held_change


def read(
    store: Store, wallet_id: str, first_day: date, last_day: date, now: datetime
) -> StatementPeriod:
    """Read a wallet's entries of some days in India. Two to four reads, and one an entry.

    Raises:
        StatementTooLong: there are more than `MOST`; none is read then.
        StatementTooOld: entries of these days are gone.
    """
    opening = ranges.at(store, wallet_id, start_of(first_day), now)
    closing = ranges.at(store, wallet_id, start_of(last_day + timedelta(days=1)), now)
    if closing.number - opening.number > MOST:
        raise StatementTooLong(limit=MOST)
    entries = ranges.between(store, wallet_id, opening.number, closing.number)
    return StatementPeriod(first_day, last_day, opening, tuple(entries), closing)


def as_csv(span: StatementPeriod) -> bytes:
    """Return a statement as RFC 4180 has it, amounts in rupees without grouping.

    Everything in it is ASCII, which every spreadsheet reads without a byte order mark.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # commas, quotes where needed, CRLF
    writer.writerow(_HEAD)
    writer.writerows(_rows(span))
    return text.getvalue().encode("ascii")


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in set("=+-@\t\r") else text


def _rows(span: StatementPeriod) -> Iterator[tuple[str, ...]]:
    yield _balance_row(span.first_day, "Opening balance", span.opening)
    yield from map(_entry_row, span.entries)
    yield _balance_row(span.last_day, "Closing balance", span.closing)


def _balance_row(day: date, name: str, point: Point) -> tuple[str, ...]:
    return (day.isoformat(), "", "", name, "", "", "", "", *_balances(point))


def _entry_row(entry: WalletEntry) -> tuple[str, ...]:
    local, change = entry.at.astimezone(IST), changed(entry)
    return (
        f"{local:%Y-%m-%d}",
        f"{local:%H:%M:%S}",
        str(entry.number),
        KINDS[entry.kind],
        safe(entry.reference),
        safe(entry.transaction_id),
        plain(-change) if change < 0 else "",
        plain(change) if change > 0 else "",
        *_balances(Point(entry.number, entry.available, entry.held_after)),
    )


def _balances(point: Point) -> tuple[str, ...]:
    return tuple(map(plain, (point.balance, point.available, point.held)))
