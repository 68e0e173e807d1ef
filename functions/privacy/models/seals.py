"""Seals: what the audit held, window by window; and documents as they are found."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, ConfigDict, Field

from core.documents import Document, Record
from privacy.models.declared import SEAL


class Mark(Record):
    """A place in the order of the audit, which is by time and then by id.

    Without an id it lies before every entry of its time.
    """

    at: Annotated[AwareDatetime, SEAL]
    entry_id: Annotated[str, SEAL] = ""

    @classmethod
    def beginning(cls) -> Self:
        """Return a place before every time that Firestore can store."""
        return cls(at=datetime(1, 1, 1, tzinfo=UTC))

    @property
    def place(self) -> tuple[datetime, str]:
        """What marks and entries are ordered by."""
        return self.at, self.entry_id


class Seal(Document):
    """`audit_seals/{number}`: the entries of one window, chained by hash to the seal before.

    The window holds what lies after `since`, up to and with `until`. Written once; only
    `retired_at` is set later, and is no part of the hash.
    """

    path: ClassVar[str] = "audit_seals/{seal_id}"

    number: Annotated[int, SEAL, Field(ge=1)]
    previous: Annotated[str, SEAL]
    since: Annotated[Mark, SEAL]
    until: Annotated[Mark, SEAL]
    #: `<id>:<hash>` of each entry, in the order of the audit.
    entries: Annotated[list[str], SEAL]
    sealed_at: Annotated[AwareDatetime, SEAL]
    hash: Annotated[str, SEAL] = ""
    #: When retention let go of the entries: from then on they may be missing.
    retired_at: Annotated[AwareDatetime | None, SEAL] = None


class Evidence(Document):
    """An audit entry as it is found, whatever it holds: fields that do not belong there too."""

    path: ClassVar[str] = "audit/{entry_id}"
    partial: ClassVar[bool] = True
    model_config = ConfigDict(extra="allow")

    at: Annotated[AwareDatetime, SEAL]

    @classmethod
    def beginning(cls) -> Self:
        """Return a place before every time that Firestore can store."""
        return cls(at=datetime(1, 1, 1, tzinfo=UTC))

    @property
    def place(self) -> tuple[datetime, str]:
        """What marks and entries are ordered by."""
        return self.at, self.id


class SealEvidence(Document):
    """A seal as it is found, likewise."""

    path: ClassVar[str] = "audit_seals/{seal_id}"
    partial: ClassVar[bool] = True
    model_config = ConfigDict(extra="allow")

    number: Annotated[int | float, SEAL]
