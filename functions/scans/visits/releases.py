"""Releasing an operator from a visit frees its time and ends its access to visit and uploads."""

from dataclasses import dataclass

from core.units import UnitOfWork
from scans.uploads.models import Upload
from scans.uploads.queries import FOLLOWED, MAX_UPLOADS
from scans.visits.models import Operator, Visit
from scans.visits.roster import without


@dataclass(frozen=True)
class Release:
    """What an operator loses with a visit, read before anything is written."""

    visit_ids: frozenset[str]
    roster: Operator | None
    uploads: tuple[Upload, ...]

    def write(self, unit: UnitOfWork) -> None:
        """Write it: from then on the rules show the operator neither visit nor uploads."""
        if self.roster is not None:
            unit.change(self.roster, bookings=without(self.roster, *self.visit_ids))
        for upload in self.uploads:
            unit.change(upload, operator=None, open=False)


def prepare(unit: UnitOfWork, visit: Visit, *others: str) -> Release:
    """Read what releasing the visit's operator changes; nothing where there is none.

    `others` are the visits that end in the same transaction. Each release rewrites the whole
    roster, and two of one operator would otherwise undo one another. One read, and one for each
    upload of the visit, at least one.
    """
    visit_ids = frozenset({visit.id, *others})
    if visit.assignee is None:
        return Release(visit_ids, None, ())
    roster = unit.get(Operator, visit.assignee)
    return Release(visit_ids, roster, followed(unit, visit))


def followed(unit: UnitOfWork, visit: Visit) -> tuple[Upload, ...]:
    """Read the uploads of a visit that its operator follows. A read for each, at least one."""
    return tuple(unit.find(FOLLOWED, visit.id, visit.assignee, limit=MAX_UPLOADS))
