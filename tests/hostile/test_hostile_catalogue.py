"""Every file of the catalogue: what the gate says, and what that takes; with and without -O."""

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


def judge(cases: dict[str, Case], folder: Path) -> tuple[Judged, Judged]:
    """The files judged in a fresh process, and in another under `python -O`."""
    paths = [folder / str(number) for number in range(len(cases))]
    for case, path in zip(cases.values(), paths, strict=True):
        path.write_bytes(case.make())
    pairs = zip(cases.values(), paths, strict=True)
    arguments = [f"{case.kind.value}={path}" for case, path in pairs]
    try:
        plain, optimised = _run(arguments), _run(arguments, "-O")
    finally:
        for path in paths:  # a gigabyte
            path.unlink()
    assert (plain["optimised"], optimised["optimised"]) == (False, True)
    return _judged(cases, plain), _judged(cases, optimised)


def agreed(cases: dict[str, Case], judged: tuple[Judged, Judged]) -> None:
    """What holds of all files: told apart, within the limits, the same without asserts."""
    plain, optimised = judged
    assert plain.said() == {name: (case.passes, case.codes) for name, case in cases.items()}
    assert plain.verdicts == optimised.verdicts
    assert not too_slow(*judged)
    assert plain.peak_mib < MOST_MIB


def too_slow(*judged: Judged) -> dict[str, float]:
    """Processor seconds for each MiB of the files that took too many, whoever judged them.

    The least of the processes' times: what else the machine does only ever adds to one.
    """
    took = {name: min(each.seconds[name] for each in judged) for name in judged[0].seconds}
    return {name: seconds for name, seconds in took.items() if seconds > MOST_SECONDS_PER_MIB}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Judged, Judged]:
    """The small files judged one after the other."""
    return judge(SMALL, tmp_path_factory.mktemp("hostile"))


def test_small_files(small: tuple[Judged, Judged]) -> None:
    agreed(SMALL, small)


def test_refusals_say_what_to_do(small: tuple[Judged, Judged]) -> None:
    """A sentence that quotes no byte of the file; nothing is stored."""
    for name, verdict in small[0].verdicts.items():
        for finding in verdict["findings"]:
            assert finding["sentence"].endswith("."), name
            assert finding["sentence"].isascii(), name
        assert bool(verdict["stored"]) is verdict["passes"], name


@pytest.mark.parametrize("what", BOMBS)
def test_bombs(what: str, tmp_path: Path) -> None:
    agreed(BOMBS[what], judge(BOMBS[what], tmp_path))


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_file(name: str, tmp_path: Path) -> None:
    """One in a process of its own, whose memory is its own."""
    cases = {name: HEAVY[name]}
    agreed(cases, judge(cases, tmp_path))


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
