"""Consents: the clinic's attestations that a patient agreed, and to what."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import AwareDatetime, StringConstraints

from core.documents import Document, Record
from core.fields import StoredName
from core.objects import StoredObject
from core.privacy import Erasure, Viewer
from scans.declarations import of_case, proof

if TYPE_CHECKING:
    from scans.patients.models import Patient

TextVersion = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]{1,20}$")]
#: A language tag of BCP 47: language, and script or region where they matter (`hi`, `pa-Guru`).
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$")]


class Scope(StrEnum):
    """What a patient may agree to, each by itself."""

    SCAN = "scan"  # being scanned, and the scans being kept
    SHARE_WITH_LAB = "share_with_lab"  # the case and its files being shared with a lab
    IMAGES = "images"  # photographs being taken and kept


class ConsentState(StrEnum):
    """Whether the consent stands."""

    GIVEN = "given"  # what rests on it may go on
    WITHDRAWN = "withdrawn"  # its cases are frozen; it cannot be given again


class Relation(StrEnum):
    """What a guardian is to the patient."""

    PARENT = "parent"  # the patient's mother or father
    LEGAL_GUARDIAN = "legal_guardian"  # appointed by law


class Guardian(Record):
    """Who consented for a patient under 18."""

    name: Annotated[StoredName, of_case("user.name", erased=Erasure.MASK)]
    relation: Annotated[Relation, proof()]


class Consent(Document):
    """`consents/{consent_id}`: the clinic's attestation that the patient consented."""

    path: ClassVar[str] = "consents/{consent_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, proof("user.contact.organization")]
    patient_id: Annotated[str, proof("user.unique_id.pseudonymous")]
    text_version: Annotated[TextVersion, proof()]
    language: Annotated[Language, proof()]
    scope: Annotated[list[Scope], proof()]
    obtained_at: Annotated[AwareDatetime, proof()]
    obtained_by: Annotated[
        StoredName, of_case("user.name", erased=Erasure.MASK, about="attested_by")
    ]
    guardian: Guardian | None
    form: Annotated[StoredObject | None, of_case("user.privacy_preferences")] = None
    state: Annotated[ConsentState, proof()] = ConsentState.GIVEN
    #: The cases that rest on it: what a withdrawal must reach.
    case_ids: Annotated[list[str], of_case("user.unique_id.pseudonymous", Viewer.ADMIN)] = []
    attested_by: Annotated[str, proof("user.unique_id")]
    attested_at: Annotated[AwareDatetime, proof()]
    withdrawn_by: Annotated[str | None, proof("user.unique_id")] = None
    withdrawn_at: Annotated[AwareDatetime | None, proof()] = None

    def lacks_guardian(self, patient: "Patient") -> bool:
        """Tell whether the patient is a minor and no guardian gave it (DPDP Act, section 9)."""
        return patient.minor and self.guardian is None
