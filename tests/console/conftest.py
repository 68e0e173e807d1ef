"""What the tests of the console share: its address, and stories played in a browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.sdk import sdk_settings
from tests.support.sources import ROOT
from tools.emulators.layout import HOST

STORIES = Path(__file__).with_name("stories")
SCREENSHOTS = ROOT / ".scanner" / "screenshots"
_SECONDS = 300


@pytest.fixture(scope="session")
def console() -> str:
    """The address of the console, which the suite serves where it is built."""
    if not (ROOT / "web" / "dist" / "index.html").is_file():
        pytest.fail(
            "the console is not built: run make web, then start the emulators", pytrace=False
        )
    return f"http://{HOST}:{os.environ['SCANNER_HOSTING_PORT']}"


@pytest.fixture
def play(console: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Play a story of ``stories/`` in a browser, with what it is told; its steps are printed."""

    def play(name: str, *, seconds: int = _SECONDS, **told: object) -> None:
        settings = {
            **sdk_settings(),
            "console": console,
            "screenshots": str(SCREENSHOTS),
            **told,
        }
        run = subprocess.run(
            ["node", STORIES / f"{name}.mjs"],
            input=json.dumps(settings),
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        with capsys.disabled():
            sys.stdout.write(f"\n{run.stdout}")
        if run.returncode != 0 or run.stderr:
            pytest.fail(run.stderr, pytrace=False)

    return play
