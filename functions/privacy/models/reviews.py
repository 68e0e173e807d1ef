"""Access reviews: once a month, who may do what, and what of it looks odd."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core.documents import Document, Record
from core.privacy import Viewer
from privacy.models.declared import provable

_ABOUT = provable("user.unique_id", Viewer.ADMIN)
_FACT = provable("system.operations", Viewer.ADMIN)


class ReviewState(StrEnum):
    """Where a review stands."""

    BUILDING = "building"  # the accounts are still being looked through
    OPEN = "open"  # it is complete, and an admin has to read it
    ACKNOWLEDGED = "acknowledged"  # an admin has read it


class AdminSeen(Record):
    """An admin: since when, and when the account was last used, as far as Auth knows."""

    uid: Annotated[str, _ABOUT]
    since: Annotated[AwareDatetime, _ABOUT]
    last_active: Annotated[AwareDatetime | None, _ABOUT]
    dormant: Annotated[bool, _ABOUT]


class LinksSeen(Record):
    """A member of a lab who got links to unusually many files on one day."""

    uid: Annotated[str, _ABOUT]
    day: Annotated[str, _ABOUT]
    files: Annotated[int, _ABOUT]


class SealsChecked(Record):
    """Seals of the audit that were drawn and compared with the entries that they cover.

    They are drawn by the hash of the newest one, which nobody knows before: with that and the
    month, anybody can draw them again.
    """

    newest: Annotated[int, _FACT]
    seed: Annotated[str, _FACT]
    numbers: Annotated[list[int], _FACT] = []
    #: Those of them with a finding: `scannerctl audit verify` says which.
    differing: Annotated[list[int], _FACT] = []


class AccessReview(Document):
    """`access_reviews/{yyyy-mm}`: how access stood at the beginning of a month. Ids only."""

    path: ClassVar[str] = "access_reviews/{month}"

    state: Annotated[ReviewState, _FACT] = ReviewState.BUILDING
    begun_at: Annotated[AwareDatetime, _FACT]
    #: Where in Auth's listing it goes on; None where it is done.
    page: Annotated[str | None, _FACT] = None
    #: How many accounts there are, by `<role>/<status>`.
    accounts: Annotated[dict[str, int], _FACT] = {}
    admins: Annotated[list[AdminSeen], _ABOUT] = []
    #: Accounts whose claims in Auth are not those of their document, the first ones by uid.
    differing: Annotated[list[str], _ABOUT] = []
    differing_count: Annotated[int, _FACT, Field(ge=0)] = 0
    links: Annotated[list[LinksSeen], _ABOUT] = []
    seals: Annotated[SealsChecked | None, _FACT] = None
    ended_at: Annotated[AwareDatetime | None, _FACT] = None
    acknowledged_by: Annotated[str | None, _ABOUT] = None
    acknowledged_at: Annotated[AwareDatetime | None, _FACT] = None
