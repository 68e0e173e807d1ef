"""What other packages use of scans: cases and files for labs, attachments, reminders, chores."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from core.access import Role
from core.context import Context
from core.erasures import PendingErasure
from core.jobs import Job
from core.machines import Party
from core.privacy import Viewer
from core.projections import visible_to
from core.queries import Aggregation
from core.reading import Key
from core.store import Store
from core.units import UnitOfWork
from scans.cases import timeline
from scans.cases.errors import CaseNotFound
from scans.cases.models import Case, CaseStatus, File, Judged, Verdict
from scans.cases.states import CASE, CaseAction
from scans.checks.beside import filed_elsewhere, told_to_labs
from scans.checks.checked import CheckedCase
from scans.checks.findings import CaseCode, CaseFinding
from scans.checks.models import Bilingual, FindingSeverity, JawRelation
from scans.checks.needs import NOTHING_ORDERED, CaseNeeds, JawNeeds
from scans.checks.ordered import case_findings
from scans.consents.errors import GuardianRequired
from scans.consents.models import Consent, ConsentState, Scope
from scans.gate.formats import PICTURE_TYPES
from scans.gate.models import FileKind
from scans.pairs.reading import checked
from scans.patients.models import Patient
from scans.uploads.attachments import attachment_keys, fetched, own_attachments, send_attachments
from scans.uploads.errors import (
    AttachmentNotFound,
    AttachmentNotReady,
    AttachmentSent,
    FileTooLarge,
    TooManyOpenUploads,
)
from scans.uploads.models import Attachment, side_of
from scans.uploads.requests import AttachmentIds, AttachmentToUpload, UploadSlot

if TYPE_CHECKING:
    from scans.visits.lost_operators import LostOperator

__all__ = [
    "AWAITING_GUARDIAN",
    "NOTHING_ORDERED",
    "PICTURE_TYPES",
    "Attachment",
    "AttachmentIds",
    "AttachmentNotFound",
    "AttachmentNotReady",
    "AttachmentSent",
    "AttachmentToUpload",
    "Bilingual",
    "CaseCode",
    "CaseFinding",
    "CaseForLab",
    "CaseNeeds",
    "CaseNotFound",
    "CheckedCase",
    "FileForLab",
    "FileTooLarge",
    "FindingSeverity",
    "JawNeeds",
    "JawRelation",
    "Rescan",
    "Sharing",
    "TooManyOpenUploads",
    "UploadSlot",
    "attachment_keys",
    "case_findings",
    "case_for_lab",
    "cases_of_patient",
    "close_idle_case",
    "concerns",
    "fetched",
    "filed_elsewhere",
    "frozen",
    "give_up_uploads",
    "keys_behind",
    "keys_of",
    "lost_operator",
    "own_attachments",
    "pictures_of",
    "release_visits",
    "remind_of_visit",
    "rescan",
    "send_attachments",
    "sharing",
    "start_attachment",
    "told_to_labs",
    "visits_waiting",
    "withdrawn_cases",
]


#: Why a case may not be shared until a guardian has consented for the patient.
AWAITING_GUARDIAN = GuardianRequired.reason


@dataclass(frozen=True)
class Sharing:
    """Whether a case may be shared now.

    Attributes:
        patient_id: whose it is.
        reference, name: what the patient's record says, corrections included.
        refusal: the reason against it, if any.
    """

    patient_id: str
    reference: str
    name: str
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
        erasure: the patient's, while it cools off: nothing new may begin.
        files: those that were asked for.
        checked: what the case check recorded of the scans among them.
    """

    case_id: str
    clinic_id: str
    patient_id: str
    consent_id: str
    reference: str
    name: str
    refusal: str | None
    erasure: PendingErasure | None
    files: tuple[FileForLab, ...]
    checked: CheckedCase


@dataclass(frozen=True)
class Rescan:
    """New scans that a lab asks for, and by whom those were made that it cannot work with."""

    case_id: str
    clinic_id: str
    sides: frozenset[str]

    def write(self, unit: UnitOfWork, ctx: Context, **refs: str) -> None:
        """Add it to the case's timeline: a line, and a write, for each side that made a scan."""
        entry = ("rescan_request", ctx.caller.uid, Party.LAB, ctx.clock.now())
        for side in sorted(self.sides):
            scan = Judged(by=side, verdict=Verdict.RESCAN)
            timeline.add_for(unit, ctx.store, self.case_id, self.clinic_id, entry, scan, **refs)


def rescan(unit: UnitOfWork, case_id: str, file_ids: Sequence[str]) -> Rescan | None:
    """Read whose scans a lab wants anew; None where there are none any more. A read for each."""
    found = unit.get_all(File, *((case_id, file_id) for file_id in file_ids))
    made = [file for file in found if file is not None and file.kind is FileKind.STL]
    if not made:
        return None
    sides = {side_of(file.visit_id, file.uploaded_by, file.clinic_id) for file in made}
    return Rescan(case_id, made[0].clinic_id, frozenset(sides))


def pictures_of(
    unit: UnitOfWork, case_id: str, file_ids: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return the pictures of files by their ids, of those that are drawn by now. A read for each.

    For what was sent before: it names no more than labs may see.
    """
    found = unit.get_all(File, *((case_id, file_id) for file_id in file_ids))
    return {
        file.id: pictures
        for file in found
        if file is not None and (pictures := visible_to(Viewer.LAB, file).get("pictures"))
    }


def keys_of(case_id: str, file_ids: Sequence[str]) -> list[Key]:
    """Return where a case and some of its files stand, for another package to read ahead."""
    return [(Case, case_id), *((File, case_id, file_id) for file_id in file_ids)]


def keys_behind(unit: UnitOfWork, ctx: Context, case_id: str) -> list[Key]:
    """Return where the consent and the patient of a case stand; its clinic's alone. One read."""
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != ctx.caller.org:
        return []
    return [(Consent, case.consent_id), (Patient, case.clinic_id, case.patient_id)]


def case_for_lab(
    unit: UnitOfWork, ctx: Context, case_id: str, file_ids: Sequence[str]
) -> CaseForLab:
    """Read a case of the caller's clinic, its patient, its consent and some of its files.

    Three reads, and one for each file; for scans, what `pairs.reading.checked` says.

    Raises:
        CaseNotFound: there is none, or it is another clinic's.
    """
    case = unit.get(Case, case_id)
    if case is None or case.clinic_id != ctx.caller.org:
        raise CaseNotFound
    unit.ahead(
        (Consent, case.consent_id),
        (Patient, case.clinic_id, case.patient_id),
        *((File, case.id, file_id) for file_id in file_ids),
    )
    consent = unit.get(Consent, case.consent_id)
    patient = unit.get(Patient, case.clinic_id, case.patient_id)
    found = {file_id: unit.get(File, case.id, file_id) for file_id in file_ids}
    return CaseForLab(
        case_id=case.id,
        clinic_id=case.clinic_id,
        patient_id=case.patient_id,
        consent_id=case.consent_id,
        reference=case.patient.reference,
        name=case.patient.name,
        refusal=_refusal(case, consent, patient),
        erasure=patient.erasure if patient is not None else None,
        files=tuple(_file(file_id, file) for file_id, file in found.items()),
        checked=checked(unit, case, [file for file in found.values() if file is not None]),
    )


def sharing(unit: UnitOfWork, case_id: str) -> Sharing:
    """Tell whether a case may be shared now. Two reads.

    Raises:
        CaseNotFound: it was erased.
    """
    case = unit.get(Case, case_id)
    if case is None:
        raise CaseNotFound
    refusal = _refusal(case, unit.get(Consent, case.consent_id))
    return Sharing(case.patient_id, case.patient.reference, case.patient.name, refusal)


def concerns(unit: UnitOfWork, ctx: Context, case_id: str) -> None:
    """Make sure that the caller may see a case. One read.

    Raises:
        CaseNotFound: there is none, or it is not the caller's clinic's; the two look alike.
    """
    case = unit.get(Case, case_id)
    if case is None or ctx.caller.role is not Role.CLINIC or case.clinic_id != ctx.caller.org:
        raise CaseNotFound


def frozen(unit: UnitOfWork, case_id: str) -> bool:
    """Tell whether no files of a case may be given out any more, to its clinic neither. One read.

    So it is once the consent was withdrawn, and of a case that is gone.
    """
    case = unit.get(Case, case_id)
    return case is None or not CASE.allows(case.status, CaseAction.LINK)


def start_attachment(
    unit: UnitOfWork,
    ctx: Context,
    request: AttachmentToUpload,
    subject: str,
    case_id: str | None = None,
) -> UploadSlot:
    """Issue the caller a slot for an attachment, as `slots.start_attachment` says.

    Raises:
        FileTooLarge, TooManyOpenUploads, AccountNotActive.
    """
    from scans.intake import slots  # visits and rosters come with it; few functions issue slots

    return slots.start_attachment(unit, ctx, request, subject, case_id)


def remind_of_visit(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job that reminds of a visit; when it is due again."""
    from scans.visits import reminders  # labs do without

    return reminders.remind(unit, ctx, job)


def lost_operator(unit: UnitOfWork, uid: str) -> "LostOperator | None":
    """Read what an operator leaves whose account loses its standing; see `core.losses`."""
    from scans.visits import lost_operators  # as above

    return lost_operators.prepare(unit, uid)


def release_visits(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job of an operator who had many visits when it was lost; when it is due again."""
    from scans.visits import lost_operators  # as above

    return lost_operators.go_on(unit, ctx, job)


def close_idle_case(unit: UnitOfWork, ctx: Context, job: Job) -> datetime | None:
    """Run the job that looks at a case that may be idle; when it is due again."""
    from scans.cases import idle  # as above

    return idle.look(unit, ctx, job)


def visits_waiting() -> Aggregation:
    """Return what counts the visits that wait for an operator. A read for each thousand."""
    from scans.visits.actions import OF_STATES  # as above
    from scans.visits.states import WAITING

    return OF_STATES.counted(sorted(WAITING))


def give_up_uploads(ctx: Context) -> int:
    """Refuse uploads that nobody could finish; how many there were."""
    from core.blobs import project_blobs
    from scans.intake import abandoned  # as above

    return abandoned.give_up(ctx, project_blobs())


def withdrawn_cases(store: Store, consent_id: str) -> tuple[str, ...]:
    """Return the cases, 20 at most, of a withdrawn consent; none of one that is in force.

    One read.
    """
    consent = store.get(Consent, consent_id)
    gone = consent is not None and consent.state is ConsentState.WITHDRAWN
    return tuple(consent.case_ids) if consent and gone else ()


def cases_of_patient(store: Store, clinic_id: str, patient_id: str) -> Iterator[str]:
    """Yield the cases of a patient. A read each."""
    from scans.cases.queries import CASES_OF_PATIENT  # one function of labs needs it

    return (case.id for case in store.each(CASES_OF_PATIENT, clinic_id, patient_id))


def _refusal(case: Case, consent: Consent | None, patient: Patient | None = None) -> str | None:
    """Return why labs may not be told of a case; None where they may.

    With the patient's record, a minor's case without a guardian is found, too, that an earlier
    release let stand.
    """
    if consent is None or consent.state is not ConsentState.GIVEN:
        return "consent-withdrawn"
    lacking = patient is not None and consent.lacks_guardian(patient)
    if lacking or case.status is CaseStatus.AWAITING_GUARDIAN:
        return AWAITING_GUARDIAN
    if Scope.SHARE_WITH_LAB not in consent.scope:
        return "consent-does-not-cover"
    return None if CASE.allows(case.status, CaseAction.LINK) else "wrong-case-status"


def _file(file_id: str, file: File | None) -> FileForLab:
    if file is None:
        return FileForLab(file_id, None)
    warned = any(finding.severity == "warning" for finding in file.findings)
    fields = visible_to(Viewer.LAB, file)
    return FileForLab(file_id, fields, file.superseded_by is not None, warned)
