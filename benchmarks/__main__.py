"""Runs the named benchmarks, all of them by default; fails when one misses its target.

`BASE=<commit>` has that build measured beside today's. Those that need emulators share one suite.
At the end stands what is aimed at, in one table; `--write` puts the tables of those that ran into
docs/performance.md.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console

from benchmarks import published, results
from benchmarks.builds import BaseError, builds
from benchmarks.programs import Missing, demand, demand_packages

#: Those that need no emulators of today's functions or start their own, in the order of running.
ALONE = (
    "case_check", "likeness_of_pictures", "occlusion", "rehearsal", "statements", "stl", "upload",
    "viewer",
)  # fmt: skip
#: Those that run on the emulators that the environment names.
ON_EMULATORS = (
    "callables",
    "cold_start",
    "concurrency",
    "contention",
    "growth",
    "readers",
    "wallet",
)
#: What some of them cannot run without: asked for before anything runs.
_DEMANDS: dict[str, Callable[[], None]] = {"occlusion": demand_packages, "stl": demand}
#: Of the case check, where nobody asks for more.
CASES = 200
#: Seconds that all of them may take together.
BUDGET = 15 * 60


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that the command line names; returns the exit code."""
    chosen = _chosen(arguments)
    if chosen.inside:
        return _measured(chosen.names)
    console = Console()
    try:
        measured = builds()
        for name in _DEMANDS.keys() & set(chosen.names):
            _DEMANDS[name]()
    except (BaseError, Missing) as err:
        console.print(f"[red]{err}[/]")
        return 1
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "results"
        told.touch()
        os.environ[results.FILE] = str(told)
        met = [_run(name, chosen, console) for name in chosen.names if name in ALONE]
        if served := [name for name in chosen.names if name in ON_EMULATORS]:
            console.rule(f"on emulators: {', '.join(served)}")
            inside = [sys.executable, "-m", "benchmarks", "--inside", *served]
            met.append(measured[0].in_suite(*inside) == 0)
        found, texts = results.read(told)
    took = time.monotonic() - started
    console.print(results.summary(found))
    console.print(f"{took / 60:.1f} minutes; at most {BUDGET // 60} for all. {published.machine()}")
    if chosen.write:
        texts["summary"] = results.markdown(results.summary(found))
        published.write(texts, [build.commit for build in measured])
    return 0 if all(met) else 1


def _chosen(arguments: Sequence[str] | None) -> argparse.Namespace:
    from benchmarks import case_check

    every = [*ALONE, *ON_EMULATORS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(every))
    parser.add_argument("--cases", type=int, default=CASES, help="of case_check")
    parser.add_argument(
        "--seed", type=int, default=case_check.SEED, help="of case_check, its first"
    )
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    chosen.names = chosen.names or every
    unknown = sorted(set(chosen.names) - set(every))
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {every}")
    return chosen


def _run(name: str, chosen: argparse.Namespace, console: Console) -> bool:
    console.rule(name)
    run: Callable[..., bool] = importlib.import_module(f"benchmarks.{name}").run
    options = {"cases": chosen.cases, "seed": chosen.seed} if name == "case_check" else {}
    return _timed(name, console, lambda: run(console, **options))


def _measured(names: list[str]) -> int:
    """Measure on the emulators that the environment names."""
    console, met = Console(), []
    for name in names:
        console.rule(name)
        measure: Callable[[Console], bool] = importlib.import_module(f"benchmarks.{name}").measure
        met.append(_timed(name, console, partial(measure, console)))
    return 0 if all(met) else 1


def _timed(name: str, console: Console, measure: Callable[[], bool]) -> bool:
    started = time.monotonic()
    met = measure()
    console.print(f"{name}: {time.monotonic() - started:.0f} s")
    return met


if __name__ == "__main__":
    sys.exit(main())
