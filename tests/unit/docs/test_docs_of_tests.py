"""Each folder of tests says what belongs there, and names modules that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.sources import FUNCTIONS, ROOT

TESTS = ROOT / "tests"
READMES = sorted(TESTS.rglob("README.md"))


def missing(readme: Path, text: str) -> set[str]:
    """Return the Python files that a text names and that stand neither beside it nor below root."""
    named = re.findall(r"`([\w./{},]+\.py)`", text)
    return {
        each
        for each in named
        if not any((start / each).exists() for start in (readme.parent, ROOT, FUNCTIONS))
    }


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_a_readme_names_what_is_there(readme: Path) -> None:
    assert missing(readme, readme.read_text(encoding="utf-8")) == set()


def test_a_name_that_is_gone_is_found() -> None:
    text = "`ids.py`, `../unit/test_rooms.py`, `tools/client.py`, `gone.py` and `../gone/ids.py`"
    assert missing(TESTS / "support" / "README.md", text) == {"gone.py", "../gone/ids.py"}


def test_every_folder_has_a_readme() -> None:
    """Of tests and, where tests are laid out by package, of each package."""
    folders = {path.parent for path in TESTS.rglob("*.py")} - {TESTS}
    outer = {TESTS / Path(*folder.relative_to(TESTS).parts[:2]) for folder in folders}
    assert len(outer) > 20
    assert {folder for folder in outer if not (folder / "README.md").exists()} == set()


def test_what_all_share_is_listed() -> None:
    """Whoever looks for a helper finds it by what it is for."""
    listed = (TESTS / "support" / "README.md").read_text(encoding="utf-8")
    modules = {path.name for path in (TESTS / "support").glob("*.py")} - {"__init__.py"}
    assert {name for name in modules if f"`{name}`" not in listed} == set()
