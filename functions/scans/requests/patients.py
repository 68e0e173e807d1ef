"""Requests about patients and their consents."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Name
from core.idempotency import IdempotencyKey
from scans.models import AgeGroup, Reference, Scope
from scans.models.consents import Language, Relation, TextVersion
from scans.requests.examples import CASE, CONSENT, KEY, PATIENT


class AddPatient(Message):
    """Add a patient to the clinic, under a reference that no other patient there has."""

    reference: Reference
    name: Name
    age_group: AgeGroup | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "reference": "P-1042",
        "name": "Meera Joshi",
        "age_group": "adult",
        "idempotency_key": KEY,
    }


class CorrectPatient(Message):
    """Replace what the record says of a patient; what it said before is kept beside it."""

    patient_id: DocId
    reference: Reference
    name: Name
    age_group: AgeGroup | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {**AddPatient.example, "patient_id": PATIENT, "name": "Meera Joshi-Rao"}


class PatientSaved(Message):
    """The patient."""

    patient_id: str

    example: ClassVar = {"patient_id": PATIENT}


class GuardianGiven(Message):
    """The parent or guardian who consented for a patient under 18."""

    name: Name
    relation: Relation

    example: ClassVar = {"name": "Rohan Joshi", "relation": "parent"}


class RecordConsent(Message):
    """Attest that a patient consented: to which text, to what, when, obtained by whom."""

    patient_id: DocId
    text_version: TextVersion
    language: Language
    scope: Annotated[list[Scope], Field(min_length=1, max_length=len(Scope))]
    obtained_at: AwareDatetime
    obtained_by: Name
    guardian: GuardianGiven | None = None
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "patient_id": PATIENT,
        "text_version": "2026-05",
        "language": "hi",
        "scope": ["scan", "share_with_lab", "images"],
        "obtained_at": "2026-05-04T09:30:00+05:30",
        "obtained_by": "Dr. Asha Rao",
        "idempotency_key": KEY,
    }


class ConsentRecorded(Message):
    """The consent."""

    consent_id: str

    example: ClassVar = {"consent_id": CONSENT}


class WithdrawConsent(Message):
    """The consent that the patient withdraws. No reason is asked for: none is needed."""

    consent_id: DocId
    idempotency_key: IdempotencyKey

    example: ClassVar = {"consent_id": CONSENT, "idempotency_key": KEY}


class WithdrawalDone(Message):
    """The cases that were frozen."""

    case_ids: list[str]

    example: ClassVar = {"case_ids": [CASE]}


class GetFormLink(Message):
    """The consent whose signed form is asked for."""

    consent_id: DocId

    example: ClassVar = {"consent_id": CONSENT}


class FormLink(Message):
    """A link to the photo of the signed form, for GET, until the expiry."""

    url: str
    expires_at: AwareDatetime

    example: ClassVar = {
        "url": "https://storage.googleapis.com/bucket/consents/…?X-Goog-Signature=…",
        "expires_at": "2026-05-04T09:40:00Z",
    }
