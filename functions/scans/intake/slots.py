"""Issues upload slots: what may be uploaded where, and until when."""

from dataclasses import dataclass
from datetime import timedelta

from core import access, audit, settings
from core.access import MAX_OPEN_GRANTS, Role, Standing, Status
from core.context import Context
from core.errors import AccountNotActive
from core.idempotency import once
from core.machines import Party
from core.units import UnitOfWork
from scans.cases.lifecycle import own_case
from scans.cases.models import Case
from scans.cases.states import CASE, CaseAction
from scans.consents import attestations
from scans.consents.errors import ConsentWithdrawn, FormAlreadyThere
from scans.consents.models import Consent, Scope
from scans.gate import limit_settings
from scans.gate.formats import PICTURE_TYPES
from scans.intake.requests import StartUpload
from scans.patients.models import Patient
from scans.patients.records import beginning
from scans.uploads.errors import FileTooLarge, TooManyOpenUploads, TooManyUploads
from scans.uploads.models import Jaw, Upload, UploadKind
from scans.uploads.queries import MAX_UPLOADS
from scans.uploads.requests import AttachmentToUpload, FileToUpload, UploadSlot
from scans.visits.actions import seen
from scans.visits.errors import VisitNotFound, WrongVisitState
from scans.visits.models import Visit
from scans.visits.states import UPLOADING

#: What clients may declare. `model/stl` is registered with IANA; browsers know no type for STL
#: and send octet-stream. The gate decides by the bytes, whatever is declared.
CONTENT_TYPES: dict[UploadKind, list[str]] = {
    UploadKind.STL: ["model/stl", "application/octet-stream"],
    UploadKind.IMAGE: PICTURE_TYPES,
    UploadKind.CASE: [
        "application/zip",
        "application/x-zip-compressed",  # what browsers on Windows say
        "application/octet-stream",
    ],
}


@dataclass(frozen=True)
class Target:
    """What the upload is for."""

    clinic_id: str | None = None
    case_id: str | None = None
    visit: Visit | None = None
    consent_id: str | None = None
    subject: str | None = None
    jaw: Jaw | None = None


def start(ctx: Context, request: StartUpload) -> UploadSlot:
    """Issue a slot for one file. Five reads (six for a visit), two writes (three), a retry record.

    One more read for every open slot of the caller beyond the first, one more write for every
    expired one.

    Raises:
        FileTooLarge, CaseNotFound, WrongCaseStatus, VisitNotFound, WrongVisitState,
        PatientNotFound, ErasurePending, ConsentNotFound, ConsentWithdrawn, GuardianRequired,
        ConsentDoesNotCover, FormAlreadyThere, TooManyOpenUploads, TooManyUploads,
        AccountNotActive, KeyReused.
    """

    def work(unit: UnitOfWork) -> UploadSlot:
        target = _target(unit, ctx, request)
        slot = issue(unit, ctx, request, target)
        if target.visit is not None:
            unit.change(target.visit, uploads=target.visit.uploads + 1)
        return slot

    return once(ctx, "scans/start_upload", request.idempotency_key, request, UploadSlot, work)


def issue(unit: UnitOfWork, ctx: Context, request: FileToUpload, target: Target) -> UploadSlot:
    """Issue a slot to the caller, who was found to be allowed one. Two reads, two writes.

    One more read for every open slot of the caller beyond the first, one more write for every
    expired one. Whoever calls it reads before, and writes after.

    Raises:
        FileTooLarge, TooManyOpenUploads, AccountNotActive.
    """
    limit = _limit(request.kind)
    if request.byte_size > limit:
        raise FileTooLarge(limit_bytes=limit)
    _make_room(unit, ctx)
    upload = _slot(ctx, request, target)
    unit.create(upload, upload.id)
    audit.record(unit, ctx, "scans.start_upload", f"uploads/{upload.id}")
    return UploadSlot(
        upload_id=upload.id,
        object_name=upload.object_name,
        content_types=upload.content_types,
        expires_at=upload.expires_at,
    )


def _target(unit: UnitOfWork, ctx: Context, request: StartUpload) -> Target:
    """Read what the upload is for, and refuse what does not take any."""
    if request.consent_id is not None and ctx.caller.role is Role.CLINIC:
        consent = attestations.own_consent(unit, ctx, request.consent_id)
        attestations.check(consent, beginning(unit, consent.clinic_id, consent.patient_id))
        if consent.form is not None:
            raise FormAlreadyThere
        return Target(consent.clinic_id, consent_id=consent.id)
    if request.case_id is not None and ctx.caller.role is Role.CLINIC:
        case = own_case(unit, ctx, request.case_id)
        _check_case(unit, ctx, case, request.kind, Party.CLINIC)
        return Target(case.clinic_id, case.id, jaw=request.jaw)
    return _visit(unit, ctx, request)


def _visit(unit: UnitOfWork, ctx: Context, request: StartUpload) -> Target:
    if request.visit_id is None or ctx.caller.role is not Role.OPERATOR:
        raise VisitNotFound
    visit, _ = seen(unit, ctx, request.visit_id)
    if visit.state not in UPLOADING:
        raise WrongVisitState(state=visit.state, action="upload")
    if visit.uploads >= MAX_UPLOADS:
        raise TooManyUploads
    case = unit.get(Case, visit.case_id)
    if case is None:
        raise VisitNotFound
    _check_case(unit, ctx, case, request.kind, Party.OPERATOR)
    return Target(case.clinic_id, case.id, visit, jaw=request.jaw)


def _check_case(unit: UnitOfWork, ctx: Context, case: Case, kind: UploadKind, party: Party) -> None:
    """Refuse an upload that the case's status or the patient's consent does not allow."""
    CASE.must(case.status, CaseAction.UPLOAD, party)
    unit.ahead(
        (Consent, case.consent_id),
        (Patient, case.clinic_id, case.patient_id),
        access.grants_of(ctx.caller.uid),  # which `_make_room` reads
    )
    consent = unit.get(Consent, case.consent_id)
    if consent is None:
        raise ConsentWithdrawn
    patient = beginning(unit, case.clinic_id, case.patient_id)
    scope = Scope.IMAGES if kind is UploadKind.IMAGE else Scope.SCAN
    attestations.check(consent, patient, scope)


def _make_room(unit: UnitOfWork, ctx: Context) -> None:
    """Close the caller's expired slots; refuse where too many others are open."""
    # Read in the transaction, so that a suspension at this moment and the slot exclude
    # each other: whichever commits second sees the first.
    standing = unit.get(Standing, ctx.caller.uid)
    if standing is None or standing.status is not Status.ACTIVE:
        raise AccountNotActive
    grants = access.open_grants(unit, ctx.caller.uid)
    expired = [grant for grant in grants if grant.expires_at <= ctx.clock.now()]
    if len(grants) - len(expired) >= MAX_OPEN_GRANTS:
        raise TooManyOpenUploads
    access.close_grants(unit, expired)


def _slot(ctx: Context, request: FileToUpload, target: Target) -> Upload:
    now, upload_id = ctx.clock.now(), ctx.store.new_id()
    upload = Upload(
        uid=ctx.caller.uid,
        open=True,
        expires_at=now + timedelta(minutes=settings.SLOT_MINUTES.value),
        clinic_id=target.clinic_id,
        case_id=target.case_id,
        visit_id=target.visit.id if target.visit else None,
        consent_id=target.consent_id,
        operator=ctx.caller.uid if target.visit else None,
        subject=target.subject,
        kind=request.kind,
        jaw=target.jaw,
        file_name=request.file_name,
        object_name=f"landing/{ctx.caller.uid}/{upload_id}/original",
        content_types=CONTENT_TYPES[request.kind],
        byte_size=request.byte_size,
        issued_at=now,
    )
    return upload.placed(upload_id)


def _limit(kind: UploadKind) -> int:
    """Return the largest size of a kind, in bytes."""
    limits = limit_settings.current()
    return {
        UploadKind.STL: limits.stl.max_bytes,
        UploadKind.IMAGE: limits.images.max_bytes,
        UploadKind.CASE: limits.archives.max_bytes,
    }[kind]


def start_attachment(
    unit: UnitOfWork,
    ctx: Context,
    request: AttachmentToUpload,
    subject: str,
    case_id: str | None = None,
) -> UploadSlot:
    """Issue the caller a slot for an attachment to the document at `subject`.

    With a case, nothing lands for it once that is frozen. Costs what `issue` says; the caller of
    this reads before, and writes after.

    Raises:
        FileTooLarge, TooManyOpenUploads, AccountNotActive.
    """
    return issue(unit, ctx, request, Target(case_id=case_id, subject=subject))
