"""What was released, as tags of the commits; and how far a release has come, for who repeats it."""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tools.release.runner import ReleaseError, Runner


def tag(runner: Runner, project: str, commit: str, now: datetime, notes: Sequence[str]) -> str:
    """Put a release on record: an annotated tag `release/<project>/<time>`; return its name.

    Who, when and which commit are the tag's own; the notes are what was left out or set.
    """
    name = f"release/{project}/{now:%Y-%m-%dT%H%M%SZ}"
    text = "\n".join([f"Released onto {project}", "", *notes])
    runner.read("git", "tag", "--annotate", "--message", text, name, commit)
    return name


def listed(runner: Runner, project: str) -> str:
    """Return the releases of a project, the newest first: tag, commit, who and when."""
    return runner.read(
        "git", "for-each-ref", f"refs/tags/release/{project}", "--sort=-refname",
        "--format=%(refname:short)  %(*objectname:short)  %(taggername)  %(taggerdate:iso)",
    )  # fmt: skip


def newest(runner: Runner, project: str) -> str:
    """Return the tag of the last release onto a project; empty before the first."""
    return listed(runner, project).partition(" ")[0]


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have one release at a time of a checkout: a second would build over what the first deploys.

    Raises:
        ReleaseError: another is under way.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ReleaseError(
                "Nothing was released: a release of this checkout is under way. Repeat the command "
                "when it has ended."
            ) from None
        yield


@dataclass
class Progress:
    """The steps that are done of one release: of this commit with these settings.

    They count until another release is on record, which will have deployed over them. Kept in a
    file of the checkout, so that a command that was interrupted, or failed, goes on.
    """

    path: Path
    of: str
    done: list[str] = field(default_factory=list)

    @classmethod
    def resumed(cls, path: Path, commit: str, given: Mapping[str, str], last: str) -> Progress:
        """Return what is done already of a release; nothing if it is another one.

        Args:
            path: the file.
            commit: what is released.
            given: its settings.
            last: the tag of the last release that is on record.
        """
        digest = hashlib.sha256(json.dumps(sorted(given.items())).encode()).hexdigest()[:16]
        of = f"{commit} {digest} {last}"
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return cls(path, of)
        return cls(path, of, kept["done"] if kept["of"] == of else [])

    def note(self, step: str) -> None:
        """Keep that a step is done."""
        self.done.append(step)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"of": self.of, "done": self.done})
        # In one go: who is ended in the middle of writing would have no way to go on.
        whole = self.path.with_suffix(".new")
        whole.write_text(text + "\n", encoding="utf-8")
        whole.replace(self.path)

    def end(self) -> None:
        """Forget it: the release is whole, and the next one begins at the beginning."""
        self.path.unlink(missing_ok=True)
