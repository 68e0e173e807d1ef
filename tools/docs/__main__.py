"""Command line of the documentation generator.

Without arguments it brings ``docs/`` up to date. With ``--check`` it changes nothing and fails,
naming the files, when the code has moved on from them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.docs import pages
from tools.docs.surface import UndocumentedError, load

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the pages, or check them; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail on stale files")
    check = parser.parse_args(arguments).check
    try:
        wanted = pages.render(load())
    except UndocumentedError as err:
        print(f"The documentation cannot be written: {err}", file=sys.stderr)
        return 1
    stale = [path for path, text in wanted.items() if _read(root / path) != text]
    orphans = _orphans(root, wanted)
    if check:
        return _report([*stale, *orphans])
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(wanted[path], encoding="utf-8")
    for path in orphans:
        (root / path).unlink()
    print(f"{len(wanted)} files, {len(stale)} written, {len(orphans)} removed.")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _orphans(root: Path, wanted: dict[str, str]) -> list[str]:
    """Return the schemas of callables that are no more."""
    sides = (root / pages.SCHEMAS).rglob("*.re*.json")  # requests and responses
    found = (path.relative_to(root).as_posix() for path in sides)
    return sorted(path for path in found if path not in wanted)


def _report(stale: list[str]) -> int:
    if not stale:
        return 0
    print("These files no longer say what the code does:", file=sys.stderr)
    print("".join(f"  {path}\n" for path in stale), end="", file=sys.stderr)
    print("Run `make docs` and commit the result.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
