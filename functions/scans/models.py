"""The documents of scans: cases, the consents behind them, upload slots and files."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, ConfigDict, StringConstraints

from core.access import Grant
from core.documents import Document, Record
from core.privacy import Erasure, Held, Retention, Viewer, held

#: The clinic's own number for a patient.
Reference = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$", strip_whitespace=True)
]
PatientName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120, strip_whitespace=True, pattern=r"^[^\p{Cc}]*$"),
]
#: A name for people to read; control characters and path separators are refused.
FileName = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f/\\]{1,120}$")]


def _case(category: str, *also: Viewer, erased: Erasure = Erasure.DELETE) -> Held:
    return held(category, Viewer.CLINIC, *also, kept=Retention.CASE, erased=erased)


class Patient(Record):
    """The patient as the clinic refers to them."""

    reference: Annotated[
        Reference, _case("user.unique_id.pseudonymous", Viewer.OPERATOR, erased=Erasure.MASK)
    ]
    name: Annotated[PatientName, _case("user.name", erased=Erasure.MASK)]


class Consent(Document):
    """`consents/{consent_id}`: the clinic's attestation that the patient consented."""

    path: ClassVar[str] = "consents/{consent_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, _case("user.contact.organization")]
    case_id: Annotated[str, _case("user.unique_id.pseudonymous")]
    text_version: Annotated[str, _case("user.privacy_preferences")]
    obtained_at: Annotated[AwareDatetime, _case("user.privacy_preferences")]
    obtained_by: Annotated[str, _case("user.name", erased=Erasure.MASK)]
    attested_by: Annotated[str, _case("user.unique_id")]
    attested_at: Annotated[AwareDatetime, _case("user.privacy_preferences")]


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"


class Case(Document):
    """`cases/{case_id}`: the clinic's truth about one patient's scans."""

    path: ClassVar[str] = "cases/{case_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, _case("user.contact.organization")]
    patient: Patient
    consent_id: Annotated[str, _case("user.unique_id.pseudonymous")]
    state: Annotated[CaseState, _case("system.operations")] = CaseState.OPEN
    opened_by: Annotated[str, _case("user.unique_id")]
    opened_at: Annotated[AwareDatetime, _case("system.operations")]


class Kind(StrEnum):
    """What is uploaded."""

    STL = "stl"
    IMAGE = "image"


class Jaw(StrEnum):
    """What was scanned: a jaw, or the bite that relates the two."""

    UPPER = "upper"
    LOWER = "lower"
    BITE = "bite"


class UploadState(StrEnum):
    """Where an upload stands; the last two are final."""

    ISSUED = "issued"
    PROCESSING = "processing"
    READY = "ready"
    REJECTED = "rejected"


class Finding(Record):
    """What the gate noticed: a stable code and a sentence a dentist understands."""

    code: str
    severity: str
    sentence: str


def _upload(category: str) -> Held:
    return held(category, Viewer.CLINIC, kept=Retention.LANDING)


class Upload(Grant):
    """`uploads/{upload_id}`: a slot in the landing zone, and what became of it."""

    path: ClassVar[str] = "uploads/{upload_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, _upload("user.contact.organization")]
    case_id: Annotated[str, _upload("user.unique_id.pseudonymous")]
    kind: Annotated[Kind, _upload("system.operations")]
    jaw: Annotated[Jaw, _upload("user.health_and_medical")]
    file_name: Annotated[FileName, _upload("user.content.private")]
    object_name: Annotated[str, _upload("system.operations")]
    content_types: Annotated[list[str], _upload("system.operations")]
    byte_size: Annotated[int, _upload("system.operations")]
    state: Annotated[UploadState, _upload("system.operations")] = UploadState.ISSUED
    generation: Annotated[int | None, _upload("system.operations")] = None
    claimed_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None
    findings: Annotated[list[Finding], _upload("user.health_and_medical")] = []
    report: Annotated[dict[str, Any] | None, _upload("user.health_and_medical")] = None
    issued_at: Annotated[AwareDatetime, _upload("system.operations")]
    done_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None


class StoredObject(Record):
    """One object in the clean zone, pinned to the generation that was validated."""

    name: str
    generation: int
    byte_size: int
    content_type: str
    crc32c: str


class File(Document):
    """`cases/{case_id}/files/{file_id}`: a validated, cleaned file of a case."""

    path: ClassVar[str] = "cases/{case_id}/files/{file_id}"
    readers = frozenset({Viewer.CLINIC})
    model_config = ConfigDict(extra="forbid")

    clinic_id: Annotated[str, _case("user.contact.organization")]
    kind: Annotated[Kind, _case("system.operations", Viewer.LAB)]
    jaw: Annotated[Jaw, _case("user.health_and_medical", Viewer.LAB)]
    file_name: Annotated[FileName, _case("user.content.private")]
    content: Annotated[StoredObject, _case("user.health_and_medical", Viewer.LAB)]
    thumbnail: Annotated[StoredObject, _case("user.health_and_medical", Viewer.LAB)]
    findings: Annotated[list[Finding], _case("user.health_and_medical", Viewer.LAB)]
    report: Annotated[dict[str, Any], _case("user.health_and_medical", Viewer.LAB)]
    uploaded_by: Annotated[str, _case("user.unique_id")]
    ready_at: Annotated[AwareDatetime, _case("system.operations")]
