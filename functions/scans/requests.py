"""The requests and responses of the scans callables, with an example of each."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, StringConstraints

from core.callables import Message
from core.idempotency import IdempotencyKey
from scans.models import FileName, Jaw, Kind, PatientName, Reference

DocId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{20,40}$")]

_CASE = "b7Lq0XcVtR2mWn5yKd8Z"
_FILE = "h4Jr9PzQwE6sTy1uMx3C"


class Attestation(Message):
    """The clinic's word that the patient consented: to which text, when, obtained by whom."""

    text_version: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{1,20}$")]
    obtained_at: AwareDatetime
    obtained_by: PatientName


class OpenCase(Message):
    """Open a case for one of the clinic's patients. Without consent there is no case."""

    patient_reference: Reference
    patient_name: PatientName
    consent: Attestation
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "patient_reference": "P-1042",
        "patient_name": "Meera Joshi",
        "consent": {
            "text_version": "2026-05",
            "obtained_at": "2026-05-04T09:30:00+05:30",
            "obtained_by": "Dr. Asha Rao",
        },
        "idempotency_key": "0f8b2f6e-6a0e-4c58-9c43-8f7f6f1c2d3e",
    }


class CaseOpened(Message):
    """The case."""

    case_id: str
    consent_id: str

    example: ClassVar = {"case_id": _CASE, "consent_id": "c2Wd6FbNj8KqLs0vRx5T"}


class StartUpload(Message):
    """Ask for a slot to upload one file into."""

    case_id: DocId
    file_name: FileName
    kind: Kind
    jaw: Jaw
    byte_size: Annotated[int, Field(ge=1)]
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "case_id": _CASE,
        "file_name": "upper arch.stl",
        "kind": "stl",
        "jaw": "upper",
        "byte_size": 2000084,
        "idempotency_key": "5d2c7c0a-52f5-4b63-8a39-6c1f0f2b9a77",
    }


class UploadSlot(Message):
    """Where the bytes go: one object, of these content types, until the expiry."""

    upload_id: str
    object_name: str
    content_types: list[str]
    expires_at: AwareDatetime

    example: ClassVar = {
        "upload_id": _FILE,
        "object_name": f"landing/kJ3nQ8vYt2RcXz1LmP0aWd7sEf42/{_FILE}/original",
        "content_types": ["model/stl", "application/octet-stream"],
        "expires_at": "2026-05-04T10:30:00Z",
    }


class GetFileLinks(Message):
    """Ask for links to files of a case: those named or, where none is, up to 20 of them."""

    case_id: DocId
    file_ids: Annotated[list[DocId], Field(max_length=20)] = []

    example: ClassVar = {"case_id": _CASE, "file_ids": [_FILE]}


class FileLink(Message):
    """Links to a file and its thumbnail, for GET, until the expiry."""

    file_id: str
    url: str
    thumbnail_url: str
    expires_at: AwareDatetime

    example: ClassVar = {
        "file_id": _FILE,
        "url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "thumbnail_url": "https://storage.googleapis.com/bucket/cases/…?X-Goog-Signature=…",
        "expires_at": "2026-05-04T09:40:00Z",
    }


class FileLinks(Message):
    """The links, one entry per file."""

    links: list[FileLink]

    example: ClassVar = {"links": [FileLink.example]}
