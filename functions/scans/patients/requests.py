"""The requests and responses about patients."""

from typing import ClassVar

from pydantic import Field

from core.callables import Message
from core.fields import Name
from core.idempotency import IdempotencyKey
from scans.examples import KEY, PATIENT
from scans.patients.models import AgeGroup, Reference


class AddPatient(Message):
    """Add a patient to the clinic, under a reference that no other patient there has."""

    reference: Reference = Field(
        description="The clinic's own number for the patient: letters and digits, with spaces and "
        "`./_-` between. No two patients of a clinic have the same, whatever its case and "
        "spacing. Operators see it, so that it must not hold a name."
    )
    name: Name = Field(
        description="The patient's name. Operators never see it, and a lab only where the order "
        "says `share_name`."
    )
    age_group: AgeGroup | None = Field(
        default=None,
        description="Tells whether a guardian has to consent, which is so under 18. Null where it "
        "is not known yet: the first consent says it.",
    )
    idempotency_key: IdempotencyKey

    example: ClassVar = {
        "reference": "P-1042",
        "name": "Meera Joshi",
        "age_group": "adult",
        "idempotency_key": KEY,
    }


class PatientSaved(Message):
    """The patient."""

    patient_id: str = Field(
        description="The patient, read at `clinics/{clinic_id}/patients/{patient_id}`."
    )

    example: ClassVar = {"patient_id": PATIENT}
