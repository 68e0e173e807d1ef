"""The demo's own judgement: which files it takes, which copy it calls the same, when it fails."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from scans import stl
from tools import samples
from tools.demo.scan import Scan, ScanError, compare
from tools.demo.show import ROWS
from tools.demo.steps import Steps, StoryEndedError, UnexpectedError

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


def test_the_first_call_of_each_function_is_noted_once() -> None:
    steps = Steps()
    with steps.step("one") as one:
        steps.starts("f")
        steps.starts("f")
    with steps.step("two") as two:
        steps.starts("f")
        steps.starts("g")
    assert (one.first_calls, two.first_calls) == (["f"], ["g"])
