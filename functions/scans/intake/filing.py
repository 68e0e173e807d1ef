"""Files an upload that passed: as a file of its case, the form of its consent, or an attachment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from core import log
from core.access import Role
from core.blobs import Blobs, NewObject
from core.machines import Party
from core.objects import StoredObject
from core.store import Store
from core.units import UnitOfWork
from messaging.service import Audience
from scans.cases import timeline
from scans.cases.models import Case, File, Judged, Verdict
from scans.cases.states import CASE, CaseAction
from scans.consents.models import Consent, ConsentState
from scans.gate import admission
from scans.gate.admission import Passed, Refused
from scans.gate.limits import Limits
from scans.gate.models import FileKind
from scans.uploads.models import Pictures, Upload, UploadKind

#: The objects of one upload in the clean zone, by the last part of their names.
CONTENT = "content"
PICTURES = ("thumbnail", "preview", "sheet", "marked")
Objects = Mapping[str, StoredObject]


class Shelf(Protocol):
    """What an upload is filed with, read before anything is written."""

    def takes(self) -> bool:
        """Tell whether it still takes files: a case may be closed, a consent withdrawn."""

    def watchers(self) -> frozenset[str]:
        """Return who beside the uploader is told of what arrives."""

    def put(self, unit: UnitOfWork, store: Store, at: datetime) -> dict[str, Any]:
        """Put what passed there; what the upload itself records of it."""


def folder(upload: Upload) -> str:
    """Return the folder of an upload's objects in the clean zone."""
    if upload.subject is not None:
        return f"attachments/{upload.id}"
    if upload.consent_id is not None:
        return f"consents/{upload.clinic_id}/{upload.consent_id}/{upload.id}"
    return f"cases/{upload.clinic_id}/{upload.case_id}/{upload.id}"


def is_scan(upload: Upload) -> bool:
    """Tell whether an upload is filed as a scan of a case, and is no attachment."""
    return upload.kind is UploadKind.STL and upload.subject is None and upload.consent_id is None


def party_of(upload: Upload) -> Party:
    """Return as which party somebody uploads."""
    return Party.OPERATOR if upload.visit_id else Party.CLINIC


def audiences(upload: Upload, *watchers: str) -> list[Audience]:
    """Return who hears of an upload: who uploads, and of the clinic who waits for it.

    An attachment is its uploader's alone.
    """
    if upload.clinic_id is None:
        return [Audience.holder(upload.uid)]
    if upload.visit_id is None:
        return [Audience.organisation(Role.CLINIC, upload.clinic_id, upload.uid, *watchers)]
    waiting = Audience.organisation(Role.CLINIC, upload.clinic_id, *watchers)
    return [Audience.operator(upload.uid), *([waiting] if watchers else [])]


def write(blobs: Blobs, upload: Upload, passed: Passed) -> Objects:
    """Write and verify the clean object and the pictures that are drawn, side by side."""
    parts = {CONTENT: passed.content, **passed.pictures}
    if upload.consent_id is not None:  # a signed form is read, not looked at in a list
        parts = {CONTENT: passed.content}
    written = blobs.write_all(
        [
            NewObject(
                f"{folder(upload)}/{part}",
                picture.data,
                picture.content_type,
                picture=part != CONTENT,
            )
            for part, picture in parts.items()
        ]
    )
    return dict(zip(parts, written, strict=True))


def judged(upload: Upload, kind: FileKind, data: bytes, limits: Limits) -> Passed | Refused:
    """Judge a file, as `admission` says; a fault of ours is logged, and stops nothing.

    A scan of a case is drawn once it is filed. An attachment is sent with its pictures, and drawn
    at once.
    """
    if kind is FileKind.STL and upload.subject is None:
        return admission.admit(data, limits)
    outcome = admission.judge(kind, data, limits)
    if isinstance(outcome, Passed) and outcome.unmeasured is not None:
        log.failure("scan not measured", outcome.unmeasured, upload=upload.id)
    return outcome


def discard(blobs: Blobs, upload: Upload) -> None:
    """Delete what was written of an upload: of an archive, whatever it has in the clean zone."""
    if upload.kind is UploadKind.CASE:
        blobs.discard_all(list(blobs.names(folder(upload))))
    else:
        blobs.discard(folder(upload), (CONTENT, *PICTURES))


def shelf(unit: UnitOfWork, upload: Upload, passed: Passed, objects: Objects) -> Shelf | None:
    """Read what an upload is filed with. Two reads at most; None where that is gone."""
    if upload.consent_id is not None:
        consent = unit.get(Consent, upload.consent_id)
        return _Form(consent, objects) if consent is not None else None
    case = unit.get(Case, upload.case_id) if upload.case_id else None
    if upload.subject is not None:
        erased = upload.case_id is not None and case is None
        return None if erased else _Attached(case, objects)
    if case is None or upload.jaw is None:
        return None
    return CaseFile(upload, case, superseded(unit, case, upload), passed, objects)


def superseded(unit: UnitOfWork, case: Case, upload: Upload) -> File | None:
    """Read the scan that an upload takes the place of. One read at most."""
    scan = upload.kind is UploadKind.STL and upload.jaw is not None
    current = case.current.get(upload.jaw) if scan and upload.jaw else None
    return unit.get(File, case.id, current) if current else None


def counted(case: Case, uploads: Sequence[Upload]) -> dict[str, Any]:
    """Return what a case says of its files once these are filed."""
    images = sum(upload.kind is UploadKind.IMAGE for upload in uploads)
    scans = {up.jaw: up.id for up in uploads if up.kind is UploadKind.STL and up.jaw is not None}
    changes: dict[str, Any] = {"current": {**case.current, **scans}} if scans else {}
    return changes | ({"images": case.images + images} if images else {})


@dataclass(frozen=True)
class _Form:
    """The photo of a consent's signed form."""

    consent: Consent
    objects: Objects

    def takes(self) -> bool:
        return self.consent.state is ConsentState.GIVEN and self.consent.form is None

    def watchers(self) -> frozenset[str]:
        return frozenset()

    def put(self, unit: UnitOfWork, store: Store, at: datetime) -> dict[str, Any]:
        del store, at
        unit.change(self.consent, form=self.objects[CONTENT])
        return {}


@dataclass(frozen=True)
class _Attached:
    """An attachment: it stays with its upload until it is sent.

    What it is attached to belongs to another package, which asks again before it is sent. Of the
    case, if it has one, what matters is whether anything of it may be shared still.
    """

    case: Case | None
    objects: Objects

    def takes(self) -> bool:
        return self.case is None or CASE.allows(self.case.status, CaseAction.LINK)

    def watchers(self) -> frozenset[str]:
        return frozenset()

    def put(self, unit: UnitOfWork, store: Store, at: datetime) -> dict[str, Any]:
        del unit, store, at
        return {"content": self.objects[CONTENT], "pictures": pictures(self.objects)}


@dataclass(frozen=True)
class CaseFile:
    """A file of a case; a scan supersedes the one that counted for its jaw."""

    upload: Upload
    case: Case
    before: File | None
    passed: Passed
    objects: Objects

    def takes(self) -> bool:
        """Tell whether the case takes files."""
        return CASE.allows(self.case.status, CaseAction.UPLOAD)

    def watchers(self) -> frozenset[str]:
        """Return who opened the case."""
        return frozenset({self.case.opened_by})

    def put(self, unit: UnitOfWork, store: Store, at: datetime) -> dict[str, Any]:
        """File it, and have the case count it. Three writes, one more where it supersedes."""
        self.add(unit, store, at)
        unit.change(self.case, **counted(self.case, [self.upload]))
        return {}

    def add(self, unit: UnitOfWork, store: Store, at: datetime) -> None:
        """File it, on record of the timeline; the case does not count it yet."""
        upload, passed = self.upload, self.passed
        unit.create(self._file(passed, self.objects, at), self.case.id, upload.id)
        if self.before is not None:
            unit.change(self.before, superseded_by=upload.id)
        entry = ("file_add", upload.uid, party_of(upload), at)
        warned = any(finding.severity == "warning" for finding in passed.findings)
        scan = Judged.upon(upload, Verdict.WARNED if warned else Verdict.SOUND)
        refs = {"file": upload.id, "jaw": str(upload.jaw)}
        timeline.add_for(unit, store, self.case.id, self.case.clinic_id, entry, scan, **refs)

    def _file(self, passed: Passed, objects: Objects, at: datetime) -> File:
        upload, before = self.upload, self.before
        return File.model_validate(
            {
                "clinic_id": upload.clinic_id,
                "visit_id": upload.visit_id,
                "kind": upload.kind,
                "jaw": upload.jaw,
                "version": before.version + 1 if before else 1,
                "supersedes": before.id if before else None,
                "file_name": upload.file_name,
                "content": objects[CONTENT],
                "pictures": pictures(objects) if upload.kind is UploadKind.IMAGE else None,
                "findings": passed.findings,
                "report": passed.report,
                "uploaded_by": upload.uid,
                "ready_at": at,
            }
        )


def pictures(objects: Objects) -> Pictures:
    """Return the pictures among the objects of a file that was drawn."""
    return Pictures.model_validate({name: objects.get(name) for name in PICTURES})
