"""Requests about patients and their consents."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Name
from core.idempotency import IdempotencyKey
from scans.models import AgeGroup, Reference, Scope
from scans.models.consents import Language, Relation, TextVersion
from scans.requests.examples import CASE, CONSENT, KEY, PATIENT


class AddPatient(Message):
    """Add a patient to the clinic, under a reference that no other patient there has."""

    reference: Reference = Field(
        description="The clinic's own number for the patient: letters and digits, with spaces and "
        "`./_-` between. No two patients of a clinic have the same, whatever its case and "
        "spacing. Operators see it, so that it must not hold a name."
    )
    name: Name = Field(description="The patient's name, which the clinic alone sees.")
    age_group: AgeGroup | None = Field(
        default=None,
        description="Tells whether a guardian has to consent, which is so under 18. Null where it "
        "is not known.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "reference": "P-1042",
        "name": "Meera Joshi",
        "age_group": "adult",
        "idempotency_key": KEY,
    }


class CorrectPatient(Message):
    """Replace what the record says of a patient; what it said before is kept beside it."""

    patient_id: DocId = Field(description="The patient of the clinic whose record is wrong.")
    reference: Reference = Field(
        description="The clinic's own number for the patient, changed or as it was. It must not "
        "be another patient's."
    )
    name: Name = Field(description="The patient's name, changed or as it was.")
    age_group: AgeGroup | None = Field(
        default=None,
        description="The age group, changed or as it was: left out, the record says none "
        "afterwards.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {**AddPatient.example, "patient_id": PATIENT, "name": "Meera Joshi-Rao"}


class PatientSaved(Message):
    """The patient."""

    patient_id: str = Field(
        description="The patient, read at `clinics/{clinic_id}/patients/{patient_id}`."
    )

    example: ClassVar = {"patient_id": PATIENT}


class GuardianGiven(Message):
    """The parent or guardian who consented for a patient under 18."""

    name: Name = Field(description="The name of whoever consented for the patient.")
    relation: Relation = Field(description="What that person is to the patient.")

    example: ClassVar = {"name": "Rohan Joshi", "relation": "parent"}


class RecordConsent(Message):
    """Attest that a patient consented: to which text, to what, when, obtained by whom."""

    patient_id: DocId = Field(
        description="The patient of the clinic who consented, or for whom a guardian did."
    )
    text_version: TextVersion = Field(
        description="The version of the consent text that was read, as the clinic numbers it."
    )
    language: Language = Field(
        description="The language of that text, as a BCP 47 tag: `hi`, `en`, `pa-Guru`."
    )
    scope: list[Scope] = Field(
        min_length=1,
        max_length=len(Scope),
        description="What the patient agreed to, each by itself. `scan` is needed for any case.",
    )
    obtained_at: AwareDatetime = Field(
        description="When the patient consented; not later than now."
    )
    obtained_by: Name = Field(
        description="Who of the clinic asked the patient and got the consent."
    )
    guardian: GuardianGiven | None = Field(
        default=None,
        description="Who consented for the patient. Required when the patient's age group is "
        "under 18.",
    )
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

    consent_id: str = Field(
        description="The new consent, read at `consents/{consent_id}`. Name it when a case is "
        "opened or a visit requested, and to upload the signed form."
    )

    example: ClassVar = {"consent_id": CONSENT}


class WithdrawConsent(Message):
    """The consent that the patient withdraws. No reason is asked for: none is needed."""

    consent_id: DocId = Field(
        description="The consent of the clinic's patient that ends now. It cannot be given again: "
        "record a new one."
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {"consent_id": CONSENT, "idempotency_key": KEY}


class WithdrawalDone(Message):
    """The cases that were frozen."""

    case_ids: list[str] = Field(
        description="The cases that rest on the consent, all frozen now: no upload, no visit, no "
        "link."
    )

    example: ClassVar = {"case_ids": [CASE]}


class GetFormLink(Message):
    """The consent whose signed form is asked for."""

    consent_id: DocId = Field(
        description="The consent of the clinic's patient whose signed form was uploaded."
    )

    example: ClassVar = {"consent_id": CONSENT}


class FormLink(Message):
    """A link to the photo of the signed form, for GET, until the expiry."""

    url: str = Field(description="The photo of the signed form, for GET, saved as a download.")
    expires_at: AwareDatetime = Field(
        description="When the link stops working, in UTC and minutes from now; ask anew after it."
    )

    example: ClassVar = {
        "url": "https://storage.googleapis.com/bucket/consents/…?X-Goog-Signature=…",
        "expires_at": "2026-05-04T09:40:00Z",
    }
