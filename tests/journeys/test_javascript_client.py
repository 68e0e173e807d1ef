"""The main job with the real Firebase JavaScript SDK, on a scan of more than a megabyte."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ids
from tests.support.case_archives import exported, packed
from tests.support.people import appointed_admin
from tests.support.sdk import sdk_settings
from tools import samples

CLIENT = Path(__file__).with_name("client.mjs")
_SECONDS = 480


def test_the_main_job_with_the_javascript_sdk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The client prints its steps and ends by itself: an open handle would keep it running."""
    scan = tmp_path / "arch.stl"
    scan.write_bytes(samples.arch(triangles=30_000))
    assert scan.stat().st_size > 1024 * 1024
    archive = tmp_path / "case.zip"
    archive.write_bytes(packed(exported(triangles=10_000)))
    admin = appointed_admin()
    settings = {
        **sdk_settings(),
        "email": ids.email(),
        "admin": {"email": admin.email, "password": admin.password},
        "stl": str(scan),
        "archive": str(archive),
    }
    run = subprocess.run(
        ["node", CLIENT],
        input=json.dumps(settings),
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{run.stdout}")
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
    assert run.stderr == ""
