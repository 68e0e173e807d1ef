"""The command line of the samples."""

import argparse
from pathlib import Path
from typing import get_args

from tools.samples.arches import arch
from tools.samples.broken import Broken, broken
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
    chosen = parser.parse_args(arguments)
    if chosen.what == "arch":
        data = arch(chosen.jaw, chosen.triangles, chosen.seed)
    else:
        data = broken(chosen.kind) if chosen.what == "broken" else photo_with_gps()
    chosen.out.write_bytes(data)
    print(f"{chosen.out}: {len(data):,} bytes")
    return 0
