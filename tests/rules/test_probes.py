"""A sample of the probes: answered as the data map says, and by the emulator as by the evaluator.

All of them are asked by `make rules-matrix`, and of changed rules by `make mutants`.
"""

from __future__ import annotations

import subprocess
import sys

from tests.rules.probes.killing import equivalent
from tests.rules.probes.mutants import mutants
from tests.rules.probes.running import FILES
from tests.support.sources import ROOT

#: Another one each day would fail on a day on which nothing was changed.
_SEED = "7"


def _run(*arguments: str) -> str:
    """Run a command of the probes, which have a virtual machine of their own; its output."""
    call = [sys.executable, "-m", "tests.rules.probes", *arguments, "--seed", _SEED]
    ended = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False, timeout=500)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_a_sample_of_probes_is_answered_as_the_data_map_says() -> None:
    assert "every answer is what the data map says" in _run("matrix", "--people", "3")


def test_the_emulator_answers_as_the_evaluator_does() -> None:
    """What is handed to the evaluator here is what the emulator hands to it there."""
    assert "asked of both" in _run("compare", "--people", "5", "--sample", "200")


def test_what_is_said_to_be_equivalent_is_a_mutant() -> None:
    """One that the rules no longer make is taken off the list."""
    made = {each.name for file in FILES.values() for each in mutants((ROOT / file).read_text())}
    assert len(made) > 500
    assert equivalent().keys() <= made
    assert all(len(reason) > 20 for reason in equivalent().values())
