"""Reads what the functions logged during the tests, and fails the run for what must not be there.

Personal data of the tests' people, reasons that a callable did not declare, and failures that no
test meant to cause: none of them shows in an answer, all of them show in the log.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.support.canary_words import GONE, STAYS

#: Whatever the tests' people typed: names, numbers, addresses, reasons, file names. The shortest
#: stands inside one id in a million, so it has to stand by itself.
PERSONAL = re.compile(
    r"(?<![A-Za-z0-9])Asha(?![A-Za-z0-9])|Meera|Ada Admin|@example\.com|\+9198|P-10\d\d|MG Road|"
    rf"Unpaid invoices|upper\.stl|{GONE}|{STAYS}"
)
FAULTS = re.compile(r'"message": "(reason not declared|unexpected failure|upload failed)"')


def faults(log: str) -> list[str]:
    """Return the functions' lines that must not be in the log; firebase-tools marks them `>`."""
    lines = (line for line in log.splitlines() if line.startswith(">"))
    return [line for line in lines if PERSONAL.search(line) or FAULTS.search(line)]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run when the log holds what it must not; once, after all workers are done."""
    path = session.config.rootpath / ".scanner" / "logs" / "emulators.log"
    worker = hasattr(session.config, "workerinput")
    if worker or not os.environ.get("SCANNER_FUNCTIONS_URL") or not path.exists():
        return
    if found := faults(Path(path).read_text(errors="replace")):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        shown = "\n".join(line[:300] for line in found[:10])
        print(f"\n{len(found)} lines of the log hold what they must not:\n{shown}")  # noqa: T201
