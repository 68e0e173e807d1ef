"""What docs/operations/costs.md shows of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tools.costs import declared
from tools.costs.inputs import Inputs, Price, load
from tools.costs.model import MONTHS, SIZES, YEARS, Bill, Model, spent
from tools.costs.plans import DEPLOYED, MEASURES, PLAIN
from tools.costs.usage import Line

#: From this year on as many cases go as begin: two idle ones, and seven of retention.
_FULL = 10


def page() -> dict[str, object]:
    """Return the values of the page's template."""
    inputs = load()
    long = [Model(inputs, plan, 12 * _FULL) for plan in (PLAIN, DEPLOYED)]
    columns = [model.bills(size) for size in SIZES for model in long]
    return {
        "sizes": [f"{size:,}" for size in SIZES],
        "lines": [
            (line.value, [_dollars(bills[MONTHS - 1].lines[line]) for bills in columns])
            for line in Line
        ],
        "total": [_dollars(bills[MONTHS - 1].total) for bills in columns],
        "a_case": [
            f"{bills[MONTHS - 1].total / (size / 12):.3f}"
            for size, bills in zip([each for each in SIZES for _ in long], columns, strict=True)
        ],
        "tebibytes": f"{_stored(columns[-2][MONTHS - 1]) / 1024:,.0f}",
        "years": [
            (year, [_dollars(bills[12 * year - 1].total) for bills in columns])
            for year in (*range(1, YEARS + 1), _FULL)
        ],
        "spent": [_dollars(spent(bills[:MONTHS])) for bills in columns],
        "measures": list(_measures(inputs)),
        "prices": [
            (item, price, _tiers(price), f"{price.free:,.10g}" if price.free else "")
            for item, price in inputs.prices.items()
        ],
        "steps": inputs.steps,
        "reads": sum(step.reads for step in inputs.steps),
        "writes": sum(step.writes for step in inputs.steps),
        "documents": [
            (name, made, declared.kept()[name].rule) for name, made in inputs.documents.items()
        ],
        "database": _database(inputs),
        "inputs": inputs,
        "megabytes": inputs.files.scans_a_case
        * (inputs.of_scan("megabytes") + inputs.files.picture_bytes / 1e6),
    }


def _measures(inputs: Inputs) -> Iterator[tuple[str, list[str]]]:
    """Yield what each saves: in the last month of seven years, and in all of them."""
    plain = {size: Model(inputs, PLAIN).bills(size) for size in SIZES}
    for name, plan in MEASURES.items():
        model, saved = Model(inputs, plan), []
        for size in SIZES:
            bills = model.bills(size)
            saved += [_saved(plain[size][-1:], bills[-1:]), _saved(plain[size], bills)]
        yield name, saved


def _stored(bill: Bill) -> float:
    """Return the GiB that lie in the bucket as files of cases."""
    return sum(amount for (line, _), amount in bill.usage.items() if line is Line.KEPT)


def _saved(before: list[Bill], after: list[Bill]) -> str:
    return _dollars(spent(before) - spent(after))


def _database(inputs: Inputs) -> dict[str, Any]:
    """Return the kB of documents that a case leaves, and of both kinds of index entries."""
    made = inputs.documents.values()
    return {
        kind: round(sum(getattr(each, kind) for each in made) / 1000)
        for kind in ("bytes", "single", "composite")
    }


def _tiers(price: Price) -> str:
    """Return a price, with what holds beyond a number of units."""
    beyond = (f", {_plain(usd)} beyond {start:,.0f}" for start, usd in price.tiers)
    return _plain(price.usd) + "".join(beyond)


def _plain(number: float) -> str:
    """Return a number as it is written, never as a power of ten."""
    return f"{number:.8f}".rstrip("0").rstrip(".") or "0"


def _dollars(amount: float) -> str:
    """Return whole dollars, and cents where there are few."""
    return f"{amount:,.2f}" if abs(amount) < 100 else f"{amount:,.0f}"
