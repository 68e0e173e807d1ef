"""Each finding stands by itself, pins what it is about, and is listed."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from tests.support.sources import ROOT

FINDINGS = sorted((ROOT / "findings").glob("*.sh"))


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda path: path.stem)
def test_a_finding_stands_by_itself(finding: Path) -> None:
    text = finding.read_text(encoding="utf-8")
    assert finding.stat().st_mode & stat.S_IXUSR
    assert "set -euo pipefail\nfolder=$(mktemp -d)\n" in text
    assert "Exits with" in text.replace("\n# ", " ")
    installed = re.findall(r'(?:pip"|npm) install((?:[^\n\\]|\\\n)+)', text)
    packages = [word for line in installed for word in line.split() if word[:1] not in "-\\"]
    assert packages
    assert [each for each in packages if not re.search(r".[=@]=?\d", each)] == [], "not pinned"
    ours = re.search(r"^\s*(?:from|import) (?:core|scans|labs|wallet|tools)\b", text, re.MULTILINE)
    assert ours is None


def test_the_list_has_each_finding_and_no_other() -> None:
    listed = re.findall(r"^\| \[(\w+)\]\(\1\.sh\) \|", _list(), re.MULTILINE)
    assert listed == [finding.stem for finding in FINDINGS]


def test_one_that_has_changed_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "findings"
    folder.mkdir()
    for name, code in (("a_changed", 1), ("b_stands", 0)):
        made = folder / f"{name}.sh"
        made.write_text(f"#!/bin/sh\necho seen\nexit {code}\n")
        made.chmod(0o700)
    run = folder / "run"
    run.write_bytes((ROOT / "findings" / "run").read_bytes())
    run.chmod(0o700)

    def ran(*names: str) -> tuple[int, list[str]]:
        done = subprocess.run([run, *names], capture_output=True, text=True, check=False)
        return done.returncode, [line.partition(":")[0] for line in done.stdout.splitlines()]

    assert ran() == (1, ["changed    a_changed", "as it was  b_stands"])
    assert ran("b_stands") == (0, ["as it was  b_stands"])
    assert (tmp_path / ".scanner/findings/a_changed.log").read_text() == "seen\n"
    assert os.access(ROOT / "findings" / "run", os.X_OK)


def _list() -> str:
    return (ROOT / "findings" / "README.md").read_text(encoding="utf-8")
