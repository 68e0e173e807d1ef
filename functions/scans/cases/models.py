"""The documents of cases, the clinic's truth about one patient's scans: files and timeline too."""

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AwareDatetime, computed_field

from core.documents import Document, Record
from core.fields import StoredName, StoredText
from core.objects import StoredObject
from core.privacy import Viewer
from scans.checks.models import ArchFigures, Fingerprints, ScanFeatures
from scans.declarations import of_case, who
from scans.gate.models import FileFinding, FileKind
from scans.patients.models import Patient, Reference
from scans.uploads.models import Jaw, Pictures, StoredFileName, Upload, UploadKind, side_of


class File(Document):
    """`cases/{case_id}/files/{file_id}`: a validated, cleaned file of a case."""

    path: ClassVar[str] = "cases/{case_id}/files/{file_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, of_case("user.contact.organization")]
    visit_id: Annotated[str | None, of_case("system.operations")] = None
    kind: Annotated[FileKind, of_case("system.operations", Viewer.LAB)]
    jaw: Annotated[Jaw, of_case("user.health_and_medical", Viewer.LAB)]
    #: 1 for the first scan of a jaw, one more for each that supersedes it. Images are not numbered
    #: on: they stand side by side.
    version: Annotated[int, of_case("system.operations", Viewer.LAB)]
    supersedes: Annotated[str | None, of_case("system.operations")] = None
    superseded_by: Annotated[str | None, of_case("system.operations")] = None
    file_name: Annotated[StoredFileName, of_case("user.content.private")]
    content: Annotated[StoredObject, of_case("user.health_and_medical", Viewer.LAB)]
    #: None for the seconds in which a scan is ready and still being drawn.
    pictures: Pictures | None = None
    findings: Annotated[list[FileFinding], of_case("user.health_and_medical", Viewer.LAB)]
    report: Annotated[dict[str, Any], of_case("user.health_and_medical", Viewer.LAB)]
    #: What the case check measured on a scan, with its pictures; None on photographs and on files
    #: from before it.
    features: ScanFeatures | None = None
    #: By what the clinic finds the same scan again; None likewise.
    fingerprints: Fingerprints | None = None
    uploaded_by: Annotated[str, who()]
    ready_at: Annotated[AwareDatetime, of_case("system.operations")]

    @property
    def arch(self) -> ArchFigures | None:
        """The row of teeth that was recognised on a scan; None where none was."""
        return self.features.arch if self.features is not None else None

    @property
    def drawn(self) -> bool:
        """Whether its pictures are there, and what was measured with them."""
        return self.pictures is not None


class CaseStatus(StrEnum):
    """Where a case stands, as its other fields say."""

    OPEN = "open"  # nothing was scanned and no visit is under way
    SCHEDULED = "scheduled"  # a visit is under way
    SCANNED = "scanned"  # there are files
    CLOSED = "closed"  # the clinic is done with it
    AWAITING_GUARDIAN = "awaiting_guardian"  # the patient is under 18; no guardian consented yet
    FROZEN = "frozen"  # the consent was withdrawn


class PatientLabel(Record):
    """The patient as the clinic's lists of cases show them; follows corrections."""

    reference: Annotated[Reference, of_case("user.unique_id.pseudonymous")]
    name: Annotated[StoredName, of_case("user.name")]

    @classmethod
    def of(cls, patient: Patient) -> Self:
        """Return the label of a patient."""
        return cls(reference=patient.reference, name=patient.name)


class Case(Document):
    """`cases/{case_id}`: the clinic's truth about one patient's scans."""

    path: ClassVar[str] = "cases/{case_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, of_case("user.contact.organization")]
    patient_id: Annotated[str, of_case("user.unique_id.pseudonymous")]
    patient: PatientLabel
    consent_id: Annotated[str, of_case("user.unique_id.pseudonymous")]
    #: The clinic's own words; no operator and no lab sees them.
    notes: Annotated[StoredText | None, of_case("user.health_and_medical")] = None
    #: The visit under way; None before, between and after visits.
    visit_id: Annotated[str | None, of_case("system.operations")] = None
    #: The file that counts for each jaw, the last one uploaded.
    current: Annotated[dict[Jaw, str], of_case("user.health_and_medical")] = {}
    images: Annotated[int, of_case("user.health_and_medical")] = 0
    opened_by: Annotated[str, who()]
    opened_at: Annotated[AwareDatetime, of_case("system.operations")]
    closed_at: Annotated[AwareDatetime | None, of_case("system.operations")] = None
    frozen_at: Annotated[AwareDatetime | None, of_case("system.operations")] = None
    #: Since when it waits for a guardian to consent; None once one has.
    guardian_needed_at: Annotated[AwareDatetime | None, of_case("system.operations")] = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def status(self) -> Annotated[CaseStatus, of_case("system.operations")]:
        """Derive where the case stands; what stops it most comes first."""
        if self.frozen_at:
            return CaseStatus.FROZEN
        if self.guardian_needed_at:
            return CaseStatus.AWAITING_GUARDIAN
        if self.closed_at:
            return CaseStatus.CLOSED
        if self.visit_id:
            return CaseStatus.SCHEDULED
        return CaseStatus.SCANNED if self.current or self.images else CaseStatus.OPEN


class Verdict(StrEnum):
    """What was said of a scan, by the gate or by a lab."""

    SOUND = "sound"  # let in, without a warning
    WARNED = "warned"  # let in, with something that the clinic has to know
    REJECTED = "rejected"  # examined and not let in
    RESCAN = "rescan"  # a lab could not work with it and asked for a new one


class Judged(Record):
    """Whose scan a verdict is on: an operator's, or the clinic's whose own people made it."""

    by: Annotated[str, of_case("user.unique_id")]
    verdict: Annotated[Verdict, of_case("system.operations")]

    @classmethod
    def upon(cls, upload: Upload, verdict: Verdict) -> Self | None:
        """Return the verdict on an upload; None on what is no scan: photographs, attachments."""
        if upload.kind is not UploadKind.STL or upload.clinic_id is None:
            return None
        return cls(by=side_of(upload.visit_id, upload.uid, upload.clinic_id), verdict=verdict)


class CaseEvent(Document):
    """`cases/{case_id}/events/{event_id}`: one line of a case's timeline: who did what, when."""

    path: ClassVar[str] = "cases/{case_id}/events/{event_id}"
    readers = frozenset({Viewer.CLINIC})

    clinic_id: Annotated[str, of_case("user.contact.organization")]
    kind: Annotated[str, of_case("system.operations")]
    actor: Annotated[str, who()]
    party: Annotated[str, of_case("system.operations")]
    at: Annotated[AwareDatetime, of_case("system.operations")]
    #: Where a scan was judged; figures count these.
    scan: Judged | None = None
    refs: Annotated[dict[str, str], of_case("system.operations")] = {}
