"""What other packages use of scans: cases and files for labs, attachments, reminders, chores."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from core.access import Role
from core.context import Context
from core.jobs import Job
from core.queries import Aggregation
from core.store import Store
from core.units import UnitOfWork
from scans.cases.errors import CaseNotFound
from scans.cases.models import Case
from scans.cases.states import CASE, CaseAction
from scans.checks.beside import filed_elsewhere, told_to_labs
from scans.checks.checked import CheckedCase
from scans.checks.findings import CaseCode, CaseFinding
from scans.checks.models import Bilingual, FindingSeverity, JawRelation
from scans.checks.needs import NOTHING_ORDERED, CaseNeeds, JawNeeds
from scans.checks.ordered import case_findings
from scans.consents.models import Consent, ConsentState
from scans.gate.formats import PICTURE_TYPES
from scans.sharing.for_labs import (
    AWAITING_GUARDIAN,
    CaseForLab,
    FileForLab,
    Sharing,
    case_for_lab,
    keys_behind,
    keys_of,
    pictures_of,
    sharing,
)
from scans.sharing.rescans import Rescan, rescan
from scans.uploads.attachments import attachment_keys, fetched, own_attachments, send_attachments
from scans.uploads.errors import (
    AttachmentNotFound,
    AttachmentNotReady,
    AttachmentSent,
    FileTooLarge,
    TooManyOpenUploads,
)
from scans.uploads.models import Attachment
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
