"""A program that only prints ends quietly when nobody reads on."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.sources import ROOT


@pytest.mark.parametrize("lines", [1, 100_000])
def test_a_reader_that_has_enough_ends_it_quietly(lines: int) -> None:
    """Whether it is met while something is printed, or at the last flush."""
    program = (
        "import sys\n"
        "from tools.printing import printed\n"
        f"sys.exit(printed(lambda: print('x\\n' * {lines}) or 0))"
    )
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            stdout=write,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            check=False,
        )
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_read_to_its_end_keeps_its_exit_code() -> None:
    program = (
        "import sys\n"
        "from tools.printing import printed\n"
        "sys.exit(printed(lambda: print('all') or 3))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=ROOT, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, "all\n", "")
