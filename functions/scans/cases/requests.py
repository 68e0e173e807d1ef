"""The requests and responses about cases, their files and figures."""

from datetime import UTC, datetime
from typing import ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.downloads import FileLink
from core.fields import DocId, Moment, Text, Uid
from core.figures import DateRange, Rate
from core.idempotency import IdempotencyKey
from core.paging import PageRequest, WorkPage
from scans.cases.models import CaseStatus
from scans.examples import CASE, CONSENT, FILE, KEY, PATIENT
from scans.uploads.models import Jaw

_OPERATOR = "v8Kq2ZsXw5RtYb1NcMd7PfGhJkL3"


class GetScanFigures(DateRange):
    """The figures of some days: the caller's own or, for admins, of the clinic or operator named.

    A clinic's are on the scans that its own people made, an operator's on those of its visits.
    """

    scanned_by: Uid | None = Field(
        default=None,
        description="Whose scans: an operator's uid or a clinic's id. Admins name one; others "
        "leave it out, and get their own.",
    )

    example: ClassVar = {"first_day": "2026-04-01", "last_day": "2026-06-30"}


class ScanFigures(Message):
    """What became of the scans that were uploaded. A rate of nothing is null."""

    scanned_by: str = Field(
        description="Whose scans these are: an operator's uid or a clinic's id."
    )
    warned: int = Field(
        description="How many scans were let in with a finding that the clinic has to know."
    )
    rejected: int = Field(description="How many scans were examined and not let in.")
    defects: Rate | None = Field(
        description="`warned` and `rejected` together, of all scans that were examined. Null when "
        "there was none."
    )
    rescans: Rate | None = Field(
        description="How often a lab asked for a new scan, of how many scans were let in. Null "
        "when none was; a scan that is asked for anew may be from before these days."
    )

    example: ClassVar = {
        "scanned_by": _OPERATOR,
        "warned": 6,
        "rejected": 4,
        "defects": {"part": 10, "whole": 120},
        "rescans": {"part": 2, "whole": 116},
    }


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
    opened_from: Moment = Field(
        default=_BEGINNING,
        description="List the cases that were opened at this time or later. Left out, from the "
        "first one.",
    )
    opened_before: Moment = Field(
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


class Cases(WorkPage):
    """The page, and the cursor for the next; no cursor, no next page."""

    cases: list[CaseRow] = Field(
        description="The cases of this page, the one that was opened last first."
    )

    example: ClassVar = {"cases": [CaseRow.example], "cursor": None, "left_out": 0}


class GetCaseFileLinks(Message):
    """Ask for links to the named files of a case."""

    case_id: DocId = Field(description="The case of the clinic that the files are in.")
    file_ids: list[DocId] = Field(
        min_length=1,
        max_length=20,
        description="Files of the case, by the ids in its `current` or of its documents under "
        "`files`. Where one is missing, no link is made.",
    )

    example: ClassVar = {"case_id": CASE, "file_ids": [FILE]}


class CaseFileLinks(Message):
    """The links, one entry per file."""

    links: list[FileLink] = Field(
        description="One entry for each file, by `file_id`; a file that was named twice has one."
    )

    example: ClassVar = {"links": [FileLink.example]}
