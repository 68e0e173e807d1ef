"""Uploads, the slots in the landing zone, and files, what came of them."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, StringConstraints

from core.access import Grant
from core.documents import Document, Record
from core.objects import StoredObject
from core.privacy import Erasure, Held, Retention, Viewer, held
from scans.models.declared import of_case, who

#: What a file's name never holds: control characters, line and paragraph separators, the
#: characters that make the rest of a line read backwards (Unicode TR 36, 3.4), and path separators.
#: The joiners that Indian scripts are written with stay allowed.
_NEVER = r"\p{Cc}\p{Zl}\p{Zp}\u{202A}-\u{202E}\u{2066}-\u{2069}/\\"
#: A name for people to read; nothing is stored or served under it. Not of dots and spaces alone.
FileName = Annotated[
    str, StringConstraints(max_length=120, pattern=rf"^[ .]*[^{_NEVER} .][^{_NEVER}]*$")
]


class Kind(StrEnum):
    """What is uploaded."""

    STL = "stl"
    IMAGE = "image"


class Jaw(StrEnum):
    """What was scanned: a jaw, or a bite that relates the two, taken from a side or at once."""

    UPPER = "upper"
    LOWER = "lower"
    BITE = "bite"
    BITE_RIGHT = "bite_right"
    BITE_LEFT = "bite_left"


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


def _upload(category: str, erased: Erasure = Erasure.DELETE) -> Held:
    """Declare a field that the clinic reads, and the operator who uploads, while assigned."""
    return held(category, Viewer.CLINIC, Viewer.OPERATOR, kept=Retention.LANDING, erased=erased)


class Upload(Grant):
    """`uploads/{upload_id}`: a slot in the landing zone, and what became of it.

    It is for a case, with or without a visit, or for the signed form of a consent.
    """

    path: ClassVar[str] = "uploads/{upload_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.OPERATOR})

    clinic_id: Annotated[str, _upload("user.contact.organization")]
    case_id: Annotated[str | None, _upload("user.unique_id.pseudonymous")] = None
    visit_id: Annotated[str | None, _upload("system.operations")] = None
    consent_id: Annotated[str | None, _upload("user.unique_id.pseudonymous")] = None
    #: The operator who uploads, while assigned to the visit; None for the clinic's own uploads.
    operator: Annotated[str | None, _upload("user.unique_id")] = None
    kind: Annotated[Kind, _upload("system.operations")]
    jaw: Annotated[Jaw | None, _upload("user.health_and_medical")] = None
    file_name: Annotated[FileName, _upload("user.content.private")]
    #: It names who uploads, as the rules want it.
    object_name: Annotated[str, _upload("user.unique_id", Erasure.MASK)]
    content_types: Annotated[list[str], _upload("system.operations")]
    byte_size: Annotated[int, _upload("system.operations")]
    state: Annotated[UploadState, _upload("system.operations")] = UploadState.ISSUED
    generation: Annotated[int | None, _upload("system.operations")] = None
    claimed_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None
    findings: Annotated[list[Finding], _upload("user.health_and_medical")] = []
    report: Annotated[dict[str, Any] | None, _upload("user.health_and_medical")] = None
    issued_at: Annotated[AwareDatetime, _upload("system.operations")]
    done_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None


class Pictures(Record):
    """The pictures of a file. Photographs have a thumbnail alone; they are pictures themselves."""

    thumbnail: Annotated[StoredObject, of_case("user.health_and_medical", Viewer.LAB)]
    preview: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None
    sheet: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None


class File(Document):
    """`cases/{case_id}/files/{file_id}`: a validated, cleaned file of a case."""

    path: ClassVar[str] = "cases/{case_id}/files/{file_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, of_case("user.contact.organization")]
    visit_id: Annotated[str | None, of_case("system.operations")] = None
    kind: Annotated[Kind, of_case("system.operations", Viewer.LAB)]
    jaw: Annotated[Jaw, of_case("user.health_and_medical", Viewer.LAB)]
    #: 1 for the first scan of a jaw, one more for each that supersedes it. Images are not numbered
    #: on: they stand side by side.
    version: Annotated[int, of_case("system.operations", Viewer.LAB)]
    supersedes: Annotated[str | None, of_case("system.operations")] = None
    superseded_by: Annotated[str | None, of_case("system.operations")] = None
    file_name: Annotated[FileName, of_case("user.content.private")]
    content: Annotated[StoredObject, of_case("user.health_and_medical", Viewer.LAB)]
    pictures: Pictures
    findings: Annotated[list[Finding], of_case("user.health_and_medical", Viewer.LAB)]
    report: Annotated[dict[str, Any], of_case("user.health_and_medical", Viewer.LAB)]
    uploaded_by: Annotated[str, who()]
    ready_at: Annotated[AwareDatetime, of_case("system.operations")]
