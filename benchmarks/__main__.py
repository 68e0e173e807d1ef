"""Runs the named benchmarks, all of them by default; fails when one misses its target."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from rich.console import Console

from benchmarks import cold_start, concurrency, contention, occlusion, statements, stl, wallet

#: Name -> what runs it: prints its table, returns whether every target was met.
BENCHMARKS: dict[str, Callable[[Console], bool]] = {
    "cold_start": cold_start.run,
    "concurrency": concurrency.run,
    "contention": contention.run,
    "occlusion": occlusion.run,
    "statements": statements.run,
    "stl": stl.run,
    "wallet": wallet.run,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that the command line names; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    names: list[str] = parser.parse_args(arguments).names or list(BENCHMARKS)
    unknown = sorted(set(names) - set(BENCHMARKS))
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {list(BENCHMARKS)}")
    console = Console()
    met = [BENCHMARKS[name](console) for name in names]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
