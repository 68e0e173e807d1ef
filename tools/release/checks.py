"""What has to hold before a release begins. All that does not is said at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from tools.release import settings
from tools.release.runner import ReleaseError, Runner

_PROJECT = r"[a-z][a-z0-9-]{4,28}[a-z0-9]"


def problems(runner: Runner, project: str, given: Mapping[str, str]) -> list[str]:
    """Return what keeps a commit from being released onto a project, with what to do about each."""
    return [
        *_of_commit(runner),
        *_of_python(runner),
        *settings.problems(given, project),
    ]


def moved(runner: Runner, commit: str) -> bool:
    """Tell whether the checkout is another than the commit whose release has begun."""
    there = runner.read("git", "rev-parse", "HEAD")
    return there != commit or bool(runner.read("git", "status", "--porcelain"))


def of_project(project: str) -> list[str]:
    """Return what is wrong with a project's id. Then nobody knows whose plan is meant."""
    if not re.fullmatch(_PROJECT, project):
        return [
            f"{project!r} is no project id: PROJECT=scanner-prod, as the Firebase console has it."
        ]
    if project.startswith("demo-"):
        return [f"{project} is a project of the emulators: name a real one, PROJECT=scanner-prod."]
    return []


def _of_commit(runner: Runner) -> Iterator[str]:
    """A release is of a commit that others can find: of main, or one with a tag."""
    if changed := runner.read("git", "status", "--porcelain"):
        files = len(changed.splitlines())
        yield f"{files} files differ from the commit: commit them, or put them aside (git stash)."
    branch = runner.read("git", "branch", "--show-current")
    if branch != "main" and not runner.read("git", "tag", "--points-at", "HEAD"):
        yield (
            f"the checkout is on {branch or 'no branch'}, and its commit has no tag: "
            "git switch main, or for a rollback git switch --detach <tag of a release>."
        )
    try:
        runner.read("git", "var", "GIT_COMMITTER_IDENT")
    except ReleaseError:
        yield "git does not know who you are, and a release is on record: git config user.email."


def _of_python(runner: Runner) -> Iterator[str]:
    """firebase-tools discovers with the Python of the runtime, and takes it from functions/venv."""
    config = json.loads((runner.root / "firebase.json").read_text(encoding="utf-8"))
    major, minor = re.fullmatch(r"python(\d)(\d+)", config["functions"][0]["runtime"]).groups()  # type: ignore[union-attr]
    wanted = f"python{major}.{minor}"
    if (runner.root / "functions" / "venv" / "bin" / wanted).exists():
        return
    make = f"rm -rf functions/venv && make install PYTHON={wanted}"
    try:
        runner.read(wanted, "--version")
    except ReleaseError:
        yield (
            f"the functions run on {wanted}, which is not here: install it (your system's package, "
            f"`uv python install {major}.{minor}` or `pyenv install {major}.{minor}`), then {make}"
        )
    else:
        yield f"the functions run on {wanted}, and functions/venv has another Python: {make}"
