"""The request and the response of a patient's consent record, with an example of each."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId
from core.paging import PageRequest, PageResponse
from privacy.models import Ground
from scans.consents.models import ConsentState, Relation, Scope

_PATIENT = "p5Xn8RkWv2QdJc7LtZs3"
_CLINIC = "c9Ts4HdKp2MwXq7LcRb5"
_CONSENT = "cN4Wd8KsGj1RbXz6vLq3"
_CASE = "cA3Tb6VyPk9QhLx2WzRd"
_UID = "w7Kq2nB4yTgR8sVxZ1LmPc0dJfH3"


class GetConsentRecord(PageRequest):
    """A patient of the caller's clinic; admins name the clinic too.

    The first page has consents and disclosures; a cursor asks for further shares alone.
    """

    patient_id: DocId = Field(
        description="The patient; one that was erased can still be looked up."
    )
    clinic_id: DocId | None = Field(
        default=None,
        description="The patient's clinic. Admins name it; a clinic's owner leaves it out.",
    )

    example: ClassVar = {"patient_id": _PATIENT}


class Stopped(Message):
    """What a withdrawal stopped: cases frozen, visits and orders called off, and the erasure."""

    case_ids: list[str] = Field(description="The cases that rested on the consent and were frozen.")
    visit_ids: list[str] = Field(
        description="The visits of these cases that were called off for it."
    )
    order_ids: list[str] = Field(
        description="The orders of these cases that were called off for it."
    )
    erase_at: AwareDatetime | None = Field(
        description="When all that rested on the consent will be erased, in UTC; null once that "
        "is done, or where it was called off."
    )
    erased_at: AwareDatetime | None = Field(
        description="When that was erased, in UTC; null until then."
    )

    example: ClassVar = {
        "case_ids": [_CASE],
        "visit_ids": [],
        "order_ids": ["oR5Hs8RcTj2FgWq7nPx0"],
        "erase_at": "2026-05-18T04:00:00Z",
        "erased_at": None,
    }


class ConsentLine(Message):
    """One consent: who attested what, when; and its withdrawal. Ids and codes, nobody's name."""

    consent_id: str = Field(description="The consent, at `consents/{consent_id}`.")
    text_version: str = Field(
        description="The version of the consent text that the patient was read."
    )
    language: str = Field(description="The language of that text, as a BCP 47 tag such as `hi`.")
    scope: list[Scope] = Field(description="What the patient agreed to.")
    guardian: Relation | None = Field(
        description="What the guardian is to the patient, where one consented; else null."
    )
    obtained_at: AwareDatetime = Field(
        description="When the patient consented, as the clinic attests, in UTC."
    )
    attested_by: str = Field(description="The uid of the clinic's member who recorded the consent.")
    attested_at: AwareDatetime = Field(description="When it was recorded, in UTC.")
    state: ConsentState = Field(description="Whether the consent stood when this was asked.")
    withdrawn_by: str | None = Field(
        description="The uid of the clinic's member who recorded the withdrawal; null while it "
        "stands."
    )
    withdrawn_at: AwareDatetime | None = Field(
        description="When it was withdrawn, in UTC; null while it stands."
    )
    stopped: Stopped | None = Field(
        description="What the withdrawal stopped; null while the consent stands."
    )

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

    case_id: str = Field(description="The case that the file is of.")
    order_id: str = Field(description="The order for which the lab has the file.")
    lab_id: str = Field(description="The lab that the file was shared with.")
    uid: str = Field(description="The lab's member who got the link.")
    file_id: str = Field(description="The file that the link was to.")
    at: AwareDatetime = Field(description="When the link was given out, in UTC.")
    expires_at: AwareDatetime = Field(description="When the link stopped working, in UTC.")

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

    authority: str = Field(description="The authority that was given the data.")
    ground: Ground = Field(description="By what law the authority asked.")
    scope: list[str] = Field(
        description="Which data it was: paths of the patient, its cases and its orders."
    )
    disclosed_at: AwareDatetime = Field(description="When it was noted as handed over, in UTC.")

    example: ClassVar = {
        "authority": "District Court Pune",
        "ground": "court_order",
        "scope": [f"clinics/{_CLINIC}/patients/{_PATIENT}"],
        "disclosed_at": "2026-05-06T04:00:00Z",
    }


class ConsentRecord(PageResponse):
    """The consents, the latest first, and who was given what, the latest first."""

    consents: list[ConsentLine] = Field(
        description="The patient's consents, the latest first, 100 at most. Empty on later pages."
    )
    disclosures: list[DisclosureLine] = Field(
        description="What authorities were given by law, the oldest first, without what a law "
        "keeps secret. Empty on later pages."
    )
    shares: list[ShareLine] = Field(
        description="The links to files that labs got, the latest first, of this page."
    )

    example: ClassVar = {
        "consents": [ConsentLine.example],
        "disclosures": [],
        "shares": [ShareLine.example],
        "cursor": None,
    }
