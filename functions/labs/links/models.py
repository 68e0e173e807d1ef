"""Shares, one for each link to a file, and counts of links by member and day."""

from datetime import date, datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, computed_field

from core import periods
from core.clock import start_of
from core.documents import Document, Record
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held


def _share(category: str, *also: Viewer) -> FieldPolicy:
    """Declare what says to whom a patient's data went: that must be answered even afterwards."""
    return held(
        category,
        Viewer.CLINIC,
        Viewer.ADMIN,
        *also,
        kept=Retention.CASE,
        erased=Erasure.KEEP,
        ground="with whom data was shared stays answerable (DPDP Act 2023, section 11(1)(b))",
    )


def _fetched(category: str) -> FieldPolicy:
    """Declare what the lab itself may see of it too, on the order's receipt."""
    return _share(category, Viewer.LAB)


class Fetch(Record):
    """What of a share is declared visible to labs: all but the patient, who is the clinic's own."""

    clinic_id: str
    case_id: str
    order_id: str
    lab_id: str
    uid: str
    file_id: str
    generation: int
    at: AwareDatetime
    expires_at: AwareDatetime


class Share(Document):
    """`shares/{share_id}`: a lab's member got a link to one file. The clinic can look it up.

    Labs do not read the collection: the patient's id would tell them which orders are of one.
    """

    path: ClassVar[str] = "shares/{share_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.ADMIN})

    clinic_id: Annotated[str, _fetched("user.contact.organization")]
    patient_id: Annotated[str, _share("user.unique_id.pseudonymous")]
    case_id: Annotated[str, _fetched("user.unique_id.pseudonymous")]
    order_id: Annotated[str, _fetched("system.operations")]
    lab_id: Annotated[str, _fetched("user.contact.organization")]
    uid: Annotated[str, _fetched("user.unique_id")]
    file_id: Annotated[str, _fetched("user.unique_id.pseudonymous")]
    generation: Annotated[int, _fetched("system.operations")]
    at: Annotated[AwareDatetime, _fetched("system.operations")]
    expires_at: Annotated[AwareDatetime, _fetched("system.operations")]


class LinkCount(Document):
    """`link_counts/{uid_and_day}`: how many files a member of a lab got links to on one day."""

    path: ClassVar[str] = "link_counts/{uid_and_day}"

    uid: Annotated[str, held("user.unique_id", kept=Retention.COUNT)]
    day: Annotated[str, held("system.operations", kept=Retention.COUNT)]
    files: Annotated[int, held("system.operations", kept=Retention.COUNT), Field(ge=0)]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def expires_at(self) -> Annotated[datetime, held("system.operations", kept=Retention.COUNT)]:
        """When TTL may take it away; the day is one of India."""
        ended = start_of(date.fromisoformat(self.day) + timedelta(days=1))
        return periods.due(Retention.COUNT, ended)
