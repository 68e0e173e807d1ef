"""Slots: the callable's half of an upload, which says what may land where, and until when."""

from datetime import timedelta

from core import access, audit, settings
from core.access import MAX_OPEN_GRANTS, Standing, Status
from core.context import Context
from core.errors import AccountNotActive
from core.idempotency import once
from core.store import Unit
from scans.cases import own_case
from scans.errors import FileTooLarge, TooManyOpenUploads
from scans.models import Kind, Upload
from scans.requests import StartUpload, UploadSlot

#: What clients may declare. `model/stl` is registered with IANA; browsers know no type for STL
#: and send octet-stream. The gate decides by the bytes, whatever is declared.
CONTENT_TYPES: dict[Kind, list[str]] = {
    Kind.STL: ["model/stl", "application/octet-stream"],
    Kind.IMAGE: ["image/jpeg", "image/png", "image/webp"],
}


def start(ctx: Context, wish: StartUpload) -> UploadSlot:
    """Issue a slot for one file. Two writes and one for the retry record.

    Raises:
        CaseNotFound, FileTooLarge, TooManyOpenUploads, AccountNotActive, KeyReused.
    """
    limit = _limit(wish.kind)
    if wish.byte_size > limit:
        raise FileTooLarge(limit_bytes=limit)

    def work(unit: Unit) -> UploadSlot:
        case = own_case(unit, ctx, wish.case_id)
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
        upload_id = ctx.store.new_id()
        upload = _slot(ctx, wish, case.clinic_id, upload_id)
        unit.create(upload, upload_id)
        audit.record(unit, ctx, "scans.start_upload", f"uploads/{upload_id}")
        return UploadSlot(
            upload_id=upload_id,
            object_name=upload.object_name,
            content_types=upload.content_types,
            expires_at=upload.expires_at,
        )

    return once(ctx, "scans_start_upload", wish.idempotency_key, wish, UploadSlot, work)


def _slot(ctx: Context, wish: StartUpload, clinic_id: str, upload_id: str) -> Upload:
    now = ctx.clock.now()
    return Upload(
        uid=ctx.caller.uid,
        open=True,
        expires_at=now + timedelta(minutes=settings.SLOT_MINUTES.value),
        clinic_id=clinic_id,
        case_id=wish.case_id,
        kind=wish.kind,
        jaw=wish.jaw,
        file_name=wish.file_name,
        object_name=f"landing/{ctx.caller.uid}/{upload_id}/original",
        content_types=CONTENT_TYPES[wish.kind],
        byte_size=wish.byte_size,
        issued_at=now,
    )


def _limit(kind: Kind) -> int:
    """Return the largest size of a kind, in bytes."""
    param = settings.STL_MAX_MB if kind is Kind.STL else settings.IMAGE_MAX_MB
    return int(param.value) * 1024 * 1024
