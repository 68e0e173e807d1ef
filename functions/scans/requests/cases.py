"""Requests about cases and their files."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.fields import DocId, LeftOut, Text
from core.idempotency import IdempotencyKey
from scans.models import CaseStatus, FileName, Jaw, Kind
from scans.requests.examples import CASE, CONSENT, FILE, KEY, PATIENT

_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
_END = datetime(9999, 1, 1, tzinfo=UTC)


class OpenCase(Message):
    """Open a case for a patient whose consent is recorded. Without consent there is no case."""

    patient_id: DocId
    consent_id: DocId
    notes: Text | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {"patient_id": PATIENT, "consent_id": CONSENT, "idempotency_key": KEY}


class CaseOpened(Message):
    """The case."""

    case_id: str

    example: ClassVar = {"case_id": CASE}


class CaseKeyed(Message):
    """The case to act on."""

    case_id: DocId
    idempotency_key: IdempotencyKey

    example: ClassVar = {"case_id": CASE, "idempotency_key": KEY}


class CaseNow(Message):
    """The case, and its status after the act."""

    case_id: str
    status: CaseStatus

    example: ClassVar = {"case_id": CASE, "status": "closed"}


class ListCases(Message):
    """One page of the clinic's cases, newest first; every filter given must fit."""

    status: CaseStatus | None = None
    patient_id: DocId | None = None
    opened_from: AwareDatetime = _BEGINNING
    opened_before: AwareDatetime = _END
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"status": "scanned", "opened_from": "2026-05-01T00:00:00+05:30"}


class CaseRow(Message):
    """A case as a list shows it. `current` names the file that counts for each jaw."""

    case_id: str
    status: CaseStatus
    patient_id: str
    patient_reference: str
    patient_name: str
    consent_id: str
    visit_id: str | None
    current: dict[Jaw, str]
    images: int
    opened_at: AwareDatetime

    example: ClassVar = {
        "case_id": CASE,
        "status": "scanned",
        "patient_id": PATIENT,
        "patient_reference": "P-1042",
        "patient_name": "Meera Joshi",
        "consent_id": CONSENT,
        "visit_id": None,
        "current": {"upper": FILE},
        "images": 0,
        "opened_at": "2026-05-04T04:00:00Z",
    }


class Cases(Message):
    """The page, and the cursor for the next; no cursor, no next page."""

    cases: list[CaseRow]
    cursor: str | None
    left_out: LeftOut = 0

    example: ClassVar = {"cases": [CaseRow.example], "cursor": None, "left_out": 0}


#: What goes with one message, at most.
AttachmentIds = Annotated[list[DocId], Field(max_length=10)]


class FileWish(Message):
    """What every wish for a slot says of its file."""

    file_name: FileName
    kind: Kind
    byte_size: Annotated[int, Field(ge=1)]
    idempotency_key: IdempotencyKey


class StartUpload(FileWish):
    """Ask for a slot to upload one file into: for a case, for a visit, or a consent's form.

    Clinics name a case or, for the photo of a signed form, a consent; operators name their visit.
    """

    case_id: DocId | None = None
    visit_id: DocId | None = None
    consent_id: DocId | None = None
    jaw: Jaw | None = None

    example: ClassVar = {
        "case_id": CASE,
        "file_name": "upper arch.stl",
        "kind": "stl",
        "jaw": "upper",
        "byte_size": 2000084,
        "idempotency_key": KEY,
    }

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        targets = [t for t in (self.case_id, self.visit_id, self.consent_id) if t is not None]
        if len(targets) != 1:
            raise PydanticCustomError(
                "one_target", "Name one of case_id, visit_id and consent_id, and no more"
            )
        if self.consent_id is not None and self.kind is not Kind.IMAGE:
            raise PydanticCustomError("form_kind", "A signed form is uploaded as an image")
        if (self.jaw is None) != (self.consent_id is not None):
            raise PydanticCustomError("jaw", "Name the jaw of a scan or image, and of no form")
        return self


class UploadSlot(Message):
    """Where the bytes go: one object, of these content types, until the expiry."""

    upload_id: str
    object_name: str
    content_types: list[str]
    expires_at: AwareDatetime

    example: ClassVar = {
        "upload_id": FILE,
        "object_name": f"landing/kJ3nQ8vYt2RcXz1LmP0aWd7sEf42/{FILE}/original",
        "content_types": ["model/stl", "application/octet-stream"],
        "expires_at": "2026-05-04T10:30:00Z",
    }


class GetFileLinks(Message):
    """Ask for links to the named files of a case."""

    case_id: DocId
    file_ids: Annotated[list[DocId], Field(min_length=1, max_length=20)]

    example: ClassVar = {"case_id": CASE, "file_ids": [FILE]}


class FileLink(Message):
    """Links to a file and its pictures, for GET, until the expiry. Photographs have no preview."""

    file_id: str
    url: str
    thumbnail_url: str
    preview_url: str | None
    sheet_url: str | None
    expires_at: AwareDatetime

    example: ClassVar = {
        "file_id": FILE,
        "url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "thumbnail_url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "preview_url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "sheet_url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "expires_at": "2026-05-04T09:40:00Z",
    }


class FileLinks(Message):
    """The links, one entry per file."""

    links: list[FileLink]

    example: ClassVar = {"links": [FileLink.example]}
