"""NumPy's linear algebra is told to keep to one thread before it is imported."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scans import gate

FUNCTIONS = Path(gate.__file__).parents[2]
TELL = "; import os; print(os.environ.get('OPENBLAS_NUM_THREADS'), 'numpy' in sys.modules)"


def told(code: str, **settings: str) -> list[str]:
    environment = {n: v for n, v in os.environ.items() if n != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}{TELL}"],
        cwd=FUNCTIONS,
        env=environment | settings,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.split()


def test_the_gate_says_so_before_numpy_is_there() -> None:
    assert told("import scans.gate") == ["1", "False"]
    assert told("import scans") == ["None", "False"]


def test_what_the_environment_says_stays() -> None:
    assert told("import scans.gate", OPENBLAS_NUM_THREADS="2") == ["2", "False"]


@pytest.mark.parametrize("module", ["pydantic", "concurrent.futures"])
def test_the_engine_by_itself_does_without(module: str) -> None:
    code = f"import scans.gate.stl; assert '{module}' not in sys.modules"
    assert told(code) == ["1", "True"]
    assert told(f"import {module}; assert '{module}' in sys.modules") == ["None", "False"]
