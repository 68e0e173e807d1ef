"""Statements beside those of an earlier commit: processor time and memory a line.

Both print the same entries, each in a process of its own with the source of its commit; the rounds
take turns, and the best of each counts. What loads once an instance, the fonts, is loaded before.
`BASE` names the earlier commit; it must have statements as 55637e5 has them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
BASE = os.environ.get("BASE", "55637e5")
LINES = 5_000
TABLE_LINES = 20_000
ROUNDS = 3
#: Processor time of a line on paper, in parts of the base's.
TARGET = 0.1
#: Megabytes that a statement takes beyond what the process had.
MEMORY = 64.0

Figures = dict[str, float]


def run(console: Console) -> bool:
    """Measure both; returns whether a line takes as little as aimed at, in bounded memory."""
    base = _checked_out()
    ours, earlier = [], []
    for _ in range(ROUNDS):
        ours.append(_measured(ROOT))
        earlier.append(_measured(base))
    best = {name: min(each[name] for each in ours) for name in ours[0]}
    before = {name: min(each[name] for each in earlier) for name in earlier[0]}
    console.print(_table(best, before))
    ratio = best["pdf"] / before["pdf"]
    console.print(f"a line on paper takes {ratio:.3f} of the processor time of {BASE}")
    return ratio <= TARGET and best["memory"] <= MEMORY and best["csv memory"] <= MEMORY


def _checked_out() -> Path:
    """Return a work tree of the earlier commit, made where there is none."""
    folder = ROOT / ".scanner" / "bench" / f"at-{BASE}"
    if not folder.exists():
        git = ["git", "-C", str(ROOT), "worktree", "add", "--detach", str(folder), BASE]
        subprocess.run(git, check=True, capture_output=True)
    return folder


def _measured(tree: Path) -> Figures:
    """Print statements in a process of its own, with a tree's source."""
    program = [sys.executable, "-P", str(ROOT / "benchmarks" / "statement_lines.py")]
    # Child and parent share no module: the tree's are called as ours are.
    settings = {**os.environ, "PYTHONPATH": str(tree / "functions")}
    told = subprocess.run(
        [*program, str(LINES), str(TABLE_LINES)],
        env=settings,
        check=True,
        capture_output=True,
        text=True,
    )
    figures: Figures = json.loads(told.stdout)
    return figures


def _table(ours: Figures, base: Figures) -> Table:
    table = Table(title=f"A statement of {LINES:,} lines on paper, of {TABLE_LINES:,} as CSV")
    for heading in ("", "ms a line", "MB more", "µs a line, CSV", "MB more, CSV"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, figures in (("now", ours), (BASE, base)):
        table.add_row(
            name,
            f"{figures['pdf'] * 1e3:.3f}",
            f"{figures['memory']:.0f}",
            f"{figures['csv'] * 1e6:.1f}",
            f"{figures['csv memory']:.1f}",
        )
    return table
