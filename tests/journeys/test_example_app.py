"""The app of 60 lines that the docs show, in a real browser."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.support import ids
from tests.support.people import Cast
from tests.support.sdk import sdk_settings
from tests.support.sources import ROOT
from tests.support.typescript import ClientCopy, compiled
from tools import samples

PROGRAM = Path(__file__).with_name("example_app.mjs")
APP = Path("docs/apps/example")
_SECONDS = 480


def test_the_app_registers_uploads_listens_and_links(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is laid out as in this repository, and built by the commands of its page."""
    client = ClientCopy.at(tmp_path / "clients" / "typescript")
    client.build()
    shutil.copytree(ROOT / APP, tmp_path / APP, ignore=shutil.ignore_patterns("*.js"))
    shutil.copy(ROOT / "package.json", tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    assert compiled(tmp_path / APP) == ""
    for helper in (PROGRAM.with_name("app.mjs"), ROOT / "tests" / "support" / "browser.mjs"):
        client.add(helper)
    scan = tmp_path / "upper.stl"
    scan.write_bytes(samples.arch("upper", 1000))
    settings = {
        **sdk_settings(),
        "folder": str(tmp_path),
        "email": ids.email(),
        "admin": {"email": cast.admin.email, "password": cast.admin.password},
        "stl": str(scan),
    }
    told = client.run(PROGRAM, settings, _SECONDS)
    with capsys.disabled():
        sys.stdout.write(f"\n{told}")


def test_the_app_is_as_short_as_it_is_said_to_be() -> None:
    assert len((ROOT / APP / "app.ts").read_text(encoding="utf-8").splitlines()) <= 60
