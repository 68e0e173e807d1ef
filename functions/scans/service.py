"""What other packages use of scans: a case, the files of it for a lab, and attachments."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.context import Context
from core.privacy import Viewer
from core.projections import visible_to
from core.store import Unit
from scans.attachments import own_attachments, send_attachments, start_attachment
from scans.errors import (
    AttachmentNotFound,
    AttachmentNotReady,
    AttachmentSent,
    CaseNotFound,
    FileTooLarge,
    TooManyOpenUploads,
)
from scans.models import Attachment, Case, Consent, ConsentState, File, Scope
from scans.requests.cases import FileWish, UploadSlot
from scans.states import CASE, CaseAction

__all__ = [
    "Attachment",
    "AttachmentNotFound",
    "AttachmentNotReady",
    "AttachmentSent",
    "CaseForLab",
    "CaseNotFound",
    "FileForLab",
    "FileTooLarge",
    "FileWish",
    "Sharing",
    "TooManyOpenUploads",
    "UploadSlot",
    "case_for_lab",
    "own_attachments",
    "send_attachments",
    "sharing",
    "start_attachment",
]


@dataclass(frozen=True)
class Sharing:
    """Whether a case may be shared now: the patient, and the reason against it, if any."""

    patient_id: str
    refusal: str | None


@dataclass(frozen=True)
class FileForLab:
    """A file that was asked for: what of it labs may see, and what speaks against sending it.

    Attributes:
        file_id: its id.
        fields: what of it is declared visible to labs; None where there is no such file.
        superseded: a newer scan of the jaw replaced it.
        warned: the gate noticed something that the clinic has to know.
    """

    file_id: str
    fields: dict[str, Any] | None
    superseded: bool = False
    warned: bool = False


@dataclass(frozen=True)
class CaseForLab:
    """A case of the caller's clinic, as an order is made from it.

    Attributes:
        case_id, clinic_id, patient_id, consent_id: whose it is, and what it rests on.
        reference: the patient's reference number.
        name: the patient's name, for orders for which the clinic switched it on.
        refusal: the reason for which nothing of it may be shared, if any.
        files: those that were asked for.
    """

    case_id: str
    clinic_id: str
    patient_id: str
    consent_id: str
    reference: str
    name: str
    refusal: str | None
    files: tuple[FileForLab, ...]


def case_for_lab(unit: Unit, ctx: Context, case_id: str, file_ids: Sequence[str]) -> CaseForLab:
    """Read a case of the caller's clinic, its consent and some of its files.

    Two reads, and one for each file.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
    """
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != ctx.caller.org:
        raise CaseNotFound
    consent = unit.get(Consent, case.consent_id)
    return CaseForLab(
        case_id=case.id,
        clinic_id=case.clinic_id,
        patient_id=case.patient_id,
        consent_id=case.consent_id,
        reference=case.patient.reference,
        name=case.patient.name,
        refusal=_refusal(case, consent),
        files=tuple(_file(unit, case, file_id) for file_id in file_ids),
    )


def sharing(unit: Unit, case_id: str) -> Sharing:
    """Tell whether a case may be shared now. Two reads.

    Raises:
        CaseNotFound: it was erased.
    """
    case = unit.get(Case, case_id)
    if case is None:
        raise CaseNotFound
    return Sharing(case.patient_id, _refusal(case, unit.get(Consent, case.consent_id)))


def _refusal(case: Case, consent: Consent | None) -> str | None:
    if consent is None or consent.state is not ConsentState.GIVEN:
        return "consent-withdrawn"
    if Scope.SHARE_WITH_LAB not in consent.scope:
        return "consent-does-not-cover"
    return None if CASE.allows(case.status, CaseAction.LINK) else "wrong-case-status"


def _file(unit: Unit, case: Case, file_id: str) -> FileForLab:
    file = unit.get(File, case.id, file_id)
    if file is None:
        return FileForLab(file_id, None)
    warned = any(finding.severity == "warning" for finding in file.findings)
    fields = visible_to(Viewer.LAB, file)
    return FileForLab(file_id, fields, file.superseded_by is not None, warned)
