"""The console reads names of files as the functions do, and keeps whole the times that it offers.

The jaws are those that people wrote beside the names for the archives' test.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pydantic
import pytest

from scans.uploads.models import FileName
from tests.support.console_parts import answers_of
from tests.support.scan_names import NAMES

PART = Path(__file__).with_name("rules.mjs")

#: What people call files, beside what is kept of it; None: as it is.
KEPT = {
    "upper jaw.stl": None,
    "ऊपरी जबड़ा.stl": None,
    "a/b\\c.stl": "abc.stl",
    "tab\there.stl": "tabhere.stl",
    "x" * 200 + ".stl": "x" * 116 + ".stl",
    "...": "file",
    "\u200bscan.stl": "scan.stl",
    "क्\u200dष.stl": None,
}
KINDS = [
    ("scan.STL", "", "stl"),
    ("case.zip", "application/zip", "case"),
    ("IMG_1.HEIC", "", "image"),
    ("photo", "image/jpeg", "image"),
    ("scan.ply", "", None),
    ("notes.pdf", "application/pdf", None),
    ("stl", "", None),
]


def slot(starts: str, ends: str) -> dict[str, str]:
    return {"starts_at": f"2026-12-0{starts}", "ends_at": f"2026-12-0{ends}"}


_TEN = slot("2T10:00", "2T12:00")
_ELEVEN = slot("3T10:00", "3T11:00")
#: The form before, what somebody made of it, and what stands there then.
SLOTS = [
    ([_TEN], [{**_TEN, "starts_at": "2026-12-04T15:30"}], [slot("4T15:30", "4T17:30")]),
    ([_TEN], [{**_TEN, "ends_at": "2026-12-02T13:00"}], [slot("2T10:00", "2T13:00")]),
    ([_TEN], [_TEN, {}], [_TEN, slot("3T10:00", "3T12:00")]),
    ([_TEN, _ELEVEN], [_ELEVEN], [_ELEVEN]),
    ([_TEN], [{**_TEN, "starts_at": ""}], [{**_TEN, "starts_at": ""}]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    asked = {
        "paths": [name for names in NAMES.values() for name in names],
        "names": list(KEPT),
        "files": [{"name": name, "type": kind} for name, kind, _ in KINDS],
        "slots": [{"before": {"slots": a}, "changed": {"slots": b}} for a, b, _ in SLOTS],
    }
    return answers_of(PART, tmp_path_factory.mktemp("rules"), asked)


def test_the_jaw_that_a_name_says(told: dict[str, Any]) -> None:
    said = [(name, jaw and jaw.value) for jaw, names in NAMES.items() for name in names]
    asked = [name for name, _ in said]
    assert list(zip(asked, told["jaws"], strict=True)) == said


def test_the_name_that_is_kept_is_one_that_the_functions_take(told: dict[str, Any]) -> None:
    expected = [kept or name for name, kept in KEPT.items()]
    assert told["names"] == expected
    for name in expected:
        pydantic.TypeAdapter(FileName).validate_python(name)


def test_the_kind_of_a_file(told: dict[str, Any]) -> None:
    assert told["kinds"] == [kind for _, _, kind in KINDS]


def test_a_slot_stays_whole_while_it_is_changed(told: dict[str, Any]) -> None:
    assert told["slots"] == [{"slots": after} for _, _, after in SLOTS]
