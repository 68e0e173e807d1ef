"""Planted faults: each is put into a copy of the functions, and the world has to find it.

    PYTHONPATH=functions:. python -m tests.soak.world.planted --seconds 60

A plant is a file, what stands there and what takes its place (`plants.toml`). One that does not fit
any more ends the run: the list is held to the code. `--table` makes the table of the docs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.soak.world.plants import Plant, plants
from tests.support.sources import ROOT


@dataclass(frozen=True)
class Found:
    """What became of a plant: the invariant that broke, after how many seconds; empty if none."""

    plant: Plant
    invariant: str
    seconds: float
    told: str


def main() -> None:
    """Plant them one after the other, or those named, and tell which are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="which; all without")
    parser.add_argument("--seconds", type=float, default=60, help="of the processor, for each seed")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--table", action="store_true", help="print what docs have of them")
    arguments = parser.parse_args()
    chosen = [plant for plant in plants() if not arguments.names or plant.name in arguments.names]
    if arguments.table:
        print(table())
        return
    with ThreadPoolExecutor(arguments.at_once) as pool:
        results = list(
            pool.map(lambda plant: tried(plant, arguments.seconds, arguments.seeds), chosen)
        )
    missed = [found.plant.name for found in results if not found.invariant]
    print(f"{len(results) - len(missed)} of {len(results)} found; missed: {missed}")
    raise SystemExit(bool(missed))


def tried(plant: Plant, seconds: float, seeds: list[int]) -> Found:
    """Play worlds on a copy of the functions with one fault in it, until one finds it."""
    with tempfile.TemporaryDirectory() as folder:
        # Whatever is found beside its own place has to be the copy's, too.
        for part in ("functions", "tools", "tests/support", "tests/soak"):
            without = shutil.ignore_patterns("venv", "__pycache__")
            shutil.copytree(ROOT / part, Path(folder) / part, ignore=without)
        (Path(folder) / "tests" / "__init__.py").touch()
        functions = Path(folder) / "functions"
        plant.put(functions)
        found = Found(plant, "", 0.0, "")
        for seed in seeds:
            found = _played(plant, functions, seconds, seed)
            if found.invariant:
                break
    print(
        f"{plant.name}: {found.invariant or 'NOT FOUND'} {found.seconds:.0f} s {found.told}",
        flush=True,
    )
    return found


def _played(plant: Plant, functions: Path, seconds: float, seed: int) -> Found:
    environment = {
        **os.environ,
        "PYTHONPATH": f"{functions}{os.pathsep}{functions.parent}",
        "PYTHONHASHSEED": "0",
        "PYTHONPYCACHEPREFIX": str(functions.parent / "cache"),
    }
    command = [sys.executable, "-m", "tests.soak.world", "--seed", str(seed)]
    command += ["--seconds", str(seconds), "--shrink", "0"]
    began = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=functions.parent, check=False
    )
    took = time.monotonic() - began
    lines = [line for line in done.stderr.splitlines() if line.startswith("BROKEN ")]
    if not lines:
        return Found(plant, "", took, "" if not done.returncode else done.stderr[-500:])
    invariant, _, told = lines[0].removeprefix("BROKEN ").partition(": ")
    return Found(plant, invariant, took, told[:100])


def table() -> str:
    """Return the plants as a table."""
    rows = [f"| {plant.name} | `{plant.path}` | {plant.says} |" for plant in plants()]
    return "\n".join(["| fault | where | what it does |", "|---|---|---|", *rows])


if __name__ == "__main__":
    main()
