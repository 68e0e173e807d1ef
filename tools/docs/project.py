"""The table of a project's lines as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass

from tools.project.facts import ANY
from tools.project.lines import Line, Maker
from tools.project.table import NOTES, SUBJECTS, lines

#: Subjects whose lines are said by their number: what they are stands in a file.
COUNTED = {"indexes": "firestore.indexes.json"}
_MAKERS = {Maker.APPLY: "apply", Maker.RELEASE: "release", Maker.PERSON: "**a person**"}


@dataclass(frozen=True)
class Row:
    """A line: what must hold, who makes it so, and the command or the page."""

    says: str
    maker: str
    mend: str


@dataclass(frozen=True)
class Section:
    """A subject: its title, its lines, and what has to be known of it."""

    title: str
    rows: list[Row]
    note: str


def page() -> dict[str, object]:
    """Return what the page is made of: for any project, by placeholders."""
    found = lines(ANY)
    return {
        "count": len(found),
        "sections": [
            Section(title, _rows(subject, found), NOTES.get(subject, ""))
            for subject, title in SUBJECTS.items()
        ],
    }


def _rows(subject: str, found: list[Line]) -> list[Row]:
    mine = [line for line in found if line.subject == subject]
    if subject in COUNTED:
        first = mine[0]
        says = f"Each of the {len(mine)} indexes of `{COUNTED[subject]}` is ready"
        return [Row(says, _MAKERS[first.maker], first.mend)]
    return [Row(line.says, _MAKERS[line.maker], line.mend) for line in mine]
