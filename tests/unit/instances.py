"""Code run as an instance of a function runs, in a process of its own and without a network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.support.sources import FUNCTIONS


def run(code: str, target: str | None, *arguments: str, source: Path = FUNCTIONS) -> str:
    """Run code as an instance of a function of some source; return what it prints last."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "PYTHONPATH": str(source),
        "GOOGLE_APPLICATION_CREDENTIALS": "/nonexistent/credentials.json",
        "FIREBASE_CONFIG": json.dumps({"projectId": "demo-x", "storageBucket": "demo-x"}),
    } | ({"FUNCTION_TARGET": target} if target else {})
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]
