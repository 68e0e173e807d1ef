"""A scan is ready before it is drawn: whoever reads what drawing brings has an answer until then.

The readers are found in the code. Each has a test here that shows its answer; where one comes to
it, it needs one too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.privacy import Viewer
from core.projections import visible_to
from scans.cases.models import File
from tests.support import records
from tests.support.account_records import Tenants

ROOT = Path(__file__).resolve().parents[3]
FUNCTIONS, TESTS = ROOT / "functions", ROOT / "tests" / "emulator"
#: What a file has once it is drawn, by the names of its fields and of what is derived from them.
DRAWN = frozenset({"pictures", "features", "fingerprints", "arch", "drawn"})
#: Modules of which a name means something else: what is drawn, words of a paper, the definition.
OTHER = frozenset({
    "core/downloads.py", "core/long_table.py", "labs/orders/needs.py", "labs/receipts/building.py",
    "scans/archives/bites.py", "scans/cases/models.py", "scans/uploads/attachments.py",
})  # fmt: skip

#: Test modules, and a test in each of them.
_LINKED = (
    "labs/links/test_file_links",
    "of_a_scan_that_was_sent_before_it_was_drawn_the_pictures_follow",
)
_PRINTED = ("labs/receipts/test_receipts", "a_scan_that_was_sent_before_it_was_drawn_fails_nothing")
_EXPORTED = ("privacy/export/test_exports", "a_scan_that_is_not_drawn_yet_is_in_the_archive")
_OWN = ("scans/cases/test_cases", "a_scan_that_is_not_drawn_yet_has_a_link_to_itself_alone")
_ORDERED = ("labs/orders/test_case_check", "a_scan_that_is_not_drawn_yet_is_said_to_be_so")
_DRAWN = ("scans/intake/test_crashes", "the_ends_are_what_they_should_be")
_PAIRED = (
    "scans/pairs/test_recording",
    "one_that_was_superseded_before_it_was_drawn_is_compared_once_it_is",
)
#: Reader -> the test of what it does with a scan that is not drawn yet.
READERS = {
    "labs/links/file_links.py": _LINKED,
    "labs/orders/drafting.py": _LINKED,
    "labs/receipts/links.py": _PRINTED,
    "privacy/export/summary.py": _EXPORTED,
    "scans/cases/links.py": _OWN,
    "scans/checks/checked.py": _ORDERED,
    "scans/checks/ordered.py": _ORDERED,
    "scans/intake/drawing.py": _DRAWN,
    "scans/intake/filing.py": _DRAWN,
    "scans/pairs/reading.py": _ORDERED,
    "scans/pairs/recording.py": _PAIRED,
    "scans/pairs/twins.py": _ORDERED,
    "scans/sharing/for_labs.py": _LINKED,
}


def modules() -> Iterator[str]:
    """The modules that may read a file of a case: all but the gate, which knows none."""
    for path in sorted(FUNCTIONS.rglob("*.py")):
        name = path.relative_to(FUNCTIONS).as_posix()
        if not name.startswith(("venv/", "scans/gate/")):
            yield name


def reads(module: str) -> bool:
    """Tell whether a module takes one of the names off something, as an attribute or a key."""
    for node in ast.walk(ast.parse((FUNCTIONS / module).read_text())):
        if isinstance(node, ast.Attribute) and node.attr in DRAWN:
            return True
        if isinstance(node, ast.Subscript) and _names(node.slice):
            return True
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr == "get" and _names(*node.args[:1]):
            return True
    return False


def _names(*keys: ast.expr) -> bool:
    return any(isinstance(key, ast.Constant) and key.value in DRAWN for key in keys)


def test_each_reader_has_an_answer() -> None:
    assert {name for name in modules() if reads(name)} == READERS.keys() | OTHER


@pytest.mark.parametrize(("module", "test"), sorted(set(READERS.values())))
def test_the_answer_is_tested(module: str, test: str) -> None:
    found = ast.walk(ast.parse((TESTS / f"{module}.py").read_text()))
    assert f"test_{test}" in {each.name for each in found if isinstance(each, ast.FunctionDef)}


def test_a_file_of_an_earlier_release_is_drawn() -> None:
    """It has pictures, and no field says more. What is not drawn has none of all that."""
    stored = records.file(Tenants()).model_dump(mode="python")
    assert File.model_validate(stored).drawn
    undrawn = File.model_validate({**stored, "pictures": None})
    assert (undrawn.drawn, undrawn.features, undrawn.fingerprints, undrawn.arch) == (
        False, None, None, None,
    )  # fmt: skip
    assert "pictures" not in visible_to(Viewer.LAB, undrawn)
    del stored["pictures"]
    assert not File.model_validate(stored).drawn
