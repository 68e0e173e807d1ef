"""A line of the table: what must hold, where it is read, and who makes it so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tools.project.changes import Change
from tools.project.matching import Json, differences
from tools.project.sources import Source, among


class Maker(StrEnum):
    """Who makes a line hold."""

    APPLY = "apply"
    """`scannerctl project apply` does."""
    RELEASE = "release"
    """A release does: it is made of what the code declares."""
    PERSON = "person"
    """A person does: it takes a choice, money, a secret or a contract, or cannot be undone."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that must hold of the project.

    Attributes:
        id: its name, `subject/name`.
        says: what must hold, as a sentence.
        source: where it is read.
        wanted: of what is read; fields that it does not name may be anything.
        mend: the command, or where a person does it.
        among: the key and the marks of the one that is meant, where the source is a collection.
        make: makes it where it is missing, if `apply` may.
        change: changes it where it differs, if `apply` may.
        maker: who makes it hold.
    """

    id: str
    says: str
    source: Source
    wanted: Json
    mend: str
    maker: Maker = Maker.APPLY
    among: tuple[str, Json] | None = None
    make: Change | None = None
    change: Change | None = None

    @property
    def subject(self) -> str:
        """Return what it is about, the section of the table."""
        return self.id.partition("/")[0]

    def pick(self, held: Json | None) -> Json | None:
        """Return the one that is meant of what was read."""
        return held if self.among is None else among(held, *self.among)

    def faults(self, held: Json) -> list[str]:
        """Return what differs in the one that is meant, a text each."""
        return list(differences(self.wanted, held))
