"""The deployed functions of scans: three callables and the trigger of the landing zone."""

from datetime import datetime

from firebase_functions import options, storage_fn
from firebase_functions.core import CloudEvent

from core import log, settings
from core.access import Role
from core.callables import callable_function
from core.clock import SystemClock
from core.context import Context
from core.errors import KeyReused
from core.firebase import bucket, firestore_client
from core.store import Store
from core.triggers import retried
from scans import cases, errors, slots
from scans.blobs import Blobs
from scans.requests import (
    CaseOpened,
    FileLinks,
    GetFileLinks,
    OpenCase,
    StartUpload,
    UploadSlot,
)

_CLINIC = frozenset({Role.CLINIC})


@callable_function(
    request=OpenCase,
    response=CaseOpened,
    roles=_CLINIC,
    raises=(errors.ConsentInFuture, KeyReused),
)
def scans_open_case(ctx: Context, data: OpenCase) -> CaseOpened:
    """Open a case for a patient who consented. No consent, no case."""
    return cases.open_case(ctx, data)


@callable_function(
    request=StartUpload,
    response=UploadSlot,
    roles=_CLINIC,
    raises=(errors.CaseNotFound, errors.FileTooLarge, errors.TooManyOpenUploads, KeyReused),
)
def scans_start_upload(ctx: Context, data: StartUpload) -> UploadSlot:
    """Ask for a slot in the landing zone; upload to it through the Storage SDK.

    Clients then listen to `uploads/{upload_id}` until its state is `ready` or `rejected`.
    """
    return slots.start(ctx, data)


@callable_function(
    request=GetFileLinks,
    response=FileLinks,
    roles=_CLINIC,
    raises=(errors.CaseNotFound, errors.FileNotFound),
)
def scans_get_file_links(ctx: Context, data: GetFileLinks) -> FileLinks:
    """Get short-lived signed links to a case's files and thumbnails."""
    return cases.file_links(ctx, Blobs(bucket()), data)


@retried
@storage_fn.on_object_finalized(
    region=settings.REGION,
    memory=options.MemoryOption.GB_1,
    timeout_sec=300,
    concurrency=1,
)
def scans_receive_upload(event: CloudEvent[storage_fn.StorageObjectData]) -> None:
    """Judge what arrives in the landing zone; everything else in the bucket is ours already."""
    from scans import landing  # NumPy and Pillow: only this function's instances load them

    if not event.data.name.startswith("landing/"):
        return
    landed = landing.Landed(
        name=event.data.name,
        generation=int(event.data.generation),
        byte_size=int(event.data.size),
        at=event.time if isinstance(event.time, datetime) else datetime.fromisoformat(event.time),
    )
    try:
        landing.receive(Store(firestore_client()), Blobs(bucket()), SystemClock(), landed)
    except landing.StillProcessingError:
        log.warn("upload still processing", generation=landed.generation)
        raise
    except Exception as err:
        log.failure("upload failed", err, generation=landed.generation)
        raise
