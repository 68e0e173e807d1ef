"""The documents of uploads: slots in the landing zone, and attachments."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, StringConstraints, computed_field

from core import text
from core.access import Grant
from core.documents import Record
from core.fields import NEVER_STORED
from core.objects import StoredObject
from core.privacy import Erasure, FieldPolicy, Retention, Viewer, held
from scans.declarations import of_case
from scans.gate.crown_widths import JawName
from scans.gate.models import FileFinding, FileKind

#: A name for people to read; nothing is stored or served under it.
FileName = Annotated[str, StringConstraints(max_length=120, pattern=text.FILE_NAME)]
_NEVER = rf"{NEVER_STORED}/\\"
StoredFileName = Annotated[
    str, StringConstraints(max_length=120, pattern=rf"^[ .]*[^{_NEVER} .][^{_NEVER}]*$")
]


class UploadKind(StrEnum):
    """What goes up: one file, or the files of a case at once."""

    STL = "stl"  # a scan's surface
    IMAGE = "image"  # a photograph
    CASE = "case"  # a case as scanners export it: a ZIP archive of scans and photographs


class Jaw(StrEnum):
    """What was scanned: a jaw, or a bite that relates the two, taken from a side or at once."""

    UPPER = "upper"  # the upper jaw
    LOWER = "lower"  # the lower jaw
    BITE = "bite"  # both sides of the bite at once
    BITE_RIGHT = "bite_right"  # the bite on the patient's right
    BITE_LEFT = "bite_left"  # the bite on the patient's left

    @property
    def name_of_jaw(self) -> JawName | None:
        """The jaw that a scan is named after; None for bites."""
        names: dict[Jaw, JawName] = {Jaw.UPPER: "upper", Jaw.LOWER: "lower"}
        return names.get(self)

    MOUTH = "mouth"  # the mouth or face as a whole: photographs alone


class UploadState(StrEnum):
    """Where an upload stands; the last two are final."""

    ISSUED = "issued"  # nothing has arrived yet
    PROCESSING = "processing"  # the file is being examined
    READY = "ready"  # the file was let in; findings may warn of something
    REJECTED = "rejected"  # the file was not let in; findings say why


def side_of(visit_id: str | None, uid: str, clinic_id: str) -> str:
    """Return who made a scan: the operator at a visit, else the clinic, whoever of it did."""
    return uid if visit_id is not None else clinic_id


def _upload(
    category: str, erased: Erasure = Erasure.DELETE, about: str | None = None
) -> FieldPolicy:
    """Declare a field of an upload.

    The clinic reads it, and the operator who uploads, while assigned; an attachment is read by who
    uploads it and by nobody else.
    """
    seen_by = (Viewer.CLINIC, Viewer.OPERATOR, Viewer.ACTIVE_SUBJECT)
    return held(category, *seen_by, kept=Retention.LANDING, erased=erased, about=about)


class Pictures(Record):
    """The pictures of a file. Photographs have a thumbnail alone; they are pictures themselves."""

    thumbnail: Annotated[StoredObject, of_case("user.health_and_medical", Viewer.LAB)]
    preview: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None
    sheet: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None
    #: What the case check recognised, drawn on the scan.
    marked: Annotated[StoredObject | None, of_case("user.health_and_medical", Viewer.LAB)] = None


class Attachment(Record):
    """A file that was sent, as the document has it with which it went.

    The name that it was uploaded under is not among what is sent: it may name a patient.
    """

    attachment_id: str
    kind: FileKind
    content: StoredObject
    pictures: Pictures
    #: What the gate warned of.
    findings: list[FileFinding]


class PartOutcome(StrEnum):
    """What became of a scan or photograph in a case's archive."""

    FILED = "filed"  # it is a file of the case
    REFUSED = "refused"  # it was judged, and not let in
    LEFT_OUT = "left_out"  # it was not judged: which jaw it is was not clear, or it counts not


class UploadPart(Record):
    """A scan or photograph in a case's archive, and what became of it.

    Names in archives hold patients' names; none is kept.
    """

    #: Its place among the files of the archive, counted from 1 in the order of its directory.
    index: Annotated[int, _upload("system.operations")]
    kind: Annotated[FileKind, _upload("system.operations")]
    #: What it shows, as its name says; None where that says nothing.
    jaw: Annotated[Jaw | None, _upload("user.health_and_medical")] = None
    outcome: Annotated[PartOutcome, _upload("system.operations")]
    #: The file of the case that it became.
    file_id: Annotated[str | None, _upload("system.operations")] = None
    findings: Annotated[list[FileFinding], _upload("user.health_and_medical")] = []


class Upload(Grant):
    """`uploads/{upload_id}`: a slot in the landing zone, and what became of it.

    It is for a case, with or without a visit, for the signed form of a consent, or an attachment.
    """

    path: ClassVar[str] = "uploads/{upload_id}"
    readers = frozenset({Viewer.CLINIC, Viewer.OPERATOR, Viewer.ACTIVE_SUBJECT})

    #: None for an attachment: no clinic reads it before it is sent.
    clinic_id: Annotated[str | None, _upload("user.contact.organization")] = None
    #: An attachment may have a case too: once that is frozen, nothing lands for it.
    case_id: Annotated[str | None, _upload("user.unique_id.pseudonymous")] = None
    visit_id: Annotated[str | None, _upload("system.operations")] = None
    consent_id: Annotated[str | None, _upload("user.unique_id.pseudonymous")] = None
    #: The operator who uploads, while assigned to the visit; None for the clinic's own uploads.
    operator: Annotated[str | None, _upload("user.unique_id")] = None
    #: The path of the document that it is attached to; only attachments have one.
    subject: Annotated[str | None, _upload("user.unique_id.pseudonymous")] = None
    kind: Annotated[UploadKind, _upload("system.operations")]
    jaw: Annotated[Jaw | None, _upload("user.health_and_medical")] = None
    file_name: Annotated[StoredFileName, _upload("user.content.private")]
    #: It names who uploads, as the rules want it.
    object_name: Annotated[str, _upload("user.unique_id", Erasure.MASK, about="uid")]
    content_types: Annotated[list[str], _upload("system.operations")]
    byte_size: Annotated[int, _upload("system.operations")]
    state: Annotated[UploadState, _upload("system.operations")] = UploadState.ISSUED
    generation: Annotated[int | None, _upload("system.operations")] = None
    claimed_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None
    findings: Annotated[list[FileFinding], _upload("user.health_and_medical")] = []
    report: Annotated[dict[str, Any] | None, _upload("user.health_and_medical")] = None
    #: Of a case's archive: its scans and photographs.
    parts: Annotated[list[UploadPart], _upload("user.health_and_medical")] = []
    #: Where an attachment stands in the clean zone, once it is ready.
    content: Annotated[StoredObject | None, _upload("user.health_and_medical")] = None
    pictures: Annotated[Pictures | None, _upload("user.health_and_medical")] = None
    #: The path of the document that an attachment was sent with: it is sent once.
    sent_with: Annotated[str | None, _upload("system.operations")] = None
    issued_at: Annotated[AwareDatetime, _upload("system.operations")]
    done_at: Annotated[AwareDatetime | None, _upload("system.operations")] = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def holder(self) -> Annotated[str | None, _upload("user.unique_id")]:
        """Name who reads an attachment: its uploader alone. The rules go by it."""
        return self.uid if self.subject is not None else None
