"""One row of the catalogue: a hostile file and what the gate says of it."""

from collections.abc import Callable
from dataclasses import dataclass

from scans.gate.models import FileKind

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Case:
    """A file, made when asked for. `codes`: the first reason to refuse it, or all its warnings."""

    kind: FileKind
    passes: bool
    codes: tuple[str, ...]
    make: Make


def refused(kind: FileKind, code: str, make: Make | bytes) -> Case:
    """The file is refused, and `code` is the first reason given."""
    return Case(kind, passes=False, codes=(code,), make=_made(make))


def passes(kind: FileKind, make: Make | bytes, *warnings: str) -> Case:
    """The file may be stored, with these warnings and no others."""
    return Case(kind, passes=True, codes=warnings, make=_made(make))


def _made(make: Make | bytes) -> Make:
    return make if callable(make) else lambda: make
