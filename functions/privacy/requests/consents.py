"""The request and the response of a patient's consent record, with an example of each."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from privacy.models import Ground
from scans.models.consents import ConsentState, Relation, Scope

_PATIENT = "p5Xn8RkWv2QdJc7LtZs3"
_CLINIC = "c9Ts4HdKp2MwXq7LcRb5"
_CONSENT = "cN4Wd8KsGj1RbXz6vLq3"
_CASE = "cA3Tb6VyPk9QhLx2WzRd"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class GetConsentRecord(Message):
    """A patient of the caller's clinic; admins name the clinic too.

    The first page has consents and disclosures; a cursor asks for further shares alone.
    """

    patient_id: DocId
    clinic_id: DocId | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[str, Field(max_length=500)] | None = None

    example: ClassVar = {"patient_id": _PATIENT}


class Stopped(Message):
    """What a withdrawal stopped: cases frozen, visits and orders called off, and the erasure.

    `erase_at` is when what rested on it is erased, until that is done.
    """

    case_ids: list[str]
    visit_ids: list[str]
    order_ids: list[str]
    erase_at: AwareDatetime | None
    erased_at: AwareDatetime | None

    example: ClassVar = {
        "case_ids": [_CASE],
        "visit_ids": [],
        "order_ids": ["oR5Hs8RcTj2FgWq7nPx0"],
        "erase_at": "2026-05-18T04:00:00Z",
        "erased_at": None,
    }


class ConsentLine(Message):
    """One consent: who attested what, when; and its withdrawal. Ids and codes, nobody's name."""

    consent_id: str
    text_version: str
    language: str
    scope: list[Scope]
    #: What the guardian is to the patient, where one consented.
    guardian: Relation | None
    obtained_at: AwareDatetime
    attested_by: str
    attested_at: AwareDatetime
    state: ConsentState
    withdrawn_by: str | None
    withdrawn_at: AwareDatetime | None
    stopped: Stopped | None

    example: ClassVar = {
        "consent_id": _CONSENT,
        "text_version": "2026-05",
        "language": "hi",
        "scope": ["scan", "share_with_lab"],
        "guardian": None,
        "obtained_at": "2026-05-04T04:00:00Z",
        "attested_by": _UID,
        "attested_at": "2026-05-04T04:10:00Z",
        "state": "withdrawn",
        "withdrawn_by": _UID,
        "withdrawn_at": "2026-05-11T04:00:00Z",
        "stopped": Stopped.example,
    }


class ShareLine(Message):
    """One link to a file: which member of which lab got it, when, and until when it worked."""

    case_id: str
    order_id: str
    lab_id: str
    uid: str
    file_id: str
    at: AwareDatetime
    expires_at: AwareDatetime

    example: ClassVar = {
        "case_id": _CASE,
        "order_id": "oR5Hs8RcTj2FgWq7nPx0",
        "lab_id": "l9Ts4HdKp2MwXq7LcRb5",
        "uid": _UID,
        "file_id": "u8Kd2MvQx5ZrTn4WbYc7",
        "at": "2026-05-05T04:00:00Z",
        "expires_at": "2026-05-05T04:10:00Z",
    }


class DisclosureLine(Message):
    """What an authority was given by law, unless a law forbids to tell."""

    authority: str
    ground: Ground
    scope: list[str]
    disclosed_at: AwareDatetime

    example: ClassVar = {
        "authority": "District Court Pune",
        "ground": "court_order",
        "scope": [f"clinics/{_CLINIC}/patients/{_PATIENT}"],
        "disclosed_at": "2026-05-06T04:00:00Z",
    }


class ConsentRecord(Message):
    """The consents, the latest first, and who was given what, the latest first."""

    consents: list[ConsentLine]
    disclosures: list[DisclosureLine]
    shares: list[ShareLine]
    cursor: str | None

    example: ClassVar = {
        "consents": [ConsentLine.example],
        "disclosures": [],
        "shares": [ShareLine.example],
        "cursor": None,
    }
