"""Command line of the documentation generator.

Without arguments it brings ``docs/`` up to date. With ``--check`` it changes nothing and fails,
naming the files, when the code has moved on from them, or when documents that the last release
stored would not fit any more and nothing is said to migrate them. With ``--freeze``, at a release,
it keeps the shapes of stored documents as those that were released last.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.docs import pages, released
from tools.docs.migrations import MIGRATIONS
from tools.docs.surface import UndocumentedError, load
from tools.docs.typescript.source import PARTS

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Write the pages, or check them; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail on stale files")
    parser.add_argument("--freeze", action="store_true", help="the documents' schemas are released")
    asked = parser.parse_args(arguments)
    try:
        surface = load()
        wanted = pages.render(surface)
    except UndocumentedError as err:
        print(f"The documentation cannot be written: {err}", file=sys.stderr)
        return 1
    stale = [path for path, text in wanted.items() if _read(root / path) != text]
    orphans = _orphans(root, wanted)
    faults = released.faults(root, pages.stored(surface), MIGRATIONS)
    if asked.check:
        return _report([*stale, *orphans]) or _report_changes(faults)
    if asked.freeze and faults:
        return _report_changes(faults)
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(wanted[path], encoding="utf-8")
    for path in orphans:
        (root / path).unlink()
    print(f"{len(wanted)} files, {len(stale)} written, {len(orphans)} removed.")
    if asked.freeze:
        names = pages.stored(surface)
        released.freeze(root, {n: wanted[f"{released.PRESENT}/{n}.json"] for n in names})
        print(f"{len(names)} schemas of documents are those released last.")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _orphans(root: Path, wanted: Mapping[str, str]) -> list[str]:
    """Return the schemas of callables and collections that are no more, and parts of the client."""
    callables = (root / pages.SCHEMAS).rglob("*.re*.json")  # requests and responses
    documents = (root / released.PRESENT).glob("*.json")
    found = [*callables, *documents, *(root / PARTS).glob("*.ts")]
    there = (path.relative_to(root).as_posix() for path in found)
    return sorted(path for path in there if path not in wanted)


def _report(stale: list[str]) -> int:
    if not stale:
        return 0
    print("These files no longer say what the code does:", file=sys.stderr)
    print("".join(f"  {path}\n" for path in stale), end="", file=sys.stderr)
    print("Run `make docs` and commit the result.", file=sys.stderr)
    return 1


def _report_changes(faults: list[str]) -> int:
    if not faults:
        return 0
    print("Stored documents are not as the last release left them:", file=sys.stderr)
    print("".join(f"  {fault}\n" for fault in faults), end="", file=sys.stderr)
    print("See docs/operations/releases.md, and tools/docs/migrations.py.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
