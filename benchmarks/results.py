"""What benchmarks found, handed from the process that measured to the one that sums up.

`python -m benchmarks` names a file in the environment. What is shown and told goes there as lines
of JSON, and is only printed where no file is named, as when a benchmark is run by itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

#: The variable that names the file.
FILE = "SCANNER_BENCH_RESULTS"


@dataclass(frozen=True)
class Result:
    """One figure that something is aimed at: a row of the summary.

    Attributes:
        benchmark: the name of the benchmark, as the command line has it.
        what: what was measured, with its unit: "1 MB upload, end to `ready`".
        today: today's figure as people read it: "1.24 s".
        beside: that of the peer or the floor, named: "0.11 s, trivial trigger".
        base: that of the build that `BASE` names; empty without one.
        ratio: the figure that the aim is about.
        aim: the most that it may be, or the least.
        at_most: whether less is better.
        unit: what `ratio` and `aim` are counted in; "x" for times as much.
    """

    benchmark: str
    what: str
    today: str
    beside: str
    base: str
    ratio: float
    aim: float
    at_most: bool = True
    unit: str = "x"

    @property
    def met(self) -> bool:
        """Whether the ratio is what is aimed at, or better."""
        return self.ratio <= self.aim if self.at_most else self.ratio >= self.aim

    @property
    def verdict(self) -> str:
        """Met, or by how much of the aim it is missed."""
        if self.met:
            return "met"
        return f"missed by {abs(self.ratio / self.aim - 1):.0%}" if self.aim else "missed"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row, in the order of `SUMMARY`."""
        bound = f"{'≤' if self.at_most else '≥'} {_figure(self.aim)}{self.unit}"
        ratio = f"{_figure(self.ratio)}{self.unit}"
        return self.what, self.today, self.beside, self.base, ratio, bound, self.verdict


#: The headings of the summary.
SUMMARY = ("what", "today", "beside", "base", "ratio", "aim", "verdict")


def tell(*results: Result) -> bool:
    """Add to the summary; returns whether all aims are met."""
    for result in results:
        _write({"result": asdict(result)})
    return all(result.met for result in results)


def show(console: Console, benchmark: str, table: Table, *notes: str) -> None:
    """Print a table and what is to be said of it, and have docs/performance.md take both."""
    console.print(table)
    for note in notes:
        console.print(note)
    _write({"benchmark": benchmark, "text": "\n\n".join([markdown(table), *map(_plain, notes)])})


def read(file: Path) -> tuple[list[Result], dict[str, str]]:
    """Return what was told, and the text of each benchmark for the docs."""
    results, texts = [], dict[str, str]()
    for line in file.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        if "result" in found:
            results.append(Result(**found["result"]))
        else:
            name = found["benchmark"]
            texts[name] = "\n\n".join(filter(None, [texts.get(name), found["text"]]))
    return results, texts


def markdown(table: Table) -> str:
    """Return a table as Markdown, its title above it; colours are left out."""
    heads = [_plain(str(column.header)) for column in table.columns]
    marks = ["---:" if column.justify == "right" else "---" for column in table.columns]
    lines = [_line(heads), _line(marks), *map(_line, _rows(table))]
    title = [f"{_plain(str(table.title))}:\n"] if table.title else []
    return "\n".join([*title, *lines])


def summary(results: list[Result]) -> Table:
    """Return all that is aimed at as one table."""
    table = Table(title="All aims", title_justify="left")
    for heading in SUMMARY:
        table.add_column(heading, justify="left" if heading in ("what", "verdict") else "right")
    for result in results:
        *cells, verdict = result.cells
        table.add_row(*cells, f"[{'green' if result.met else 'red'}]{verdict}[/]")
    return table


def _rows(table: Table) -> Iterator[list[str]]:
    columns = [list(column.cells) for column in table.columns]
    for cells in zip(*columns, strict=True):
        yield [_plain(str(cell)) for cell in cells]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    return Text.from_markup(text).plain


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == round(value) or value >= 100 else f"{value:.3g}"


def _write(entry: dict[str, object]) -> None:
    if named := os.environ.get(FILE):
        with Path(named).open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
