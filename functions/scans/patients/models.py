"""Patients as a clinic refers to them, and the corrections made to them."""

import hashlib
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, StringConstraints

from core.documents import Document, Record
from core.erasures import PendingErasure
from core.fields import StoredName
from core.privacy import Viewer
from scans.declarations import of_case, who

#: The clinic's own number for a patient.
Reference = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$", strip_whitespace=True)
]


class AgeGroup(StrEnum):
    """Whether a guardian must consent.

    The Digital Personal Data Protection Act 2023 asks for one below 18 (sections 2(f) and 9).
    Deciduous teeth are gone by about 12.
    """

    CHILD = "child"  # under 12
    ADOLESCENT = "adolescent"  # 12 to 17
    ADULT = "adult"  # 18 or older


#: The age groups for which a guardian consents.
MINORS = frozenset({AgeGroup.CHILD, AgeGroup.ADOLESCENT})


class RequestedVisit(Record):
    """A visit that was requested for a patient a moment ago, and when."""

    visit_id: Annotated[str, of_case("system.operations")]
    at: Annotated[AwareDatetime, of_case("system.operations")]


class Patient(Document):
    """`clinics/{clinic_id}/patients/{patient_id}`: a patient of one clinic."""

    path: ClassVar[str] = "clinics/{clinic_id}/patients/{patient_id}"
    readers = frozenset({Viewer.CLINIC})

    reference: Annotated[Reference, of_case("user.unique_id.pseudonymous", Viewer.OPERATOR)]
    name: Annotated[StoredName, of_case("user.name")]
    age_group: Annotated[AgeGroup | None, of_case("user.demographic.age_range")] = None
    added_by: Annotated[str, who()]
    added_at: Annotated[AwareDatetime, of_case("system.operations")]
    updated_at: Annotated[AwareDatetime, of_case("system.operations")]
    #: Since when there has been no case of the patient's: the record goes so long after it as a
    #: case after it closed. None while there is one.
    idle_since: Annotated[AwareDatetime | None, of_case("system.operations")] = None
    #: Visits of the last minutes, so that two taps do not ask for two: each request reads this and
    #: writes it, so of two at the same moment the second sees the first.
    visits_requested: list[RequestedVisit] = []
    #: When cases last began to wait for a guardian, or went on: orders follow it.
    guardian_changed_at: Annotated[AwareDatetime | None, of_case("system.operations")] = None
    #: The erasure that was asked for; until it is taken back nothing new begins for the patient.
    erasure: Annotated[PendingErasure | None, of_case("user.privacy_preferences")] = None

    @property
    def minor(self) -> bool:
        """Whether the record says that a guardian consents for the patient."""
        return self.age_group in MINORS


class PatientCorrection(Document):
    """What a patient's record said before it was corrected, and who corrected it when."""

    path: ClassVar[str] = "clinics/{clinic_id}/patients/{patient_id}/corrections/{correction_id}"
    readers = frozenset({Viewer.CLINIC})

    reference: Annotated[Reference, of_case("user.unique_id.pseudonymous")]
    name: Annotated[StoredName, of_case("user.name")]
    age_group: Annotated[AgeGroup | None, of_case("user.demographic.age_range")]
    corrected_by: Annotated[str, who()]
    corrected_at: Annotated[AwareDatetime, of_case("system.operations")]


class PatientReference(Document):
    """Which patient a reference stands for: one document a reference makes it unique.

    The id is a digest, for ids stand in paths and paths in logs.
    """

    path: ClassVar[str] = "clinics/{clinic_id}/patient_references/{digest}"

    patient_id: Annotated[str, of_case("user.unique_id.pseudonymous")]


def digest_of(reference: str) -> str:
    """Return the id under which a reference is reserved; case and spacing do not tell two apart."""
    plain = " ".join(reference.casefold().split())
    return hashlib.sha256(plain.encode()).hexdigest()[:40]
