"""The requests and responses about consents."""

from typing import ClassVar

from pydantic import AwareDatetime, Field

from core.callables import Message
from core.fields import DocId, Name, PastTime
from core.idempotency import IdempotencyKey
from scans.consents.models import Language, Relation, Scope, TextVersion
from scans.examples import CONSENT, KEY, PATIENT
from scans.patients.models import AgeGroup


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
    age_group: AgeGroup = Field(
        description="The patient's age group. A record that says none has it from now on; it must "
        "not differ from one that says another."
    )
    obtained_at: PastTime = Field(
        description="When the patient consented. A clock may run five minutes ahead: then it was "
        "now."
    )
    obtained_by: Name = Field(
        description="Who of the clinic asked the patient and got the consent."
    )
    guardian: GuardianGiven | None = Field(
        default=None,
        description="Who consented for the patient. Required when the age group is under 18. Then "
        "the patient's cases that wait for a guardian go on, and rest on this consent, if it "
        "covers `scan`.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "patient_id": PATIENT,
        "text_version": "2026-05",
        "language": "hi",
        "scope": ["scan", "share_with_lab", "images"],
        "age_group": "adult",
        "obtained_at": "2026-05-04T09:30:00+05:30",
        "obtained_by": "Dr. Asha Rao",
        "idempotency_key": KEY,
    }


class ConsentRecorded(Message):
    """The consent, and the cases that wait no more."""

    consent_id: str = Field(
        description="The new consent, read at `consents/{consent_id}`. Name it when a case is "
        "opened or a visit requested, and to upload the signed form."
    )
    case_ids: list[str] = Field(
        default=[],
        description="The cases that rest on this consent from now on: those that waited for a "
        "guardian, which go on, and those of a guardian's consent that allows less.",
    )

    example: ClassVar = {"consent_id": CONSENT, "case_ids": []}


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
