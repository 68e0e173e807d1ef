"""Amounts of what is billed, each on the line of the table that it belongs to."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.costs.inputs import Item


class Line(StrEnum):
    """A line of the bill; the value is how the tables call it."""

    KEPT = "files: kept"
    LANDED = "files: until they are judged"
    MOVED = "files: to colder classes and back, early deletion"
    OPERATIONS = "files: written and read"
    SENT = "files: sent to clinics and laboratories"
    DOCUMENTS = "Firestore: reads, writes, deletes"
    STORED = "Firestore: stored, with indexes"
    RECOVERY = "Firestore: point-in-time recovery, backups"
    FUNCTIONS = "functions"
    OTHERS = "logs, e-mails, tasks, schedules, secrets, images, sign-in"


class Usage(defaultdict[tuple[Line, "Item"], float]):
    """How much of what, by line and item. What is not there is none."""

    def __init__(self) -> None:
        super().__init__(float)

    def put(self, line: Line, item: Item, amount: float) -> None:
        """Add an amount."""
        self[line, item] += amount

    def add(self, other: Usage, times: float = 1) -> None:
        """Add all of another one, so many times."""
        for key, amount in other.items():
            self[key] += amount * times

    def copy(self) -> Usage:
        """Return one of its own that says the same."""
        copied = Usage()
        copied.update(self)
        return copied
