"""Statements: rows and what each page carries forward, a table in bounded memory, odd texts."""

from __future__ import annotations

import csv
import gc
import io
import re
import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from core.errors import Busy
from core.long_table import LongTable, TableSheet
from core.paper import Column
from tests.support.paper import READERS
from tests.unit.wallet.invoices.papers import HINDI, MOMENT, entries, other_reader, pages
from wallet.invoices import statement_layout, statements
from wallet.invoices.ranges import Point
from wallet.invoices.wording import about, plain
from wallet.ledger.billing import Billing
from wallet.ledger.models import TransactionKind, WalletEntry
from wallet.ledger.subjects import Subject

ORDER = {"reference": "orders/v5Hs8RcTj2FgWq7nPx0M"}
HINDI_LAB = "श्री गणेश दंत प्रयोगशाला"


def period(rows: Iterable[WalletEntry], opening: int = 0) -> statements.StatementPeriod:
    listed = list(rows)
    closing = statements.after(listed[-1])
    return statements.StatementPeriod(
        date(2026, 6, 1), date(2026, 6, 30), Point(0, opening, 0), listed, closing
    )


def printed(rows: Iterable[WalletEntry], customer: Billing | None = None) -> bytes:
    return statement_layout.statement(period(rows), customer, "w" * 20, MOMENT)


def paise(text: str) -> int:
    return int(re.sub(r"\D", "", text))


# --- on paper ------------------------------------------------------------------------------------


def test_each_page_says_what_it_carries_forward_and_the_next_begins_with_it() -> None:
    rows = entries(130)
    found = pages(printed(rows))
    assert len(found) > 4
    sums, numbers, carried = [0, 0], [], ()
    for place, page in enumerate(found):
        if place:
            brought = re.search(r"Brought forward ([\d,.]+) ([\d,.]+) ([\d,.]+) ([\d,.]+)", page)
            assert brought is not None
            assert brought.groups() == carried
        for number in map(int, re.findall(r"2026 (\d+) (?:Top|Set|Fee)", page)):
            numbers.append(number)
            change = statements.changed(rows[number - 1])
            sums = [sums[0] + max(0, -change), sums[1] + max(0, change)]
        last = place == len(found) - 1
        name = "Closing balance" if last else "Carried forward"
        shown = re.findall(rf"{name} ([\d,.]+) ([\d,.]+) ([\d,.]+) ([\d,.]+)", page)[-1]
        at = rows[numbers[-1] - 1]
        assert [paise(text) for text in shown] == [
            *sums,
            at.available + at.held_after,
            at.held_after,
        ]
        assert page.count("Carried forward") == (0 if last else 1)
        assert f"Page {place + 1} of {len(found)}" in page
        carried = shown
    assert numbers == list(range(1, 131)), "each entry once, in order"


def test_a_line_names_the_order_and_the_other_side_and_keeps_its_number_whole() -> None:
    first, second = entries(2)
    visit = first.model_copy(update={"subject": Subject(on="2026-05-04")})
    order = second.model_copy(
        update={"subject": Subject(on="2026-05-09", lab="Bright Dental Lab"), **ORDER}
    )
    text = other_reader(printed([visit, order]))
    assert "visit of 4 May 2026" in text
    assert "order for 9 May 2026, Bright Dental Lab" in text
    assert "Order v5Hs8RcTj2FgWq7nPx0M" in text
    bare = other_reader(printed([first, second]))  # from before what it is for was kept
    assert "Top-up\r\n" in bare
    assert "Visit v5Hs8RcTj2FgWq7nPx0M" in bare


@pytest.mark.parametrize("reader", READERS)
def test_hindi_is_printed_in_rows_as_it_is_stored(reader: Callable[[bytes], str]) -> None:
    named = {"subject": Subject(on="2026-05-09", lab=HINDI_LAB), **ORDER}
    data = printed([each.model_copy(update=named) for each in entries(40)], HINDI)
    assert reader(data).count(f"order for 9 May 2026, {HINDI_LAB}") == 40


def test_what_is_too_long_is_cut_and_no_number_ever_is() -> None:
    long = {"subject": Subject(on="2026-05-09", lab="Laboratory " * 10), **ORDER}
    rows = [each.model_copy(update=long) for each in entries(1)]
    huge = {"available": 10**16, "reference": f"payments/{'d' * 40}", "subject": None}
    data = printed([*rows, rows[0].model_copy(update={**huge, "number": 2})])
    text = other_reader(data)
    assert "for 9 May 2026, Laboratory" in text
    assert "…" in text
    assert "Laboratory " * 10 not in text
    assert "d" * 40 in text
    assert text.count("10,00,00,00,00,00,000.00") == 3, "above, in its row, and at the end"
    with pdfium.PdfDocument(data) as document:
        page = document[0].get_textpage()
        for found in ("Laborat", "dddd", "10,00,00,00"):
            place = page.search(found).get_next()
            assert place is not None
        left = [page.get_charbox(n)[0] for n in range(page.count_chars())]
        right = [page.get_charbox(n)[2] for n in range(page.count_chars())]
    assert min(left) > 0
    assert max(right) < 210 * 72 / 25.4


def test_letters_that_cannot_be_printed_stand_as_question_marks() -> None:
    sheet = TableSheet("T", "1", MOMENT)
    with LongTable(sheet, [Column("A", 10), Column("B", 10)], lambda name: [name, ""]) as table:
        table.add(["பல் x", "tab\tand (brackets) \\"])
    text = other_reader(sheet.finished())
    assert "??? x" in text
    assert "tab?and (brackets) \\" in text
    assert sheet.unprintable


# --- as a table ----------------------------------------------------------------------------------


def table(rows: Iterable[WalletEntry]) -> list[dict[str, str]]:
    out = io.BytesIO()
    statements.write_csv(period(rows), out)
    data = out.getvalue()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_has_rupees_paise_and_names() -> None:
    named = {"subject": Subject(on="2026-05-09", lab=f'{HINDI_LAB}, "Pune"'), **ORDER}
    rows = [each.model_copy(update=named) for each in entries(5)]
    _, *listed, closing = table(rows)
    for row, entry in zip(listed, rows, strict=True):
        change, balance = statements.changed(entry), entry.available + entry.held_after
        assert row["Change (paise)"] == str(change)
        assert (row["Balance (paise)"], row["Balance (INR)"]) == (str(balance), plain(balance))
        moved = (plain(-change) if change < 0 else "", plain(change) if change > 0 else "")
        assert (row["Debit (INR)"], row["Credit (INR)"]) == moved
        assert row["About"] == f'for 9 May 2026, {HINDI_LAB}, "Pune"'
    assert closing["Balance (paise)"] == listed[-1]["Balance (paise)"]


@pytest.mark.parametrize("lead", ["=", "+", "-", "@"])
def test_a_name_is_no_formula(lead: str) -> None:
    rows = [each.model_copy(update={"subject": Subject(lab=f"{lead}1+1")}) for each in entries(1)]
    assert table(rows)[1]["About"] == f"'{lead}1+1"
    safe = [each.model_copy(update={"subject": Subject(lab=f"x{lead}1")}) for each in entries(1)]
    assert table(safe)[1]["About"] == f"x{lead}1"


class Sink(io.RawIOBase):
    """Takes bytes and keeps none."""

    taken = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        size = len(bytes(data))  # type: ignore[call-overload]
        self.taken += size
        return size


def test_memory_does_not_grow_with_a_table() -> None:
    first, *_ = entries(1)

    def peak(count: int) -> int:
        rows = (first for _ in range(count))
        span = statements.StatementPeriod(
            date(2026, 6, 1), date(2026, 6, 30), Point(), rows, statements.after(first)
        )
        sink = Sink()
        tracemalloc.start()
        statements.write_csv(span, sink)  # type: ignore[arg-type]
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert sink.taken > count * 100
        return used

    peak(10)
    assert peak(3_000) < 400_000, "a third of the table; buffers alone take 150 kB"


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        (None, ""),
        (Subject(), ""),
        (Subject(on="2026-05-04"), "of 4 May 2026"),
        (Subject(on="2026-05-04", clinic="Smile"), "for 4 May 2026, Smile"),
        (Subject(lab="Bright"), "Bright"),
    ],
)
def test_what_money_was_for(subject: Subject | None, shown: str) -> None:
    assert about(subject) == shown


def test_a_statement_that_fails_half_way_leaves_nothing_open() -> None:
    """An open file that is forgotten is a warning, and warnings are errors here."""

    def gone() -> Iterable[WalletEntry]:
        yield from entries(3)
        raise Busy

    span = statements.StatementPeriod(
        date(2026, 6, 1), date(2026, 6, 30), Point(), gone(), Point(9, 0, 0)
    )
    gc.collect()
    before = open_fonts()
    with pytest.raises(Busy):
        statement_layout.statement(span, None, "w" * 20, MOMENT)
    assert open_fonts() == before


def open_fonts() -> int:
    """How many files of fonts are open in this process."""
    files = [each for each in gc.get_objects() if type(each) is io.BufferedReader]
    return sum("FiraGO" in str(each.name) for each in files if not each.closed)


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        (TransactionKind.CAPTURE, -177_000, "Fee taken"),
        (TransactionKind.CAPTURE, 177_000, "Earned"),
        (TransactionKind.REFUND, 177_000, "Refund"),
        (TransactionKind.REFUND, -177_000, "Earning given back"),
        (TransactionKind.PAYOUT, -177_000, "Paid out"),
    ],
)
def test_an_entry_is_named_as_who_has_the_wallet_sees_it(
    kind: TransactionKind, change: int, said: str
) -> None:
    """In its column, on paper and as CSV: what a clinic was charged is what a lab earned."""
    changes = {"kind": kind, "available_change": change, "held_change": 0}
    entry = entries(1)[0].model_copy(update=changes)
    out = io.BytesIO()
    statements.write_csv(period([entry]), out)
    row = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"))))[1]
    filled = "Credit (INR)" if change > 0 else "Debit (INR)"
    assert (row["Particulars"], row[filled]) == (said, "1770.00")
    assert f"{said}\n" in "\n".join(pages(printed([entry])))
