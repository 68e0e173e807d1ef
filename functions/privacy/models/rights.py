"""Requests of people about their own data, or of a clinic about a patient's, and their fate."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from core.documents import Document
from core.objects import StoredObject
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held

_SEEN = (Viewer.SUBJECT, Viewer.CLINIC, Viewer.ADMIN)
_GROUND = "that a request was answered in time stays provable (DPDP Act 2023, section 13)"


def _request(category: str = "user.privacy_preferences", about: str | None = None) -> FieldPolicy:
    return held(
        category, *_SEEN, kept=Retention.AUDIT, erased=Erasure.KEEP, ground=_GROUND, about=about
    )


_FACT = _request()
_ID = _request("user.unique_id")


class RequestKind(StrEnum):
    """What is asked for."""

    EXPORT = "export"  # an archive of all that is held
    ERASURE = "erasure"  # that all is erased that need not be kept
    CORRECTION = "correction"  # another name or address of a clinic or lab


class RequestState(StrEnum):
    """Where a request stands."""

    RECEIVED = "received"  # a correction waits for an admin, an export for its turn
    COOLING_OFF = "cooling_off"  # an erasure that has not begun and can be taken back
    RUNNING = "running"  # it is being carried out
    DONE = "done"  # it was carried out
    REFUSED = "refused"  # an admin refused it, or something forbids it; `reasons` say what
    WITHDRAWN = "withdrawn"  # whoever asked took it back
    FAILED = "failed"  # something went wrong; it is tried again


class Authority(StrEnum):
    """What entitles whoever asks."""

    PERSON = "person"  # it is about their own account
    CLINIC = "clinic"  # a clinic, on whose behalf its patient's data is processed
    RETENTION = "retention"  # nobody: the account was not used for too long


class PrivacyRequest(Document):
    """`privacy_requests/{request_id}`: what was asked about whom, by when, and what came of it."""

    path: ClassVar[str] = "privacy_requests/{request_id}"
    readers = frozenset({Viewer.SUBJECT, Viewer.CLINIC})

    kind: Annotated[RequestKind, _FACT]
    #: The path of the account or of the patient that it is about.
    subject: Annotated[str, _ID]
    #: Who may read it: the person whose account it is, or the members of the patient's clinic.
    uid: Annotated[str | None, _ID] = None
    clinic_id: Annotated[str | None, _request("user.unique_id", about="")] = None
    asked_by: Annotated[str, _ID]
    authority: Annotated[Authority, _FACT]
    asked_at: Annotated[AwareDatetime, _FACT]
    #: By when it must be answered.
    due_at: Annotated[AwareDatetime, _FACT]
    #: When an erasure begins; until then it can be taken back.
    starts_at: Annotated[AwareDatetime | None, _FACT] = None
    #: The person was told, shortly before it begins.
    warned: Annotated[bool, _FACT] = False
    state: Annotated[RequestState, _FACT]
    answered_by: Annotated[str | None, _ID] = None
    #: Why it was refused, or has to wait: reason codes.
    reasons: Annotated[list[str], _FACT] = []
    done_at: Annotated[AwareDatetime | None, _FACT] = None
    #: Paths by what became of them.
    outcome: Annotated[dict[str, int], _FACT] = {}
    #: Grounds on which something stays, and the last day that it does.
    kept: Annotated[dict[str, str], _FACT] = {}
    #: What a correction is to write, and what stood there before; gone where it is refused.
    wanted: Annotated[
        dict[str, str], held("user.content.private", *_SEEN, kept=Retention.AUDIT)
    ] = {}
    before: Annotated[
        dict[str, str], held("user.content.private", *_SEEN, kept=Retention.AUDIT)
    ] = {}
    #: The archive of an export, until it is taken away.
    archive: Annotated[
        StoredObject | None, held("user.content.private", *_SEEN, kept=Retention.REQUEST)
    ] = None
    archive_until: Annotated[AwareDatetime | None, _FACT] = None
