"""The demo's own judgement: which files it takes, which copy it calls the same, when it fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from scans.gate import stl
from scans.visits.requests import SlotOffered
from tools import samples
from tools.client import CallError, DeniedError, Person
from tools.demo import refused
from tools.demo.asking import rows
from tools.demo.scan import Scan, ScanError, compare
from tools.demo.show import ROWS, console, visit_table
from tools.demo.steps import Steps, StoryEndedError, UnexpectedError
from tools.demo.visits import slots_at
from tools.demo.warming import CALLED, function_of
from tools.deployed import functions

DEMO = Path(__file__).resolve().parents[3] / "tools" / "demo"
ARCH = samples.arch(triangles=1000)
STORED = stl.clean(ARCH)
FACET = b"""facet normal 0 0 1
 outer loop
  vertex 0 0 %d
  VERTEX 1.5e1 0 .25
  vertex 0 10 0.1
 endloop
endfacet
"""
ASCII = b"solid Meera\n%bendsolid Meera\n" % b"".join(FACET % n for n in range(4))


def test_a_cleaned_copy_is_the_same_but_for_its_header() -> None:
    assert compare(ARCH, STORED, "binary") == "identical but for: 80-byte header zeroed"
    assert compare(STORED, STORED, "binary") == "identical but for: header empty already"


def test_what_else_was_removed_is_said() -> None:
    coloured = ARCH[:132] + b"\x11\x22" + ARCH[134:] + b"trailing"
    verdict = compare(coloured, STORED, "binary")
    assert verdict is not None
    assert "attribute bytes zeroed" in verdict
    assert "trailing bytes dropped" in verdict


def test_an_ascii_file_is_compared_by_its_corners() -> None:
    assert "same corners" in str(compare(ASCII, stl.clean(ASCII), "ascii"))
    assert compare(ASCII.replace(b".25", b".26"), stl.clean(ASCII), "ascii") is None


@pytest.mark.parametrize("at", [0, 79, 84, 96, 132, len(STORED) - 3])
def test_a_copy_with_any_other_byte_is_not_the_same(at: int) -> None:
    spoilt = bytearray(STORED)
    spoilt[at] ^= 1
    assert compare(ARCH, bytes(spoilt), "binary") is None


@pytest.mark.parametrize("stored", [b"", STORED[:-50], STORED + bytes(50), ARCH])
def test_a_copy_of_another_length_or_with_a_name_is_not_the_same(stored: bytes) -> None:
    assert compare(ARCH, stored, "binary") is None


def test_a_missing_file_a_directory_and_an_empty_file_are_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "empty.stl").touch()
    for name, said in (("gone.stl", "no file"), (".", "directory"), ("empty.stl", "empty")):
        with pytest.raises(ScanError, match=said) as caught:
            Scan.own(tmp_path / name)
        assert "\n" not in str(caught.value)


def test_the_users_file_is_named_as_the_platform_allows(tmp_path: Path) -> None:
    path = tmp_path / f"{'long' * 40}\tname.stl"
    path.write_bytes(ARCH)

    scan = Scan.own(path)

    assert scan.name.endswith("longname.stl")
    assert len(scan.name) == 120
    assert scan.read() == ARCH


def test_every_figure_of_the_report_is_shown() -> None:
    report = stl.examine(ARCH).report
    assert report is not None
    read: set[str] = set()

    class Watched(dict[str, object]):
        def __getitem__(self, key: str) -> object:
            read.add(key)
            return super().__getitem__(key)

    shown = [value(Watched(asdict(report))) for _, value in ROWS]

    assert all(shown)
    assert read == {field.name for field in fields(report)}


def test_each_function_is_started_once() -> None:
    started = [function for function, _ in groupby(CALLED, function_of)]
    assert len(started) == len(set(started))


def test_a_step_that_fails_ends_the_story(capsys: pytest.CaptureFixture[str]) -> None:
    steps = Steps()
    assert not steps.all_well
    with steps.step("one"):
        pass
    assert steps.all_well
    with pytest.raises(StoryEndedError), steps.step("two"):
        raise UnexpectedError("it came out [wrong]")
    assert not steps.all_well
    assert "it came out [wrong]" in capsys.readouterr().out


def test_the_functions_that_the_story_calls_are_started_and_no_others() -> None:
    chapters = (path for path in DEMO.rglob("*.py") if path.name != "warming.py")
    named = re.compile(rf'"((?:{"|".join(functions())})/[a-z_]+)"')
    assert sorted(CALLED) == sorted(
        {name for path in chapters for name in named.findall(path.read_text())}
    )


@pytest.mark.parametrize("time", ["00:00", "18:29", "18:30", "23:59"])
def test_slots_are_an_hour_of_the_next_two_days_on_the_clinics_clock(time: str) -> None:
    now = datetime.fromisoformat(f"2026-05-31T{time}Z")  # midnight in India is 18:30 UTC
    slots = [SlotOffered.model_validate(slot) for slot in slots_at(10, now)]

    day = 1 if time < "18:30" else 2
    starts = [slot.starts_at.astimezone(UTC) for slot in slots]
    assert starts == [datetime(2026, 6, each, 4, 30, tzinfo=UTC) for each in (day, day + 1)]
    assert all((slot.ends_at - slot.starts_at).total_seconds() == 3600 for slot in slots)


def test_a_visit_is_shown_as_the_operator_reads_it() -> None:
    visit = {
        "clinic": {"name": "Smile [Dental]", "address": "12 MG Road", "city": "Pune",
                   "pincode": "411001"},
        "patient": {"reference": "P-1042"},
        "scans": ["upper_arch", "bite"],
        "slot": {"starts_at": "2026-05-06T18:30:00Z", "ends_at": "2026-05-06T19:30:00.000001Z"},
    }  # fmt: skip
    with console.capture() as captured:
        console.print(visit_table(visit))
    for said in ("Smile [Dental], 12 MG Road", "Pune 411001", "07 May, 00:00 to 01:00", "P-1042",
                 "upper arch, bite"):  # fmt: skip
        assert said in captured.get()


@dataclass
class Answered(Person):
    """Somebody whose requests are all answered alike: by an error, or let through."""

    error: Exception | None = None

    def _answer(self, answer: object) -> Any:
        if self.error:
            raise self.error
        return answer

    def read(self, path: str) -> dict[str, Any] | None:
        return self._answer({"id": path})

    def upload(self, name: str, data: bytes, content_type: str = "model/stl") -> None:
        self._answer((name, data, content_type))

    def call(self, function: str, data: object = None, **fields: object) -> Any:
        return self._answer({"links": [], "function": function, **fields, "data": data})


def test_what_must_be_refused_and_is_let_through_ends_the_story() -> None:
    denied, let_in = Answered(error=DeniedError(403)), Answered()
    refused.read(denied, "cases/x")
    refused.upload(denied, "landing/x", b"")
    with pytest.raises(UnexpectedError, match="cases/x could be read"):
        refused.read(let_in, "cases/x")
    with pytest.raises(UnexpectedError, match="still took a file"):
        refused.upload(let_in, "landing/x", b"")
    with pytest.raises(UnexpectedError, match="links were given"):
        refused.file_links(let_in, "x", [], "case-not-found")


def test_links_must_be_refused_for_the_reason_expected() -> None:
    error = CallError({"status": "NOT_FOUND", "details": {"reason": "case-not-found"}})
    assert refused.file_links(Answered(error=error), "x", [], "case-not-found") == "case-not-found"
    with pytest.raises(UnexpectedError, match="with case-not-found, not role-not-allowed"):
        refused.file_links(Answered(error=error), "x", [], "role-not-allowed")


def test_a_list_is_read_to_its_last_page() -> None:
    pages = {None: (["a", "b"], "1"), "1": ([], "2"), "2": (["c"], None)}

    class Lister(Person):
        def call(self, function: str, data: object = None, **fields: Any) -> Any:
            assert (function, data, fields["state"], fields["limit"]) == ("f", None, "s", 100)
            found, cursor = pages[fields["cursor"]]
            return {"rows": [{"id": each} for each in found], "cursor": cursor}

    assert [row["id"] for row in rows(Lister(), "f", "rows", state="s")] == ["a", "b", "c"]


def test_the_demo_starts_without_the_functions_in_its_path() -> None:
    """As `make demo` starts it: it is a client, and brings its own emulators up."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "tools.demo", "--help"]
    asked = subprocess.run(
        command, cwd=DEMO.parents[1], env=plain, capture_output=True, text=True, check=False
    )
    assert asked.returncode == 0, asked.stderr
