"""What has to hold before a release begins. What does not is said, and nothing is run."""

from __future__ import annotations

import os

import pytest

from tests.unit.release.deployments import GIVEN, PROJECT
from tests.unit.release.projects_stand_in import Project
from tests.unit.release.releasing import release
from tools.release.__main__ import main


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("demo-scanner", "is a project of the emulators"),
        ("Scanner Prod", "is no project id"),
        ("", "is no project id"),
    ],
)
def test_only_a_real_project_is_released_onto(
    name: str, told: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--root", str(project.checkout.root), "--at", project.url]
    for how in ("--yes", "--dry-run"):
        assert main(["--project", name, *asked, how]) == 1
        said = capsys.readouterr()
        assert told in said.err
        assert said.out == ""  # nobody knows whose plan to show
        assert project.checkout.journal() == []
    assert main(["--project", PROJECT, *asked, "--dry-run"]) == 0
    assert f"onto {PROJECT}:" in capsys.readouterr().out


def refused(project: Project, capsys: pytest.CaptureFixture[str]) -> str:
    """Release in vain: nothing was run; return what is said."""
    assert release(project) == 1
    assert project.checkout.journal() == []
    assert project.checkout.state["targets"] == []
    said = capsys.readouterr().err
    assert said.startswith("Nothing was released. First:\n")
    return said


def test_a_release_is_of_a_commit(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.checkout.root / "firestore.rules").write_text("new")
    assert "1 files differ from the commit" in refused(project, capsys)
    project.checkout.commit()
    assert release(project) == 0


def test_a_release_is_of_main_or_of_a_tag(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    checkout.git("switch", "--quiet", "--create", "trial")
    checkout.commit()
    assert "the checkout is on trial, and its commit has no tag" in refused(project, capsys)
    checkout.git("tag", "v2")
    assert release(project) == 0


def test_who_releases_is_on_record(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = project.checkout
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("EMAIL", "GIT_COMMITTER_EMAIL", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    checkout.git("config", "user.useConfigOnly", "true")
    checkout.git("config", "--unset", "user.email")
    assert "git config user.email" in refused(project, capsys)
    checkout.git("config", "user.email", "somebody@scanner.example")
    assert release(project) == 0


@pytest.mark.parametrize("there", [True, False])
def test_another_python_is_refused_with_the_way_to_the_right_one(
    there: bool,
    project: Project,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The functions run on 3.12; firebase-tools starts that one from functions/venv, or fails."""
    right = project.checkout.root / "functions" / "venv" / "bin" / "python3.12"
    right.rename(right.with_name("python3.11"))
    system = tmp_path_factory.mktemp("bin") / "python3.12"
    system.write_text(f"#!/bin/sh\nexit {0 if there else 127}\n")
    system.chmod(0o755)
    monkeypatch.setenv("PATH", str(system.parent), prepend=":")
    said = refused(project, capsys)
    assert "rm -rf functions/venv && make install PYTHON=python3.12" in said
    assert ("which is not here: install it" in said) is not there
    right.with_name("python3.11").rename(right)
    assert release(project) == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"SCANNER_STATE": None}, "SCANNER_STATE is not given: write into functions/.env."),
        ({"SCANNER_GSTIN": "27AAAAA0000A1Z2"}, "is the example of the emulators"),
        ({"SCANNER_LINK_MINUTE": "5"}, "SCANNER_LINK_MINUTE in functions/.env."),
        ({"SCANNER_LINK_MINUTES": "five"}, "SCANNER_LINK_MINUTES takes a whole number"),
        ({"SCANNER_STL_MAX_BYTES": "1 GB"}, "SCANNER_STL_MAX_BYTES takes a whole number"),
        ({"SCANNER_POLICY_VERSION": "2025-01"}, "the text that is deployed is of 2026-05"),
    ],
)
def test_settings_are_checked_first(
    changed: dict[str, str | None],
    told: str,
    project: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {name: value for name, value in (GIVEN | changed).items() if value is not None}
    project.checkout.give(given)
    assert told in refused(project, capsys)
    project.checkout.give(
        GIVEN | {"SCANNER_LINK_MINUTES": "5", "SCANNER_POLICY_VERSION": "2026-05"}
    )
    assert release(project) == 0


def test_a_file_of_settings_that_nobody_can_read_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.checkout.root / "functions" / f".env.{PROJECT}"
    path.write_text("SCANNER_STATE 27\n")
    assert release(project) == 1
    assert "SCANNER_STATE 27" in capsys.readouterr().err
    assert project.checkout.journal() == []
