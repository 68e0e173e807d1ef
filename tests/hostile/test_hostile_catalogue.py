"""Every file of the catalogue: what the gate says, and what that takes; small ones under -O too."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import (
    camera_files,
    colour_files,
    heavy_pictures,
    heavy_scans,
    picture_files,
    scan_files,
)  # fmt: skip
from tests.hostile.case import Case

ROOT = Path(__file__).parents[2]
MOST_MIB = 256
MOST_SECONDS_PER_MIB = 2
DEADLINE = 300
"""Seconds after which a judging process is given up, on a busy machine too."""

SMALL = {
    f"{case.kind.value}: {name}": case
    for files in (
        scan_files.FILES,
        picture_files.FILES,
        camera_files.FILES,
        colour_files.FILES,
    )
    for name, case in files.items()
}
HEAVY = heavy_scans.FILES | heavy_pictures.FILES
BOMBS = {"scans": heavy_scans.BOMBS, "pictures": heavy_pictures.BOMBS}


@dataclass(frozen=True)
class Judged:
    """What one process said of each file, and what it took."""

    verdicts: dict[str, dict[str, Any]]
    seconds: dict[str, float]
    peak_mib: float

    def said(self) -> dict[str, tuple[bool, tuple[str, ...]]]:
        """The verdicts in the catalogue's terms."""
        return {name: _said(verdict) for name, verdict in self.verdicts.items()}

    def too_slow(self) -> dict[str, float]:
        """Processor seconds for each MiB of the files that took too many."""
        return {name: took for name, took in self.seconds.items() if took > MOST_SECONDS_PER_MIB}


def judge(cases: dict[str, Case], folder: Path, *flags: str) -> Judged:
    """The files judged in a fresh process."""
    paths = [folder / str(number) for number in range(len(cases))]
    for case, path in zip(cases.values(), paths, strict=True):
        path.write_bytes(case.make())
    pairs = zip(cases.values(), paths, strict=True)
    arguments = [f"{case.kind.value}={path}" for case, path in pairs]
    try:
        printed = _run(arguments, *flags)
    finally:
        for path in paths:  # a gigabyte
            path.unlink()
    assert printed["optimised"] is ("-O" in flags)
    return _judged(cases, printed)


def agreed(cases: dict[str, Case], judged: Judged, folder: Path) -> None:
    """What holds of all files: told apart, within the limits.

    What took too long is judged once more: whatever else the machine does only ever adds to the
    processor time of a process, so the lesser of two is nearer to what the file takes.
    """
    assert judged.said() == {name: (case.passes, case.codes) for name, case in cases.items()}
    assert judged.peak_mib < MOST_MIB
    if slow := judged.too_slow():
        again = judge({name: cases[name] for name in slow}, folder)
        assert not again.too_slow()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """The small files judged one after the other."""
    return judge(SMALL, tmp_path_factory.mktemp("hostile"))


def test_small_files(small: Judged, tmp_path: Path) -> None:
    agreed(SMALL, small, tmp_path)


def test_the_same_without_asserts(small: Judged, tmp_path: Path) -> None:
    """Under `python -O` too: no finding rests on an `assert`, of which none is deployed either."""
    assert judge(SMALL, tmp_path, "-O").verdicts == small.verdicts


def test_refusals_say_what_to_do(small: Judged) -> None:
    """A sentence that quotes no byte of the file; nothing is stored."""
    for name, verdict in small.verdicts.items():
        for finding in verdict["findings"]:
            assert finding["sentence"].endswith("."), name
            assert finding["sentence"].isascii(), name
        assert bool(verdict["stored"]) is verdict["passes"], name


@pytest.mark.parametrize("what", BOMBS)
def test_bombs(what: str, tmp_path: Path) -> None:
    agreed(BOMBS[what], judge(BOMBS[what], tmp_path), tmp_path)


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_file(name: str, tmp_path: Path) -> None:
    """One in a process of its own, whose memory is its own."""
    cases = {name: HEAVY[name]}
    agreed(cases, judge(cases, tmp_path), tmp_path)


def _run(arguments: list[str], *flags: str) -> dict[str, Any]:
    """What `tests.hostile.judging` prints."""
    ran = subprocess.run(
        [sys.executable, "-X", "faulthandler", *flags, "-m", "tests.hostile.judging", *arguments],
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'functions'}{os.pathsep}{ROOT}"},
        stdout=subprocess.PIPE, check=True, timeout=DEADLINE,
    )  # fmt: skip
    return dict(json.loads(ran.stdout))


def _judged(cases: dict[str, Case], printed: dict[str, Any]) -> Judged:
    outcomes = dict(zip(cases, printed["files"], strict=True))
    return Judged(
        {name: outcome["verdict"] for name, outcome in outcomes.items()},
        {name: outcome["seconds_per_mib"] for name, outcome in outcomes.items()},
        printed["peak_mib"],
    )


def _said(verdict: dict[str, Any]) -> tuple[bool, tuple[str, ...]]:
    codes = tuple(finding["code"] for finding in verdict["findings"])
    return verdict["passes"], codes if verdict["passes"] else codes[:1]
