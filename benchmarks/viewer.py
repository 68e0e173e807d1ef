"""The console's viewer of scans, drawn by software: how long until they are there, how they turn.

The scans of a made-up case are served by this machine, so that what is counted is the viewer's own
work: its code, reading, joining corners, shading, and the first whole picture. Chromium has no
graphics processor here (SwiftShader): a device with one turns them at the rate of its screen.
"""

from __future__ import annotations

import json
import statistics
import subprocess
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import results
from tools.samples import case

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".scanner" / "bench" / "viewer"
PROGRAM = Path(__file__).with_suffix(".mjs")
ROUNDS = 5
_SECONDS = 300

#: Asked of each scan of the case; what comes of it is told.
TRIANGLES = 250_000
#: For one scan: from the press of the button, and pictures a second while it is turned.
GOAL_SECONDS = 2.0
GOAL_PICTURES = 20


def run(console: Console) -> bool:
    """Measure and print; returns whether the goals hold for one scan, in the best of the rounds."""
    told = _measure(console)
    table = Table(title=f"Scans in 3D by software, of {ROUNDS} rounds")
    headings = ("triangles", "shown: best", "median", "pictures a second: best", "median", "memory")
    for heading in headings:
        table.add_column(heading, justify="right")
    for each in told.values():
        shown = [taken["milliseconds"] / 1000 for taken in each["runs"]]
        rates = [taken["rate"] for taken in each["runs"]]
        held = [taken["megabytes"] for taken in each["runs"] if taken["megabytes"] is not None]
        table.add_row(
            f"{each['triangles']:,}",
            f"{min(shown):.2f} s",
            f"{statistics.median(shown):.2f} s",
            f"{max(rates):.0f}",
            f"{statistics.median(rates):.0f}",
            f"{statistics.median(held):.0f} MB" if held else "not told",
        )
    results.show(console, "viewer", table)
    one = told["1"]["runs"]
    seconds = min(taken["milliseconds"] for taken in one) / 1000
    rate = max(taken["rate"] for taken in one)
    return results.tell(
        results.Result(
            *("viewer", "one scan shown", f"{seconds:.2f} s", "", ""),
            *(seconds, GOAL_SECONDS),
            unit=" s",
        ),
        results.Result(
            *("viewer", "one scan turned, pictures a second", f"{rate:.0f}", "", ""),
            *(rate, GOAL_PICTURES),
            at_most=False,
            unit="",
        ),
    )


def _measure(console: Console) -> dict[str, Any]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with console.status("Making scans"):
        made = case(1, triangles=TRIANGLES)
        for jaw, scan in (("upper", made.upper), ("lower", made.lower)):
            if scan is not None:  # it is: a sound case has both
                (FOLDER / f"{jaw}.stl").write_bytes(scan.stl)
    with console.status("Showing them"):
        ran = subprocess.run(
            ["node", PROGRAM, FOLDER, FOLDER / "page", str(ROUNDS)],
            cwd=ROOT, capture_output=True, text=True, timeout=_SECONDS, check=True,
        )  # fmt: skip
    told: dict[str, Any] = json.loads(ran.stdout)
    return told
