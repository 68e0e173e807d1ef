"""Queries for uploads that several rooms ask, and their limits."""

from core import access
from core.queries import Query
from core.units import UnitOfWork
from scans.uploads.models import Upload

OPEN_UPLOADS = Query(Upload, where=(("case_id", "=="), ("open", "==")))


def open_uploads(unit: UnitOfWork, case_id: str) -> list[Upload]:
    """Read the slots of a case that are open; close them later in the same unit.

    Any that are beyond the limit are refused when their bytes arrive: the case is asked then too.
    """
    found: list[Upload] = unit.find(OPEN_UPLOADS, case_id, True, limit=2 * access.MAX_OPEN_GRANTS)
    return found


FOLLOWED = Query(Upload, where=(("visit_id", "=="), ("operator", "==")))


#: Upload slots that one visit gets: a release rewrites them all in one transaction.
MAX_UPLOADS = 60
