"""Runs the named benchmarks, all of them by default; fails when one misses its target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial

from rich.console import Console

from benchmarks import (
    case_check,
    cold_start,
    concurrency,
    contention,
    likeness_of_pictures,
    occlusion,
    readers,
    statements,
    stl,
    viewer,
    wallet,
)

#: Name -> what runs it: prints its table, returns whether every target was met.
BENCHMARKS: dict[str, Callable[[Console], bool]] = {
    "case_check": case_check.run,
    "cold_start": cold_start.run,
    "concurrency": concurrency.run,
    "contention": contention.run,
    "likeness_of_pictures": likeness_of_pictures.run,
    "occlusion": occlusion.run,
    "readers": readers.run,
    "statements": statements.run,
    "stl": stl.run,
    "viewer": viewer.run,
    "wallet": wallet.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that the command line names; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--cases", type=int, default=case_check.CASES, help="of case_check")
    parser.add_argument(
        "--seed", type=int, default=case_check.SEED, help="of case_check, its first"
    )
    chosen = parser.parse_args(arguments)
    names: list[str] = chosen.names or list(BENCHMARKS)
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {list(BENCHMARKS)}")
    console = Console()
    checked = partial(case_check.run, cases=chosen.cases, seed=chosen.seed)
    benchmarks: dict[str, Callable[[Console], bool]] = {**BENCHMARKS, "case_check": checked}
    met = [benchmarks[name](console) for name in names]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
