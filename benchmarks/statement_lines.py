"""Prints statements with the source that PYTHONPATH names, and tells what a line took, as JSON.

It runs with the source of today and with that of commit 55637e5, whose modules had other names.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

MOMENT = datetime(2026, 5, 31, 18, 30, tzinfo=UTC)
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)
_STEPS = (("hold", -177_000, 177_000), ("capture", 0, -177_000))


def entries(model: Any, kinds: Any, count: int) -> Iterator[Any]:  # noqa: ANN401
    """Yield money in, and set aside and taken by turns."""
    available, held = 0, 0
    for number in range(1, count + 1):
        kind, change, aside = _STEPS[number % 2] if number > 1 else ("top_up", 10**10, 0)
        available, held = available + change, held + aside
        yield model(
            number=number,
            transaction_id="t" * 20,
            kind=kinds(kind),
            reference="visits/v5Hs8RcTj2FgWq7nPx0M",
            available_change=change,
            held_change=aside,
            available=available,
            held_after=held,
            at=MOMENT + timedelta(minutes=number),
            previous="",
            hash="",
        )


class Sink(io.RawIOBase):
    """Takes bytes and keeps none, as an object that is written in parts."""

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401
        """Take some."""
        return len(bytes(data))


def today() -> tuple[Callable[[int], object], Callable[[int], object]]:
    """Return what prints so many lines, and what writes them as CSV, as the source is now."""
    models = import_module("wallet.ledger.models")
    ranges, statements = (
        import_module("wallet.invoices.ranges"),
        import_module("wallet.invoices.statements"),
    )
    layout = import_module("wallet.invoices.statement_layout")

    def span(count: int) -> Any:  # noqa: ANN401
        listed = entries(models.WalletEntry, models.TransactionKind, count)
        point = ranges.Point
        return statements.StatementPeriod(FIRST, LAST, point(), listed, point(count))

    return (
        lambda count: layout.statement(span(count), None, "w" * 20, MOMENT),
        lambda count: statements.write_csv(span(count), Sink()),
    )


def earlier() -> tuple[Callable[[int], object], Callable[[int], object]]:
    """Return the same, as the source was at 55637e5."""
    models = import_module("wallet.models.ledger")
    spans, statements = import_module("wallet.spans"), import_module("wallet.statements")
    layouts = import_module("wallet.layouts")

    def span(count: int) -> Any:  # noqa: ANN401
        listed = tuple(entries(models.Entry, models.Kind, count))
        return statements.Span(FIRST, LAST, spans.Point(), listed, spans.Point(count))

    return (
        lambda count: layouts.statement(span(count), None, "w" * 20, MOMENT),
        lambda count: statements.as_csv(span(count)),
    )


def taken(work: Callable[[int], object], count: int) -> tuple[float, float]:
    """Return the seconds of processor that a line took, and the megabytes that it all added."""
    before, began = _peak(), time.process_time()
    work(count)
    return (time.process_time() - began) / count, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(lines: int, table_lines: int) -> None:
    """Measure and print."""
    try:
        on_paper, as_csv = today()
    except ModuleNotFoundError:
        on_paper, as_csv = earlier()
    on_paper(10)
    as_csv(10)
    csv, csv_memory = taken(as_csv, table_lines)
    pdf, memory = taken(on_paper, lines)
    print(json.dumps({"pdf": pdf, "memory": memory, "csv": csv, "csv memory": csv_memory}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
