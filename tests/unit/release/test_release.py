"""A release by one command: its plan, its order, going on, and what it leaves on record."""

from __future__ import annotations

import pytest

from tests.unit.release.deployments import GIVEN, PROJECT
from tests.unit.release.projects_stand_in import Project
from tests.unit.release.releasing import deployments, release
from tools import deployed
from tools.release.groups import groups


def test_a_release_is_whole_and_in_order(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    assert release(project) == 0
    journal = checkout.journal()
    assert journal[:4] == [
        "make web",
        "python -m tools.kernel --target runtime",
        "make check",
        f"scannerctl --project {PROJECT} project check --before-release",
    ]
    assert journal[4] == (
        f"firebase deploy --project {PROJECT} --non-interactive --only firestore:indexes"
    )
    assert journal[5:7] == ["look at indexes", "look at fields"]
    many = len(groups(deployed.functions()))
    assert deployments(journal) == [
        "firestore:indexes",
        "firestore:rules,storage",
        *["functions"] * many,
        "hosting",
    ]
    assert journal[-1] == f"scannerctl --project {PROJECT} project check"
    assert set(checkout.state["deployed"]) == set(deployed.functions())
    (tag,) = checkout.git("tag", "--list", f"release/{PROJECT}/*").splitlines()
    assert checkout.git("rev-parse", f"{tag}^{{commit}}") == checkout.git("rev-parse", "HEAD")
    printed = capsys.readouterr().out
    assert f"git push origin {tag}" in printed
    assert "Every question was answered" in printed
    note = checkout.git("tag", "--list", "--format=%(contents)", tag)
    assert GIVEN["SCANNER_ADDRESS"] not in note + printed  # settings are named and not told
    assert "SCANNER_ADDRESS" in note


def test_the_plan_is_shown_and_nothing_done(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release(project, "--dry-run", yes=False) == 0
    plan = capsys.readouterr().out
    assert "wait until Firestore has built them" in plan
    assert f"$ npx firebase deploy --project {PROJECT} --non-interactive --only hosting\n" in plan
    assert plan.index("--only firestore:indexes") < plan.index("--only firestore:rules,storage")
    assert "Nothing was changed" in plan
    assert project.checkout.journal() == []
    assert project.checkout.state["deployed"] == []
    assert project.checkout.git("tag") == ""


def test_the_plan_also_says_what_is_in_its_way(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.checkout.give({})
    assert release(project, "--dry-run", yes=False) == 1
    printed = capsys.readouterr()
    assert printed.err.count(" is not given: write into ") == len(GIVEN)
    assert "--only hosting\n" in printed.out
    assert project.checkout.journal() == []


def test_who_does_not_confirm_releases_nothing(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for typed, code in (("scanner-other", 1), (PROJECT, 0)):
        monkeypatch.setattr("builtins.input", lambda _said, typed=typed: typed)
        assert release(project, yes=False) == code
        assert bool(project.checkout.journal()) is (code == 0)
    assert "Nothing was released." in capsys.readouterr().err


@pytest.mark.parametrize(("step", "skipped"), [("check", "check"), ("scannerctl", "project")])
def test_a_check_that_fails_ends_it_unless_it_is_left_out_on_record(
    step: str, skipped: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    checkout.break_(step)
    assert release(project) == 1
    assert "see above" in capsys.readouterr().err
    assert checkout.state["targets"] == []
    assert checkout.git("tag") == ""
    assert release(project, "--skip", skipped) == 0
    assert f"Left out: {skipped}" in checkout.git("tag", "--list", "--format=%(contents)")


def test_rules_that_allow_less_follow_the_functions(project: Project) -> None:
    assert release(project, "--rules-last") == 0
    done = deployments(project.checkout.journal())
    assert done.index("firestore:rules,storage") == len(done) - 2


def test_a_release_that_failed_goes_on_where_it_was(project: Project) -> None:
    checkout = project.checkout
    checkout.write(fails_at="support")
    assert release(project) == 1
    before = deployments(checkout.journal())
    assert checkout.git("tag") == ""
    checkout.write(fails_at=None)
    assert release(project) == 0
    after = deployments(checkout.journal())
    assert before[:2] == ["firestore:indexes", "firestore:rules,storage"]
    assert len(before) + len(after) == 3 + len(groups(deployed.functions())) + 1
    assert "firestore:indexes" not in after
    assert set(checkout.state["deployed"]) == set(deployed.functions())


@pytest.mark.parametrize("other", ["commit", "settings", "again"])
def test_another_release_begins_at_the_beginning(other: str, project: Project) -> None:
    checkout = project.checkout
    checkout.write(fails_at="support")
    assert release(project) == 1
    checkout.journal()
    checkout.write(fails_at=None)
    if other == "commit":
        checkout.commit()
    if other == "settings":
        checkout.give(GIVEN | {"SCANNER_STATE": "29"})
    assert release(project, *(["--again"] if other == "again" else [])) == 0
    assert deployments(checkout.journal())[0] == "firestore:indexes"


def test_it_may_be_repeated(project: Project) -> None:
    assert release(project) == 0
    first = project.checkout.journal()
    assert release(project) == 0
    assert project.checkout.journal() == first


def test_what_was_released_is_listed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(project, "--list") == 0
    assert capsys.readouterr().out == f"Nothing was released to {PROJECT}.\n"
    assert release(project) == 0
    commit = project.checkout.git("rev-parse", "--short", "HEAD")
    capsys.readouterr()
    assert release(project, "--list") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"release/{PROJECT}/2")
    assert f"  {commit}  Somebody  " in line
