"""A statement lists a wallet's entries of some days between two balances: here as CSV.

The PDF of one is in `statement_layout`. Entries are read as they are written, a page at a time, so
that memory does not grow with their number.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from io import TextIOWrapper
from typing import IO

from core.clock import IST, start_of
from core.store import Store
from wallet.invoices import ranges
from wallet.invoices.errors import StatementTooLong
from wallet.invoices.limits import MOST, Format
from wallet.invoices.ranges import Point
from wallet.invoices.wording import about, booked, plain
from wallet.ledger.models import WalletEntry

_HEAD = (
    "Date (IST)",
    "Time (IST)",
    "No.",
    "Particulars",
    "About",
    "Reference",
    "Transaction",
    "Debit (INR)",
    "Credit (INR)",
    "Balance (INR)",
    "Available (INR)",
    "Set aside (INR)",
    "Change (paise)",
    "Balance (paise)",
)


@dataclass(frozen=True)
class StatementPeriod:
    """The entries of some days, the last one included, and the balances before and after them.

    `entries` may be gone through once or again; those of `read` are read each time.
    """

    first_day: date
    last_day: date
    opening: Point
    entries: Iterable[WalletEntry]
    closing: Point


@dataclass
class Running:
    """What a statement has come to: the balances, and what left the wallet and came into it."""

    at: Point
    debit: int = field(default=0)
    credit: int = field(default=0)

    def add(self, entry: WalletEntry) -> None:
        """Go on by one entry."""
        change = changed(entry)
        self.at = after(entry)
        self.debit += max(0, -change)
        self.credit += max(0, change)


@dataclass(frozen=True)
class _Entries:
    """A wallet's entries after one number and up to another, read a page at a time."""

    store: Store
    wallet_id: str
    after: int
    through: int

    def __iter__(self) -> Iterator[WalletEntry]:
        return ranges.each_between(self.store, self.wallet_id, self.after, self.through)


def changed(entry: WalletEntry) -> int:
    """Return by how much an entry changed the whole balance; setting aside changes nothing."""
    return entry.available_change + entry.held_change


def after(entry: WalletEntry) -> Point:
    """Return where the wallet stood after an entry."""
    return Point(entry.number, entry.available, entry.held_after)


def read(
    store: Store,
    wallet_id: str,
    first_day: date,
    last_day: date,
    now: datetime,
    format_: Format = "csv",
) -> StatementPeriod:
    """Find a wallet's entries of some days in India. Two to four reads, and one an entry.

    Raises:
        StatementTooLong: there are more than this format takes; none is read then.
        StatementTooOld: entries of these days are gone.
    """
    opening = ranges.at(store, wallet_id, start_of(first_day), now)
    closing = ranges.at(store, wallet_id, start_of(last_day + timedelta(days=1)), now)
    if closing.number - opening.number > MOST[format_]:
        raise StatementTooLong(limit=MOST[format_])
    entries = _Entries(store, wallet_id, opening.number, closing.number)
    return StatementPeriod(first_day, last_day, opening, entries, closing)


def write_csv(span: StatementPeriod, out: IO[bytes]) -> None:
    """Write a statement as RFC 4180 has it, amounts without grouping, line by line.

    It is UTF-8 with a byte order mark, by which spreadsheets know that it is.
    """
    text = TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)  # commas, quotes where needed, CRLF
    writer.writerow(_HEAD)
    writer.writerows(_rows(span))
    text.detach()  # which flushes; `out` is closed by whoever opened it


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in set("=+-@\t\r") else text


def _rows(span: StatementPeriod) -> Iterator[tuple[str, ...]]:
    yield _balance_row(span.first_day, "Opening balance", span.opening)
    yield from map(_entry_row, span.entries)
    yield _balance_row(span.last_day, "Closing balance", span.closing)


def _balance_row(day: date, name: str, point: Point) -> tuple[str, ...]:
    blank = ("",) * 5
    return (day.isoformat(), "", "", name, *blank, *_balances(point), "", str(point.balance))


def _entry_row(entry: WalletEntry) -> tuple[str, ...]:
    local, change, point = entry.at.astimezone(IST), changed(entry), after(entry)
    return (
        f"{local:%Y-%m-%d}",
        f"{local:%H:%M:%S}",
        str(entry.number),
        booked(entry.kind, change),
        safe(about(entry.subject)),
        safe(entry.reference),
        safe(entry.transaction_id),
        plain(-change) if change < 0 else "",
        plain(change) if change > 0 else "",
        *_balances(point),
        str(change),
        str(point.balance),
    )


def _balances(point: Point) -> tuple[str, ...]:
    return tuple(map(plain, (point.balance, point.available, point.held)))
