"""What the tests of a release do again and again: release, and read what was deployed."""

from __future__ import annotations

from tests.unit.release.deployments import PROJECT
from tests.unit.release.projects_stand_in import Project
from tools.release.__main__ import main


def release(project: Project, *arguments: str, yes: bool = True) -> int:
    """Release what is checked out; return the exit code."""
    root = str(project.checkout.root)
    given = [*arguments, *(["--yes"] if yes else [])]
    return main(["--project", PROJECT, "--root", root, "--at", project.url, *given])


def deployments(journal: list[str]) -> list[str]:
    """Return the targets that were deployed, in order; functions by their first."""
    found = [line.split(" --only ")[1] for line in journal if line.startswith("firebase deploy")]
    return ["functions" if each.startswith("functions:") else each for each in found]
