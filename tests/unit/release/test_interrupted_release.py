"""A release that others get in the way of: what was done, and what is still the same, is known."""

from __future__ import annotations

import pytest

from tests.unit.release.deployments import GIVEN, PROJECT
from tests.unit.release.projects_stand_in import Project
from tests.unit.release.releasing import deployments, release
from tools.release import record


def tagged(project: Project) -> list[str]:
    """Return the commits that are on record as released."""
    tags = project.checkout.git("tag", "--list", f"release/{PROJECT}/*").split()
    return [project.checkout.git("rev-parse", f"{tag}^{{commit}}") for tag in tags]


def test_one_release_at_a_time_is_made_of_a_checkout(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with record.alone(project.checkout.root / ".scanner" / "release"):
        assert release(project) == 1
        assert "a release of this checkout is under way" in capsys.readouterr().err
        assert project.checkout.journal() == []
        assert release(project, "--dry-run") == 0
    assert release(project) == 0


def test_who_was_ended_while_writing_goes_on(project: Project) -> None:
    project.checkout.write(fails_at="support")
    assert release(project) == 1
    file = project.checkout.root / ".scanner" / "release" / f"{PROJECT}.json"
    file.write_text(file.read_text()[:-20])
    project.checkout.write(fails_at=None)
    deployments(project.checkout.journal())
    assert release(project) == 0
    assert deployments(project.checkout.journal())[0] == "firestore:indexes"


@pytest.mark.parametrize("between", [True, False])
def test_what_another_release_deployed_over_counts_no_more(between: bool, project: Project) -> None:
    """One of another checkout, that is: it is known by its tag."""
    project.checkout.write(fails_at="support")
    assert release(project) == 1
    project.checkout.write(fails_at=None)
    of = PROJECT if between else f"{PROJECT}-2"
    project.checkout.git("tag", "-a", "-m", "x", f"release/{of}/2026-05-04T060000Z")
    deployments(project.checkout.journal())
    assert release(project) == 0
    assert ("firestore:indexes" in deployments(project.checkout.journal())) is between


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("git commit --quiet --allow-empty --message Other", "The checkout is not "),
        ("echo new > firestore.rules", "The checkout is not "),
        (f"echo SCANNER_LINK_MINUTES=5 >> functions/.env.{PROJECT}", "was changed since"),
    ],
)
def test_what_is_released_stays_what_was_begun_with(
    command: str, told: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    checkout = project.checkout
    begun = checkout.git("rev-parse", "HEAD")
    checkout.during("check", command)
    assert release(project) == 1
    assert told in capsys.readouterr().err
    assert deployments(project.checkout.journal()) == []
    assert tagged(project) == []
    checkout.during("check")
    checkout.git("reset", "--quiet", "--hard", begun)
    checkout.git("clean", "--quiet", "-d", "--force")
    checkout.give(GIVEN)
    assert release(project) == 0
    assert tagged(project) == [begun]
