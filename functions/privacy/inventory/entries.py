"""The vocabulary of the data inventory: how documents about somebody are found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from core.documents import Document
from core.queries import Query

#: What is known only while an attempt runs, and goes into no receipt: it is personal data.
FLEETING = frozenset({"email"})


class SubjectKind(StrEnum):
    """Kinds of data subjects."""

    USER = "user"
    PATIENT = "patient"


@dataclass(frozen=True)
class At:
    """By id: for each part of the path the name of a set of known ids, from left to right."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class By:
    """By a declared query: for each filter the name of a set of known values.

    Attributes:
        query: equalities (or one membership of a list) without an order.
        values: the names of the sets, filter by filter.
        under: the path of the parent, with names of sets in braces: `cases/{case}`. What stands
            below a document that is gone is found all the same.
    """

    query: Query
    values: tuple[str, ...] = ()
    under: str = ""


@dataclass(frozen=True)
class InventoryRow:
    """How the documents of one collection that are about somebody are found.

    Attributes:
        seeks: the ways of finding them; one whose sets are not known finds nothing.
        names: the fields that are about the person, dotted where they are nested. Empty: the whole
            document is.
        joins: sets of known values that what is found adds to, and the field that adds, or `id`.
    """

    seeks: tuple[At | By, ...]
    names: tuple[str, ...] = ()
    joins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Nothing:
    """Nothing is looked for in a collection, and why.

    Attributes:
        reason: a sentence's worth.
        mentions: fields in which the person's id may stand all the same; each is declared to be
            kept on a ground, so that nothing has to be done about them.
    """

    reason: str
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True)
class InventoryEntry:
    """A collection, what people call it, and how each kind of person is found in it."""

    model: type[Document]
    title: str
    user: InventoryRow | Nothing
    patient: InventoryRow | Nothing

    def of(self, kind: SubjectKind) -> InventoryRow | Nothing:
        """Return how a kind of person is found."""
        return self.user if kind is SubjectKind.USER else self.patient

    def others(self) -> frozenset[str]:
        """Return the fields that are about one person in a document that is about another."""
        named = [
            r.names if isinstance(r, InventoryRow) else r.mentions
            for r in (self.user, self.patient)
        ]
        return frozenset(name for names in named for name in names)


def nothing(reason: str, *mentions: str) -> Nothing:
    """Say why nothing is looked for."""
    return Nothing(reason, mentions)
