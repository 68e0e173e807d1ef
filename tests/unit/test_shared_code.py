"""How tests share code: from modules that hold no tests, under names that mean one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import ROOT

MODULES = sorted((ROOT / "tests").rglob("*.py"))
#: What may import from the tests.
IMPORTERS = [
    *MODULES,
    *(p for name in ("tools", "benchmarks") for p in (ROOT / name).rglob("*.py")),
]


def imported(source: str) -> Iterator[str]:
    """Yield the modules that a source imports, and the names that it imports from them."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def of_test_modules(source: str) -> set[str]:
    """Return what a source imports from modules that hold tests."""
    return {
        name
        for name in imported(source)
        if name.startswith("tests.") and any(p.startswith("test_") for p in name.split("."))
    }


def classes(source: str) -> set[str]:
    """Return the public classes at the top of a module."""
    found = {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    return {name for name in found if not name.startswith("_")}


def shown(path: Path) -> str:
    """Return a module's path as messages show it."""
    return path.relative_to(ROOT).as_posix()


def test_nothing_is_imported_from_a_module_of_tests() -> None:
    """What two modules need stands in tests/support, or beside the tests of its room."""
    found = {shown(path): of_test_modules(path.read_text()) for path in IMPORTERS}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from tests.unit.test_rooms import home", {"tests.unit.test_rooms.home"}),
        ("from tests.support.ids import uid", set()),
        ("from tests.unit import test_rooms", {"tests.unit.test_rooms"}),
        ("def late():\n    import tests.unit.test_rooms as rooms", {"tests.unit.test_rooms"}),
    ],
)
def test_an_import_is_seen_however_it_is_written(source: str, found: set[str]) -> None:
    assert of_test_modules(source) == found


def test_what_all_folders_share_needs_none_of_them() -> None:
    """Support stands below: it may use itself, the functions and the tools."""
    for path in (ROOT / "tests" / "support").glob("*.py"):
        ours = {name for name in imported(path.read_text()) if name.startswith("tests.")}
        assert {name.split(".")[1] for name in ours} <= {"support"}, path.name


def test_no_two_classes_have_one_name() -> None:
    """One name means one thing in all of the tests."""
    where = defaultdict(list)
    for path in MODULES:
        for name in classes(path.read_text()):
            where[name].append(shown(path))
    assert where["Tenants"] == ["tests/support/account_records.py"]
    assert {name: paths for name, paths in where.items() if len(paths) > 1} == {}
