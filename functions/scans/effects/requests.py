"""The requests and responses of acts that reach all that rests on a record."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import DocId, Name
from core.idempotency import IdempotencyKey
from scans.examples import CASE, CONSENT, KEY, PATIENT
from scans.patients.models import AgeGroup, Reference
from scans.patients.requests import AddPatient


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
        description="The age group. Left out, it stays as it was. A patient who is under 18 by it "
        "needs a guardian's consent: cases that rest on another wait until that is recorded.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {**AddPatient.example, "patient_id": PATIENT, "name": "Meera Joshi-Rao"}


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
