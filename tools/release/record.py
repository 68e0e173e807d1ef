"""What was released, as tags of the commits; and how far a release has come, for who repeats it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from tools.release.runner import Runner


def tag(runner: Runner, project: str, now: datetime, notes: Sequence[str]) -> str:
    """Put a release on record: an annotated tag `release/<project>/<time>`; return its name.

    Who, when and which commit are the tag's own; the notes are what was left out or set.
    """
    name = f"release/{project}/{now:%Y-%m-%dT%H%M%SZ}"
    text = "\n".join([f"Released onto {project}", "", *notes])
    runner.read("git", "tag", "--annotate", "--message", text, name)
    return name


def listed(runner: Runner, project: str) -> str:
    """Return the releases of a project, the newest first: tag, commit, who and when."""
    return runner.read(
        "git", "for-each-ref", f"refs/tags/release/{project}", "--sort=-refname",
        "--format=%(refname:short)  %(*objectname:short)  %(taggername)  %(taggerdate:iso)",
    )  # fmt: skip


@dataclass
class Progress:
    """The steps that are done of one release: of this commit with these settings.

    Kept in a file of the checkout, so that a command that was interrupted, or failed, goes on.
    """

    path: Path
    of: str
    done: list[str] = field(default_factory=list)

    @classmethod
    def resumed(cls, path: Path, commit: str, given: Mapping[str, str]) -> Progress:
        """Return what is done already of a release; nothing if it is another one."""
        digest = hashlib.sha256(json.dumps(sorted(given.items())).encode()).hexdigest()[:16]
        of = f"{commit} {digest}"
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path, of)
        return cls(path, of, kept["done"] if kept["of"] == of else [])

    def note(self, step: str) -> None:
        """Keep that a step is done."""
        self.done.append(step)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"of": self.of, "done": self.done})
        self.path.write_text(text + "\n", encoding="utf-8")

    def end(self) -> None:
        """Forget it: the release is whole, and the next one begins at the beginning."""
        self.path.unlink(missing_ok=True)
