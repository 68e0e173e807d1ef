"""Requests about cases and their files."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar, Self

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from core.callables import Message
from core.downloads import FileLink
from core.fields import DocId, Text
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, PageResponse
from scans.models import CaseStatus, FileName, Jaw, Kind
from scans.requests.examples import CASE, CONSENT, FILE, KEY, PATIENT

_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
_END = datetime(9999, 1, 1, tzinfo=UTC)


class OpenCase(Message):
    """Open a case for a patient whose consent is recorded. Without consent there is no case."""

    patient_id: DocId = Field(
        description="The patient of the clinic whose scans the case holds, as `scans/add_patient` "
        "answered."
    )
    consent_id: DocId = Field(
        description="A consent of that patient that covers `scan` and is not withdrawn, as "
        "`scans/record_consent` answered. At most 20 cases rest on one consent."
    )
    notes: Text | None = Field(
        default=None,
        description="What the clinic wants to remember of the case, on one line; no operator and "
        "no lab sees it.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"patient_id": PATIENT, "consent_id": CONSENT, "idempotency_key": KEY}


class CaseOpened(Message):
    """The case."""

    case_id: str = Field(
        description="The new case, read at `cases/{case_id}`; files can be uploaded to it."
    )

    example: ClassVar = {"case_id": CASE}


class CaseKeyed(Message):
    """The case to act on."""

    case_id: DocId = Field(description="The case of the clinic to close, or to open again.")
    idempotency_key: IdempotencyKey

    example: ClassVar = {"case_id": CASE, "idempotency_key": KEY}


class CaseNow(Message):
    """The case, and its status after the act."""

    case_id: str = Field(description="The case that was closed or opened again.")
    status: CaseStatus = Field(
        description="Where the case stands now; opened again it is what its files say."
    )

    example: ClassVar = {"case_id": CASE, "status": "closed"}


class ListCases(PageRequest):
    """One page of the clinic's cases, newest first; every filter given must fit."""

    status: CaseStatus | None = Field(default=None, description="Only this status; null for all.")
    patient_id: DocId | None = Field(default=None, description="Only this patient; null for all.")
    opened_from: AwareDatetime = Field(
        default=_BEGINNING,
        description="List the cases that were opened at this time or later. Left out, from the "
        "first one.",
    )
    opened_before: AwareDatetime = Field(
        default=_END,
        description="List the cases that were opened before this time. Left out, up to now.",
    )

    example: ClassVar = {"status": "scanned", "opened_from": "2026-05-01T00:00:00+05:30"}


class CaseRow(Message):
    """A case as a list shows it."""

    case_id: str = Field(description="The case, which the clinic reads at `cases/{case_id}`.")
    status: CaseStatus = Field(description="Where the case stands.")
    patient_id: str = Field(
        description="The case's patient, at `clinics/{clinic_id}/patients/{patient_id}`."
    )
    patient_reference: str = Field(
        description="The clinic's own number for the patient, as corrected last."
    )
    patient_name: str = Field(description="The patient's name, as corrected last.")
    consent_id: str = Field(
        description="The consent that the case rests on, at `consents/{consent_id}`."
    )
    visit_id: str | None = Field(
        description="The visit that is under way, at `visits/{visit_id}`; null before, between "
        "and after visits."
    )
    current: dict[Jaw, str] = Field(
        description="For each jaw that was scanned, the id of the file that counts: the last one "
        "uploaded. The files are at `cases/{case_id}/files/{file_id}`."
    )
    images: int = Field(description="How many photographs the case has; they are not in `current`.")
    opened_at: AwareDatetime = Field(description="When the case was opened, in UTC.")

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


class Cases(PageResponse):
    """The page, and the cursor for the next; no cursor, no next page."""

    cases: list[CaseRow] = Field(
        description="The cases of this page, the one that was opened last first."
    )

    example: ClassVar = {"cases": [CaseRow.example], "cursor": None}


AttachmentIds = Annotated[
    list[DocId],
    Field(
        max_length=10,
        description="Files that go along: the caller's own uploads for this conversation, by "
        "`upload_id`, once their state is `ready`. Each is sent once.",
    ),
]


class FileWish(Message):
    """What every wish for a slot says of its file."""

    file_name: FileName = Field(
        description="A name for people to read; nothing is stored or served under it."
    )
    kind: Kind = Field(
        description="What the file is. It is judged by its bytes, whatever its name ends in."
    )
    byte_size: int = Field(
        ge=1,
        description="The file's size in bytes. The limit of its kind is in the refusal.",
    )
    idempotency_key: IdempotencyKey


class StartUpload(FileWish):
    """Ask for a slot to upload one file into: for a case, for a visit, or a consent's form."""

    case_id: DocId | None = Field(
        default=None,
        description="The case that the file is of, for a clinic. Name exactly one of `case_id`, "
        "`visit_id` and `consent_id`.",
    )
    visit_id: DocId | None = Field(
        default=None,
        description="The visit at which the file was made, for the operator who is assigned and "
        "scanning.",
    )
    consent_id: DocId | None = Field(
        default=None,
        description="The consent whose signed form the file shows, for a clinic; `kind` is "
        "`image` then. A consent has one form.",
    )
    jaw: Jaw | None = Field(
        default=None,
        description="What the scan or the image shows. Required for a case or a visit, null for a "
        "form. A new scan of a jaw supersedes the one before; images stand side by side.",
    )

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

    upload_id: str = Field(
        description="The upload. Listen to `uploads/{upload_id}` until its `state` is `ready` or "
        "`rejected`, and show its `findings`. A file that was let in has the same id."
    )
    object_name: str = Field(
        description="The path to upload to through the Storage SDK. It takes one object, once."
    )
    content_types: list[str] = Field(
        description="Upload with one of these as `contentType`. Browsers know no type for STL: "
        "send `application/octet-stream` then."
    )
    expires_at: AwareDatetime = Field(
        description="Until when the upload can be made, in UTC. Ask for another slot after it."
    )

    example: ClassVar = {
        "upload_id": FILE,
        "object_name": f"landing/kJ3nQ8vYt2RcXz1LmP0aWd7sEf42/{FILE}/original",
        "content_types": ["model/stl", "application/octet-stream"],
        "expires_at": "2026-05-04T10:30:00Z",
    }


class GetFileLinks(Message):
    """Ask for links to the named files of a case."""

    case_id: DocId = Field(description="The case of the clinic that the files are in.")
    file_ids: list[DocId] = Field(
        min_length=1,
        max_length=20,
        description="Files of the case, by the ids in its `current` or of its documents under "
        "`files`. Where one is missing, no link is made.",
    )

    example: ClassVar = {"case_id": CASE, "file_ids": [FILE]}


class FileLinks(Message):
    """The links, one entry per file."""

    links: list[FileLink] = Field(
        description="One entry for each file, by `file_id`; a file that was named twice has one."
    )

    example: ClassVar = {"links": [FileLink.example]}
