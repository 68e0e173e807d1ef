"""Breaches: what went wrong, by when the law wants to hear of it, and who decided what."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, computed_field

from core.documents import Document
from privacy.models.declared import SEAL, provable

_ABOUT = provable("user.unique_id")
_FACT = SEAL

#: Digital Personal Data Protection Rules 2025, rule 7: details within 72 hours of becoming aware.
CLOCK = timedelta(hours=72)


class BreachState(StrEnum):
    """Where a breach stands."""

    OPEN = "open"  # it was entered and has to be assessed
    ASSESSED = "assessed"  # its risk is known; those affected and the Board have to be told
    NOTIFIED = "notified"  # those affected and the Board were told
    CLOSED = "closed"  # nothing is left to do


class Risk(StrEnum):
    """What it may mean for those whose data it is."""

    NONE = "none"  # it turned out to be no breach, or harms nobody
    LOW = "low"  # harm is unlikely
    HIGH = "high"  # harm is likely


class Breach(Document):
    """`breaches/{breach_id}`: through whose access, in which time, and what was done about it."""

    path: ClassVar[str] = "breaches/{breach_id}"

    state: Annotated[BreachState, _FACT] = BreachState.OPEN
    #: The account, or the lab, through which data got out.
    uid: Annotated[str | None, _ABOUT] = None
    lab_id: Annotated[str | None, _ABOUT] = None
    since: Annotated[AwareDatetime, _FACT]
    until: Annotated[AwareDatetime, _FACT]
    #: When somebody of ours knew of it: the clock starts.
    aware_at: Annotated[AwareDatetime, _FACT]
    opened_by: Annotated[str, _ABOUT]
    risk: Annotated[Risk | None, _FACT] = None
    assessed_at: Annotated[AwareDatetime | None, _FACT] = None
    notified_at: Annotated[AwareDatetime | None, _FACT] = None
    closed_at: Annotated[AwareDatetime | None, _FACT] = None
    #: Who took the last step.
    moved_by: Annotated[str, _ABOUT]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def deadline_at(self) -> Annotated[datetime, _FACT]:
        """By when the Board and those affected have to have been told."""
        return self.aware_at + CLOCK
