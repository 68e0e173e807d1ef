"""A project is judged by the settings that its own files give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.project_states import FACTS, asked, switched_on
from tests.support.sources import ROOT
from tools.project import given
from tools.project.facts import discover
from tools.project.table import lines
from tools.release.runner import ReleaseError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout that has nothing but the files of settings, and the packages."""
    (tmp_path / "functions").mkdir()
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / "functions" / name).write_text(text, encoding="utf-8")


def test_a_projects_own_file_comes_before_that_of_all(root: Path) -> None:
    write(root, ".env", "SCANNER_APP_URL=https://a.scanner.in\nSCANNER_SWEEP_MINUTES=10\n")
    assert given.app_url(given.read(root, "scanner-new")) == "https://a.scanner.in"
    write(root, ".env.scanner-new", "SCANNER_APP_URL=https://b.scanner.in\n")
    found = given.read(root, "scanner-new")
    assert given.app_url(found) == "https://b.scanner.in"
    assert list(given.otherwise(found)) == []
    assert given.app_url(given.read(root, "scanner-other")) == "https://a.scanner.in"


def test_what_the_functions_are_declared_by_has_to_be_in_the_environment(root: Path) -> None:
    write(root, ".env.scanner-new", "SCANNER_SWEEP_MINUTES=5\nSCANNER_REGION=asia-south2\n")
    found = given.read(root, "scanner-new")
    assert list(given.otherwise(found)) == ["SCANNER_REGION=asia-south2", "SCANNER_SWEEP_MINUTES=5"]
    assert list(given.otherwise(given.read(root, "scanner-other"))) == []


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    write(root, ".env.scanner-new", "no setting\n")
    with pytest.raises(ReleaseError):
        given.read(root, "scanner-new")
    write(root, ".env.scanner-new", "A_SETTING=1\n")
    assert given.read(root, "scanner-new") == {"A_SETTING": "1"}


@pytest.mark.parametrize(
    ("url", "host"), [("https://app.scanner.in/x", "app.scanner.in"), ("https://a.example", "")]
)
def test_sign_in_is_on_the_apps_own_domain(url: str, host: str) -> None:
    with asked(switched_on()) as google:
        facts = discover(google, FACTS.project, url)
    assert facts.app_host == host
    (line,) = (line for line in lines(facts) if line.id == "auth/domains")
    assert [*line.wanted["authorizedDomains"].has] == [
        "scanner-new.firebaseapp.com",
        "scanner-new.web.app",
        *([host] if host else []),
    ]
