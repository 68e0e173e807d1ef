"""What a part of the console answers, without a page and without the emulators."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).with_name("console_part.mjs")
_SECONDS = 120


def answers_of(module: Path, folder: Path, asked: Mapping[str, object]) -> dict[str, Any]:
    """Build a module of JavaScript that exports ``answers``, and put the questions to it."""
    run = subprocess.run(
        ["node", _PROGRAM, module, folder],
        input=json.dumps(asked), capture_output=True, text=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    answers: dict[str, Any] = json.loads(run.stdout)
    return answers
