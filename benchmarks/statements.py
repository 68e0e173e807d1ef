"""Statements beside those of an earlier commit: processor time and memory a line.

Both print the same entries, each in a process of its own with the source of its commit; the rounds
take turns, and the best of each counts. What loads once an instance, the fonts, is loaded before.
`BASE` names the earlier commit, 55637e5 otherwise, which the aim speaks of.
"""

from __future__ import annotations

import json
import subprocess
import sys

from rich.console import Console
from rich.table import Table

from benchmarks import results
from benchmarks.builds import ROOT, TODAY, BaseError, Build, base

#: The commit that a line is held to, where the environment names no other.
EARLIER = "55637e5"
LINES = 5_000
TABLE_LINES = 20_000
ROUNDS = 3
#: Processor time of a line on paper, in parts of the base's.
TARGET = 0.1
#: Megabytes that a statement takes beyond what the process had.
MEMORY = 64.0

Figures = dict[str, float]


def run(console: Console) -> bool:
    """Measure both; returns whether a line takes as little as aimed at, in bounded memory.

    Raises:
        BaseError: the earlier commit is none of this repository's.
    """
    older = base() or base(EARLIER)
    if older is None:
        raise BaseError(EARLIER)
    ours, earlier = [], []
    for _ in range(ROUNDS):
        ours.append(_measured(Build(TODAY, ROOT)))
        earlier.append(_measured(older))
    best = {name: min(each[name] for each in ours) for name in ours[0]}
    before = {name: min(each[name] for each in earlier) for name in earlier[0]}
    results.show(console, "statements", _table(best, before, older.name))
    figures = (f"{best['pdf'] * 1e3:.3f} ms", "", f"{before['pdf'] * 1e3:.3f} ms")
    line = results.Result(
        "statements", "a line on paper", *figures, best["pdf"] / before["pdf"], TARGET
    )
    return results.tell(line) and max(best["memory"], best["csv memory"]) <= MEMORY


def _measured(build: Build) -> Figures:
    """Print statements in a process of its own, with a build's source."""
    program = [sys.executable, "-P", str(ROOT / "benchmarks" / "statement_lines.py")]
    told = subprocess.run(
        [*program, str(LINES), str(TABLE_LINES)],
        env=build.environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    figures: Figures = json.loads(told.stdout)
    return figures


def _table(ours: Figures, before: Figures, earlier: str) -> Table:
    table = Table(title=f"A statement of {LINES:,} lines on paper, of {TABLE_LINES:,} as CSV")
    for heading in ("", "ms a line", "MB more", "µs a line, CSV", "MB more, CSV"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, figures in ((TODAY, ours), (earlier, before)):
        table.add_row(
            name,
            f"{figures['pdf'] * 1e3:.3f}",
            f"{figures['memory']:.0f}",
            f"{figures['csv'] * 1e6:.1f}",
            f"{figures['csv memory']:.1f}",
        )
    return table
