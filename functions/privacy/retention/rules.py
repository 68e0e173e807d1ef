"""The vocabulary of the retention schedule: how the end of a document is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core import periods
from core.documents import Document
from core.objects import StoredObject
from core.privacy import Retention
from core.queries import Query
from core.store import Store
from core.units import UnitOfWork
from privacy.inventory.search import objects

#: The paths of those documents of a page that have to wait for others that name them.
Waiting = Callable[[Store | UnitOfWork, list[Any], datetime], frozenset[str]]


def _none_waits(*_: object) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True)
class ByQuery:
    """What is due is found by a query, the longest due first.

    Attributes:
        query: its last filter takes the moment before which events are due, where `timed` is set.
        ended: from which event on the period of a document found runs; None: it goes on.
        values: those of the other filters.
        timed: whether a period runs; without one, what the query finds is over at once.
        waits: which of those found wait for others.
        objects: those of the bucket that go with a document.
    """

    query: Query
    ended: Callable[[Any], datetime | None]
    values: tuple[object, ...] = ()
    timed: bool = True
    waits: Waiting = _none_waits
    objects: Callable[[Any], Iterable[StoredObject]] = objects


@dataclass(frozen=True)
class With:
    """It goes with a document of another row, named by the row."""

    row: str


@dataclass(frozen=True)
class Ttl:
    """Firestore takes it away at the time in a field: nothing else hangs on it."""

    field: str


@dataclass(frozen=True)
class WhileActive:
    """It is kept as long as the account, and goes when that is erased or closed."""


@dataclass(frozen=True)
class Never:
    """It is never taken away, and why."""

    reason: str


@dataclass(frozen=True)
class RetentionRow:
    """How the end of the documents of one collection is found.

    Attributes:
        model: the document; the row is named after its collection.
        rule: what its fields declare.
        how: the way.
        then: rows that may have something more to do once this one took something.
        earlier: rules of single fields that end before the document does, and who sees to it.
    """

    model: type[Document]
    rule: Retention
    how: ByQuery | With | Ttl | WhileActive | Never
    then: tuple[str, ...] = ()
    earlier: dict[Retention, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The collection's id; ids of jobs and audit entries have it."""
        return self.model.collection()

    def values(self, now: datetime) -> tuple[object, ...]:
        """Return the values of the query's filters, for what is due at a moment."""
        how = self.found
        return (*how.values, periods.cutoff(self.rule, now)) if how.timed else how.values

    def is_due(self, document: Document, now: datetime) -> bool:
        """Tell whether the time of a document that the query found is over."""
        event = self.found.ended(document)
        return event is not None and (not self.found.timed or periods.due(self.rule, event) <= now)

    @property
    def found(self) -> ByQuery:
        """Return how it is found, for a row that has a query."""
        if not isinstance(self.how, ByQuery):
            raise TypeError(f"nothing is looked for in {self.name}")
        return self.how
