"""The viewer of scans in a real browser; `viewer.mjs` asserts by itself, on boxes that it makes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("viewer.mjs")
_SECONDS = 180


def test_the_viewer_shows_cuts_and_measures_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = subprocess.run(
        ["node", PROGRAM, tmp_path / "page"],
        capture_output=True, text=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    with capsys.disabled():
        sys.stdout.write(f"\n{run.stdout}")
    assert run.returncode == 0, run.stderr
