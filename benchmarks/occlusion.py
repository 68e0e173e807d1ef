"""Comparing two jaws and drawing how they meet, beside MeshLib's signed distances.

Two arches in occlusion, as many triangles each as a scanner exports and up to a million. Scanner
samples both, measures them from each other, counts contacts, weighs the names and draws the
picture; MeshLib measures each vertex of both from the other jaw. Each run is a process of its own.
What is counted is the processor's time after reading and importing, and the most memory that the
process held.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import programs
from benchmarks.programs import MESHLIB_PAIR, SCANNER_PAIR, Program, Run

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".scanner" / "bench" / "pairs"
ROUNDS = 3

#: Triangles of each jaw. The second is what a scanner exported in a case that was published.
SIZES = (100_000, 250_000, 500_000, 1_000_000)
#: Of two arches of 250,000 triangles: seconds of a processor, and megabytes of the whole process.
SIZE_AIMED_AT = 250_000
GOAL_SECONDS = 0.6
GOAL_MEGABYTES = 200


def run(console: Console) -> bool:
    """Measure and print; returns whether the goals hold for two arches of 250,000 triangles."""
    try:
        programs.demand_packages()
        _make_pairs(console)
        best = {
            (size, program.name): _best(program, size)
            for size in SIZES
            for program in (SCANNER_PAIR, MESHLIB_PAIR)
        }
    except programs.Missing as err:
        console.print(f"[red]{err}[/]")
        return False
    table = Table(title=f"Two arches, best of {ROUNDS}: processor seconds (MB of the process)")
    for heading in ("triangles each", "relate", "picture", "Scanner", "MeshLib, distances alone"):
        table.add_column(heading, justify="right")
    for size in SIZES:
        ours, theirs = (best[size, each.name] for each in (SCANNER_PAIR, MESHLIB_PAIR))
        table.add_row(
            f"{size:,}",
            *(f"{ours.counts[f'{step} ms'] / 1000:.2f}" for step in ("relate", "picture")),
            f"{_seconds(ours):.2f} ({ours.megabytes:.0f})",
            f"{_seconds(theirs):.2f} ({theirs.megabytes:.0f})",
        )
    console.print(table)
    aimed = best[SIZE_AIMED_AT, SCANNER_PAIR.name]
    console.print(f"Goals at {SIZE_AIMED_AT:,}: {GOAL_SECONDS} s and {GOAL_MEGABYTES} MB.")
    return _seconds(aimed) <= GOAL_SECONDS and aimed.megabytes <= GOAL_MEGABYTES


def _best(program: Program, size: int) -> Run:
    """Return the run that took least of the processor."""
    return min((programs.run(program, FOLDER / str(size)) for _ in range(ROUNDS)), key=_seconds)


def _seconds(taken: Run) -> float:
    return sum(taken.counts.get(f"{step} ms", 0) for step in ("relate", "picture")) / 1000


def _make_pairs(console: Console) -> None:
    """Write the arches by a process of its own, so that this one stays small (see `names`)."""
    code = (
        "import json, sys; from pathlib import Path; from tools.samples import case\n"
        "for size in json.loads(sys.argv[2]):\n"
        "    folder = Path(sys.argv[1], str(size)); folder.mkdir(parents=True, exist_ok=True)\n"
        "    made = case(1, triangles=size)\n"
        "    (folder / 'upper.stl').write_bytes(made.upper.stl)\n"
        "    (folder / 'lower.stl').write_bytes(made.lower.stl)\n"
    )
    with console.status("Making arches"):
        subprocess.run(
            [sys.executable, "-c", code, str(FOLDER), json.dumps(SIZES)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": f"functions{os.pathsep}."},
            check=True,
        )
