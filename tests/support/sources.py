"""The source of what is deployed, as text and as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = ROOT / "functions"
PACKAGES = sorted(path.parent.name for path in FUNCTIONS.glob("*/__init__.py"))
SOURCES = sorted(path for package in PACKAGES for path in (FUNCTIONS / package).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def shown(path: Path) -> str:
    """Return a module's path as messages show it."""
    return path.relative_to(FUNCTIONS).as_posix()


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def members(path: Path, kind: type) -> set[str]:
    """Return the members of an enumeration that a module names: `PUSH` of `Channel.PUSH`."""
    return {
        node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == kind.__name__
    }
