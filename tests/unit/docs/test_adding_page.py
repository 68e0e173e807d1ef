"""The page on how to add things names files and tests that there are."""

from __future__ import annotations

import re

import pytest

from tests.support.sources import ROOT, tree

PAGE = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")
CODE = sorted(set(re.findall(r"`([^`\s]+)`", PAGE)))
FILES = [
    name for name in CODE if "::" not in name and re.search(r"/.*\.\w+$|\.(?:rules|json|md)$", name)
]
TESTS = [name for name in CODE if "::" in name]


def there(test: str) -> bool:
    """Tell whether a file has a test of this name."""
    file, _, name = test.partition("::")
    path = ROOT / file
    return path.is_file() and name in {getattr(node, "name", "") for node in tree(path).body}


def test_what_the_page_names_is_found() -> None:
    assert {"functions/main.py", "firestore.rules", "functions/core/settings.py"} <= set(FILES)
    assert len(TESTS) > 20


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_the_page_names_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize("name", TESTS)
def test_a_test_that_the_page_names_is_there(name: str) -> None:
    assert there(name)


@pytest.mark.parametrize("heading", re.findall(r"^## (.*)$", PAGE, re.MULTILINE))
def test_every_way_names_files_and_a_test(heading: str) -> None:
    (section,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert [name for name in FILES if f"`{name}`" in section]
    assert [name for name in TESTS if f"`{name}`" in section]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("tests/unit/test_surface.py::test_main_names_everything_once", True),
        ("tests/unit/test_surface.py::test_main_names_everything_twice", False),
        ("tests/unit/test_surfaces.py::test_main_names_everything_once", False),
    ],
)
def test_a_test_that_is_not_there_is_found(test: str, expected: bool) -> None:
    assert there(test) is expected
