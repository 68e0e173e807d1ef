"""One run of a row: takes what is due page by page; here, documents that stand alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from core import audit
from core.blobs import Blobs
from core.context import Context
from core.documents import Document
from core.store import Store
from core.units import UnitOfWork
from privacy.holds.register import HoldsInForce
from privacy.retention.rules import RetentionRow

#: Documents of one transaction; Firestore takes 500 writes, and ten megabytes.
BATCH = 100
#: Pages of one run.
PAGES = 20
#: Tells what is under a legal hold now.
Holds = Callable[[], HoldsInForce]


@dataclass
class Errand:
    """What a run of a row works with, and how much it did.

    Attributes:
        ctx: the store and the clock.
        blobs: the bucket.
        holds: tells what is under a legal hold; it is asked for each page.
        row: what is looked after.
        held: what was under a hold when the page was taken up.
    """

    ctx: Context
    blobs: Blobs
    holds: Holds
    row: RetentionRow
    gone: int = 0
    kept: int = 0
    held: HoldsInForce = field(init=False)
    now: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.now = self.ctx.clock.now()
        self.held = self.holds()

    def page(
        self, source: Store | UnitOfWork, after: Document | None, limit: int = BATCH
    ) -> list[Any]:
        """Find the next documents whose time may be over. A read each, at least one."""
        query, values = self.row.found.query, self.row.values(self.now)
        return source.find(query, *values, limit=limit, after=after)

    def ready(self, source: Store | UnitOfWork, found: list[Any]) -> list[Any]:
        """Return those of a page that may go now."""
        over = [each for each in found if self.row.is_due(each, self.now)]
        free = [each for each in over if not self.held.covers(each)]
        waiting = self.row.found.waits(source, free, self.now) if free else frozenset()
        self.kept += len(over) - len(free)
        return [each for each in free if each.path_for(*each.ids) not in waiting]

    def note(self, unit: UnitOfWork, gone: int, subject: str = "") -> None:
        """Put a batch on record: how many documents went, of which row, and of what."""
        path = subject or f"retention/{self.row.name}"
        audit.record(unit, self.ctx, "privacy.retain", path, row=self.row.name, gone=str(gone))


def turn(errand: Errand, take: Callable[[Document | None], list[Any]], size: int = BATCH) -> bool:
    """Delete page after page, each after the last document of the one before; some pages at most.

    A hold that is set meanwhile counts from the next page on. Tells whether there may be more: a
    page that is not full was the last.
    """
    after: Document | None = None
    for _ in range(PAGES):
        page = take(after)
        if len(page) < size:
            return False
        after, errand.held = page[-1], errand.holds()
    return True


#: Takes what is due of a row, at most some pages of it; tells whether there may be more.
Taker = Callable[[Errand], bool]


def documents(errand: Errand) -> bool:
    """Delete documents that stand alone, and the objects that they name.

    A transaction for each page: a read for each document, one for what it waits for, one write for
    each that goes and one for the record.
    """

    def take(after: Document | None) -> list[Document]:
        page, gone, kept = errand.ctx.store.run(lambda unit: _take(unit, errand, after))
        errand.gone, errand.kept = errand.gone + gone, errand.kept + kept
        return page

    return turn(errand, take)


def _take(
    unit: UnitOfWork, errand: Errand, after: Document | None
) -> tuple[list[Document], int, int]:
    """Delete what may go of a page: first the objects, then the documents that name them."""
    trial = Errand(errand.ctx, errand.blobs, lambda: errand.held, errand.row)  # it may run again
    page = trial.page(unit, after)
    ready = trial.ready(unit, page)
    names = {stored.name for each in ready for stored in errand.row.found.objects(each)}
    if names:
        errand.blobs.discard_all(sorted(names))
    for each in ready:
        unit.delete(each)
    if ready:
        trial.note(unit, len(ready))
    return page, len(ready), trial.kept
