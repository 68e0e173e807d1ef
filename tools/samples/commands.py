"""The command line of the samples."""

import argparse
from pathlib import Path
from typing import get_args

from tools.samples.arches import arch
from tools.samples.broken import Broken, broken
from tools.samples.cases import Fault, SampleCase, case
from tools.samples.crowns import Jaw
from tools.samples.photos import photo_with_gps


def main(arguments: list[str] | None = None) -> int:
    """Write the sample asked for on the command line to a file."""
    parser = argparse.ArgumentParser(prog="tools.samples", description="Write a sample file.")
    kinds = parser.add_subparsers(dest="what", required=True)
    arches = kinds.add_parser("arch", help="a dental arch as binary STL")
    arches.add_argument("out", type=Path)
    arches.add_argument("--jaw", choices=get_args(Jaw), default="lower")
    arches.add_argument("--triangles", type=int, default=40_000)
    arches.add_argument("--seed", type=int, default=1)
    bad = kinds.add_parser("broken", help="a file to be refused")
    bad.add_argument("kind", choices=get_args(Broken))
    bad.add_argument("out", type=Path)
    kinds.add_parser("photo", help="a JPEG with a GPS position").add_argument("out", type=Path)
    cases = kinds.add_parser("case", help="the scans of a case, into a folder")
    cases.add_argument("out", type=Path)
    cases.add_argument("--seed", type=int, default=1)
    cases.add_argument("--fault", choices=get_args(Fault))
    cases.add_argument("--triangles", type=int, default=24_000)
    chosen = parser.parse_args(arguments)
    if chosen.what == "case":
        _write_case(chosen.out, case(chosen.seed, chosen.fault, chosen.triangles))
        return 0
    if chosen.what == "arch":
        data = arch(chosen.jaw, chosen.triangles, chosen.seed)
    else:
        data = broken(chosen.kind) if chosen.what == "broken" else photo_with_gps()
    chosen.out.write_bytes(data)
    print(f"{chosen.out}: {len(data):,} bytes")
    return 0


def _write_case(folder: Path, made: SampleCase) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    named = {"upper": made.upper, "lower": made.lower}
    named |= {f"bite {number}": bite for number, bite in enumerate(made.bites, 1)}
    for name, scan in named.items():
        if scan is not None:
            data = scan.stl
            (folder / f"{name}.stl").write_bytes(data)
            print(f"{folder / name}.stl: {len(data):,} bytes")
