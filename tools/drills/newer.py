"""A release n+1 for the drill of a rollback: this checkout with a field and a state more.

It stores what this release does not know: tickets have an urgency, and an admin who takes one on
escalates it.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.deployed import FUNCTIONS


class OutdatedError(Exception):
    """The sources have changed so that the newer release cannot be made of them any more."""


@dataclass(frozen=True)
class Edit:
    """One change of a source: what stands there once, and what stands there then."""

    file: str
    before: str
    after: str


EDITS = (
    Edit(
        "support/models.py",
        '    ANSWERED = "answered"  # waits for the person who opened it\n',
        '    ANSWERED = "answered"  # waits for the person who opened it\n'
        '    ESCALATED = "escalated"  # waits for an admin who knows more\n',
    ),
    Edit(
        "support/models.py",
        '    messages: Annotated[int, _ticket("system.operations")]\n',
        '    messages: Annotated[int, _ticket("system.operations")]\n'
        "    #: How urgent it is, from 1 to 3.\n"
        '    urgency: Annotated[int | None, _ticket("system.operations")] = None\n',
    ),
    Edit(
        "support/states.py",
        "_LIVE = (_S.OPEN, _S.ANSWERED)\n",
        "_LIVE = (_S.OPEN, _S.ANSWERED, _S.ESCALATED)\n",
    ),
    Edit(
        "support/tickets.py",
        "            messages=1,\n        )\n",
        "            messages=1,\n            urgency=2,\n        )\n",
    ),
    Edit(
        "support/tickets.py",
        "changed = unit.change(ticket, assignee=request.uid)\n",
        "changed = unit.change(\n"
        "            ticket, assignee=request.uid, state=TicketState.ESCALATED\n"
        "        )\n",
    ),
)


def made(folder: Path, edits: Sequence[Edit] = EDITS) -> Path:
    """Make the newer release in a folder that is not there yet; return the folder.

    Raises:
        OutdatedError: a line that it changes does not stand in the sources just once.
    """
    ignored = shutil.ignore_patterns("venv", "__pycache__", ".*")
    shutil.copytree(FUNCTIONS, folder, ignore=ignored)
    for edit in edits:
        path = folder / edit.file
        text = path.read_text(encoding="utf-8")
        if text.count(edit.before) != 1:
            raise OutdatedError(
                f"tools/drills/newer.py changes a line of functions/{edit.file} that does not "
                f"stand there once: {edit.before.strip()!r}"
            )
        path.write_text(text.replace(edit.before, edit.after), encoding="utf-8")
    return folder
