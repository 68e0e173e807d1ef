"""Command line of a release: `make release PROJECT=scanner-prod`.

It may be repeated: one that failed or was interrupted goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from tools import deployed
from tools.release import checks, indexes, record, settings
from tools.release.groups import groups
from tools.release.plan import SKIPPED, Acts, Step, steps
from tools.release.runner import ReleaseError, Runner
from tools.release.smoke import Addresses, Smoke

#: Where a checkout keeps how far its releases have come.
_KEPT = Path(".scanner") / "release"


def main(arguments: Sequence[str] | None = None) -> int:
    """Release the commit that is checked out; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.release", description=__doc__)
    parser.add_argument("--project", required=True, help="the real project's id")
    parser.add_argument("--dry-run", action="store_true", help="print the plan, and change nothing")
    parser.add_argument("--list", action="store_true", help="list what was released, and end")
    parser.add_argument("--yes", action="store_true", help="do not ask before it begins")
    parser.add_argument(
        "--skip",
        action="append",
        default=[],
        choices=sorted(SKIPPED),
        help="leave a step out, on record: check where CI has run it, project where a line of "
        "`scannerctl project check` is known and accepted",
    )
    parser.add_argument(
        "--rules-last",
        action="store_true",
        help="the rules allow less than before: deploy them last",
    )
    parser.add_argument(
        "--again", action="store_true", help="do every step, also those done already"
    )
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    parser.add_argument("--at", metavar="URL", help="a stand-in on this machine, not Google")
    asked = parser.parse_args(arguments)
    runner = Runner(asked.root)
    try:
        if asked.list:
            print(
                record.listed(runner, asked.project) or f"Nothing was released to {asked.project}."
            )
            return 0
        with nullcontext() if asked.dry_run else record.alone(runner.root / _KEPT):
            return Release(runner, asked).run()
    except ReleaseError as err:
        print(f"\n{err}", file=sys.stderr)
        return 1


class Release:
    """One release of the commit that is checked out onto one project."""

    def __init__(self, runner: Runner, asked: argparse.Namespace) -> None:
        """Read what the release is made of.

        Raises:
            ReleaseError: the settings cannot be read.
        """
        self._runner, self._asked = runner, asked
        self._given = settings.read(runner, asked.project)
        self._config = json.loads(self._text("firebase.json"))
        self._commit = runner.read("git", "rev-parse", "HEAD")

    def run(self) -> int:
        """Check, show the plan, ask, and do it; returns the exit code.

        Raises:
            ReleaseError: a step failed.
        """
        project = self._asked.project
        if wrong := checks.of_project(project):
            return _refused(wrong)
        problems = checks.problems(self._runner, project, self._given)
        if problems and not self._asked.dry_run:
            return _refused(problems)
        plan = steps(
            project,
            groups(deployed.functions()),
            Acts(self._wait, self._ask, self._record),
            left_out=frozenset(self._asked.skip),
            rules_last=self._asked.rules_last,
        )
        progress = record.Progress.resumed(
            self._runner.root / _KEPT / f"{project}.json",
            self._commit,
            self._given,
            record.newest(self._runner, project),
        )
        done = [] if self._asked.again else progress.done
        print(f"{self._commit[:12]} onto {project}:")
        for step in plan:
            print("\n".join(step.lines()) + ("  (done already)" if _skipped(step, done) else ""))
        if self._asked.dry_run:
            print("Nothing was changed: this is the plan.", flush=True)
            return _refused(problems) if problems else 0
        self._confirm()
        for step in plan:
            if not _skipped(step, done):
                self._do(step)
                progress.note(step.name)
        progress.end()
        print(f"\n{self._commit[:12]} is released onto {project}.")
        return 0

    def _confirm(self) -> None:
        if self._asked.yes:
            return
        try:
            typed = input("\nType the project's id to release onto it: ")
        except EOFError:
            raise ReleaseError(
                "Nothing was released: nobody answered. --yes asks nobody."
            ) from None
        if typed.strip() != self._asked.project:
            raise ReleaseError("Nothing was released.")

    def _do(self, step: Step) -> None:
        print(f"\n== {step.name}: {step.says}", flush=True)
        self._hold()
        for command in step.commands:
            self._runner.run(*command)
        if step.then is not None:
            step.then[1]()

    def _hold(self) -> None:
        """Refuse to go on with other files than those that were begun with: it takes an hour.

        Raises:
            ReleaseError: somebody changed them meanwhile.
        """
        if checks.moved(self._runner, self._commit):
            raise ReleaseError(
                f"The checkout is not {self._commit[:12]} any more, which this release is of: go "
                "back to it and repeat the command, which goes on; or release what is there now."
            )
        if settings.read(self._runner, self._asked.project) != self._given:
            raise ReleaseError(
                f"functions/.env.{self._asked.project} was changed since the release began: repeat "
                "the command, which begins at the beginning."
            )

    def _wait(self) -> None:
        declared = json.loads(self._text(self._config["firestore"]["indexes"]))
        indexes.wait(indexes.connect(self._asked.at), self._asked.project, declared)

    def _ask(self) -> None:
        project, at = self._asked.project, self._asked.at
        where = (
            Addresses.of(project, settings.region(self._given)) if at is None else Addresses.at(at)
        )
        faults = Smoke(where, project, self._given, self._config["hosting"]).faults()
        if faults:
            listed = "".join(f"  - {fault}\n" for fault in faults)
            raise ReleaseError(
                f"{project} does not answer as it has to:\n{listed}"
                "docs/operations/releases.md says how to roll back."
            )
        print("Every question was answered as it has to be.")

    def _record(self) -> None:
        notes = [f"Set: {', '.join(sorted(self._given))}"]
        if self._asked.skip:
            notes.append(f"Left out: {', '.join(self._asked.skip)}")
        now = datetime.now(UTC)
        name = record.tag(self._runner, self._asked.project, self._commit, now, notes)
        print(f"Tagged {name}: git push origin {name}")

    def _text(self, name: str) -> str:
        return (self._runner.root / name).read_text(encoding="utf-8")


def _refused(problems: Sequence[str]) -> int:
    listed = "".join(f"  - {problem}\n" for problem in problems)
    print(f"Nothing was released. First:\n{listed}", end="", file=sys.stderr)
    return 1


def _skipped(step: Step, done: Sequence[str]) -> bool:
    return step.name in done and not step.anew


if __name__ == "__main__":
    sys.exit(main())
